"""Finds dates: runs the grammar over the tokens around every number."""

from collections.abc import Iterator

from schemas.entities import Label
from workers.engines import Candidate
from workers.engines.dates_clock import with_time
from workers.engines.dates_grammar import RULES
from workers.engines.dates_match import Match
from workers.engines.dates_ranges import Dated, with_ranges
from workers.engines.dates_tokens import Zone, zones
from workers.engines.patterns_passage import SOURCE, Passage


def find_dates(passage: Passage) -> Iterator[Candidate]:
    """Yield the dates of a text that have a number in them."""
    for zone in zones(passage):
        found = sorted(_find_in_zone(zone, passage=passage), key=lambda dated: dated.match.found.start())
        for dated in with_ranges(found):
            yield _candidate(dated, text=passage.text)


def _find_in_zone(zone: Zone, *, passage: Passage) -> Iterator[Dated]:
    taken = bytearray(len(zone.classes))
    letters = set(zone.classes)
    for rule in RULES:
        for match in rule.pattern.finditer(zone.classes) if rule.needs <= letters else ():
            start, end = match.span()
            if any(taken[start:end]):
                continue
            dated = Match(match, zone, passage)
            found = rule.build(dated)
            if found is not None or rule.blocks:
                taken[start:end] = b"\1" * (end - start)
            if found is not None:
                yield Dated(dated, rule, found)


def _candidate(dated: Dated, *, text: str) -> Candidate:
    timed = with_time(dated.found, text=text, start=dated.match.start, end=dated.end)
    return Candidate(timed.start, timed.end, Label.DATE, dated.rule.score, SOURCE, value=timed.found.value)
