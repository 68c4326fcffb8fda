"""Sentences of a text in any script, with offsets, by rules."""

import re
from collections.abc import Iterable, Iterator

from schemas.text import SentenceSpan
from workers.text.abbreviations import Rules, rules_for
from workers.text.boundaries import STOP, sentence_end
from workers.text.language_guess import guess_language
from workers.text.line_ends import line_breaks
from workers.text.unspaced import bounded, is_unpunctuated

_Span = tuple[int, int]

# A paragraph: lines without an empty one among them.
_BLOCK = re.compile(r"\S[^\n]*+(?:\n(?![^\S\n]*+(?:\n|\Z))[^\n]*+)*+")


def split_sentences(text: str, *, language: str | None) -> tuple[SentenceSpan, ...]:
    """Return the sentences in order; every visible character is in one of them, and none begins or ends with a blank.

    Without a language it is guessed from frequent words; where that fails, rules apply that all languages share.
    `approximate` marks sentences of scripts without sentence marks (Thai, Lao) and those that were cut for length.
    """
    rules = rules_for(text, language=language or guess_language(text))
    sentences: list[SentenceSpan] = []
    for block in _BLOCK.finditer(text):
        for start, end in _joined(text, _pieces(text, *block.span(), rules=rules)):
            unpunctuated = is_unpunctuated(text, start, end)
            for piece_start, piece_end in bounded(text, start, end, unpunctuated=unpunctuated):
                approximate = unpunctuated or (piece_start, piece_end) != (start, end)
                sentences.append(SentenceSpan(start=piece_start, end=piece_end, approximate=approximate))
    return tuple(sentences)


def _pieces(text: str, start: int, end: int, *, rules: Rules) -> Iterator[_Span]:
    """Cut a block, in which no line is empty, at its line ends and at the stops between them."""
    for line_start, line_end in line_breaks(text, start, end):
        piece_start, position = line_start, line_start
        while stop := STOP.search(text, position, line_end):
            position = stop.end()
            cut = sentence_end(text, stop, start=piece_start, rules=rules)
            if cut is not None:
                yield piece_start, cut
                piece_start = _skip_blanks(text, cut, line_end)
                position = max(position, piece_start)
        yield piece_start, line_end


def _joined(text: str, pieces: Iterable[_Span]) -> Iterator[_Span]:
    """Trim the pieces, and give one without letter or digit (a stray quote, a row of stars) to the one before it."""
    previous: _Span | None = None
    for start, end in pieces:
        trimmed = text[start:end].strip()
        if not trimmed:
            continue
        start = _skip_blanks(text, start, end)  # noqa: PLW2901 (an indented line begins at its first letter)
        if previous and not any(map(str.isalnum, trimmed)):
            previous = (previous[0], start + len(trimmed))
            continue
        if previous:
            yield previous
        previous = (start, start + len(trimmed))
    if previous:
        yield previous


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
