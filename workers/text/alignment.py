"""The way back from a repaired text to the text that was sent: edit segments, composed pass by pass."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from schemas.text import Edit


class Change(NamedTuple):
    """One repair that a pass wants: `start:end` of its input becomes `replacement`; `kind` is what is counted.

    A repair replaces or deletes at least one character; none inserts where nothing stood.
    """

    start: int
    end: int
    replacement: str
    kind: str


class Segment(NamedTuple):
    """`schemas.text.Edit` as a tuple: cheap enough for a text in which every character was repaired."""

    raw_start: int
    raw_end: int
    start: int
    end: int


@dataclass(frozen=True)
class Alignment:
    """Maps spans of a normalized text to spans of the raw text; without segments the texts are equal."""

    segments: tuple[Segment, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tightest raw span of `start:end`; what was deleted at its borders is left out. O(log n)."""
        raw_start = self._raw_start(start)
        return (raw_start, raw_start) if start >= end else (raw_start, self._raw_end(end))

    def then(self, later: "Alignment") -> "Alignment":
        """Return the alignment of this pass followed by a later one; linear in the number of segments."""
        if not self.segments or not later.segments:
            return later if not self.segments else self
        return Alignment(tuple(_composed(self.segments, later.segments)))

    def coarsened(self, limit: int) -> "Alignment":
        """Return an alignment of at most `limit` segments, each the join of neighbouring ones."""
        size = -(-len(self.segments) // limit)
        if size <= 1:
            return self
        groups = (self.segments[first : first + size] for first in range(0, len(self.segments), size))
        joined = ((group[0], group[-1]) for group in groups)
        return Alignment(tuple(Segment(a.raw_start, b.raw_end, a.start, b.end) for a, b in joined))

    def edits(self) -> tuple[Edit, ...]:
        """Return the segments as they are published."""
        return tuple(Edit(**segment._asdict()) for segment in self.segments)

    def _raw_start(self, position: int) -> int:
        following = bisect_right(self._ends, position)
        if following < len(self.segments) and self.segments[following].start <= position:
            return self.segments[following].raw_start
        return position + self._shift(following)

    def _raw_end(self, position: int) -> int:
        following = bisect_left(self._starts, position)
        if following and self.segments[following - 1].end >= position:
            return self.segments[following - 1].raw_end
        return position + self._shift(following)

    def _shift(self, following: int) -> int:
        return self.segments[following - 1].raw_end - self.segments[following - 1].end if following else 0

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    @cached_property
    def _ends(self) -> list[int]:
        return [segment.end for segment in self.segments]


def from_edits(edits: Iterable[Edit]) -> Alignment:
    """Return the alignment that published edits describe."""
    return Alignment(tuple(Segment(edit.raw_start, edit.raw_end, edit.start, edit.end) for edit in edits))


def rewrite(text: str, changes: Iterable[Change]) -> tuple[str, Alignment]:
    """Apply ordered changes that do not overlap and return the new text with its alignment."""
    pieces: list[str] = []
    segments: list[Segment] = []
    done = length = 0
    for start, end, replacement, _ in changes:
        pieces.append(text[done:start])
        pieces.append(replacement)
        length += start - done
        segments.append(Segment(start, end, length, length + len(replacement)))
        length += len(replacement)
        done = end
    if not segments:
        return text, Alignment()
    pieces.append(text[done:])
    return "".join(pieces), Alignment(tuple(segments))


def _composed(earlier: tuple[Segment, ...], later: tuple[Segment, ...]) -> Iterator[Segment]:
    """Walk both lists in coordinates of the middle text and join what overlaps there."""
    first = second = 0
    first_shift = second_shift = 0
    while first < len(earlier) or second < len(later):
        first_to, second_to, start, end = _group(earlier, later, first, second)
        raw_start, new_start = start + first_shift, start + second_shift
        if first_to > first:
            first_shift = earlier[first_to - 1].raw_end - earlier[first_to - 1].end
        if second_to > second:
            second_shift = later[second_to - 1].end - later[second_to - 1].raw_end
        yield Segment(raw_start, end + first_shift, new_start, end + second_shift)
        first, second = first_to, second_to


def _group(
    earlier: tuple[Segment, ...], later: tuple[Segment, ...], first: int, second: int
) -> tuple[int, int, int, int]:
    """Return the ends of the next group of overlapping segments and its span in the middle text."""
    if second == len(later) or (first < len(earlier) and _comes_first(earlier[first], later[second])):
        start, end = earlier[first].start, earlier[first].end
        first += 1
    else:
        start, end = later[second].raw_start, later[second].raw_end
        second += 1
    while True:
        if first < len(earlier) and _overlaps(earlier[first].start, earlier[first].end, start=start, end=end):
            end = max(end, earlier[first].end)
            first += 1
        elif second < len(later) and _overlaps(later[second].raw_start, later[second].raw_end, start=start, end=end):
            end = max(end, later[second].raw_end)
            second += 1
        else:
            return first, second, start, end


def _comes_first(earlier: Segment, later: Segment) -> bool:
    return (earlier.start, earlier.end) <= (later.raw_start, later.raw_end)


def _overlaps(other_start: int, other_end: int, *, start: int, end: int) -> bool:
    """Tell whether a later segment shares a character with `start:end`, or is a point strictly inside of it."""
    return other_start < end and (other_start < other_end or other_start > start) and other_end > start
