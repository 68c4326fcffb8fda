"""Documents for a chaos run: the texts of `seeds/` with sentences changed, in all their formats, and some planted."""

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from benchmarks.chaos_misbehaviour import DEADLY, ENDLESS, SLOW
from benchmarks.chaos_plan import Plan

SEEDS = Path(__file__).parent.parent / "seeds"
MEDIA_TYPES = {
    ".html": "text/html",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# Of a hundred documents: how many are files, are as long as a chapter, or have a slow decoder.
FILES, LONG, SLOWLY = 10, 3, 2
LONG_CHARACTERS = (8_000, 30_000)
SHORT_CHARACTERS = (200, 3_000)
SLOW_SECONDS = (0.3, 1.0)
# The command line costs a process for each document, so few go through it.
DOORS = {"client": 30, "client_many": 34, "redis": 25, "celery": 10, "cli": 1}


class Planted(StrEnum):
    """What is wrong with a document on purpose."""

    NOTHING = ""
    POISON = "poison"
    HANGING = "hanging"


@dataclass(frozen=True, slots=True)
class Sample:
    """One document as JSON, the door that it goes through, and what is wrong with it."""

    id: str
    document: dict[str, Any]
    door: str
    planted: Planted = Planted.NOTHING


def samples(plan: Plan) -> list[Sample]:
    """Return all documents of a round, the same ones for the same seed."""
    chance = random.Random(plan.seed)
    texts, files = list(_texts()), list(_files())
    rows = []
    for number in range(plan.documents):
        name = f"s{plan.seed}-{number}"
        document = {"id": name, "priority": chance.choice(("high", "normal")), **_body(chance, texts, files)}
        document["options"] = {"include_text": False}
        rows.append(Sample(name, document, _door(chance)))
    for planted, number in ((Planted.POISON, plan.poisons), (Planted.HANGING, plan.hangings)):
        for position in chance.sample(range(len(rows) * 3 // 4), number):
            rows[position] = _planted(rows[position], planted)
    return rows


def _door(chance: random.Random) -> str:
    return chance.choices(list(DOORS), weights=list(DOORS.values()))[0]


def _body(chance: random.Random, texts: list[list[str]], files: list[tuple[bytes, str]]) -> dict[str, Any]:
    share = chance.random() * 100
    if share < FILES:
        content, media_type = chance.choice(files)
        return {"content": base64.b64encode(content).decode(), "media_type": media_type}
    if share < FILES + SLOWLY:
        return {"text": f"{chance.uniform(*SLOW_SECONDS):.2f}", "media_type": SLOW}
    characters = chance.randint(*(LONG_CHARACTERS if share < FILES + SLOWLY + LONG else SHORT_CHARACTERS))
    lines, text = chance.choice(texts), ""
    while len(text) < characters:
        text += chance.choice(lines) + f" ({chance.randint(1, 9999)})\n"
    return {"text": text[:characters]}


def _planted(sample: Sample, planted: Planted) -> Sample:
    media_type = DEADLY if planted is Planted.POISON else ENDLESS
    document = {"id": sample.id, "text": planted.value, "media_type": media_type}
    return Sample(sample.id, document, "client_many", planted)


def _texts() -> Iterator[list[str]]:
    for path in sorted(SEEDS.glob("*.txt")):
        try:
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        except UnicodeDecodeError:
            continue
        yield lines


def _files() -> Iterator[tuple[bytes, str]]:
    for path in sorted(SEEDS.iterdir()):
        if path.suffix in MEDIA_TYPES:
            yield path.read_bytes(), MEDIA_TYPES[path.suffix]
