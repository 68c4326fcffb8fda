"""How years, seasons and decades are read: a number is a year only where nothing makes it a count."""

from workers.engines import dates_values
from workers.engines.dates_match import Match
from workers.engines.dates_resolve import JALALI_IN_PERSIAN, PLAIN_YEARS, resolve_match
from workers.engines.dates_values import UNRESOLVED, DateFound, WrittenDate, resolve

# "la sequía de 2023", "the 2018 elections": in these the word for "of" or "the" stands before a year without "year".
_OF_YEAR_LANGUAGES = frozenset({"en", "es", "pt", "fr", "it", "ca", "gl", "ro"})
# Years that such a word leaves likely; and those of the present in Persian.
_YEARS_NOW, _JALALI_YEARS_NOW = range(1900, 2101), range(1300, 1431)
# Both ends of "1900-2000 people" are multiples of this; those of a range of years seldom are.
_ROUND = 50
# "années 30" is the nineteen-thirties; "années 20" may be this century's.
_CLEAR_SHORT_DECADES = range(30, 100)
_LAST_CENTURY = 20
# "voor 1988 toeschouwers": these are "before" and "in front of".
_IN_FRONT_OF = frozenset({"voor", "trước", "vor", "ante"})


def years(match: Match) -> DateFound | None:
    """From 2014 to 2018; without a preposition before it not where it may count: "1900 to 2000 people"."""
    first, last = match.number("year") or 0, match.number("year2") or 0
    if not (match.letter("cue") or match.letter("after")):
        if first not in PLAIN_YEARS or last not in PLAIN_YEARS:
            return None
        if first % _ROUND == last % _ROUND == 0 and match.counts_a_noun():
            return None
        is_cued = match.follows("IUZPL(") or match.found.end("year") + 1 == match.found.start("year2")
        if not is_cued and (match.counts_a_noun() or first not in _YEARS_NOW):
            return None
    start = resolve_match(match, year=first, month=None, day=None)
    return dates_values.interval(start, last=resolve_match(match, year=last, month=None, day=None))


def season(match: Match) -> DateFound | None:
    """2018/19: two years that follow each other."""
    first = match.number("year") or 0
    if first not in PLAIN_YEARS or match.number("next") != (first + 1) % 100:
        return None
    return dates_values.interval(resolve(WrittenDate(year=first)), last=resolve(WrittenDate(year=first + 1)))


def decade(match: Match) -> DateFound | None:
    """1990s, 1990年代, années 90; "années 2014" are no decade."""
    written = match.number("year") or 1
    if match.language in {"fa", "ps"} and (
        written in JALALI_IN_PERSIAN or (written < 100 and not match.letter("after"))
    ):
        return UNRESOLVED  # "دهه ۶۰" is mostly the thirteen-sixties
    if written >= 100:
        return dates_values.decade(written)
    if written % 10:
        return None
    return dates_values.decade(1900 + written) if written in _CLEAR_SHORT_DECADES else UNRESOLVED


def decade_of_century(match: Match) -> DateFound | None:
    """上世纪90年代, 20世紀90年代."""
    century = match.number("century") if match.letter("century") else _LAST_CENTURY
    written = match.number("year") or 0
    return None if written % 10 or century is None else dates_values.decade((century - 1) * 100 + written)


def year(match: Match) -> DateFound | None:
    """A year beside a word for year; in Arabic text one that may be Hijri stays open."""
    return resolve_match(match, year=match.number("year"), month=None, day=None)


def bare_year(match: Match) -> DateFound | None:
    """A number after a preposition: a year unless it counts what follows."""
    written = match.number("year") or 0
    if match.language in {"fa", "ps"} and written in _JALALI_YEARS_NOW:
        return None if written % 10 == 0 and match.counts_a_noun() else year(match)
    is_round = written % 100 == 0 or (match.follows("U") or match.follows_word(_IN_FRONT_OF))
    if written not in PLAIN_YEARS or (is_round and (match.counts_a_noun() or match.precedes("'"))):
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
