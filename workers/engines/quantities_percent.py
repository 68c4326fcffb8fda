"""Finds the percentages that Chinese writes with "of a hundred" before the number: 百分之十二, 百分之12.5."""

from collections.abc import Iterator

import regex

from workers.engines import Candidate
from workers.engines.numbers_words import east_asian_value
from workers.engines.patterns_passage import Passage
from workers.engines.quantities import quantity

_PERCENTAGE = regex.compile(
    r"百分之(?:(?P<spelled>[一二三四五六七八九十百]+)|(?P<digits>\p{Nd}{1,9}(?:[.．]\p{Nd}{1,9})?))"
)


def find_percentages(passage: Passage) -> Iterator[Candidate]:
    """Yield the percentages of this form."""
    for match in _PERCENTAGE.finditer(passage.text):
        number = float(match["digits"].replace("．", ".")) if match["digits"] else east_asian_value(match["spelled"])
        if number:
            yield quantity(
                match.start(), match.end(), number=int(number) if number == int(number) else number, unit="%"
            )
