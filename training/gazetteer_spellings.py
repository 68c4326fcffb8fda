"""Adds the hand-written spellings of regions and features to their records; what has no record stays without a link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from training.gazetteer_names import FEATURES, TERRITORY_NAMES, UNLINKED
from training.gazetteer_place import Place
from training.gazetteer_regions import REGIONS
from workers.engines.gazetteer import Kind
from workers.engines.place_words import name_key

# The countries of the United Kingdom stand among the territories by their English names.
_KINGDOM = ("England", "Scotland", "Wales", "Northern Ireland")

# What a feature without a record counts for: as much as the best known ones.
_UNLINKED_POPULATION = 4_000_000


@dataclass(frozen=True)
class _Row:
    country: str
    spellings: tuple[str, ...]


def with_hand_written(listed: Iterable[Place]) -> Iterator[Place]:
    """Yield the places with their further spellings, then those that only the tables know."""
    records = list(listed)
    bearers = defaultdict[str, list[int]](list)
    for number, place in enumerate(records):
        if place.kind in (Kind.REGION, Kind.FEATURE):
            for key in {name_key(name) for name in place.known}:
                bearers[key].append(number)
    unlinked = []
    for row in _rows():
        number = _bearer(row, records, bearers)
        if number is None:
            unlinked.append(_unlinked(row))
        else:
            place, spellings = records[number], frozenset(row.spellings)
            records[number] = replace(
                place, names=place.names | spellings, known=place.known | spellings, trusted=place.trusted | spellings
            )
    yield from records
    yield from unlinked


def _rows() -> Iterator[_Row]:
    for country, regions in REGIONS.items():
        for region in regions.split(","):
            yield _Row(country, tuple(spelling.strip() for spelling in region.split("=")))
    for name in _KINGDOM:
        yield _Row("GB", (name, *TERRITORY_NAMES[name]))
    for name, spellings in FEATURES.items():
        yield _Row("", (name, *spellings))


def _bearer(row: _Row, records: list[Place], bearers: dict[str, list[int]]) -> int | None:
    """Return the record that most of the spellings name, the most populous of them."""
    if row.spellings[0] in UNLINKED:
        return None
    counts = defaultdict[int, int](int)
    for key in {name_key(spelling) for spelling in row.spellings}:
        for number in bearers.get(key, ()):
            if row.country in ("", records[number].country):
                counts[number] += 1
    return max(counts, key=lambda number: (counts[number], records[number].population), default=None)


def _unlinked(row: _Row) -> Place:
    names = frozenset(row.spellings)
    return Place(
        id=0,
        name=row.spellings[0],
        country=row.country,
        latitude=0.0,
        longitude=0.0,
        population=_UNLINKED_POPULATION,
        kind=Kind.FEATURE,
        names=names,
        known=names,
        trusted=names,
    )
