"""Chooses among places of one name, for all names of a text together: near ones and those of one country go together.

A name means the same place throughout a text (one sense per discourse: Gale, Church, Yarowsky 1992). Each sense is
believed by its prior and by what the names around it are believed to mean, in a few rounds (mean field).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, log10, radians, sin, sqrt

from workers.engines.gazetteer import Kind, Place

# Weights are in units of one tenfold of population. A country beats a city of its name; a city beats the province of its
# name, which has more people, and the lake, which is rarely called by the bare name (Geneva, Teruel, New York).
KIND_WEIGHT = {
    Kind.TERRITORY: 2.0,
    Kind.CONTINENT: 2.0,
    Kind.CAPITAL: 1.0,
    Kind.REGION: -1.0,
    Kind.FEATURE: -1.0,
    Kind.DISTRICT: -1.5,
}

# A named country outweighs two tenfolds: with Lebanon in the text Tripoli is طرابلس الشام, but Paris is never in Texas.
COUNTRY_WEIGHT = 2.0
# Two places within a day's drive explain each other as much again; beyond that nearness says nothing.
NEAR_WEIGHT = 2.0
NEAR_KILOMETRES, FAR_KILOMETRES = 60.0, 600.0
# "London, Ontario" and "Athens (Georgia)": the second name says where the first is.
APPOSITION_WEIGHT = 2.0

# A margin of one tenfold between the first and the second choice makes the first nine times as likely.
BASE = 9.0

ROUNDS = 3
# Bounds that keep a data dump linear: senses of a name, mentions of it that are looked around, names to each side.
MAX_SENSES, MAX_MENTIONS, WINDOW_NAMES = 16, 8, 4
_STRONGEST_SENSES = 2

_Beliefs = tuple[tuple[Place, float], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its senses; `around` are the numbers of other names near its mentions, `within` of those in apposition."""

    senses: tuple[Place, ...]
    around: frozenset[int] = field(default=frozenset())
    within: frozenset[int] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Sense:
    """The chosen place, and how likely it is among the senses, 0 to 1."""

    place: Place
    likelihood: float


def choose(names: Sequence[Name]) -> list[Sense | None]:
    """Return the likeliest sense of each name, None for one without senses."""
    likelihoods = [_likelihoods([prior(place) for place in name.senses]) for name in names]
    for _ in range(ROUNDS):
        beliefs = [_strongest(name.senses, belief) for name, belief in zip(names, likelihoods, strict=True)]
        named = _named_countries(beliefs)
        likelihoods = [_likelihoods([_weight(place, name, beliefs, named) for place in name.senses]) for name in names]
    return [
        _sense(name.senses, likelihood) if name.senses else None
        for name, likelihood in zip(names, likelihoods, strict=True)
    ]


def prior(place: Place) -> float:
    """Return how likely a place is meant by its name without any context, on a logarithmic scale."""
    return log10(place.population + 10) + KIND_WEIGHT.get(place.kind, 0.0)


def _weight(place: Place, name: Name, beliefs: Sequence[_Beliefs], named: Mapping[str, float]) -> float:
    same = [_same_country(place, beliefs[number]) for number in name.around]
    country = max((*same, named.get(place.country, 0.0)))
    nearness = max((_near(place, beliefs[number]) for number in name.around), default=0.0)
    apposition = max((_same_country(place, beliefs[number]) for number in name.within), default=0.0)
    return prior(place) + COUNTRY_WEIGHT * country + NEAR_WEIGHT * nearness + APPOSITION_WEIGHT * apposition


def _named_countries(beliefs: Sequence[_Beliefs]) -> dict[str, float]:
    """Return how far each country is believed to be named anywhere in the text by its own name."""
    named: dict[str, float] = {}
    for senses in beliefs:
        for place, belief in senses:
            if place.kind == Kind.TERRITORY:
                named[place.country] = max(belief, named.get(place.country, 0.0))
    return named


def _strongest(senses: Sequence[Place], likelihoods: Sequence[float]) -> _Beliefs:
    ranked = sorted(zip(senses, likelihoods, strict=True), key=lambda row: -row[1])
    return tuple(ranked[:_STRONGEST_SENSES])


def _same_country(place: Place, senses: _Beliefs) -> float:
    return sum(belief for other, belief in senses if place.country and other.country == place.country)


def _near(place: Place, senses: _Beliefs) -> float:
    return sum(
        belief * _nearness(place, other)
        for other, belief in senses
        if other.kind not in (Kind.CONTINENT, Kind.TERRITORY)
    )


def _nearness(one: Place, other: Place) -> float:
    """Return 1 within NEAR_KILOMETRES, 0 beyond FAR_KILOMETRES, falling by the logarithm between."""
    kilometres = max(distance_kilometres(one, other), NEAR_KILOMETRES)
    return max(0.0, 1 - log10(kilometres / NEAR_KILOMETRES) / log10(FAR_KILOMETRES / NEAR_KILOMETRES))


def distance_kilometres(one: Place, other: Place) -> float:
    """Return the length of the great circle between two places (haversine formula, a sphere of 6,371 km)."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * 6_371 * asin(sqrt(min(1.0, half)))


def _likelihoods(weights: Sequence[float]) -> list[float]:
    if not weights:
        return []
    best = max(weights)
    shares = [BASE ** (weight - best) for weight in weights]
    total = sum(shares)
    return [share / total for share in shares]


def _sense(senses: Sequence[Place], likelihoods: Sequence[float]) -> Sense:
    best = max(range(len(senses)), key=lambda number: (likelihoods[number], -number))
    return Sense(senses[best], likelihoods[best])


def senses_of(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the senses that are weighed: the likeliest of those that a name may have."""
    return tuple(sorted(places, key=prior, reverse=True)[:MAX_SENSES])


def neighbourhood(order: Sequence[int], appositions: Mapping[int, int]) -> dict[int, tuple[set[int], set[int]]]:
    """Return for each name the names around its first mentions, and those in apposition to them.

    `order` gives the number of the name of each mention, in order of the text; `appositions` leads from a mention to
    the one that says where it is.
    """
    found: dict[int, tuple[set[int], set[int]]] = {}
    seen: dict[int, int] = {}
    for mention, name in enumerate(order):
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > MAX_MENTIONS:
            continue
        around, within = found.setdefault(name, (set(), set()))
        around.update(order[max(0, mention - WINDOW_NAMES) : mention + WINDOW_NAMES + 1])
        around.discard(name)
        if mention in appositions and order[appositions[mention]] != name:
            within.add(order[appositions[mention]])
    return found
