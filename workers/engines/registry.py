"""ENGINES, the one table of implementations, each kind in order of preference."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any


class EngineKind(StrEnum):
    """What an engine does."""

    LANGUAGE = "language"
    ENTITIES = "entities"
    LINKER = "linker"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine: `factory` is `module:function`, imported and called once per process, on first use."""

    kind: EngineKind
    name: str
    factory: str


ENGINES: tuple[EngineRow, ...] = (
    EngineRow(EngineKind.LANGUAGE, "cascade", "workers.engines.language_cascade:load"),
    EngineRow(EngineKind.ENTITIES, "patterns", "workers.engines.entities_patterns:load"),
    EngineRow(EngineKind.ENTITIES, "gazetteer", "workers.engines.entities_gazetteer:load"),
    EngineRow(EngineKind.LINKER, "geonames", "workers.engines.linker_geonames:load"),
    EngineRow(EngineKind.SUMMARY, "extractive", "workers.engines.summary_extractive:load"),
)


def preload() -> None:
    """Load every engine now, so that forked children share its memory."""
    for row in ENGINES:
        load_engine(row)


@cache
def load_engine(row: EngineRow) -> Any:
    """Return the engine of a row, loaded once per process."""
    module, function = row.factory.split(":")
    return getattr(import_module(module), function)()
