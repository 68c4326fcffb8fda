"""Years before Christ."""

import pytest

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates_before_christ import find_years_before_christ
from workers.engines.patterns_passage import Passage


def years(text: str) -> list[str]:
    """Return the EDTF of all years before Christ."""
    found = find_years_before_christ(Passage(Reading(text)))
    return [one.value.edtf for one in found if isinstance(one.value, DateValue)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in 44 BC on his way", "-0043"),
        ("around 3000 B.C.E.", "-2999"),
        ("prise en 52 av. J.-C.", "-0051"),
        ("im Jahr 44 v. Chr.", "-0043"),
        ("عام 44 قبل الميلاد", "-0043"),
        ("в 44 до н. э.", "-0043"),
        ("nel 44 a.C. a Roma", "-0043"),
        ("公元前44年", "-0043"),
        ("기원전 44년", "-0043"),
        ("MÖ 44", "-0043"),
        ("58–50 BC", "-0057/-0049"),
        ("1 BC", "0000"),
    ],
)
def test_years_before_christ_are_negative_with_a_year_zero(text: str, edtf: str) -> None:
    assert years(text) == [edtf]


@pytest.mark.parametrize("text", ["0 BC", "50–58 BC", "Vancouver, BC", "44 BCX", "3.44 BC"])
def test_what_is_no_such_year_is_left_out(text: str) -> None:
    assert years(text) == []
