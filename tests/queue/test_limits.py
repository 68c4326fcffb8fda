"""A document that takes too much is cut short alone: what it did, how it ends, and that its neighbours never notice."""

import pytest

from schemas import Document, FailureCode, Status
from tests.queue.extension import SLOW
from tests.queue.misbehaviour import ENDLESS_WORD, MEDIA_TYPE
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until

LIMIT_SECONDS = 1.5
CULPRITS = {
    "swallow": FailureCode.TIME_LIMIT,
    "backtrack": FailureCode.TIME_LIMIT,
    "hoard": FailureCode.MEMORY_LIMIT,
    "hold": FailureCode.WORKER_LOST,
    "abort": FailureCode.WORKER_LOST,
}


def misbehaving(deed: str) -> Document:
    return Document(id=deed, text=deed, media_type=MEDIA_TYPE)


@pytest.fixture
def misbehaving_stack(stack: Stack) -> Stack:
    stack.app = "tests.queue.misbehaviour"
    return stack


def test_what_takes_too_much_ends_alone(misbehaving_stack: Stack) -> None:
    stack = misbehaving_stack
    stack.start_worker(
        concurrency=2,
        stage_time_limit_seconds=LIMIT_SECONDS,
        stage_memory_limit_kilobytes=200_000,
        max_attempts=2,
    )
    endless = Document(id="engine", text=f"{ENDLESS_WORD} was opened in Hamburg on 3 May 2021.")
    culprits = [misbehaving(deed) for deed in CULPRITS]
    innocent = notes(10)
    ids = stack.submit(*innocent[:3], *culprits, *innocent[3:6], endless, *innocent[6:])
    results = stack.results(ids, seconds=240)
    assert {name: result.status for name, result in results.items()} == {
        **dict.fromkeys((document.id for document in innocent), Status.COMPLETED),
        **dict.fromkeys(CULPRITS, Status.FAILED),
        "engine": Status.PARTIAL,
    }
    assert {name: results[name].error.code for name in CULPRITS} == CULPRITS  # type: ignore[union-attr]
    assert set(stack.published().values()) == {1}

    cut = results["engine"]
    assert [(warning.code, warning.stage) for warning in cut.warnings] == [("time_limit", "extract_entities")]
    assert "the engine endless was cut short: it took longer than 1.5 s" in cut.warnings[0].message
    assert {entity.canonical for entity in cut.entities or ()} >= {"Hamburg", "3 May 2021"}
    assert stack.count("time_limits") >= 3
    assert stack.count("memory_limits") >= 1
    assert "in hold" in stack.log()


def test_a_child_that_took_much_memory_is_replaced_and_nothing_is_computed_twice(misbehaving_stack: Stack) -> None:
    stack = misbehaving_stack
    worker = stack.start_worker(child_memory_limit_kilobytes=400_000, lease_seconds=15, patience_seconds=60)
    (before,) = stack.children(worker)
    journal = stack.folder / "journal"
    slow = [Document(id=f"s{i}", text=f"0 {journal}", media_type=SLOW) for i in range(8)]
    ids = stack.submit(*slow[:4], misbehaving("eat"), *slow[4:])
    assert {result.status for result in stack.results(ids, seconds=240).values()} == {Status.COMPLETED}
    assert sorted(journal.read_text().splitlines()) == sorted(document.id or "" for document in slow)
    assert set(stack.published().values()) == {1}
    wait_until(lambda: not before.is_running() and len(stack.children(worker)) == 1, what="a new child")
    assert stack.count("redispatched") == 0
