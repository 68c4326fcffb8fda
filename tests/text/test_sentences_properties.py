"""What holds for the sentences of any text in any language; with the profile `fuzz`, 100,000 texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.hostile_strings import torn_text
from workers.text.sentences import sentence_spans
from workers.text.unspaced import LONGEST_SENTENCE

LANGUAGES = (
    "ar", "cs", "de", "el", "en", "fa", "fr", "he", "hi", "hu", "hy", "ja", "ka", "lo", "ru", "th", "tr", "ur", "zh", None,
)  # fmt: skip
_PIECES = st.sampled_from(
    [
        "Dr.", "z. B.", "т. д.", "etc.", "U.S.", "J.-P.", "A.", "3.", "17. 2. 2007", "XIV.", "...", "…", "?!", ". . .", "1. ",
        "Word", "word", "iPhone", "Ж", "ж", "د.", "שלום", "है।", " |", "տուն:", "Τι;", "ა.", "ไทย ไทย", "และ ", "ລາວ", "日本。", "」と",
        "「", "“", "”", "„", "«", "»", '"', "(", ")", "[12]", "—", "- ", "•", " ", "\n", "\n\n", "\t", "\xa0", "\u200c", "\u2028", "🙂",
    ]
)  # fmt: skip
texts = st.one_of(st.lists(_PIECES, max_size=40).map("".join), torn_text)


def assert_covered(text, sentences):
    position = 0
    for start, end, _ in sentences:
        assert not text[position:start].strip()
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts, appended=texts)
def test_sentences_cover_all_and_stay_when_a_paragraph_is_appended(language, text, appended):
    sentences = sentence_spans(text, language=language)
    assert_covered(text, sentences)
    longer = f"{text}\n\n{appended}"
    after = sentence_spans(longer, language=language)
    assert_covered(longer, after)
    assert after[: len(sentences)] == sentences


@given(text=st.lists(_PIECES, min_size=200, max_size=400).map("".join))
def test_no_sentence_is_longer_than_the_limit_where_there_are_blanks(text):
    blanks = text.replace("\n", " ") + " word" * 1_000
    assert all(end - start <= 2 * LONGEST_SENTENCE for start, end, _ in sentence_spans(blanks, language=None))
