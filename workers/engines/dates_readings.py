"""How each form of the date grammar is read: from a match over token classes to a value."""

from schemas.entities import Calendar
from workers.engines import dates_values
from workers.engines.dates_calendars import BUDDHIST_YEARS, JALALI_YEARS, era_year
from workers.engines.dates_match import Match
from workers.engines.dates_order import DayOrder, day_order
from workers.engines.dates_values import UNRESOLVED, DateFound, WrittenDate, resolve

# Years that a number after a mere preposition may be: "in 1600 villages" and "in 2500 cases" are counts.
_PLAIN_YEARS = range(1800, 2100)
# Hijri years of the last two centuries and the next: in Arabic text they are open without a mark.
_OPEN_HIJRI_YEARS = range(1200, 1501)
_JALALI_IN_PERSIAN = range(1200, 1500)
_DOTTED_YEAR_FIRST = frozenset({"ko", "zh", "ja", "hu", "mn"})
_YEAR_FIRST = frozenset(
    {"hu", "lt", "lv", "eu", "mn", "kk", "ky", "hy", "ka", "my", "ne", "ml", "te", "ta", "bo", "fa", "az", "tr"}
)
_MONTH_FIRST = frozenset({"en", "fil", "hu", "lt", "lv", "eu", "ne", "my", "mn", "te", "ta", "kn", "ml", "hy", "sw"})
# "la sequía de 2023", "the 2018 elections": in these the word for "of" or "the" stands before a year without "year".
_OF_YEAR_LANGUAGES = frozenset({"en", "es", "pt", "fr", "it", "ca", "gl", "ro"})
# Years that such a word leaves likely; and those of the present in Persian.
_YEARS_NOW, _JALALI_YEARS_NOW = range(1900, 2101), range(1300, 1431)
# Both ends of "1900-2000 people" are multiples of this; those of a range of years seldom are.
_ROUND = 50
_PADDED_MONTHS = frozenset(f"{month:02}" for month in range(1, 10))
# "années 30" is the nineteen-thirties; "années 20" may be this century's.
_CLEAR_SHORT_DECADES = range(30, 100)
# Two-digit years lie within so many years after publication, else in the hundred years before that.
_SHORT_YEAR_FUTURE_YEARS = 20


def _calendar(match: Match) -> Calendar:
    year = match.number("year")
    if match.letter("mark") == "E" or match.letter("month") == "H":
        return Calendar.HIJRI
    if match.letter("mark") == "S" or match.letter("month") == "J":
        return Calendar.JALALI
    if match.letter("buddhist") or (match.language == "th" and year in BUDDHIST_YEARS):
        return Calendar.BUDDHIST
    if match.language in {"fa", "ps"} and year in _JALALI_IN_PERSIAN and match.letter("month") in {"", "d"}:
        return Calendar.JALALI
    return Calendar.GREGORIAN


def _resolve(match: Match, *, year: int | None, month: int | None, day: int | None) -> DateFound | None:
    calendar = _calendar(match)
    if calendar is Calendar.HIJRI and year is not None and year in _PLAIN_YEARS:
        return UNRESOLVED  # "رمضان 2018": a Hijri month of a Gregorian year
    has_name = match.letter("month") not in {"", "d"}
    if calendar is Calendar.GREGORIAN and match.language in {"ar", "ur"} and year in _OPEN_HIJRI_YEARS and not has_name:
        return UNRESOLVED
    if calendar is Calendar.JALALI and year is not None and year not in JALALI_YEARS:
        return UNRESOLVED
    written = WrittenDate(year=year, month=month, day=day, calendar=calendar)
    return resolve(written, published=match.published)


def day(match: Match) -> DateFound | None:
    """5 August 2018, أغسطس/ آب with its twin; the twin must be the same month."""
    twin = match.number("twin")
    if twin is not None and twin != match.number("month"):
        return None
    return _resolve(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def year_first(match: Match) -> DateFound | None:
    """2018 August 5, in languages that write so; elsewhere the year belongs to what stands before it."""
    return day(match) if match.language in _YEAR_FIRST else None


def year_first_days(match: Match) -> DateFound | None:
    """2018. augusztus 5-8., in languages that write so."""
    return days_of_month(match) if match.language in _YEAR_FIRST else None


def year_month(match: Match) -> DateFound | None:
    """2018-08 and 08/2018: a month of two digits, so that ranges and fractions are no dates."""
    month = match.token("month")
    is_padded = month is not None and match.passage.text[month.start : month.end] in _PADDED_MONTHS
    if not is_padded or match.number("year") not in _PLAIN_YEARS:
        return None
    return resolve(WrittenDate(year=match.number("year"), month=match.number("month")))


def month_day(match: Match) -> DateFound | None:
    """August 5, in languages that write so; "in May 12 people" is a count."""
    if match.language not in _MONTH_FIRST or match.counts_a_noun():
        return None
    return day(match)


def month(match: Match) -> DateFound | None:
    """August 2018; two different months are the time from one to the other."""
    year, twin = match.number("year"), match.number("twin")
    if year is not None and year not in _PLAIN_YEARS and match.counts_a_noun():
        return None  # "in August 1600 people"
    first = _resolve(match, year=year, month=match.number("month"), day=None)
    if twin is None or twin == match.number("month"):
        return first
    return dates_values.interval(first, last=_resolve(match, year=year, month=twin, day=None))


def month_to_month(match: Match) -> DateFound | None:
    """July - August 2018; one month under two names is that month."""
    year, first, last = match.number("year"), match.number("month"), match.number("month2")
    start = _resolve(match, year=year, month=first, day=None)
    return (
        start if first == last else dates_values.interval(start, last=_resolve(match, year=year, month=last, day=None))
    )


def days_of_month(match: Match) -> DateFound | None:
    """5-8 August 2018."""
    if match.token("twin") and match.number("twin") != match.number("month"):
        return None
    year, month = match.number("year"), match.number("month")
    first = _resolve(match, year=year, month=month, day=match.number("day"))
    return dates_values.interval(first, last=_resolve(match, year=year, month=month, day=match.number("day2")))


def days_after_month(match: Match) -> DateFound | None:
    """August 5-8, in languages that write so; "in May 5 to 12 people" are counts."""
    if match.language not in _MONTH_FIRST or match.counts_a_noun():
        return None
    return days_of_month(match)


def day_to_day(match: Match) -> DateFound | None:
    """1.1.-31.12.2018."""
    year = match.number("year")
    first = _resolve(match, year=year, month=match.number("month"), day=match.number("day"))
    return dates_values.interval(
        first, last=_resolve(match, year=year, month=match.number("month2"), day=match.number("day2"))
    )


def _east_asian_year(match: Match) -> int | None:
    era = match.token("era")
    if era is None:
        return match.number("year")
    count = 1 if match.letter("count") == "元" else match.number("count") or 0
    return era_year(match.passage.text[era.start : era.end], year=count)


def east_asian(match: Match) -> DateFound | None:
    """2018年8月5日, 令和5年: eras are counted into Gregorian years."""
    year = _east_asian_year(match)
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


def vietnamese(match: Match) -> DateFound | None:
    """5 tháng 8 năm 2018; a month alone is no date."""
    if match.number("day") is None and match.number("year") is None:
        return None
    return _resolve(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def iso(match: Match) -> DateFound | None:
    """2018-08-05, with other signs too: the year first is always followed by the month.

    With dots, one-digit parts are a version number except where dates are written so.
    """
    is_padded = all(token and token.end - token.start == 2 for token in (match.token("month"), match.token("day")))
    if match.letter("sign") == "." and not is_padded and match.language not in _DOTTED_YEAR_FIRST:
        return None
    return _resolve(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def numeric(match: Match) -> DateFound | None:
    """05/08/2018, in the order of the language; where that is open, some day of the year."""
    year, first, second = match.number("year"), match.number("first") or 0, match.number("second") or 0
    order = day_order(match.passage.tag_at(match.start), sign=match.letter("sign").strip(), first=first, second=second)
    if order is DayOrder.OPEN:
        gregorian = year is not None and _calendar(match) is Calendar.GREGORIAN
        return dates_values.some_day_of(year) if gregorian and year is not None else UNRESOLVED
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    return _resolve(match, year=year, month=month, day=day)


def short_numeric(match: Match) -> DateFound | None:
    """05.08.18: all parts have two digits; the century is that of publication, and open without one."""
    tokens = [match.token(name) for name in ("first", "second", "short")]
    if any(token is None or token.end - token.start != 2 for token in tokens):
        return None
    first, second, short = (token.value for token in tokens if token is not None)
    if short == 0 and match.published is None:
        return UNRESOLVED
    order = day_order(match.passage.tag_at(match.start), sign=match.letter("sign"), first=first, second=second)
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    if order is not DayOrder.OPEN and resolve(WrittenDate(month=month, day=day)) is None:
        return None
    if order is DayOrder.OPEN or match.published is None:
        return UNRESOLVED
    latest = match.published.year + _SHORT_YEAR_FUTURE_YEARS
    return resolve(WrittenDate(year=latest - (latest - short) % 100, month=month, day=day))


def years(match: Match) -> DateFound | None:
    """From 2014 to 2018; without a preposition before it not where it may count: "1900 to 2000 people"."""
    first, last = match.number("year") or 0, match.number("year2") or 0
    if not (match.letter("cue") or match.letter("after")):
        if first not in _PLAIN_YEARS or last not in _PLAIN_YEARS:
            return None
        if first % _ROUND == last % _ROUND == 0 and match.counts_a_noun():
            return None
        is_cued = match.follows("IUZPL(") or match.found.end("year") + 1 == match.found.start("year2")
        if not is_cued and (match.counts_a_noun() or first not in _YEARS_NOW):
            return None
    start = _resolve(match, year=first, month=None, day=None)
    return dates_values.interval(start, last=_resolve(match, year=last, month=None, day=None))


def season(match: Match) -> DateFound | None:
    """2018/19: two years that follow each other."""
    first = match.number("year") or 0
    if first not in _PLAIN_YEARS or match.number("next") != (first + 1) % 100:
        return None
    return dates_values.interval(resolve(WrittenDate(year=first)), last=resolve(WrittenDate(year=first + 1)))


def decade(match: Match) -> DateFound | None:
    """1990s, 1990年代, années 90; "années 2014" are no decade."""
    written = match.number("year") or 1
    if match.language in {"fa", "ps"} and written in _JALALI_IN_PERSIAN:
        return UNRESOLVED
    if written >= 100:
        return dates_values.decade(written)
    if written % 10:
        return None
    return dates_values.decade(1900 + written) if written in _CLEAR_SHORT_DECADES else UNRESOLVED


def year(match: Match) -> DateFound | None:
    """A year beside a word for year; in Arabic text one that may be Hijri stays open."""
    return _resolve(match, year=match.number("year"), month=None, day=None)


def bare_year(match: Match) -> DateFound | None:
    """A number after a preposition: a year unless it counts what follows."""
    written = match.number("year") or 0
    if match.language in {"fa", "ps"} and written in _JALALI_YEARS_NOW:
        return None if written % 10 == 0 and match.counts_a_noun() else year(match)
    is_round = written % 100 == 0
    if written not in _PLAIN_YEARS or (is_round and (match.counts_a_noun() or match.precedes("'"))):
        return None
    return resolve(WrittenDate(year=written))


def year_of(match: Match) -> DateFound | None:
    """The elections of 2018, the 2018 elections: a round number before a plural is a count."""
    written = match.number("year") or 0
    if written not in _YEARS_NOW or match.language not in _OF_YEAR_LANGUAGES:
        return None
    if written % 10 == 0 and match.counts_a_noun():
        return None
    return resolve(WrittenDate(year=written))
