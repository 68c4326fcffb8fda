"""A pipeline of spaCy finds names under our labels, whatever the length of the text."""

from pathlib import Path

import pytest

from schemas.text import SentenceSpan
from tests.engines.tiny_models import write_spacy
from workers.engines import Reading
from workers.engines.entities_spacy import load
from workers.errors import EngineUnavailable

# spaCy's own imports warn about the versions of their dependencies.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_spacy(tmp_path_factory.mktemp("pipeline"))


def test_its_labels_become_ours_and_others_are_left_out(folder: Path) -> None:
    text = "Ada Lovelace had two houses in London."
    (candidates,) = load(str(folder)).extract([Reading(text)])
    assert [(text[one.start : one.end], one.label) for one in candidates] == [
        ("Ada Lovelace", "PER"),
        ("London", "LOC"),
    ]


def test_a_long_text_is_read_in_parts_with_true_offsets(folder: Path) -> None:
    sentence = "The ship from London came late. "
    text = sentence * 2_000
    spans = tuple(SentenceSpan(start=at, end=at + len(sentence)) for at in range(0, len(text), len(sentence)))
    (candidates,) = load(str(folder)).extract([Reading(text, sentences=spans)])
    assert len(candidates) == 2_000
    assert {text[one.start : one.end] for one in candidates} == {"London"}


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match="there is no spaCy pipeline"):
        load(str(tmp_path / "nothing"))
