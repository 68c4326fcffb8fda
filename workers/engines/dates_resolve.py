"""Resolves a match of the date grammar: which calendar it is of, and which year where it names none."""

from schemas.entities import Calendar
from workers.engines.dates_calendars import BUDDHIST_YEARS, JALALI_YEARS
from workers.engines.dates_match import Match
from workers.engines.dates_named_days import names_a_day
from workers.engines.dates_values import UNRESOLVED, DateFound, WrittenDate, resolve

# Years that a number after a mere preposition may be: "in 1600 villages" and "in 2500 cases" are counts.
PLAIN_YEARS = range(1800, 2100)
# Hijri years of the last two centuries and the next: in Arabic text they are open without a mark.
_OPEN_HIJRI_YEARS = range(1200, 1501)
JALALI_IN_PERSIAN = range(1200, 1500)
# "this year", "last year" and "next year" after a day.
_YEARS_AWAY = {"=": 0, "{": -1, "}": 1}


def calendar_of(match: Match) -> Calendar:
    """Return the calendar that the mark, the month's name or, in some languages, the year itself tells."""
    year = match.number("year")
    if match.letter("mark") == "E" or match.letter("month") == "H":
        return Calendar.HIJRI
    if match.letter("mark") == "S" or match.letter("month") == "J":
        return Calendar.JALALI
    if match.letter("buddhist") or (match.language == "th" and year in BUDDHIST_YEARS):
        return Calendar.BUDDHIST
    if match.language in {"fa", "ps"} and year in JALALI_IN_PERSIAN and match.letter("month") in {"", "d"}:
        return Calendar.JALALI
    return Calendar.GREGORIAN


def resolve_match(match: Match, *, year: int | None, month: int | None, day: int | None) -> DateFound | None:
    """Return the value of what was read, UNRESOLVED where it is open, or None where there is no such date."""
    calendar = calendar_of(match)
    if calendar is Calendar.HIJRI and year is not None and year in PLAIN_YEARS:
        return UNRESOLVED  # "رمضان 2018": a Hijri month of a Gregorian year
    has_name = match.letter("month") not in {"", "d"}
    if calendar is Calendar.GREGORIAN and match.language in {"ar", "ur"} and year in _OPEN_HIJRI_YEARS and not has_name:
        return UNRESOLVED
    if calendar is Calendar.JALALI and year is not None and year not in JALALI_YEARS:
        return UNRESOLVED
    written = WrittenDate(year=year or _told_year(match, month=month, day=day), month=month, day=day, calendar=calendar)
    is_open = written.year is None and has_name and names_a_day(match, month=month, day=day)
    return resolve(written, published=None if is_open else match.published)


def _told_year(match: Match, *, month: int | None, day: int | None) -> int | None:
    """Return the year that "last", "next" or "this year" after a day give it, where the day of publication is known."""
    told, published = match.letter("told"), match.published
    if not told or published is None or month is None:
        return None
    if told in _YEARS_AWAY:
        return published.year + _YEARS_AWAY[told]
    is_later = (month, day or 0) > (published.month, published.day if day else 0)
    return published.year - int(is_later) if told == "<" else published.year + int(not is_later)
