"""Sentences of bounded length: cut at blanks where a script has no sentence marks, or where a text has none."""

import re
from collections.abc import Iterator

import regex

from workers.text.sentences_thai import thai_sentences

# The longest sentence of fifteen UD treebanks has under 1,500 characters; later stages pay by length.
LONGEST_SENTENCE = 2_000
# The sentences of the Thai UD treebank have 96 characters on average; where words tell that they end, fewer are cut.
LONGEST_THAI, LONGEST_LAO = 240, 90

_THAI = regex.compile(r"\p{Thai}")
_UNPUNCTUATED = regex.compile(r"[\p{Thai}\p{Lao}]")
_SAMPLE = 200

_BLANKS = re.compile(r"\s++")
# Nothing, but not before a combining mark, of which the canonical text has at most thirty in a row.
_HARD_CUT = regex.compile(r"(?<=.)(?!\p{M})", regex.DOTALL)


def is_unpunctuated(text: str, start: int, end: int) -> bool:
    """Tell whether the span is in a script without sentence marks."""
    found = _UNPUNCTUATED.findall(text, start, min(end, start + _SAMPLE))
    return 2 * len(found) > min(end - start, _SAMPLE)


def unpunctuated_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield sentences of a script that marks none: at blanks, in Thai as the words around them tell."""
    if not _THAI.search(text, start, end):
        yield from bounded(text, start, end, limit=LONGEST_LAO)
        return
    for piece_start, piece_end in thai_sentences(text, start, end):
        yield from bounded(text, piece_start, piece_end, limit=LONGEST_THAI)


def bounded(text: str, start: int, end: int, *, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the span in trimmed pieces that are not longer than the limit, if there are blanks to cut at."""
    while end - start > limit:
        blank = _blank(text, start, limit)
        if blank is None or blank.end() >= end:
            break
        yield start, blank.start()
        start = blank.end()
    yield start, end


def _blank(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Return the last blank in the second half of what fits, else the first one later on, else a place to cut hard."""
    blanks = [*_BLANKS.finditer(text, start + limit // 2, start + limit)]
    if blanks:
        return _BLANKS.match(text, blanks[-1].start())
    return _BLANKS.search(text, start + limit, start + LONGEST_SENTENCE) or _HARD_CUT.search(
        text, start + LONGEST_SENTENCE - 1
    )
