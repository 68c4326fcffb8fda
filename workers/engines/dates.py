"""Finds dates: runs the grammar over the tokens around every number."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from schemas.entities import Label
from workers.engines import Candidate
from workers.engines.dates_clock import with_time
from workers.engines.dates_grammar import FULL_SCORE, RULES, Rule
from workers.engines.dates_match import Match
from workers.engines.dates_ranges import Dated, with_ranges
from workers.engines.dates_tokens import Zone, zones
from workers.engines.patterns_passage import SOURCE, Passage

# No date has a word without meaning in it, but for a weekday in brackets, and none crosses a line.
_PIECE = regex.compile(r"(?:[^x\n]|(?<=\()x(?=\)))+")
_NUMBERS = frozenset("dnyN元")
# Longer pieces, of tables, seldom come twice.
_MAX_REMEMBERED = 64

_Match = tuple[Rule, "regex.Match[str]"]


def find_dates(passage: Passage) -> Iterator[Candidate]:
    """Yield the dates of a text that have a number in them."""
    for zone in zones(passage):
        found = sorted(_find_in_zone(zone, passage=passage), key=lambda dated: dated.match.first)
        for dated in with_ranges(found):
            yield _candidate(dated, text=passage.text)


def _find_in_zone(zone: Zone, *, passage: Passage) -> Iterator[Dated]:
    taken = bytearray(len(zone.classes))
    for piece in _PIECE.finditer(zone.classes):
        if _NUMBERS.isdisjoint(piece.group()):
            continue
        offset = max(0, piece.start() - 1)  # what stands beside it says whether it is whole
        classes = zone.classes[offset : piece.end() + 1]
        for rule, match in _remembered(classes) if len(classes) <= _MAX_REMEMBERED else _matches(classes):
            dated = Match(match, zone, passage, offset)
            first, stop = dated.first, dated.stop
            if any(taken[first:stop]):
                continue
            found = rule.build(dated)
            if found is not None or rule.blocks:
                taken[first:stop] = b"\1" * (stop - first)
            if found is not None:
                yield Dated(dated, rule, found)


@lru_cache(maxsize=8_192)
def _remembered(classes: str) -> Sequence[_Match]:
    """Return the matches of a piece: a text has few forms of dates, and most of the time goes into the rules."""
    return tuple(_matches(classes))


def _matches(classes: str) -> Iterator[_Match]:
    letters = set(classes)
    for rule in RULES:
        if rule.needs <= letters:
            yield from ((rule, match) for match in rule.pattern.finditer(classes))


def _candidate(dated: Dated, *, text: str) -> Candidate:
    timed = with_time(dated.found, text=text, start=dated.match.start, end=dated.end)
    score = FULL_SCORE if dated.match.letter("told") else dated.rule.score
    return Candidate(timed.start, timed.end, Label.DATE, score, SOURCE, value=timed.found.value)
