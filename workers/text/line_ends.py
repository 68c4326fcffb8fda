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


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that no sentence crosses: its lines, joined where they were only wrapped.

    None begins or ends with a blank, and none is empty. Lines of different paragraphs are never joined.
    """
    paragraph: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        end = text.find("\n", start)
        end = end if end >= 0 else length
        line = _trimmed(text, start, end)
        if line:
            paragraph.append(line)
        else:
            yield from _joined(text, paragraph)
            paragraph = []
        start = end + 1
    yield from _joined(text, paragraph)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the line without the blanks around it, or None when it has nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not lines:
        return
    wrapped = _has_margin(text, lines)
    part_start = lines[0][0]
    for (line_start, line_end), (next_start, _) in pairwise(lines):
        if _LIST_ITEM.match(text, next_start) or not (wrapped or _runs_on(text, line_start, line_end, next_start)):
            yield part_start, line_end
            part_start = next_start
    yield part_start, lines[-1][1]


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
