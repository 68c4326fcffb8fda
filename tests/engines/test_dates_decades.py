"""Decades that Arabic names by a word."""

import pytest

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates_decades import find_arabic_decades
from workers.engines.patterns_passage import Passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تسعينيات القرن الماضي", ("تسعينيات القرن الماضي", "199X")),
        ("في ستينات القرن العشرين", ("ستينات القرن العشرين", "196X")),
        ("ثمانينيات القرن التاسع عشر", ("ثمانينيات القرن التاسع عشر", "188X")),
        ("في التسعينيات", ("التسعينيات", None)),
    ],
)
def test_a_decade_has_a_value_where_its_century_is_named(text: str, expected: tuple[str, str | None]) -> None:
    (found,) = find_arabic_decades(Passage(Reading(text, language="ar")))
    value = found.value.edtf if isinstance(found.value, DateValue) else None
    assert (text[found.start : found.end], value) == expected


def test_only_arabic_is_read() -> None:
    assert list(find_arabic_decades(Passage(Reading("التسعينيات", language="fa")))) == []
