"""Links names of places to GeoNames, choosing among places of one name by size, kind and the countries named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log10
from typing import Literal

from schemas.entities import Label, Link
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.gazetteer import Form, Gazetteer, Kind, Place, load_gazetteer
from workers.engines.place_matcher import PlaceMatcher
from workers.engines.place_words import name_key
from workers.version import VERSION

SCHEME: Literal["geonames"] = "geonames"

# Weights of the choice, in units of one tenfold of population (1.0). A country beats a city of its name; a named country
# outweighs two tenfolds: with Lebanon in the text Tripoli is طرابلس الشام, but Paris is never in Texas. New York and
# Washington are the cities rather than the states. A feature, whose population is unknown, counts as a large region.
KIND_WEIGHT = {Kind.TERRITORY: 2.0, Kind.CONTINENT: 2.0, Kind.CAPITAL: 1.0, Kind.REGION: -0.5, Kind.FEATURE: 5.5}
_COUNTRY_WEIGHT = 2.0

# A margin of one tenfold between the first and the second choice makes the first nine times as likely.
_BASE = 9.0

# A word that GeoNames knows and the extractor did not vouch for: at least as likely another place as this one.
_MIN_LINK_SCORE = 0.3


@dataclass(frozen=True)
class GeonamesLinker:
    """Adds one link to each place that the gazetteer knows."""

    gazetteer: Gazetteer

    @property
    def info(self) -> EngineInfo:
        """Who this engine is."""
        return EngineInfo(name=SCHEME, version=VERSION, model_sha256=self.gazetteer.sha256)

    @cached_property
    def _matcher(self) -> PlaceMatcher:
        return PlaceMatcher(self.gazetteer)

    def link(self, reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates in the same order, places with their link."""
        language = reading.language.split("-")[0]
        places = [self._places(reading.text, candidate, language) for candidate in candidates]
        countries = named_countries(places)
        return [
            replace(candidate, links=candidate.links or tuple(chosen(options, countries)))
            for candidate, options in zip(candidates, places, strict=True)
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


def named_countries(places: Sequence[tuple[Place, ...]]) -> Counter[str]:
    """Count the countries that a text names, by their own name or by a place that has no namesake."""
    countries = Counter[str]()
    for options in places:
        if options and (len(options) == 1 or options[0].kind == Kind.TERRITORY):
            countries[options[0].country] += 1
    del countries[""]
    return countries


def chosen(options: tuple[Place, ...], countries: Counter[str]) -> Iterator[Link]:
    """Yield the link to the likeliest place, if that has a record to link to."""
    if not options:
        return
    weights = [weight(place, countries) for place in options]
    best = max(range(len(options)), key=lambda i: (weights[i], -i))
    likelihood = 1 / sum(_BASE ** (other - weights[best]) for other in weights)
    place = options[best]
    if place.id and likelihood >= _MIN_LINK_SCORE:
        has_country = place.kind != Kind.CONTINENT
        yield Link(
            scheme=SCHEME,
            id=str(place.id),
            name=place.name,
            country=place.country if has_country and place.country else None,
            latitude=place.latitude,
            longitude=place.longitude,
            score=round(likelihood, 4),
        )


def weight(place: Place, countries: Counter[str]) -> float:
    """Return how likely a place is meant by its name, on a logarithmic scale."""
    context = _COUNTRY_WEIGHT if place.country and place.country in countries else 0.0
    return log10(place.population + 10) + KIND_WEIGHT.get(place.kind, 0.0) + context


def load() -> GeonamesLinker:
    """Return the linker over the shipped gazetteer."""
    return GeonamesLinker(load_gazetteer())
