"""Joins two dates with "to" between them, or "and" after "between", into the time from one to the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from workers.engines.dates_grammar import AND, BETWEEN, TO, Rule
from workers.engines.dates_match import Match
from workers.engines.dates_values import DateFound, interval

_TO = regex.compile(rf"\.?{TO}")
_AND = regex.compile(rf"\.?{AND}")
_BETWEEN = regex.compile(rf"{BETWEEN}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the rule that found it; `last` is where a range ends."""

    match: Match
    rule: Rule
    found: DateFound
    last: Match | None = None

    @property
    def end(self) -> int:
        """Where the date ends in the text."""
        return (self.last or self.match).end


def with_ranges(dates: Iterable[Dated]) -> Iterator[Dated]:
    """Yield the dates of a zone, which come in order, with each range as one of them."""
    pending: Dated | None = None
    for dated in dates:
        joined = _joined(pending, last=dated) if pending else None
        if joined is None and pending is not None:
            yield pending
        pending = joined or dated
    if pending is not None:
        yield pending


def _joined(first: Dated, *, last: Dated) -> Dated | None:
    if first.last is not None or not _is_range(first.match, last=last.match):
        return None
    years = _year(first), _year(last)
    for shift in (0, 1):  # from 28 December to 3 January 2018
        start = first if years[0] or not years[1] else _of_year(first, year=years[1] - shift)
        end = last if years[1] or not years[0] else _of_year(last, year=years[0] + shift)
        if start is None or end is None:
            return None
        if start.found.value and end.found.value and start.found.value.precision is not end.found.value.precision:
            return None
        found = interval(start.found, last=end.found)
        if found is not None:
            return Dated(first.match, max(first.rule, last.rule, key=lambda rule: rule.score), found, last.match)
    return None


def _is_range(first: Match, *, last: Match) -> bool:
    classes, start, end = first.zone.classes, first.stop, last.first
    if _TO.fullmatch(classes, start, end):
        return True
    return bool(_AND.fullmatch(classes, start, end) and _BETWEEN.match(classes, first.first))


def _year(dated: Dated) -> int | None:
    written = dated.match.number("year")
    if written is None and dated.match.token("era") and dated.found.value:
        return int(dated.found.value.edtf[:4])
    return written


def _of_year(dated: Dated, *, year: int) -> Dated | None:
    match = replace(dated.match, given_year=year)
    found = dated.rule.build(match)
    return Dated(match, dated.rule, found) if found else None
