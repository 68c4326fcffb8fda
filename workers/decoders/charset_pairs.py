"""How dear each pair of letters is in a language: negative log-probabilities, counted on open texts of each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

COSTS_FILE = Path(__file__).with_name("data") / "letter_pairs.tsv"

# Anything but a letter or a sign of the table: a digit, or a blank, a comma and the like.
DIGIT, OTHER = "0", " "
# A cost is one character: its code less that of "0", in quarters of a nat.
ZERO, QUANTUM = ord("0"), 0.25

# Letters that encodings have in place of the right ones: the cedillas of Romanian, the Arabic yeh of Persian.
_FOLDED = str.maketrans("șțȘȚیى۔", "şţŞŢيي.")


@dataclass(frozen=True, slots=True)
class PairCosts:
    """Costs in quarters of a nat over ZERO: `rows[i][j]` is that of letter j after letter i, and letter 0 is OTHER."""

    letters: Mapping[str, int]
    rows: Sequence[bytes]


def fold_character(character: str) -> str:
    """Return the small letter of a capital, and of equal letters one; İ, which has no small letter of its own, stays."""
    lower = character.lower()
    return (lower if len(lower) == 1 else character).translate(_FOLDED)


def class_of(character: str) -> str:
    """Return what stands in the table for a character without costs of its own."""
    return DIGIT if character.isdecimal() else OTHER


@cache
def pair_costs() -> Mapping[str, PairCosts]:
    """Return the costs by language; `training/fit_letter_pairs.py` counted them."""
    return dict(map(_read, COSTS_FILE.read_text("utf-8").splitlines()))


def _read(line: str) -> tuple[str, PairCosts]:
    language, letters, pairs = line.split("\t")
    size, costs = len(letters), pairs.encode("ascii")
    rows = [costs[first : first + size] for first in range(0, len(costs), size)]
    return language, PairCosts({letter: index for index, letter in enumerate(letters)}, rows)
