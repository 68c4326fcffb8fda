"""How days and months with names are read: from a match over token classes to a value."""

from workers.engines import dates_values
from workers.engines.dates_match import Match
from workers.engines.dates_resolve import PLAIN_YEARS, resolve_match
from workers.engines.dates_values import DateFound

_YEAR_FIRST = frozenset(
    {
        "hu",
        "lt",
        "lv",
        "eu",
        "mn",
        "kk",
        "ky",
        "hy",
        "ka",
        "my",
        "ne",
        "ml",
        "te",
        "ta",
        "bo",
        "fa",
        "az",
        "tr",
        "uz",
        "si",
        "ps",
        "sd",
        "ckb",
        "ug",
        "eo",
    }
)
_MONTH_FIRST = frozenset({"en", "fil", "hu", "lt", "lv", "eu", "ne", "my", "mn", "te", "ta", "kn", "ml", "hy", "sw"})
_COMMA_AFTER_DAY = frozenset({"te", "ml"})
_CLEAR_JALALI_YEARS = range(50, 100)
# Only where the year comes first may it stand before the name of a month alone.
_YEAR_BEFORE_MONTH = _YEAR_FIRST - {"fa", "tr"} | {"uz", "si", "et", "km"}


def day(match: Match) -> DateFound | None:
    """5 August 2018, أغسطس/ آب with its twin; the twin must be the same month."""
    twin = match.number("twin")
    if twin is not None and twin != match.number("month"):
        return None
    return resolve_match(match, year=match.number("year"), month=match.number("month"), day=match.number("day"))


def year_first(match: Match) -> DateFound | None:
    """2018 August 5, in languages that write so; elsewhere the year belongs to what stands before it."""
    return day(match) if match.language in _YEAR_FIRST else None


def day_with_comma(match: Match) -> DateFound | None:
    """5, August 2018, in languages that write so; elsewhere the number belongs to what stands before it."""
    return day(match) if match.language in _COMMA_AFTER_DAY else None


def year_first_days(match: Match) -> DateFound | None:
    """2018. augusztus 5-8., in languages that write so."""
    return days_of_month(match) if match.language in _YEAR_FIRST else None


def month_day(match: Match) -> DateFound | None:
    """August 5, in languages that write so; "in May 12 people" is a count."""
    if match.language not in _MONTH_FIRST or match.counts_a_noun():
        return None
    return day(match)


def month(match: Match) -> DateFound | None:
    """August 2018; two different months are the time from one to the other."""
    year, twin = match.number("year"), match.number("twin")
    is_plain = match.letter("month") not in {"H", "J"} and not match.letter("buddhist") and match.language != "th"
    if year is not None and is_plain and year not in PLAIN_YEARS and match.counts_a_noun():
        return None  # "in August 1600 people"
    first = resolve_match(match, year=year, month=match.number("month"), day=None)
    if twin is None or twin == match.number("month"):
        return first
    return dates_values.interval(first, last=resolve_match(match, year=year, month=twin, day=None))


def year_first_month(match: Match) -> DateFound | None:
    """2018 August, in languages that write so."""
    return month(match) if match.language in _YEAR_BEFORE_MONTH else None


def short_jalali(match: Match) -> DateFound | None:
    """24 آبان 98: of the fourteenth Jalali century, which ended in 2021."""
    short = match.number("short") or 0
    if short not in _CLEAR_JALALI_YEARS:
        return None
    return resolve_match(match, year=1300 + short, month=match.number("month"), day=match.number("day"))


def month_to_month(match: Match) -> DateFound | None:
    """July - August 2018; one month under two names is that month."""
    year, first, last = match.number("year"), match.number("month"), match.number("month2")
    start = resolve_match(match, year=year, month=first, day=None)
    return (
        start
        if first == last
        else dates_values.interval(start, last=resolve_match(match, year=year, month=last, day=None))
    )


def days_of_month(match: Match) -> DateFound | None:
    """5-8 August 2018."""
    if match.token("twin") and match.number("twin") != match.number("month"):
        return None
    year, month = match.number("year"), match.number("month")
    first = resolve_match(match, year=year, month=month, day=match.number("day"))
    return dates_values.interval(first, last=resolve_match(match, year=year, month=month, day=match.number("day2")))


def day_to_day(match: Match) -> DateFound | None:
    """1.1.-31.12.2018, 4 Oct - 3 Nov 2018."""
    year = match.number("year")
    first = resolve_match(match, year=year, month=match.number("month"), day=match.number("day"))
    return dates_values.interval(
        first, last=resolve_match(match, year=year, month=match.number("month2"), day=match.number("day2"))
    )


def year_first_day_to_day(match: Match) -> DateFound | None:
    """2018. okt. 4. - nov. 3., in languages that write so."""
    return day_to_day(match) if match.language in _YEAR_FIRST else None


def year_first_months(match: Match) -> DateFound | None:
    """2018. október-november, in languages that write so."""
    return month_to_month(match) if match.language in _YEAR_FIRST else None


def days_after_month(match: Match) -> DateFound | None:
    """August 5-8, in languages that write so; "in May 5 to 12 people" are counts."""
    if match.language not in _MONTH_FIRST or match.counts_a_noun():
        return None
    return days_of_month(match)
