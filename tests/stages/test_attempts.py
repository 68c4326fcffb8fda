"""Engines that fail or are cut short leave the work to the next one."""

from collections.abc import Callable

import pytest

from schemas import Document, ExtractedEntities, FailureCode, Label, LanguageDetection, NormalizedText, Status
from schemas.language import Language
from schemas.stages import StageOutput
from workers.engines import Candidate, EngineInfo
from workers.engines.registry import EngineKind, EngineRow
from workers.errors import EngineUnavailable, Interruption, TimeLimitExceeded, WarraqError
from workers.pipeline import process, settle
from workers.stages import attempts
from workers.stages.detect_language import detect_language
from workers.stages.extract_entities import extract_entities
from workers.stages.normalize import normalize
from workers.stages.summarize import summarize
from workers.state import State

SECRET = "words of the document"
TEXT = "The bridge over the Elbe was opened."
resumed: list[str] = []


def take_too_long() -> None:
    error = TimeLimitExceeded("it took longer than 60 s; send less, or raise WARRAQ_STAGE_TIME_LIMIT_SECONDS")
    raise Interruption(error, resume=lambda: resumed.append("resumed"))


def take_all_memory() -> None:
    raise MemoryError(SECRET)


def wrap_a_memory_error() -> None:
    try:
        take_all_memory()
    except MemoryError as error:
        raise RuntimeError(SECRET) from error


def fail() -> None:
    raise ValueError(SECRET)


def work() -> None:
    pass


class Engine:
    """An engine of every kind, that does something first."""

    def __init__(self, deed: Callable[[], None]) -> None:
        self._deed = deed
        self.info = EngineInfo(name=deed.__name__, version="1")

    def detect(self, text, *, sentences, hint):
        self._deed()
        return Language(tag="en", confidence=1.0)

    def extract(self, readings):
        self._deed()
        return [[Candidate(4, 10, Label.LOC, 0.9, self.info.name)]]

    def summarize(self, reading, *, entities, options):
        self._deed()


def load_take_too_long():
    return Engine(take_too_long)


def load_take_all_memory():
    return Engine(take_all_memory)


def load_wrap_a_memory_error():
    return Engine(wrap_a_memory_error)


def load_fail():
    return Engine(fail)


def load_work():
    return Engine(work)


@pytest.fixture
def table(monkeypatch):
    def set_names(kind, *names):
        rows = tuple(EngineRow(kind, name, f"{__name__}:load_{name}") for name in names)
        monkeypatch.setattr(attempts, "engines", lambda: rows)

    resumed.clear()
    return set_names


def run(stage) -> StageOutput | WarraqError:
    state = State(Document(text=TEXT))
    (normalized,) = normalize.run([state])
    assert isinstance(normalized, NormalizedText)
    detection = LanguageDetection(engine="test", engine_version="1", language=Language(tag="en", confidence=1.0))
    (output,) = stage.run([state.with_output(normalized).with_output(detection)])
    return output


BAD = [
    ("take_too_long", FailureCode.TIME_LIMIT, "WARRAQ_STAGE_TIME_LIMIT_SECONDS"),
    ("take_all_memory", FailureCode.MEMORY_LIMIT, "WARRAQ_STAGE_MEMORY_LIMIT_KILOBYTES"),
    ("wrap_a_memory_error", FailureCode.MEMORY_LIMIT, "WARRAQ_STAGE_MEMORY_LIMIT_KILOBYTES"),
    ("fail", FailureCode.ENGINE_FAILED, "ValueError"),
]
STAGES = [(EngineKind.LANGUAGE, detect_language), (EngineKind.SUMMARY, summarize)]


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize(("kind", "stage"), STAGES)
def test_the_next_engine_of_a_kind_does_the_work(table, fault, kind, stage) -> None:
    bad, code, words = fault
    table(kind, bad, "work")
    output = run(stage)
    assert isinstance(output, StageOutput)
    assert (output.engine, output.incomplete) == ("work", False)
    (warning,) = output.warnings
    assert (warning.code, warning.stage) == (code, stage.name)
    assert bad in warning.message
    assert words in warning.message
    assert SECRET not in warning.message
    assert resumed == ["resumed"] * (bad == "take_too_long")


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize(("kind", "stage"), STAGES)
def test_without_a_next_engine_the_document_is_partial(table, fault, kind, stage) -> None:
    bad, code, words = fault
    table(kind, bad)
    outcome = run(stage)
    assert isinstance(outcome, WarraqError)
    output = settle(stage, outcome)
    assert isinstance(output, StageOutput)
    assert (output.engine, output.incomplete) == ("none", True)
    assert [(warning.code, words in warning.message) for warning in output.warnings] == [(code, True)]


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize("order", [1, -1])
def test_what_another_extractor_found_is_kept_when_one_is_cut_short(table, fault, order) -> None:
    bad, code, _ = fault
    table(EngineKind.ENTITIES, *("work", bad)[::order])
    output = run(extract_entities)
    assert isinstance(output, ExtractedEntities)
    assert [entity.canonical for entity in output.entities] == ["bridge"]
    assert output.incomplete
    assert [warning.code for warning in output.warnings] == [code]


def test_a_kind_without_an_engine_is_said(table) -> None:
    table(EngineKind.LINKER, "work")
    assert isinstance(run(detect_language), EngineUnavailable)


@pytest.mark.parametrize("fault", BAD[:3])
def test_only_normalize_fails_by_a_limit(monkeypatch, fault) -> None:
    bad, code, words = fault
    monkeypatch.setattr("workers.stages.normalize.decode", lambda document: globals()[bad]())
    (result,) = process([Document(text=TEXT)])
    assert result.status is Status.FAILED
    assert result.error is not None
    assert (result.error.code, result.error.stage) == (code, "normalize")
    assert words in result.error.message
