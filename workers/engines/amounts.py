"""Finds amounts: each number, in digits or words, is money, else a quantity, else nothing."""

from collections.abc import Iterator
from itertools import chain

from workers.engines import Candidate
from workers.engines.money import money_at
from workers.engines.numbers import numerals
from workers.engines.numbers_words import spelled_numerals
from workers.engines.patterns_passage import Passage
from workers.engines.quantities import quantity_at
from workers.engines.quantities_dual import find_duals
from workers.engines.quantities_percent import find_percentages


def find_amounts(passage: Passage) -> Iterator[Candidate]:
    """Yield the amounts of money and the quantities of a text."""
    for numeral in chain(numerals(passage), spelled_numerals(passage)):
        candidate = money_at(passage, numeral=numeral) or quantity_at(passage, numeral=numeral)
        if candidate is not None:
            yield candidate
    yield from find_duals(passage)
    yield from find_percentages(passage)
