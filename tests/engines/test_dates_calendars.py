"""Conversions against days that are known from almanacs."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.dates_calendars import (
    JALALI_YEARS,
    buddhist_year,
    era_year,
    hijri_span,
    hijri_to_gregorian,
    jalali_span,
    jalali_to_gregorian,
)


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1, 1, 1), date(622, 7, 19)), ((1440, 9, 1), date(2019, 5, 6)), ((1445, 1, 1), date(2023, 7, 19))],
)
def test_hijri_days(hijri: tuple[int, int, int], gregorian: date) -> None:
    year, month, day = hijri
    assert hijri_to_gregorian(year, month=month, day=day) == gregorian


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
    ],
)
def test_jalali_days(jalali: tuple[int, int, int], gregorian: date) -> None:
    year, month, day = jalali
    assert jalali_to_gregorian(year, month=month, day=day) == gregorian


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1400, 12, 30), (1399, 13, 1), (1399, 7, 31), (1399, 1, 0), (900, 1, 1)]
)
def test_days_that_the_jalali_calendar_lacks(year: int, month: int, day: int) -> None:
    assert jalali_to_gregorian(year, month=month, day=day) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=JALALI_YEARS.start, max_value=JALALI_YEARS.stop - 2))
def test_jalali_years_follow_each_other_and_begin_at_the_equinox(year: int) -> None:
    this, following = jalali_span(year, month=None), jalali_span(year + 1, month=None)
    assert this is not None
    assert following is not None
    assert (following[0] - this[1]).days == 1
    assert this[0].month == 3
    assert 19 <= this[0].day <= 22


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=1, max_value=1699), st.integers(min_value=1, max_value=11))
def test_hijri_months_follow_each_other(year: int, month: int) -> None:
    this, following = hijri_span(year, month=month), hijri_span(year, month=month + 1)
    assert this is not None
    assert following is not None
    assert (following[0] - this[1]).days == 1
    assert 29 <= (this[1] - this[0]).days + 1 <= 30


def test_other_year_counts() -> None:
    assert buddhist_year(2561) == 2018
    assert buddhist_year(1600) is None
    assert era_year("令和", year=5) == 2023
    assert era_year("昭和", year=64) == 1989
    assert era_year("昭和", year=65) is None
    assert era_year("明治", year=5) is None
    assert era_year("民國", year=107) == 2018
