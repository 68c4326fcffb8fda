"""Waters, mountains, islands and landscapes out of Natural Earth, with their Wikidata ids and names in 25 languages.

DATA/gazetteer/natural_earth holds the attributes of version 5 (`*.csv`) and the geometry of version 4 (`*.json`), from
which place and country of a feature are taken.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from training.gazetteer_divisions import ENGLISH, languages_of, natural_earth_rows
from workers.engines.place_words import name_key

# File -> whether a leading "river" may be left out of the name; a lake is not called by its bare name (Victoria).
_TABLES = {
    "rivers_lake_centerlines": True,
    "rivers_europe": True,
    "lakes": False,
    "lakes_europe": False,
    "geography_regions_polys": False,
    "geography_marine_polys": False,
    "geography_regions_elevation_points": False,
    "geography_regions_points": False,
}

# Lines through lakes and statistical shapes; continents have records of their own.
_CLASSES_LEFT_OUT = frozenset({"lake centerline", "continent", "geoarea", "spot elevation", "pole", "generic"})

_RIVER = frozenset(
    [
        "نهر",
        "وادي",
        "رود",
        "رودخانه",
        "دریای",
        "река",
        "ріка",
        "рэка",
        "river",
        "rio",
        "río",
        "rivière",
        "fleuve",
        "fiume",
        "rivier",
        "fluss",
        "sông",
        "sungai",
        "rzeka",
        "nehri",
        "дарьё",
        "ποταμός",
        "ποταμος",
        "folyó",
        "दरिया",
        "नदी",
        "নদী",
    ]
)

# Natural Earth and Wikidata were matched by machine: names that have nothing in common are no match.
_MIN_LIKENESS = 0.5

# A feature of this rank on maps counts as a city of so many inhabitants; each further rank is worth half.
_FIRST_RANK_POPULATION = 8_000_000

# So much of a feature's outline lies in one country, or it has none.
_MIN_SHARE = 0.9
_MAX_POINTS = 200

_Point = tuple[float, float]


@dataclass
class Feature:
    """A feature; `id` is the number of its Wikidata item."""

    id: int
    name: str
    population: int
    names: set[str] = field(default_factory=set)
    points: list[_Point] = field(default_factory=list)


def features(data: Path) -> list[Feature]:
    """Return the features of all tables, one for each Wikidata item."""
    found: dict[int, Feature] = {}
    for table, is_river in _TABLES.items():
        outlines = _outlines(data / f"{table}.json")
        for row in natural_earth_rows(data / f"{table}.csv"):
            names = languages_of(row)
            if not row["wikidataid"].startswith("Q") or row["featurecla"].lower() in _CLASSES_LEFT_OUT:
                continue
            if not _is_like(row["name"], names.get(ENGLISH, "")):
                continue
            _add(found, row, names, is_river=is_river, outline=outlines.get(_outline_key(row), []))
    return list(found.values())


def _add(
    found: dict[int, Feature], row: dict[str, str], names: dict[str, str], *, is_river: bool, outline: list[_Point]
) -> None:
    number = int(row["wikidataid"][1:])
    rank = max(int(float(row["scalerank"] or 10)), 1)
    feature = found.setdefault(number, Feature(number, names[ENGLISH], 0))
    feature.population = max(feature.population, _FIRST_RANK_POPULATION >> (rank - 1))
    spelled = {*names.values(), *_spellings(names[ENGLISH], is_river=is_river)}
    if is_river:
        spelled |= {_bare(name) for name in spelled}
    feature.names |= {name for name in spelled if len(name) > 1}
    if row.get("lat_y"):
        outline = [(float(row["lat_y"]), float(row["long_x"]))]
    feature.points.extend(outline[:: len(outline) // _MAX_POINTS + 1])


def _spellings(name: str, *, is_river: bool) -> Iterator[str]:
    """Yield how English writes a river beside its bare name."""
    if is_river:
        bare = _bare(name)
        yield from (f"River {bare}", f"{bare} River")


def _bare(name: str) -> str:
    words = name.split()
    if len(words) > 1 and words[0].lower() in _RIVER:
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in _RIVER:
        words = words[:-1]
    return " ".join(words)


def _is_like(name: str, english: str) -> bool:
    one, other = name_key(name), name_key(english)
    shared = set(one.split()) & set(other.split())
    return bool(english) and (bool(shared) or SequenceMatcher(None, one, other).ratio() >= _MIN_LIKENESS)


def _outlines(file: Path) -> dict[str, list[_Point]]:
    """Return the points of each feature; namesakes, which the two versions do not tell apart, have none."""
    if not file.exists():
        return {}
    shapes = defaultdict[str, list[list[_Point]]](list)
    for shape in json.loads(file.read_text(encoding="utf-8"))["features"]:
        row = {column.lower(): value for column, value in shape["properties"].items()}
        shapes[_outline_key(row)].append(list(_points(shape["geometry"]["coordinates"])) if shape["geometry"] else [])
    return {
        key: [point for line in lines for point in line]
        for key, lines in shapes.items()
        if len(lines) == 1 or key.split("|")[1]
    }


def _outline_key(row: dict[str, Any]) -> str:
    number = row.get("rivernum")
    return f"{name_key(row.get('name') or '')}|{int(float(number)) if number not in (None, '') else ''}"


def _points(coordinates: Any) -> Iterator[_Point]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[1], coordinates[0]
        return
    for part in coordinates:
        yield from _points(part)


def country_of(points: Iterable[_Point], towns: dict[tuple[int, int], list[tuple[float, float, str]]]) -> str:
    """Return the country in which nearly all points lie, by the nearest town of each; none for a border or a sea."""
    countries = Counter(filter(None, (_nearest_country(point, towns) for point in points)))
    total = sum(countries.values())
    if not total:
        return ""
    country, count = countries.most_common(1)[0]
    return country if count >= _MIN_SHARE * total else ""


def _nearest_country(point: _Point, towns: dict[tuple[int, int], list[tuple[float, float, str]]]) -> str:
    latitude, longitude = point
    row, column = round(latitude), round(longitude)
    near = [town for i in (-1, 0, 1) for j in (-1, 0, 1) for town in towns.get((row + i, column + j), ())]
    if not near:
        return ""
    return min(near, key=lambda town: (town[0] - latitude) ** 2 + (town[1] - longitude) ** 2)[2]
