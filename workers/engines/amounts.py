"""Finds amounts: each number is money, else a quantity, else nothing."""

from collections.abc import Iterator

from workers.engines import Candidate
from workers.engines.money import money_at
from workers.engines.numbers import numerals
from workers.engines.patterns_passage import Passage
from workers.engines.quantities import quantity_at


def find_amounts(passage: Passage) -> Iterator[Candidate]:
    """Yield the amounts of money and the quantities of a text."""
    for numeral in numerals(passage):
        candidate = money_at(passage, numeral=numeral) or quantity_at(passage, numeral=numeral)
        if candidate is not None:
            yield candidate
