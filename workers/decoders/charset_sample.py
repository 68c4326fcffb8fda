"""What the guess looks at: a few windows of the bytes, as counts of pairs."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from re import compile as pattern

# Three windows of this size are looked at: enough letters for any language, and the same time for any length.
WINDOW_BYTES = 2_048
_HIGH_BYTE = pattern(rb"[\x80-\xff]")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
# A byte beyond ASCII with blanks or marks around it, and one between two ASCII letters.
_ALONE = pattern(rb"(?<![0-9A-Za-z\x80-\xff])[\x80-\xff](?![0-9A-Za-z\x80-\xff])")
_INSIDE = pattern(rb"(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Different pairs of neighbouring bytes, and how often each stands there."""

    lefts: bytes
    rights: bytes
    counts: tuple[int, ...]
    total: int

    def commonest(self, number: int) -> "Pairs":
        """Return the commonest pairs, as many."""
        kept = sorted(range(len(self.counts)), key=self.counts.__getitem__, reverse=True)[:number]
        counts = tuple(self.counts[index] for index in kept)
        return Pairs(bytes(self.lefts[i] for i in kept), bytes(self.rights[i] for i in kept), counts, sum(counts))


@dataclass(frozen=True, slots=True)
class Sample:
    """Windows of some bytes: `head` is the one at the first byte beyond ASCII, of which all hold `high_bytes`."""

    size: int
    opening: bytes
    opening_ascii: Pairs
    head: bytes
    is_cut: bool
    high_bytes: int
    pairs: Pairs
    ascii_pairs: Pairs
    alone: Counter[int]
    inside: Counter[int]
    controls: int

    @property
    def scale(self) -> float:
        """How many bytes beyond ASCII there are for each in the head."""
        return self.high_bytes / max(1, _high_bytes(self.head))


def sample_of(content: bytes) -> Sample:
    """Return a sample of bytes that hold at least one beyond ASCII."""
    found = _HIGH_BYTE.search(content)
    start = found.start() if found else 0
    head = content[start : start + WINDOW_BYTES]
    windows = [content]
    if len(content) > 3 * WINDOW_BYTES:
        middle = len(content) // 2
        windows = [head, content[middle : middle + WINDOW_BYTES], content[-WINDOW_BYTES:]]
    counts = Counter(pair for window in windows for pair in pairwise(b" " + window + b" "))
    opening = content[:WINDOW_BYTES]
    return Sample(
        sum(map(len, windows)),
        opening,
        _pairs({pair: count for pair, count in Counter(pairwise(opening)).items() if max(pair) < 0x80}),
        head,
        is_cut=start + WINDOW_BYTES < len(content),
        high_bytes=sum(map(_high_bytes, windows)),
        pairs=_pairs({pair: count for pair, count in counts.items() if max(pair) >= 0x80}),
        ascii_pairs=_pairs({pair: count for pair, count in counts.items() if max(pair) < 0x80}),
        alone=Counter(match[0][0] for window in windows for match in _ALONE.finditer(window)),
        inside=Counter(match[0][0] for window in windows for match in _INSIDE.finditer(window)),
        controls=sum(len(window) - len(window.translate(None, delete=_CONTROLS)) for window in windows),
    )


def _pairs(counts: dict[tuple[int, int], int]) -> Pairs:
    lefts, rights = bytes(left for left, _ in counts), bytes(right for _, right in counts)
    return Pairs(lefts, rights, tuple(counts.values()), sum(counts.values()))


def _high_bytes(window: bytes) -> int:
    return len(window) - len(window.translate(None, delete=_HIGH_BYTES))
