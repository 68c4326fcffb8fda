"""The sentences that a summary may choose from: trimmed, in order, without junk lines, never endless."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from schemas.text import SentenceSpan, Span
from workers.engines import Reading
from workers.engines.summary_cut import cut_end

# A longer sentence (text without full stops, a table in one line) is no longer a summary: its beginning stands for it.
MAX_SENTENCE_CHARACTERS = 1_000

# More sentences than the longest books have; of a file with a million stubs, even distances pick as many.
MOST_CANDIDATES = 50_000

_BULLETS = re.compile(r"(?:[•·●▪◦‣⁃*–—-]\s+)+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence at its place; `text` is `document[start:end]`, and `number` counts sentences that are not junk."""

    start: int
    end: int
    text: str
    number: int
    shortened: bool = False
    approximate: bool = False


def candidates(reading: Reading) -> list[Candidate]:
    """Return the sentences of a reading that are not junk, without bullets and outer white space."""
    cover = _Cover.of(reading.junk)
    found: list[Candidate] = []
    step = max(1, -(-len(reading.sentences) // MOST_CANDIDATES))
    for span in _disjoint(reading.sentences[::step], length=len(reading.text)):
        start, end = _trimmed(reading.text, span)
        if start == end or 2 * cover.between(start, end) > end - start:
            continue
        stop = start + cut_end(reading.text[start:end], limit=MAX_SENTENCE_CHARACTERS)
        found.append(
            Candidate(start, stop, reading.text[start:stop], len(found), stop < end, approximate=span.approximate)
        )
    return found


def _disjoint(spans: Iterable[SentenceSpan], *, length: int) -> Iterator[SentenceSpan]:
    cursor = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, cursor), min(span.end, length)
        if start < end:
            yield (
                span if (start, end) == (span.start, span.end) else span.model_copy(update={"start": start, "end": end})
            )
            cursor = end


def _trimmed(text: str, span: SentenceSpan) -> tuple[int, int]:
    sentence = text[span.start : span.end]
    start = span.start + len(sentence) - len(sentence.lstrip())
    end = span.start + len(sentence.rstrip())
    bullets = _BULLETS.match(text, start, end)
    return (bullets.end() if bullets else start, end) if start < end else (end, end)


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
