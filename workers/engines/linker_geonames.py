"""Links names of places to GeoNames, choosing among places of one name by size, kind and the countries named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from schemas.entities import Label, Link
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.gazetteer import Form, Gazetteer, Kind, Place, Scheme, load_gazetteer
from workers.engines.place_matcher import PlaceMatcher
from workers.engines.place_senses import Name, Sense, choose, neighbourhood, senses_of
from workers.engines.place_words import name_key
from workers.version import VERSION

NAME = "geonames"

_SCHEMES: dict[Scheme, Literal["geonames", "wikidata"]] = {Scheme.GEONAMES: "geonames", Scheme.WIKIDATA: "wikidata"}

# A word that GeoNames knows and the extractor did not vouch for: at least as likely another place as this one.
_MIN_LINK_SCORE = 0.3

# What stands between a place and the one that it lies in: London, Ontario; Athens (Georgia); درعا، سوريا.
_APPOSITIONS = (", ", " (", "، ")


@dataclass(frozen=True)
class GeonamesLinker:
    """Adds one link to each place that the gazetteer knows."""

    gazetteer: Gazetteer

    @property
    def info(self) -> EngineInfo:
        """Who this engine is."""
        return EngineInfo(name=NAME, version=VERSION, model_sha256=self.gazetteer.sha256)

    @cached_property
    def _matcher(self) -> PlaceMatcher:
        return PlaceMatcher(self.gazetteer)

    def link(self, reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates in the same order, places with their link."""
        language = reading.language.split("-")[0]
        places = [self._places(reading.text, candidate, language) for candidate in candidates]
        senses = _chosen(reading.text, candidates, places)
        return [
            replace(candidate, links=candidate.links or tuple(_links(sense)))
            for candidate, sense in zip(candidates, senses, strict=True)
        ]

    def _places(self, text: str, candidate: Candidate, language: str) -> tuple[Place, ...]:
        if candidate.label != Label.LOC:
            return ()
        form = self._form(text, candidate, language)
        return tuple(self.gazetteer.place(index) for index in form.places) if form else ()

    def _form(self, text: str, candidate: Candidate, language: str) -> Form | None:
        """Find the name by its canonical spelling, else the last of the longest names inside of the span."""
        form = self.gazetteer.find(name_key(candidate.canonical)) if candidate.canonical else None
        if form is not None and form.is_name:
            return form
        hits = self._matcher.hits(text, start=candidate.start, end=candidate.end, language=language)
        inside = [hit for hit in hits if hit.end <= candidate.end]
        return max(inside, key=lambda hit: (hit.end - hit.start, hit.start)).form if inside else None


def _chosen(text: str, candidates: Sequence[Candidate], places: Sequence[tuple[Place, ...]]) -> Iterator[Sense | None]:
    """Yield the sense of each candidate; those that may mean the same places are one name."""
    mentions = [number for number, options in enumerate(places) if options]
    numbers: dict[tuple[Place, ...], int] = {}
    order = [numbers.setdefault(places[mention], len(numbers)) for mention in mentions]
    appositions = {
        at: at + 1
        for at, (one, other) in enumerate(pairwise(mentions))
        if text[candidates[one].end : candidates[other].start] in _APPOSITIONS
    }
    found = neighbourhood(order, appositions)
    senses = choose(
        [
            Name(senses_of(options), frozenset(found[number][0]), frozenset(found[number][1]))
            for options, number in numbers.items()
        ]
    )
    return (senses[numbers[options]] if options else None for options in places)


def _links(sense: Sense | None) -> Iterator[Link]:
    """Yield the link to the likeliest place, if that has a record to link to."""
    if sense is None or not sense.place.id or sense.likelihood < _MIN_LINK_SCORE:
        return
    place = sense.place
    yield Link(
        scheme=_SCHEMES[place.scheme],
        id=place.link_id,
        name=place.name,
        country=place.country if place.country and place.kind != Kind.CONTINENT else None,
        latitude=place.latitude,
        longitude=place.longitude,
        score=round(sense.likelihood, 4),
    )


def load() -> GeonamesLinker:
    """Return the linker over the shipped gazetteer."""
    return GeonamesLinker(load_gazetteer())
