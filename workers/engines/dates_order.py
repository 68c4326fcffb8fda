"""Which number of 05/08/2018 is the day."""

from enum import Enum
from functools import cache

from workers.engines.patterns_words import load_table


class DayOrder(Enum):
    """The place of the day, OPEN where the text cannot be told."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = "open"


def day_order(tag: str, *, sign: str, first: int, second: int) -> DayOrder:
    """Return the order of two numbers of a date in a language; a number above 12 is always the day.

    Dots are European: nobody writes the month first with them.
    """
    if first == second or (first > 12 and second > 12):
        return DayOrder.DAY_FIRST
    if first > 12 or second > 12:
        return DayOrder.DAY_FIRST if first > 12 else DayOrder.MONTH_FIRST
    if tag in _tags("month_first_tags"):
        return DayOrder.MONTH_FIRST
    if tag in _tags("day_first_tags") or tag.split("-", 1)[0] in _tags("day_first") or sign == ".":
        return DayOrder.DAY_FIRST
    return DayOrder.OPEN


@cache
def _tags(name: str) -> frozenset[str]:
    """Return one of the lists of dates_order.json.

    `day_first` are languages whose CLDR short dates begin with the day in every region; English without a region may be
    American, so only its tags with a region are in a list.
    """
    return frozenset(load_table("dates_order")[name].split())
