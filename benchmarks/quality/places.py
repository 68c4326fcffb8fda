"""Links of places: precision and recall against the annotated mentions of `data/places/`, for the whole pipeline.

A published link is right when it overlaps an annotated mention, and country and name agree with it; a link elsewhere is
wrong. Of a river or mountain that lies in several countries the name must agree. The rival takes the most populous place of the same name for the same mentions.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality.table import Split, Table
from schemas.document import Document
from schemas.entities import Label, Link
from workers.engines.gazetteer import Gazetteer, Kind, Place, load_gazetteer
from workers.engines.place_words import name_key
from workers.pipeline import process

DATA = Path(__file__).parent / "data" / "places"
MENTION = re.compile(r"\[LOC ([^|\]]+)\|([A-Z]{2})\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention at `start:end` and what it names."""

    start: int
    end: int
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """A published mention at `start:end` with the record that it was linked to."""

    start: int
    end: int
    link: Link


@dataclass(slots=True)
class Tally:
    """Mentions annotated, links given, links right."""

    gold: int = 0
    given: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, gold: Sequence[Gold], found: Sequence[Found], agrees: Callable[[Gold, Link], bool]) -> None:
        """Count one passage; each annotated mention is met once at most."""
        right = {
            number
            for number, one in enumerate(gold)
            if any(one.start < other.end and other.start < one.end and agrees(one, other.link) for other in found)
        }
        self.gold += len(gold)
        self.given += len(found)
        self.right += len(right)
        self.misses += [one.name for number, one in enumerate(gold) if number not in right]

    def row(self, name: str) -> list[str]:
        """Return the cells of a table."""
        precision, recall = self.right / max(self.given, 1), self.right / max(self.gold, 1)
        return [name, str(self.gold), str(self.given), f"{precision:.1%}", f"{recall:.1%}"]


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield one table of all languages; the development set was written apart from the test set."""
    gazetteer = load_gazetteer()
    systems: dict[str, Callable[[Found], Found]] = {
        "warraq": lambda found: found,
        "the most populous of its name": lambda found: _most_populous(found, gazetteer),
    }
    started, characters = time.process_time(), 0
    answers: dict[str, list[tuple[list[Gold], list[Found]]]] = {}
    for file in sorted((DATA / "dev" if split is Split.DEV else DATA).glob("*.txt")):
        passages = list(read_passages(file))
        answers[file.stem] = [(gold, _published(text)) for text, gold in passages]
        characters += sum(len(text) for text, _ in passages)
    seconds = time.process_time() - started
    yield Table(
        "Links of places",
        ["system", "language", "mentions", "links", "precision", "recall"],
        [
            [name, *row]
            for name, system in systems.items()
            for row in _rows(answers, system, lambda one, link: _agrees(one, link, gazetteer))
        ],
        [f"All four stages, {characters / seconds / 1000:.0f} thousand characters a second of CPU."],
    )


def _rows(
    answers: dict[str, list[tuple[list[Gold], list[Found]]]],
    system: Callable[[Found], Found],
    agrees: Callable[[Gold, Link], bool],
) -> Iterator[list[str]]:
    total = Tally()
    for language, passages in answers.items():
        tally = Tally()
        for gold, found in passages:
            chosen = [system(one) for one in found]
            tally.add(gold, chosen, agrees)
            total.add(gold, chosen, agrees)
        yield tally.row(language)
    yield total.row("all")


def read_passages(file: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Yield each passage as text with its mentions."""
    body = "\n".join(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for passage in re.split(r"\n\s*\n", body):
        if passage.strip():
            yield _without_marks(" ".join(passage.split("\n")).strip())


def _without_marks(marked: str) -> tuple[str, list[Gold]]:
    text, gold, done = "", list[Gold](), 0
    for match in MENTION.finditer(marked):
        text += marked[done : match.start()]
        gold.append(Gold(len(text), len(text) + len(match[1]), match[2], match[3]))
        text, done = text + match[1], match.end()
    return text + marked[done:], gold


def _published(text: str) -> list[Found]:
    (result,) = process([Document(text=text)])
    return [
        Found(mention.start, mention.end, entity.links[0])
        for entity in result.entities or ()
        if entity.label == Label.LOC and entity.links
        for mention in entity.mentions
    ]


def _agrees(gold: Gold, link: Link, gazetteer: Gazetteer) -> bool:
    """A river or mountain on a border has no one country: its name decides, as the README of the set says."""
    bearers = [place for place in _named(gold.name, gazetteer) if place.link_id == link.id]
    is_shared = link.country is None and any(place.kind == Kind.FEATURE for place in bearers)
    return bool(bearers) and (link.country == gold.country or is_shared)


def _named(name: str, gazetteer: Gazetteer) -> list[Place]:
    form = gazetteer.find(name_key(name))
    return [gazetteer.place(index) for index in form.places] if form else []


def _most_populous(found: Found, gazetteer: Gazetteer) -> Found:
    places = _named(found.link.name, gazetteer)
    if not places:
        return found
    most = max(places, key=lambda place: place.population)
    link = found.link.model_copy(update={"id": most.link_id, "country": most.country})
    return Found(found.start, found.end, link)
