"""ENGINES, the one table of implementations, each kind in order of preference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from workers.errors import ConfigurationError, EngineUnavailable


class EngineKind(StrEnum):
    """What an engine does."""

    LANGUAGE = "language"
    ENTITIES = "entities"
    LINKER = "linker"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine: `factory` is `module:function`, imported and called once per process, on first use.

    `argument` is what the function takes, if anything: a folder of the user's. `languages` are those that it is for,
    all but `others` when empty; where it answers, the engine `instead_of` is not asked.
    """

    kind: EngineKind
    name: str
    factory: str
    argument: str | None = None
    languages: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    instead_of: str | None = None

    def is_for(self, language: str) -> bool:
        """Tell whether the engine is to be asked about a text in a language."""
        base = language.split("-", maxsplit=1)[0]
        return base in self.languages if self.languages else base not in self.others


ENGINES: tuple[EngineRow, ...] = (
    EngineRow(EngineKind.LANGUAGE, "cascade", "workers.engines.language_cascade:load"),
    EngineRow(EngineKind.ENTITIES, "patterns", "workers.engines.entities_patterns:load"),
    EngineRow(EngineKind.ENTITIES, "tagger", "workers.engines.entities_tagger:load"),
    EngineRow(EngineKind.ENTITIES, "gazetteer", "workers.engines.entities_gazetteer:load"),
    EngineRow(EngineKind.LINKER, "geonames", "workers.engines.linker_geonames:load"),
    EngineRow(EngineKind.SUMMARY, "extractive", "workers.engines.summary_extractive:load"),
)

NAME_LISTS = "workers.engines.entities_names:load"

# Kinds of models of the user's, by the word before the colon in `WARRAQ_ENTITY_MODELS`.
MODELS: Mapping[str, str] = {
    "onnx": "workers.engines.entities_onnx:load",
    "spacy": "workers.engines.entities_spacy:load",
}
# The engine that such a model stands in for, and the language that means all others.
BUILT_IN, ANY_LANGUAGE = "tagger", "*"

_chosen: list[EngineRow] = list(ENGINES)


def engines() -> Sequence[EngineRow]:
    """Return the rows in force in this process: what `choose` was told, and the table."""
    return tuple(_chosen)


def choose(*, name_lists: Path | None = None, entity_models: Mapping[str, str] | None = None) -> None:
    """Say once, before any document, which name lists and models of the user's this process asks before all else.

    `entity_models` leads from a language, or `*`, to `spacy:<name or folder>` or `onnx:<folder>`; another kind of model
    raises ConfigurationError.
    """
    listed = [EngineRow(EngineKind.ENTITIES, "name_lists", NAME_LISTS, str(name_lists))] if name_lists else []
    _chosen[:] = [*listed, *_model_rows(entity_models or {}), *ENGINES]


def _model_rows(models: Mapping[str, str]) -> Iterator[EngineRow]:
    named = frozenset(models) - {ANY_LANGUAGE}
    for model in dict.fromkeys(models.values()):
        kind, _, argument = model.partition(":")
        if kind not in MODELS or not argument:
            raise ConfigurationError(f"no model of entities is meant by {model!r}; say {' or '.join(MODELS)}:<folder>")
        languages = frozenset(language for language in named if models[language] == model)
        is_any = models.get(ANY_LANGUAGE) == model
        yield EngineRow(
            EngineKind.ENTITIES,
            kind,
            MODELS[kind],
            argument,
            languages=frozenset() if is_any else languages,
            others=named - languages if is_any else frozenset(),
            instead_of=BUILT_IN,
        )


def preload() -> list[EngineUnavailable]:
    """Load every engine now, so that forked children share its memory; returns what is said of those that are absent."""
    absent = []
    for row in engines():
        try:
            load_engine(row)
        except EngineUnavailable as error:
            absent.append(error)
    return absent


@cache
def load_engine(row: EngineRow) -> Any:
    """Return the engine of a row, loaded once per process."""
    module, function = row.factory.split(":")
    factory = getattr(import_module(module), function)
    return factory() if row.argument is None else factory(row.argument)
