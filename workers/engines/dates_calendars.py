"""Exact arithmetic from other calendars to the Gregorian one: Hijri, Jalali, Buddhist, and year counts by era.

Sources: E. M. Reingold and N. Dershowitz, *Calendrical Calculations* (tabular Islamic calendar);
K. M. Borkowski, *The Persian calendar for 3000 years* (break years of the Jalali leap cycle).
"""

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise

from workers.engines.patterns_words import load_table

# 1 Muharram 1 of the civil tabular calendar is 16 July 622 (Julian), 19 July in the proleptic Gregorian calendar.
_HIJRI_EPOCH_DAY = date(622, 7, 19).toordinal()
HIJRI_YEARS = range(1, 1701)
# 1 Farvardin of a Jalali year is within March 19-22; these are the first years of runs of its leap cycle, 1178-2211.
_JALALI_BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262)
JALALI_YEARS = range(1178, 1635)
BUDDHIST_YEARS = range(2300, 2701)
_BUDDHIST_OFFSET = 543
# Before 2484 BE (1941) the Thai year began on 1 April, so January to March belong to the next Gregorian year.
_BUDDHIST_REFORM_YEAR = 2484


def hijri_to_gregorian(year: int, *, month: int, day: int) -> date | None:
    """Return the Gregorian day of a tabular Hijri date, at most a day or two beside the sighted one."""
    if year not in HIJRI_YEARS or not 1 <= month <= 12 or not 1 <= day <= 30:
        return None
    return date.fromordinal(_hijri_day_number(year, month=month) + day - 1)


def hijri_span(year: int, *, month: int | None) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a Hijri month or year."""
    if year not in HIJRI_YEARS or not 1 <= (month or 1) <= 12:
        return None
    first = _hijri_day_number(year, month=month or 1)
    after = _hijri_day_number(year, month=month + 1) if month else _hijri_day_number(year + 1, month=1)
    return date.fromordinal(first), date.fromordinal(after - 1)


def _hijri_day_number(year: int, *, month: int) -> int:
    days_in_months = 29 * (month - 1) + month // 2
    return _HIJRI_EPOCH_DAY + days_in_months + (year - 1) * 354 + (3 + 11 * year) // 30


def jalali_to_gregorian(year: int, *, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Jalali date, or None when the calendar has no such day."""
    span = jalali_span(year, month=month)
    if span is None or day < 1:
        return None
    found = span[0] + timedelta(days=day - 1)
    return found if found <= span[1] else None


def jalali_span(year: int, *, month: int | None) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a Jalali month or year."""
    if year not in JALALI_YEARS or not 1 <= (month or 1) <= 12:
        return None
    new_year, next_new_year = _jalali_new_year(year), _jalali_new_year(year + 1)
    if month is None:
        return new_year, next_new_year - timedelta(days=1)
    start = new_year + timedelta(days=30 * (month - 1) + min(month - 1, 6))
    end = next_new_year if month == 12 else new_year + timedelta(days=30 * month + min(month, 6))
    return start, end - timedelta(days=1)


def _jalali_new_year(year: int) -> date:
    run = bisect_right(_JALALI_BREAKS, year) - 1
    leaps = -14
    for start, end in pairwise(_JALALI_BREAKS[: run + 1]):
        leaps += (end - start) // 33 * 8 + (end - start) % 33 // 4
    length = _JALALI_BREAKS[run + 1] - _JALALI_BREAKS[run]
    since = year - _JALALI_BREAKS[run]
    leaps += since // 33 * 8 + (since % 33 + 3) // 4
    if length % 33 == 4 and length - since == 4:
        leaps += 1
    gregorian = year + 621
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return date(gregorian, 3, 20 + leaps - gregorian_leaps)


def buddhist_year(year: int) -> int | None:
    """Return the Gregorian year of a Buddhist one, or None outside of the years that texts use."""
    return year - _BUDDHIST_OFFSET if year in BUDDHIST_YEARS else None


def is_shifted_buddhist_year(year: int) -> bool:
    """Say whether the Thai year began in April, so that the Gregorian year may be one later."""
    return year < _BUDDHIST_REFORM_YEAR


def era_year(era: str, *, year: int) -> int | None:
    """Return the Gregorian year of a Japanese or Taiwanese era year, or None when the era had no such year.

    Months and days of an era are Gregorian since 1873 (Meiji 6), so that earlier years stay unresolved.
    """
    first, years = load_table("dates_calendars")["eras"][era]
    gregorian: int = first + year - 1
    return gregorian if 1 <= year <= years and gregorian >= 1873 else None
