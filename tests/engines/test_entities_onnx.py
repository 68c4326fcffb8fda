"""An exported token classifier finds names, whatever the length of the text, also in a process that was forked."""

import multiprocessing
from pathlib import Path

import pytest

from schemas.text import SentenceSpan
from tests.engines.tiny_models import write_onnx
from workers.engines import Reading
from workers.engines.entities_onnx import OnnxExtractor, Word, joined, load
from workers.errors import EngineUnavailable


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> OnnxExtractor:
    return load(str(write_onnx(tmp_path_factory.mktemp("tiny"))))


def found(extractor: OnnxExtractor, text: str) -> list[tuple[str, str]]:
    sentences = tuple(SentenceSpan(start=at, end=min(at + 45, len(text))) for at in range(0, len(text), 45))
    (candidates,) = extractor.extract([Reading(text, sentences=sentences)])
    return [(text[one.start : one.end], one.label) for one in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ada Lovelace saw London.", [("Ada Lovelace", "PER"), ("London", "LOC")]),
        ("قالت مؤسسة الغيث", [("مؤسسة الغيث", "ORG")]),
        ("Ada Ada", [("Ada", "PER"), ("Ada", "PER")]),
        ("on Monday", []),
        ("", []),
    ],
)
def test_words_of_one_tag_are_one_mention_and_foreign_types_are_none(
    extractor: OnnxExtractor, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(extractor, text) == expected


def test_no_part_of_a_text_longer_than_the_model_is_lost(extractor: OnnxExtractor) -> None:
    assert len(found(extractor, "x London " * 500)) == 500


def test_the_score_is_the_probability_of_the_tag(extractor: OnnxExtractor) -> None:
    (candidates,) = extractor.extract([Reading("Ada Lovelace")])
    assert candidates[0].score == pytest.approx(0.901, abs=0.001)


def test_a_process_that_was_forked_uses_the_model_of_its_parent(extractor: OnnxExtractor) -> None:
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    process = context.Process(target=lambda: answers.put(found(extractor, "in London")))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert answers.get() == [("London", "LOC")]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-PER I-PER O B-PER", [(0, 2), (3, 4)]),
        ("PER PER LOC", [(0, 2), (2, 3)]),
        ("B-ORG I-ORG E-ORG S-ORG", [(0, 3), (3, 4)]),
        ("I-PER B-PER", [(0, 1), (1, 2)]),
        ("O O", []),
    ],
)
def test_all_usual_schemes_of_tags_are_read(tags: str, expected: list[tuple[int, int]]) -> None:
    words = [
        Word(at, at + 1, prefix, kind, 1.0)
        for at, (prefix, _, kind) in enumerate(tag.rpartition("-") for tag in tags.split())
    ]
    assert [(one.start, one.end) for one in joined(words)] == expected


def test_what_is_missing_in_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"has no model\.onnx, tokenizer\.json, config\.json"):
        load(str(tmp_path))
