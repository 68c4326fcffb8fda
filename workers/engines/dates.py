"""Finds dates: runs the grammar over the tokens around every number."""

from collections.abc import Iterator

from schemas.entities import Label
from workers.engines import Candidate
from workers.engines.dates_clock import with_time
from workers.engines.dates_grammar import RULES, Rule
from workers.engines.dates_readings import Match
from workers.engines.dates_tokens import Zone, zones
from workers.engines.patterns_passage import SOURCE, Passage


def find_dates(passage: Passage) -> Iterator[Candidate]:
    """Yield the dates of a text that have a number in them."""
    for zone in zones(passage):
        yield from _find_in_zone(zone, passage=passage)


def _find_in_zone(zone: Zone, *, passage: Passage) -> Iterator[Candidate]:
    taken = bytearray(len(zone.classes))
    for rule in RULES:
        for found in rule.pattern.finditer(zone.classes):
            start, end = found.span()
            if any(taken[start:end]):
                continue
            candidate = _candidate(Match(found, zone, passage), rule=rule)
            if candidate is not None or rule.blocks:
                taken[start:end] = b"\1" * (end - start)
            if candidate is not None:
                yield candidate


def _candidate(match: Match, *, rule: Rule) -> Candidate | None:
    found = rule.build(match)
    if found is None:
        return None
    found, end = with_time(found, text=match.passage.text, end=match.end)
    return Candidate(match.start, end, Label.DATE, rule.score, SOURCE, value=found.value)
