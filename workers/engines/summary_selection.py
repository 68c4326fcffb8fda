"""The choice of sentences: the most relevant first, no repetition, readable ones before others, within the limit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Maximal marginal relevance (Carbonell and Goldstein 1998); 1 and 2 did equally well on the dev sets.
_REPETITION_WEIGHT = 2.0
# A cosine of character n-grams above this is the same statement again.
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Option:
    """What the choice knows of a sentence; `length` in characters as it will be printed, `number` its place."""

    number: int
    relevance: float
    length: int
    torn: bool = False
    dangling: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How much may be chosen."""

    sentences: int | None = None
    characters: int | None = None

    def fits(self, length: int, *, used: int) -> bool:
        """Tell whether a sentence fits beside what takes `used` characters, a space before it included."""
        return self.characters is None or used + length + (1 if used else 0) <= self.characters

    def holds(self, lengths: Sequence[int]) -> bool:
        """Tell whether all sentences of these lengths fit together."""
        if self.sentences is not None and len(lengths) > self.sentences:
            return False
        return self.characters is None or sum(lengths) + len(lengths) - 1 <= self.characters


def select(options: Sequence[Option], *, room: Room, likeness: Callable[[int, int], float]) -> list[int]:
    """Return the indexes of the chosen options, in the order of choice.

    A torn sentence is chosen only when no whole one is left, a dangling one only after the one before it or when
    nothing else is left, and one that says what a chosen one says never.
    """
    chosen: list[int] = []
    remaining = dict.fromkeys(range(len(options)), 0.0)
    used = 0
    while room.sentences is None or len(chosen) < room.sentences:
        fitting = [index for index in remaining if room.fits(options[index].length, used=used)]
        if not fitting:
            break
        told = {options[index].number for index in chosen}
        best = min(fitting, key=lambda index: _preference(options[index], remaining[index], told))
        chosen.append(best)
        used += options[best].length + (1 if used else 0)
        remaining = _without_repetition(remaining, best, likeness)
    return chosen


def preferred(options: Sequence[Option]) -> int:
    """Return the index of the option that is chosen first where there is room for any; there must be one."""
    return min(range(len(options)), key=lambda index: _preference(options[index], 0.0, set()))


def _preference(option: Option, repetition: float, told: set[int]) -> tuple[bool, bool, float, int]:
    dangles = option.dangling and option.number - 1 not in told
    return option.torn, dangles, _REPETITION_WEIGHT * repetition - option.relevance, option.number


def _without_repetition(
    remaining: dict[int, float], chosen: int, likeness: Callable[[int, int], float]
) -> dict[int, float]:
    left: dict[int, float] = {}
    for index, repetition in remaining.items():
        if index != chosen:
            alike = likeness(index, chosen)
            if alike <= _SAME:
                left[index] = max(repetition, alike)
    return left
