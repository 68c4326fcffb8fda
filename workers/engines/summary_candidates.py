"""The sentences that a summary may choose from: trimmed, in order, without junk lines, never endless."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from schemas.text import SentenceSpan, Span
from workers.engines import Reading
from workers.engines.summary_cut import cut_end
from workers.engines.summary_scripts import word_count

# A longer sentence (text without full stops, a table in one line) is no longer a summary: its beginning stands for it.
MAX_SENTENCE_CHARACTERS = 1_000

# More sentences than the longest books have; of a file with a million stubs, even distances pick as many.
MOST_CANDIDATES = 50_000

_BULLETS = re.compile(r"(?:[•·●▪◦‣⁃*–—-]\s+)+")


class Candidate(NamedTuple):
    """A sentence at its place; `text` is `document[start:end]`, `number` counts what is not junk."""

    start: int
    end: int
    text: str
    number: int
    words: int
    shortened: bool = False
    approximate: bool = False


def candidates(reading: Reading) -> list[Candidate]:
    """Return the sentences of a reading that are not junk, without bullets and outer white space."""
    junk = _Cover.of(reading.junk) if reading.junk else None
    found: list[Candidate] = []
    step = max(1, -(-len(reading.sentences) // MOST_CANDIDATES))
    for first, last, approximate in _disjoint(reading.sentences[::step], length=len(reading.text)):
        start, end = _trimmed(reading.text, first, last)
        if start == end or (junk and 2 * junk.between(start, end) > end - start):
            continue
        text = reading.text[start:end]
        is_long = len(text) > MAX_SENTENCE_CHARACTERS
        if is_long:
            text = text[: cut_end(text, limit=MAX_SENTENCE_CHARACTERS)]
        found.append(Candidate(start, start + len(text), text, len(found), word_count(text), is_long, approximate))
    return found


def _disjoint(spans: Iterable[SentenceSpan], *, length: int) -> Iterator[tuple[int, int, bool]]:
    cursor = 0
    for start, end, approximate in sorted([(span.start, span.end, span.approximate) for span in spans]):
        first, last = max(start, cursor), min(end, length)
        if first < last:
            yield first, last, approximate
            cursor = last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end or text[start].isalnum():
        return start, end
    bullets = _BULLETS.match(text, start, end)
    return (bullets.end() if bullets else start, end)


@dataclass(frozen=True, slots=True)
class _Cover:
    """How much of a range is covered by spans, in logarithmic time."""

    starts: Sequence[int]
    ends: Sequence[int]
    before: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "_Cover":
        starts, ends = list[int](), list[int]()
        for span in sorted(spans, key=lambda span: span.start):
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            elif span.start < span.end:
                starts.append(span.start)
                ends.append(span.end)
        lengths = (end - start for start, end in zip(starts, ends, strict=True))
        return cls(starts, ends, list(accumulate(lengths, initial=0)))

    def between(self, start: int, end: int) -> int:
        return self._up_to(end) - self._up_to(start)

    def _up_to(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.before[index] + min(offset, self.ends[index]) - self.starts[index] if index >= 0 else 0
