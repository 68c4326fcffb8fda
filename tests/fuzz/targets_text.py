"""The text tools under any text: repair, sentences, tokens, junk, search keys."""

from tests.fuzz.inputs import split_choices, text_of
from tests.fuzz.properties import check_alignment, check_canonical, check_sentences, check_spans
from workers.text.folding import fold_with_offsets, search_key
from workers.text.junk import junk_spans
from workers.text.language_guess import guess_language
from workers.text.sentences import split_sentences
from workers.text.tokens import tokens
from workers.text.unicode import repair


def check_repair(data: bytes) -> None:
    """A repaired text is canonical, leads back to the raw one, and is not repaired again."""
    raw = text_of(data)
    repaired = repair(raw)
    check_canonical(repaired.text)
    check_alignment(raw, repaired.text, repaired.alignment)
    again = repair(repaired.text)
    assert again.text == repaired.text, "repairing repaired text changes it"
    assert not again.repairs, "a repair without an effect is counted"


def check_sentences_and_tokens(data: bytes) -> None:
    """Sentences and tokens hold all that is visible, in order; junk lies inside of the text."""
    choices, rest = split_choices(data)
    text = text_of(rest)
    language = None if choices.language == "und" else choices.language
    check_sentences(text, split_sentences(text, language=language))
    check_spans(text, junk_spans(text))
    guess_language(text)
    position = 0
    for token in tokens(text, language=language):
        assert position <= token.start < token.end, "tokens overlap"
        assert not any(map(str.isalnum, text[position : token.start])), "a letter is in no token"
        position = token.end
    assert not any(map(str.isalnum, text[position:])), "a letter is in no token"


def check_folding(data: bytes) -> None:
    """The key of a key is itself, and its offsets ascend through the text."""
    text = text_of(data)
    key = search_key(text)
    assert search_key(key) == key, "folding a key changes it"
    folded, offsets = fold_with_offsets(text)
    assert folded == key, "the key with offsets is another"
    assert len(offsets) == len(folded) + 1, "an offset is missing"
    assert offsets == sorted(offsets), "offsets do not ascend"
    assert offsets[-1] == len(text), "the last offset is not the end"
