"""ENGINES, the one table of implementations, each kind in order of preference."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


class EngineKind(StrEnum):
    """What an engine does."""

    LANGUAGE = "language"
    ENTITIES = "entities"
    LINKER = "linker"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine: `factory` is `module:function`, imported and called once per process, on first use.

    `argument` is what the function takes, if anything: a folder of the user's.
    """

    kind: EngineKind
    name: str
    factory: str
    argument: str | None = None


ENGINES: tuple[EngineRow, ...] = (
    EngineRow(EngineKind.LANGUAGE, "cascade", "workers.engines.language_cascade:load"),
    EngineRow(EngineKind.ENTITIES, "patterns", "workers.engines.entities_patterns:load"),
    EngineRow(EngineKind.ENTITIES, "gazetteer", "workers.engines.entities_gazetteer:load"),
    EngineRow(EngineKind.LINKER, "geonames", "workers.engines.linker_geonames:load"),
    EngineRow(EngineKind.SUMMARY, "extractive", "workers.engines.summary_extractive:load"),
)


NAME_LISTS = "workers.engines.entities_names:load"

_chosen: list[EngineRow] = list(ENGINES)


def engines() -> Sequence[EngineRow]:
    """Return the rows in force in this process: the table, and what `choose` put before it."""
    return tuple(_chosen)


def choose(*, name_lists: Path | None) -> None:
    """Say once, before any document, which folder of name lists this process uses; its names come before all else."""
    listed = [EngineRow(EngineKind.ENTITIES, "name_lists", NAME_LISTS, str(name_lists))] if name_lists else []
    _chosen[:] = [*listed, *ENGINES]


def preload() -> None:
    """Load every engine now, so that forked children share its memory."""
    for row in engines():
        load_engine(row)


@cache
def load_engine(row: EngineRow) -> Any:
    """Return the engine of a row, loaded once per process."""
    module, function = row.factory.split(":")
    factory = getattr(import_module(module), function)
    return factory() if row.argument is None else factory(row.argument)
