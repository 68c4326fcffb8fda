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
    start = 0
    for line in text.split("\n"):
        visible = line.strip()
        if visible:
            indent = len(line) - len(line.lstrip()) if len(visible) < len(line) else 0
            paragraph.append((start + indent, start + indent + len(visible)))
        elif len(paragraph) == 1:
            yield paragraph.pop()
        else:
            yield from _joined(text, paragraph)
            paragraph.clear()
        start += len(line) + 1
    yield from _joined(text, paragraph)


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
