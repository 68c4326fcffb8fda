"""Windows: the parts in which a long text is given to a model that takes only short ones."""

from collections.abc import Iterator

from workers.engines import Reading


def windows(reading: Reading, *, max_characters: int) -> Iterator[tuple[int, int]]:
    """Yield spans that cover the text in order, each of whole sentences up to `max_characters`; a longer one is cut."""
    start = end = 0
    for sentence in reading.sentences:
        if sentence.end - start > max_characters and end > start:
            yield from _cut(start, end, max_characters)
            start = end
        end = sentence.end
    yield from _cut(start, len(reading.text), max_characters)


def _cut(start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    for low in range(start, end, most):
        yield low, min(low + most, end)
