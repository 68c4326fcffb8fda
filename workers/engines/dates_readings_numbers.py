"""How dates in numbers are read: 2018-08-05, 05/08/2018, 2018年8月5日, 5 tháng 8 năm 2018."""

from schemas.entities import Calendar
from workers.engines import dates_values
from workers.engines.dates_calendars import era_year
from workers.engines.dates_match import Match
from workers.engines.dates_order import DayOrder, day_order
from workers.engines.dates_resolve import PLAIN_YEARS, YEARS_AWAY, calendar_of, resolve_match
from workers.engines.dates_values import UNRESOLVED, DateFound, WrittenDate, resolve
from workers.engines.patterns_context import names_a_version

_DOTTED_YEAR_FIRST = frozenset({"ko", "zh", "ja", "hu", "mn"})
_REPUBLIC_TAGS, _REPUBLIC_YEARS, _REPUBLIC_OFFSET = frozenset({"zh-TW", "zh-Hant", "zh-Hant-TW"}), range(60, 200), 1911
# Two-digit years that are seldom Gregorian: Thai ones are Buddhist, Nepali ones of Bikram Sambat.
_OTHER_SHORT_YEARS = frozenset({"th", "lo", "ne", "fa", "ps", "am"})
_PADDED_MONTHS = frozenset(f"{month:02}" for month in range(1, 10))
# Two-digit years lie within so many years after publication, else in the hundred years before that.
_SHORT_YEAR_FUTURE_YEARS = 20


def year_month(match: Match) -> DateFound | None:
    """2018-08 and 08/2018: a month of two digits, so that ranges and fractions are no dates."""
    month = match.token("month")
    is_padded = month is not None and match.passage.text[month.start : month.end] in _PADDED_MONTHS
    if not is_padded or match.number("year") not in PLAIN_YEARS:
        return None
    return resolve(WrittenDate(year=match.number("year"), month=match.number("month")))


def iso(match: Match) -> DateFound | None:
    """2018-08-05, with other signs too: the year first is always followed by the month.

    With dots, one-digit parts are a version number except where dates are written so.
    """
    is_padded = all(token and token.end - token.start == 2 for token in (match.token("month"), match.token("day")))
    if match.letter("sign") == "." and not is_padded and match.language not in _DOTTED_YEAR_FIRST:
        return None
    if names_a_version(match.passage.text, start=match.start, end=match.end):
        return None
    return resolve_match(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def numeric(match: Match) -> DateFound | None:
    """05/08/2018, in the order of the language; where that is open, some day of the year."""
    if names_a_version(match.passage.text, start=match.start, end=match.end):
        return None
    year, first, second = match.number("year"), match.number("first") or 0, match.number("second") or 0
    order = day_order(match.passage.tag_at(match.start), sign=match.letter("sign").strip(), first=first, second=second)
    if order is DayOrder.OPEN:
        gregorian = year is not None and calendar_of(match) is Calendar.GREGORIAN
        return dates_values.some_day_of(year) if gregorian and year is not None else UNRESOLVED
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    return resolve_match(match, year=year, month=month, day=day)


def short_numeric(match: Match) -> DateFound | None:
    """05.08.18: all parts have two digits; the century is that of publication, and open without one."""
    tokens = [match.token(name) for name in ("first", "second", "short")]
    if any(token is None or token.end - token.start != 2 for token in tokens):
        return None
    if names_a_version(match.passage.text, start=match.start, end=match.end):
        return None
    first, second, short = (token.value for token in tokens if token is not None)
    order = day_order(match.passage.tag_at(match.start), sign=match.letter("sign"), first=first, second=second)
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    if order is not DayOrder.OPEN and resolve(WrittenDate(month=month, day=day)) is None:
        return None
    if order is DayOrder.OPEN or match.published is None or match.language in _OTHER_SHORT_YEARS:
        return UNRESOLVED
    latest = match.published.year + _SHORT_YEAR_FUTURE_YEARS
    return resolve(WrittenDate(year=latest - (latest - short) % 100, month=month, day=day))


def vietnamese(match: Match) -> DateFound | None:
    """5 tháng 8 năm 2018; a month alone is no date."""
    if match.language == "mn":
        return None
    if match.number("day") is None and match.number("year") is None:
        return None
    return resolve_match(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def numbered_month(match: Match) -> DateFound | None:
    """2018 оны 8 дугаар сарын 5: months by their number; in Vietnamese the word stands before it."""
    if match.language != "mn" or (match.number("day") is None and match.number("year") is None):
        return None
    return resolve_match(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def of_told_year(match: Match) -> DateFound | None:
    """今年8月5日, 去年12月: open where the day of publication is unknown."""
    published, month, day = match.published, match.number("month"), match.number("day")
    written = WrittenDate(month=month, day=day)
    if resolve(written) is None:
        return None
    if published is None:
        return UNRESOLVED
    return resolve(WrittenDate(year=published.year + YEARS_AWAY[match.letter("told")], month=month, day=day))


def _east_asian_year(match: Match) -> int | None:
    era, republic = match.token("era"), match.number("republic") if match.letter("republic") else None
    if republic is not None:  # 107年8月5日: years of the republic without its name
        is_counted = republic in _REPUBLIC_YEARS and match.passage.tag_at(match.start) in _REPUBLIC_TAGS
        return republic + _REPUBLIC_OFFSET if is_counted else None
    if era is None:
        return match.number("year")
    count = 1 if match.letter("count") == "元" else match.number("count") or 0
    return era_year(match.passage.text[era.start : era.end], year=count)


def east_asian(match: Match) -> DateFound | None:
    """2018年8月5日, 令和5年: eras are counted into Gregorian years."""
    year = _east_asian_year(match)
    if year is None and match.letter("republic"):
        return None
    if year is None and match.token("era"):
        return UNRESOLVED
    return resolve(WrittenDate(year=year, month=match.number("month"), day=match.number("day")))


def east_asian_days(match: Match) -> DateFound | None:
    """8月5日から8日, with a year before it or not."""
    year, month = _east_asian_year(match), match.number("month")
    first, last = (WrittenDate(year=year, month=month, day=match.number(name)) for name in ("day", "day2"))
    return dates_values.interval(
        resolve(first, published=match.published), last=resolve(last, published=match.published)
    )


def east_asian_months(match: Match) -> DateFound | None:
    """2018年8月から10月."""
    year = _east_asian_year(match)
    first, last = (WrittenDate(year=year, month=match.number(name)) for name in ("month", "month2"))
    return dates_values.interval(resolve(first), last=resolve(last))
