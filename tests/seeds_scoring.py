"""Scores of the seeds: `python -m tests.seeds_scoring` prints them; the rules are in seeds/README.md."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, Field

from schemas import Document, Entity, Label, Result
from schemas.model import Input
from workers.decoders.table import media_type_for
from workers.pipeline import process

SEEDS = Path(__file__).parent.parent / "seeds"
EXPECTED_SUFFIX = ".expected.json"
PLACES = frozenset({Label.LOC})
PATTERNS = frozenset(
    {Label.DATE, Label.MONEY, Label.QUANTITY, Label.EMAIL, Label.URL, Label.PHONE, Label.IP, Label.IBAN}
)
PLACE_OVERLAP = 0.5


class ExpectedValue(Input):
    """The fields of a value that an annotator is sure of; the others are not compared."""

    edtf: str | None = None
    number: float | None = None
    unit: str | None = None
    amount: float | None = None
    currency: str | None = None
    address: str | None = None


class ExpectedEntity(Input):
    """One mention, as it stands in the normalized text."""

    label: Label
    text: str
    value: ExpectedValue | None = None
    country: str | None = None
    geonames: int | None = None


class ExpectedSegment(Input):
    """A stretch in one language, from the words that it starts with to the next one."""

    language: str
    starts_with: str


class Expected(Input):
    """What a careful reader expects of one seed."""

    language: str
    script: str | None = None
    document: dict[str, str] = Field(default={}, description="Further fields of the submitted Document.")
    title: str | None = None
    key_facts: tuple[str, ...]
    absent: tuple[str, ...] = ()
    segments: tuple[ExpectedSegment, ...] = ()
    entities: tuple[ExpectedEntity, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """One sample document and what is expected of it."""

    name: str
    content: bytes
    expected: Expected

    def document(self) -> Document:
        """Return the seed as a producer would submit it."""
        stem = self.name.rpartition(".")[0]
        fields = {"media_type": media_type_for(self.name, self.content), **self.expected.document}
        return Document.model_validate({"id": stem, "content": self.content, **fields})


@dataclass(frozen=True, slots=True)
class Place:
    """An expected mention with the place in the text where it stands; empty where the text lacks it."""

    start: int
    end: int
    entity: ExpectedEntity

    @property
    def is_in_text(self) -> bool:
        """Whether the text has the mention at all."""
        return self.start < self.end


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of the result, with the value and country of its entity."""

    start: int
    end: int
    text: str
    entity: Entity

    @property
    def country(self) -> str | None:
        """The country of the best link."""
        return self.entity.links[0].country if self.entity.links else None


@dataclass(frozen=True, slots=True)
class Score:
    """Hits, and the readable misses and false alarms."""

    hits: int = 0
    missed: tuple[str, ...] = ()
    false: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.hits + other.hits, self.missed + other.missed, self.false + other.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        wrong = len(self.missed) + len(self.false)
        return 2 * self.hits / (2 * self.hits + wrong) if self.hits + wrong else 1.0


@cache
def seeds() -> tuple[Seed, ...]:
    """Return all seeds: each file beside which lies its `.expected.json`."""
    return tuple(_seed(path) for path in sorted(SEEDS.iterdir()) if path.name.endswith(EXPECTED_SUFFIX))


def _seed(annotation: Path) -> Seed:
    stem = annotation.name.removesuffix(EXPECTED_SUFFIX)
    (source,) = (path for path in SEEDS.glob(f"{stem}.*") if path != annotation)
    expected = Expected.model_validate(json.loads(annotation.read_text(encoding="utf-8")))
    return Seed(name=source.name, content=source.read_bytes(), expected=expected)


@cache
def results() -> dict[str, Result]:
    """Return the result of every seed by name, each processed once."""
    return dict(zip((seed.name for seed in seeds()), process(seed.document() for seed in seeds()), strict=True))


def pattern_of(words: str) -> re.Pattern[str]:
    """Return a pattern for these words with any white space between them, as a format may break lines anywhere."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def located(expected: Iterable[ExpectedEntity], *, text: str) -> Iterator[Place]:
    """Yield each expected mention at its first occurrence after the one before, as an empty span if there is none."""
    position = 0
    for entity in expected:
        match = pattern_of(entity.text).search(text, position)
        start, position = match.span() if match else (position, position)
        yield Place(start, position, entity)


def mentions_of(entities: Iterable[Entity]) -> list[Found]:
    """Return all mentions of these entities in reading order."""
    found = (Found(one.start, one.end, one.text, entity) for entity in entities for one in entity.mentions)
    return sorted(found, key=lambda one: (one.start, one.end))


def score(expected: Sequence[Place], found: Sequence[Found], *, labels: frozenset[Label]) -> Score:
    """Match one to one by label, place and value; a place inside an organisation's name is neither right nor wrong."""
    organisations = [place for place in expected if place.entity.label is Label.ORG]
    open_found = [one for one in found if one.entity.label in labels]
    hits, missed = 0, []
    for place in (place for place in expected if place.entity.label in labels):
        match = next((one for one in open_found if _matches(place, one)), None)
        if match is None:
            missed.append(_described_place(place))
        else:
            hits += 1
            open_found.remove(match)
    false = [one for one in open_found if not (one.entity.label is Label.LOC and _inside(one, organisations))]
    return Score(hits, tuple(missed), tuple(map(_described_found, false)))


def _matches(place: Place, found: Found) -> bool:
    shared = _overlap(place, found)
    if place.entity.label is not found.entity.label or shared <= 0:
        return False
    if found.entity.label in PLACES:
        longer = max(place.end - place.start, found.end - found.start)
        return shared / longer >= PLACE_OVERLAP and place.entity.country in (None, found.country)
    return _same_value(place.entity.value, found.entity)


def _overlap(place: Place, found: Found) -> int:
    return min(place.end, found.end) - max(place.start, found.start)


def _same_value(expected: ExpectedValue | None, entity: Entity) -> bool:
    if expected is None:
        return True
    fields = expected.model_dump(include=expected.model_fields_set)
    return all(_equal(value, getattr(entity.value, name, None)) for name, value in fields.items())


def _equal(expected: str | float | None, found: str | float | None) -> bool:
    if isinstance(expected, float) and isinstance(found, float | int):
        return math.isclose(expected, found, rel_tol=1e-9)
    return expected == found


def _inside(found: Found, places: Sequence[Place]) -> bool:
    return any(place.start <= found.start and found.end <= place.end for place in places)


def _described_place(place: Place) -> str:
    entity = place.entity
    return _described(entity.label, entity.text, entity.value or entity.country)


def _described_found(found: Found) -> str:
    return _described(found.entity.label, found.text, found.entity.value or found.country)


def _described(label: Label, text: str, value: BaseModel | str | None) -> str:
    fields = value.model_dump(include=set(ExpectedValue.model_fields)) if isinstance(value, BaseModel) else {"": value}
    return " ".join((label, repr(text), *(str(field) for field in fields.values() if field is not None)))


def scored(seed: Seed, *, labels: frozenset[Label]) -> Score:
    """Return the score of one seed for these labels."""
    result = results()[seed.name]
    return score(
        list(located(seed.expected.entities, text=result.text or "")), mentions_of(result.entities or ()), labels=labels
    )


def wrong_links(seed: Seed) -> tuple[str, ...]:
    """Return the cities that were found but linked to something else than the annotated place, with what it was."""
    result = results()[seed.name]
    found = [one for one in mentions_of(result.entities or ()) if one.entity.label in PLACES]
    cities = (place for place in located(seed.expected.entities, text=result.text or "") if place.entity.geonames)
    pairs = ((city, one) for city in cities for one in found if _overlap(city, one) > 0)
    return tuple(
        f"{seed.name} {city.entity.text} {[link.name for link in one.entity.links]}"
        for city, one in pairs
        if str(city.entity.geonames) not in {link.id for link in one.entity.links}
    )


def table(scores: dict[str, Score]) -> str:
    """Return a readable table of F1 by seed, with each miss (-) and each false alarm (+) under its seed."""
    total = sum(scores.values(), Score())
    lines = [_row("all seeds", total)]
    for name, one in scores.items():
        lines.append(_row(name, one))
        lines += [f"    - {line}" for line in one.missed] + [f"    + {line}" for line in one.false]
    return "\n".join(lines)


def _row(name: str, one: Score) -> str:
    return f"{name:28} F1 {one.f1:.3f}  hits {one.hits:3}  missed {len(one.missed):3}  false {len(one.false):3}"


def main() -> None:
    """Print the scores of all seeds."""
    for title, labels in (("Dates and patterns", PATTERNS), ("Places", PLACES)):
        print(f"\n{title}\n{table({seed.name: scored(seed, labels=labels) for seed in seeds()})}")
    print("\nWrong links", *(line for seed in seeds() for line in wrong_links(seed)), sep="\n    ")


if __name__ == "__main__":
    main()
