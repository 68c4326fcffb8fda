"""Units: the stretches of a text that are judged one by one, sentences or runs of them, a bounded number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from schemas.text import SentenceSpan, Span

# Beyond this many sentences several are judged as one, so that a book takes no longer than a chapter.
MOST_UNITS = 1_000

_LINE = re.compile(r"[^\n]+")


def units_of(text: str, *, sentences: Sequence[SentenceSpan]) -> tuple[Span, ...]:
    """Cut the text into spans that cover it without gaps, each beginning with a sentence, or a line if there are none."""
    starts = (
        sorted(set(_starts(sentences, len(text)))) if sentences else [line.start() for line in _LINE.finditer(text)]
    )
    step = -(-len(starts) // MOST_UNITS) or 1
    bounds = [0, *starts[step::step], len(text)]
    return tuple(Span(start=start, end=end) for start, end in pairwise(bounds) if start < end)


def _starts(sentences: Iterable[SentenceSpan], length: int) -> Iterator[int]:
    return (sentence.start for sentence in sentences if sentence.start < length)
