"""The choice of sentences: the most relevant first, no repetition, readable ones before others, within the limit."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# Maximal marginal relevance (Carbonell and Goldstein 1998); 0 to 3 did equally well on the dev sets.
_REPETITION_WEIGHT = 1.0
# A cosine of terms above this is the same statement again.
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Room:
    """How much may be chosen."""

    sentences: int | None = None
    characters: int | None = None

    def fits(self, length: int, *, used: int) -> bool:
        """Tell whether a sentence fits beside what takes `used` characters, a space before it included."""
        return self.characters is None or used + length + (1 if used else 0) <= self.characters

    def holds(self, sentences: int, *, characters: int) -> bool:
        """Tell whether so many sentences, with so many characters in all, fit."""
        if self.sentences is not None and sentences > self.sentences:
            return False
        return self.characters is None or characters <= self.characters


class Burden(NamedTuple):
    """What it costs a reader to meet a sentence, and what more without the one before it, in units of relevance."""

    always: float = 0.0
    alone: float = 0.0


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen, by index; what takes time to find out is asked for only when it matters.

    `numbers` are the places in the document, `length_of` gives characters as they will be printed, `likeness` a cosine.
    """

    relevance: Sequence[float]
    numbers: Sequence[int]
    length_of: Callable[[int], int]
    likeness: Callable[[int, int], float]
    burden_of: Callable[[int], Burden]


def select(options: Options, *, room: Room) -> list[int]:
    """Return the indexes of the chosen options, in the order of choice.

    One that says what a chosen one says is never chosen. Of equals the earlier one comes first.
    """
    choice = _Choice(options, room)
    while room.sentences is None or len(choice.chosen) < room.sentences:
        best = choice.best()
        if best is None:
            break
        choice.take(best)
    return choice.chosen


def preferred(options: Options) -> int:
    """Return the index of the option that is chosen first where there is room for any; there must be one."""
    (best,) = select(options, room=Room(sentences=1))
    return best


@dataclass(slots=True)
class _Choice:
    """A choice under way. `repetition` is known up to the first `compared` of the chosen ones, and only grows."""

    options: Options
    room: Room
    chosen: list[int] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    used: int = 0
    remaining: dict[int, float] = field(init=False)
    compared: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.remaining = dict.fromkeys(range(len(self.options.relevance)), 0.0)

    def best(self) -> int | None:
        """Return the best remaining option that fits; what cannot reach the best so far is not looked at."""
        best, highest = None, -math.inf
        for bound, index in self._by_bound():
            if -bound < highest:
                break
            if self.room.characters is not None and not self._fits(index):
                continue
            value = self._unburdened(index)
            if value >= highest and value > -math.inf:
                value -= self._burden(index)
                if value > highest or (value == highest and best is not None and index < best):
                    best, highest = index, value
        return best

    def take(self, index: int) -> None:
        """Choose an option."""
        self.chosen.append(index)
        self.told.add(self.options.numbers[index])
        del self.remaining[index]
        if self.room.characters is not None:
            self.used += self.options.length_of(index) + (1 if self.used else 0)

    def _by_bound(self) -> list[tuple[float, int]]:
        relevance = self.options.relevance
        return sorted(
            [
                (_REPETITION_WEIGHT * repetition - relevance[index], index)
                for index, repetition in self.remaining.items()
            ]
        )

    def _fits(self, index: int) -> bool:
        return self.room.fits(self.options.length_of(index), used=self.used)

    def _unburdened(self, index: int) -> float:
        """Return what an option is worth beside the chosen ones; it is out where it says the same as one of them."""
        repetition = self.remaining[index]
        for other in self.chosen[self.compared.get(index, 0) :]:
            repetition = max(repetition, self.options.likeness(index, other))
        if repetition > _SAME:
            del self.remaining[index]
            return -math.inf
        self.compared[index] = len(self.chosen)
        self.remaining[index] = repetition
        return self.options.relevance[index] - _REPETITION_WEIGHT * repetition

    def _burden(self, index: int) -> float:
        burden = self.options.burden_of(index)
        is_alone = burden.alone and self.options.numbers[index] - 1 not in self.told
        return burden.always + (burden.alone if is_alone else 0.0)
