"""Builds date values: EDTF strings that are valid, say no more than the text does, and are always Gregorian."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from schemas.entities import Calendar, DatePrecision, DateValue
from workers.engines.dates_calendars import (
    buddhist_year,
    hijri_span,
    hijri_to_gregorian,
    is_shifted_buddhist_year,
    jalali_span,
    jalali_to_gregorian,
)

# A number outside of these is no Gregorian year in running text; older years are written with three digits or "BC".
GREGORIAN_YEARS = range(1000, 2201)
# "5 August" in a text of 10 August 2018 is of that year; further away it may be an anniversary of any year.
NEAR_DAYS = 31
# Within half a year the weekday leaves one year in seven by chance.
NEAR_DAYS_WITH_WEEKDAY = 120


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as the text has it: parts of a calendar, None for those that it leaves out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN


@dataclass(frozen=True, slots=True)
class DateFound:
    """A span that is a date; `value` is None where the text leaves open which one."""

    value: DateValue | None


UNRESOLVED = DateFound(None)


def resolve(written: WrittenDate, *, published: date | None = None, weekday: int = 0) -> DateFound | None:
    """Return the value of a written date, UNRESOLVED where it is open, or None where there is no such date.

    `weekday` is that of the text, Monday 1 to Sunday 7, 0 where it names none.
    """
    match written.calendar:
        case Calendar.HIJRI:
            return _resolve_hijri(written)
        case Calendar.JALALI:
            return _resolve_jalali(written)
        case Calendar.BUDDHIST:
            return _resolve_buddhist(written)
    if written.year is None and published is not None:
        written = _near(written, published=published, weekday=weekday) or written
    edtf = _gregorian(written)
    return None if edtf is None else DateFound(DateValue(edtf=edtf, precision=precision(written)))


def precision(written: WrittenDate) -> DatePrecision:
    """Return the smallest unit that is written."""
    if written.day is not None:
        return DatePrecision.DAY
    return DatePrecision.MONTH if written.month is not None else DatePrecision.YEAR


def _gregorian(written: WrittenDate) -> str | None:
    if written.year is not None and written.year not in GREGORIAN_YEARS:
        return None
    if written.month is not None and not 1 <= written.month <= 12:
        return None
    if written.day is not None and not 1 <= written.day <= days_in_month(written):
        return None
    year = "XXXX" if written.year is None else f"{written.year:04}"
    return "-".join([year, *(f"{part:02}" for part in (written.month, written.day) if part is not None)])


def days_in_month(written: WrittenDate) -> int:
    """Return the length of the month; a leap year is granted where the year is open."""
    return monthrange(written.year or 2000, written.month or 1)[1]


def _near(written: WrittenDate, *, published: date, weekday: int) -> WrittenDate | None:
    """Return a day with the year nearest to publication; one that names its weekday may be further, and must agree."""
    if written.month is None or written.day is None or not 1 <= written.month <= 12:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        dated = WrittenDate(year=year, month=written.month, day=written.day)
        if year not in GREGORIAN_YEARS or not 1 <= written.day <= days_in_month(dated):
            continue
        day = date(year, written.month, written.day)
        is_weekday = weekday in {0, day.isoweekday()}
        if is_weekday and abs((day - published).days) <= (NEAR_DAYS_WITH_WEEKDAY if weekday else NEAR_DAYS):
            return dated
    return None


def _resolve_hijri(written: WrittenDate) -> DateFound | None:
    if written.year is None:
        return UNRESOLVED
    if written.month is not None and written.day is not None:
        day = hijri_to_gregorian(written.year, month=written.month, day=written.day)
        return _converted((day, day) if day else None, written=written, approximate=True)
    return _converted(hijri_span(written.year, month=written.month), written=written, approximate=True)


def _resolve_jalali(written: WrittenDate) -> DateFound | None:
    if written.year is None:
        return UNRESOLVED
    if written.month is not None and written.day is not None:
        day = jalali_to_gregorian(written.year, month=written.month, day=written.day)
        return _converted((day, day) if day else None, written=written, approximate=False)
    return _converted(jalali_span(written.year, month=written.month), written=written, approximate=False)


def _converted(span: tuple[date, date] | None, *, written: WrittenDate, approximate: bool) -> DateFound | None:
    if span is None:
        return None
    edtf = span[0].isoformat() if span[0] == span[1] else f"{span[0].isoformat()}/{span[1].isoformat()}"
    value = DateValue(edtf=edtf, precision=precision(written), calendar=written.calendar, approximate=approximate)
    return DateFound(value)


def _resolve_buddhist(written: WrittenDate) -> DateFound | None:
    year = written.year and buddhist_year(written.year)
    edtf = _gregorian(WrittenDate(year=year, month=written.month, day=written.day)) if year else None
    if written.year is None or edtf is None:
        return None
    # A year before the reform is exact only from April to December.
    shifted = is_shifted_buddhist_year(written.year) and not (written.month and written.month >= 4)
    value = DateValue(edtf=edtf, precision=precision(written), calendar=Calendar.BUDDHIST, approximate=shifted)
    return DateFound(value)


def interval(first: DateFound | None, *, last: DateFound | None) -> DateFound | None:
    """Join two dates; None where one of them is no date or the order is wrong, UNRESOLVED where one is open."""
    if first is None or last is None:
        return None
    if first.value is None or last.value is None:
        return UNRESOLVED
    start, end = first.value.edtf.split("/")[0], last.value.edtf.split("/")[-1]
    if ("X" in start) != ("X" in end):
        return UNRESOLVED
    if start >= end:
        return None
    update = {"edtf": f"{start}/{end}", "approximate": first.value.approximate or last.value.approximate}
    return DateFound(last.value.model_copy(update=update))


def decade(year: int) -> DateFound | None:
    """Return the decade that begins with a year, as `199X`."""
    if year % 10 or year not in GREGORIAN_YEARS:
        return None
    return DateFound(DateValue(edtf=f"{year // 10}X", precision=DatePrecision.DECADE))


def some_day_of(year: int) -> DateFound | None:
    """Return a day of a year whose month and day the text leaves open, such as 05/08/2018 in English."""
    if year not in GREGORIAN_YEARS:
        return None
    return DateFound(DateValue(edtf=f"{year:04}-XX-XX", precision=DatePrecision.DAY))
