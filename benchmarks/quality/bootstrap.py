"""Paired bootstrap of macro averages (Efron and Tibshirani 1993; for text systems Koehn 2004)."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DRAWS = 2_000
SEED = 20261128


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference with its 95% interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.1f} [{self.low:+.1f}, {self.high:+.1f}]"


def macro_difference(ours: Mapping[str, Sequence[float]], theirs: Mapping[str, Sequence[float]]) -> Difference:
    """Return how far our average over sets is above theirs; documents are drawn anew within each set, in pairs."""
    pairs = {name: [one - other for one, other in zip(ours[name], theirs[name], strict=True)] for name in ours}
    dice = random.Random(SEED)
    drawn = sorted(
        sum(_mean(dice.choices(differences, k=len(differences))) for differences in pairs.values()) / len(pairs)
        for _ in range(DRAWS)
    )
    mean = sum(map(_mean, pairs.values())) / len(pairs)
    return Difference(mean, drawn[round(DRAWS * 0.025)], drawn[round(DRAWS * 0.975) - 1])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
