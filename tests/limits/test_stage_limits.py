"""The limits of a stage as the settings say them."""

from dataclasses import replace

import pytest

from schemas import Document, NormalizedText, StageName
from workers.errors import MemoryLimitExceeded, TimeLimitExceeded
from workers.limits import StageLimits, limited
from workers.settings import Settings
from workers.stage import stage
from workers.state import State

STATE = State(Document(text="x"))


@stage
def endless(document: Document) -> NormalizedText:
    while True:
        pass


@stage
def greedy(document: Document) -> NormalizedText:
    held = []
    while True:
        held.append(bytearray(2**20))


@pytest.mark.parametrize(
    ("settings", "variable"),
    [
        (Settings(stage_time_limit_seconds=0.05), "WARRAQ_STAGE_TIME_LIMIT_SECONDS"),
        (Settings(stage_time_limits={StageName.NORMALIZE: 0.05}), "WARRAQ_STAGE_TIME_LIMITS"),
    ],
)
def test_the_error_names_the_limit_and_the_setting_that_is_in_force(settings: Settings, variable: str) -> None:
    outcome = StageLimits(settings, stage="normalize").run(endless, STATE)
    assert isinstance(outcome, TimeLimitExceeded)
    assert str(outcome) == f"it took longer than 0.05 s; send less, or raise {variable}"


def test_a_limit_of_one_stage_leaves_the_others_alone() -> None:
    settings = Settings(stage_time_limit_seconds=0.05, stage_time_limits={StageName.SUMMARIZE: 60})
    assert isinstance(StageLimits(settings, stage="normalize").run(endless, STATE), TimeLimitExceeded)


def test_memory_beyond_the_limit_is_an_error_that_names_its_setting() -> None:
    outcome = StageLimits(Settings(stage_memory_limit_kilobytes=50_000), stage="normalize").run(greedy, STATE)
    assert isinstance(outcome, MemoryLimitExceeded)
    assert "WARRAQ_STAGE_MEMORY_LIMIT_KILOBYTES" in str(outcome)


def test_a_document_that_could_not_have_memory_does_not_take_it_from_the_next() -> None:
    limits = StageLimits(Settings(stage_memory_limit_kilobytes=50_000), stage="normalize")
    outcomes = [limits.run(greedy, STATE) for _ in range(3)]
    assert [type(outcome) for outcome in outcomes] == [MemoryLimitExceeded] * 3


def test_the_runner_of_the_pipeline_keeps_the_limits_of_each_stage() -> None:
    runner = limited(Settings(stage_time_limit_seconds=0.05))
    assert isinstance(runner(replace(endless, name="summarize"), STATE), TimeLimitExceeded)
