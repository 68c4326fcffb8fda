"""Which line ends of a paragraph end a sentence, and which only wrap it."""

import re
from collections.abc import Iterator
from itertools import pairwise

# Wrapped text has a margin: plain text mail wraps at 72 to 78 columns, books at 55 to 75; beyond 130 a line is a
# paragraph, and below 40 it is an item of a list or of a menu.
NARROWEST_MARGIN, WIDEST_MARGIN = 40, 130
# Fewer lines show no margin.
_LEAST_LINES = 3
# A word that is longer than this is a URL or a script without blanks, and says nothing about the margin.
_LONGEST_WORD = 25

_LIST_ITEM = re.compile(r"\s*(?:[-–—*•·▪●◦‣>#|]|(?:\d{1,3}|[A-Za-z])[.)]\s|\(\w{1,3}\)\s)")


def line_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a paragraph that no sentence crosses: its lines, joined where they were only wrapped."""
    lines = _lines(text, start, end)
    wrapped = _has_margin(text, lines)
    part_start = start
    for (line_start, line_end), (next_start, _) in pairwise(lines):
        if _LIST_ITEM.match(text, next_start) or not (wrapped or _runs_on(text, line_start, line_end, next_start)):
            yield part_start, line_end
            part_start = next_start
    yield part_start, end


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.append((start, stop))
        start = stop + 1
    return lines


def _has_margin(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether no line would have had room for the first word of the next one."""
    if len(lines) < _LEAST_LINES:
        return False
    margin = max(end - start for start, end in lines)
    if not NARROWEST_MARGIN <= margin <= WIDEST_MARGIN:
        return False
    return all(
        end - start + 1 + _first_word_length(text, following) > margin
        for (start, end), (following, _) in pairwise(lines)
    )


def _first_word_length(text: str, start: int) -> int:
    window = text[start : start + _LONGEST_WORD].split(None, 1)
    return len(window[0]) if window and len(window[0]) < _LONGEST_WORD else 0


def _runs_on(text: str, line_start: int, line_end: int, next_start: int) -> bool:
    """Tell whether a long line goes on in lower case."""
    return line_end - line_start >= NARROWEST_MARGIN and text[next_start : next_start + 1].islower()
