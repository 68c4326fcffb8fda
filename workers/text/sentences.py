"""Sentences of a text in any script, with offsets, by rules."""

from schemas.text import SentenceSpan
from workers.text.abbreviations import TAIL, Rules, is_plain, rules_for, sentence_goes_on
from workers.text.boundaries import BLANK, CANDIDATE, RUN, SURE, sentence_end
from workers.text.language_guess import guess_language
from workers.text.line_ends import passages
from workers.text.unspaced import LONGEST_SENTENCE, bounded, is_unpunctuated, unpunctuated_sentences

# So much of a passage shows whether it has capitals.
_SAMPLE = 500

# Start, end, and whether the end is a guess.
Sentence = tuple[int, int, bool]


def split_sentences(text: str, *, language: str | None) -> tuple[SentenceSpan, ...]:
    """Return the sentences in order; every visible character is in one of them, and none begins or ends with a blank.

    Without a language it is guessed from frequent words; where that fails, rules apply that all languages share.
    `approximate` marks sentences of scripts without sentence marks (Thai, Lao) and those that were cut for length.
    """
    return tuple(
        SentenceSpan(start=start, end=end, approximate=approximate)
        for start, end, approximate in sentence_spans(text, language=language or guess_language(text))
    )


def sentence_spans(text: str, *, language: str | None) -> list[Sentence]:
    """Return what `split_sentences` does as plain tuples, in half the time, and guess no language."""
    found: list[Sentence] = []
    for start, end in passages(text):
        _add_sentences(found, text, start, end, rules_for(text[start : min(end, start + _SAMPLE)], language=language))
    return found


def _add_sentences(found: list[Sentence], text: str, start: int, end: int, rules: Rules) -> None:
    """Cut a passage, which has no blanks at its ends, at its stops. Written for speed: one pass, few calls."""
    cased, unpunctuated = rules.cased, False
    for stop in CANDIDATE.finditer(text, start, end):
        kind, (position, following) = stop.lastindex, stop.span()
        if kind in SURE:
            if cased and text[following].islower():
                continue
            plain = kind == BLANK or is_plain(text[position - TAIL : position], rules)
            if not plain and sentence_goes_on(text, position, start, following, rules):
                continue
            cut = following - 1
        elif kind == RUN:
            unpunctuated = True
            continue
        else:
            found_end = sentence_end(text, stop, start=start, rules=rules) if position >= start else None
            if found_end is None or found_end >= end:
                continue
            cut, following = found_end, _skip_blanks(text, found_end, end)
        if unpunctuated or cut - start > LONGEST_SENTENCE or not text[start].isalnum():
            _add(found, text, start, cut, unpunctuated=unpunctuated)
            unpunctuated = False
        else:
            found.append((start, cut, False))
        start = following
    _add(found, text, start, end, unpunctuated=unpunctuated)


def _add(found: list[Sentence], text: str, start: int, end: int, *, unpunctuated: bool) -> None:
    """Append a sentence; one without a letter or digit belongs to the one before it in its paragraph."""
    if found and _belongs_to(found[-1], text, start, end):
        found[-1] = (found[-1][0], end, found[-1][2])
        return
    if unpunctuated and is_unpunctuated(text, start, end):
        found.extend((*piece, True) for piece in unpunctuated_sentences(text, start, end))
    elif end - start <= LONGEST_SENTENCE:
        found.append((start, end, False))
    else:
        found.extend((*piece, True) for piece in bounded(text, start, end, limit=LONGEST_SENTENCE))


def _belongs_to(previous: Sentence, text: str, start: int, end: int) -> bool:
    if text[start].isalnum() or end - previous[0] > LONGEST_SENTENCE or any(map(str.isalnum, text[start:end])):
        return False
    return text.count("\n", previous[1], start) < 2


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
