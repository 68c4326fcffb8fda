"""What the user chooses comes before the table, for the languages that it is meant for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.document import Document
from tests.engines.tiny_models import write_onnx
from workers.engines.registry import ENGINES, EngineKind, choose, engines, preload
from workers.errors import ConfigurationError
from workers.pipeline import process


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    choose()


def test_nothing_chosen_is_the_table() -> None:
    choose()
    assert engines() == ENGINES


def test_a_model_is_for_its_languages_and_the_star_for_all_others() -> None:
    choose(entity_models={"en": "spacy:a", "de": "spacy:a", "ar": "onnx:/b", "*": "onnx:/c"})
    spoken = ("en", "de-AT", "ar", "ru", "und")
    asked = {
        language: [row.argument for row in engines() if row.instead_of and row.is_for(language)] for language in spoken
    }
    assert asked == {"en": ["a"], "de-AT": ["a"], "ar": ["/b"], "ru": ["/c"], "und": ["/c"]}


@pytest.mark.parametrize("model", ["torch:/x", "spacy", "onnx:", ""])
def test_another_kind_of_model_is_refused_with_those_that_there_are(model: str) -> None:
    with pytest.raises(ConfigurationError, match="say onnx or spacy:<folder>"):
        choose(entity_models={"en": model})


def test_a_model_of_the_user_finds_what_the_document_names(tmp_path: Path) -> None:
    choose(entity_models={"en": f"onnx:{write_onnx(tmp_path)}"})
    (result,) = process([Document(text="Yesterday afternoon Ada Lovelace met the others at the river.")])
    assert result.entities is not None
    assert [(one.canonical, one.label, one.mentions[0].source) for one in result.entities if one.label == "PER"] == [
        ("Ada Lovelace", "PER", "onnx")
    ]


def test_a_missing_model_is_a_warning_and_the_built_in_engines_answer(tmp_path: Path) -> None:
    choose(entity_models={"en": f"onnx:{tmp_path}"})
    (absent,) = preload()
    assert "has no model.onnx" in str(absent)
    (result,) = process([Document(text="The ship left London at noon for the islands in the north.")])
    assert [warning.message for warning in result.warnings] == [f"the engine onnx was left out: {absent}"]
    assert [one.canonical for one in result.entities or ()] == ["London"]


def test_every_kind_has_an_engine() -> None:
    assert {row.kind for row in ENGINES} >= {EngineKind.LANGUAGE, EngineKind.ENTITIES, EngineKind.LINKER}
