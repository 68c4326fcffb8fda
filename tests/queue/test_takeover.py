"""Taking over: nothing that was saved is computed again, nothing that waits is sent again, no zombie changes anything."""

import os
import shutil
import signal
from collections import Counter
from pathlib import Path

import psutil
import pytest

from schemas import Document, StageName, Status
from tests.queue import faults
from tests.queue.stack import LEASE_SECONDS, Stack, notes
from tests.waiting import wait_until
from workers.ledger import keys

# The machines are shared: several workers start in each of these tests, and nothing here is about speed.
pytestmark = pytest.mark.timeout(300)

STAGES = [stage.value for stage in StageName]


class Journal:
    """What the workers of a test computed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> Counter[str]:
        return Counter(self.path.read_text().splitlines() if self.path.exists() else ())

    def has(self, line: str, *, times: int = 1) -> bool:
        return self.lines()[line] >= times


@pytest.fixture
def journal(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """The stack's workers write down what they compute, and misbehave as documents and environment say."""
    path = stack.folder / "journal"
    monkeypatch.setenv("FAULT_JOURNAL", str(path))
    stack.app = "tests.queue.faults"
    return Journal(path)


def pausing(name: str, stage: str, *, seconds: float, times: int = 1, how: str = "asleep") -> Document:
    wishes = {faults.PAUSE: stage, faults.SECONDS: str(seconds), faults.TIMES: str(times), faults.HOW: how}
    return Document(id=name, text="The bridge was opened on 3 May 2021 in Hamburg.", metadata=wishes)


def outputs(stack: Stack, ids: list[str]) -> dict[str, list[bytes | None]]:
    return {name: stack.redis.hmget(keys.document(name), [f"stage:{stage}" for stage in STAGES]) for name in ids}


def test_what_a_killed_worker_saved_is_not_computed_again_and_does_not_wait_for_its_patience(
    stack: Stack, journal: Journal
) -> None:
    doomed = stack.start_worker(patience_seconds=300)
    ids = stack.submit(Document(id="saved", text="One bridge."), pausing("running", "normalize", seconds=60))
    wait_until(lambda: journal.has("normalize running"), what="the stage to begin")
    stack.kill(doomed)
    assert stack.redis.hlen("unacked") == 1
    stack.launch(patience_seconds=300)
    assert {result.status for result in stack.results(ids, seconds=120).values()} == {Status.COMPLETED}
    assert set(stack.published().values()) == {1}
    repeated = {line for line, times in journal.lines().items() if times > 1}
    assert repeated == {"normalize running"}


def test_a_worker_that_is_frozen_in_any_stage_changes_nothing_when_it_comes_back(
    stack: Stack, journal: Journal
) -> None:
    zombie = stack.start_worker(concurrency=5)
    stages = [*STAGES, "publish"]
    ids = stack.submit(*(pausing(stage, stage, seconds=8) for stage in stages))
    wait_until(lambda: all(journal.has(f"{stage} {stage}") for stage in stages), what="each to be in its stage")
    processes = [psutil.Process(zombie.pid), *stack.children(zombie)]
    for process in processes:
        process.suspend()
    stack.launch(concurrency=2)
    assert len(stack.results(ids, seconds=120)) == len(ids)
    before = outputs(stack, ids)
    for process in processes:
        process.resume()
    wait_until(
        lambda: stack.count("refused") + stack.count("already") + stack.log().count("was ended while") >= len(ids),
        what="the late writes, or the end of the work before them",
    )
    assert outputs(stack, ids) == before
    assert stack.published() == dict.fromkeys(ids, 1)
    assert stack.count("failed") == 0


def test_documents_that_wait_longer_than_their_patience_are_not_sent_again(stack: Stack, journal: Journal) -> None:
    stack.start_worker(patience_seconds=1, bundle_documents=1, window_bundles=12)
    ids = stack.submit(*(pausing(f"slow{number}", "normalize", seconds=0.5) for number in range(12)))
    assert len(stack.results(ids)) == len(ids)
    assert stack.count("redispatched") == 0
    assert set(journal.lines().values()) == {1}


def test_messages_that_never_arrive_are_missed_and_no_others_are_sent_again(
    stack: Stack, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAULT_DROP", "10")
    stack.start_worker(bundle_documents=1)
    ids = stack.submit(*notes(12))
    assert len(stack.results(ids)) == len(ids)
    assert stack.published() == dict.fromkeys(ids, 1)
    dropped = sum(times for line, times in journal.lines().items() if line.startswith("dropped"))
    assert 0 < stack.count("redispatched") <= dropped
    assert max(times for line, times in journal.lines().items() if not line.startswith("dropped")) == 1


def test_a_worker_that_dies_between_reading_taking_and_sending_loses_nothing(
    stack: Stack, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = stack.submit(*notes(3))
    stack.redis.xadd(keys.DOCUMENTS, {"document": '{"id": "foreign", "text": "One bridge."}'})
    for point in ("read", "take"):
        monkeypatch.setenv("FAULT_DIE", point)
        doomed = stack.launch()
        wait_until(lambda worker=doomed: worker.poll() is not None, seconds=90, what=f"a death after {point}")
    monkeypatch.delenv("FAULT_DIE")
    stack.launch()
    wait_until(lambda: len(stack.published()) == 4, seconds=60, what="all results")
    assert stack.published() == dict.fromkeys([*ids, "foreign"], 1)


def test_an_engine_that_holds_the_interpreter_for_two_leases_is_published_once(stack: Stack, journal: Journal) -> None:
    stack.start_worker(concurrency=2)
    held = pausing("held", "normalize", seconds=LEASE_SECONDS * 2, times=9, how=faults.HOLDING_THE_GIL)
    ids = stack.submit(held)
    assert stack.results(ids)["held"].status is Status.COMPLETED
    assert stack.published() == {"held": 1}


def test_workers_go_on_with_a_redis_that_was_set_back_or_emptied(stack: Stack, journal: Journal) -> None:
    supervised = [stack.start_worker()]

    def all_there(ids: list[str]) -> bool:
        if supervised[-1].poll() is not None:
            supervised.append(stack.launch())
        return set(ids) <= set(stack.published())

    ids = stack.submit(*notes(30))
    data, earlier = stack.folder / "redis", stack.folder / "earlier"
    wait_until(lambda: b"n29" in b"".join(path.read_bytes() for path in data.rglob("*.aof")), what="a log on disk")
    shutil.copytree(data, earlier)
    wait_until(lambda: len(stack.published()) > 5, what="the first results")
    assert stack.server.pid is not None
    os.kill(stack.server.pid, signal.SIGKILL)
    wait_until(lambda: not stack.server.is_running(), what="the end of Redis")
    shutil.copytree(earlier, data, dirs_exist_ok=True)
    stack.server.start()
    wait_until(lambda: all_there(ids), seconds=60, what="what was accepted before the copy")
    assert set(stack.published().values()) == {1}
    stack.redis.flushall()
    wait_until(lambda: all_there(stack.submit(Document(id="after", text="One bridge."))), seconds=60, what="new work")


class TestPoison:
    def test_five_deaths_during_one_document_condemn_it_alone_and_it_can_be_requeued(
        self, stack: Stack, journal: Journal
    ) -> None:
        worker = stack.start_worker(max_attempts=5)
        guilty = pausing("guilty", "detect_language", seconds=60, times=5)
        neighbours = notes(8)
        ids = stack.submit(*neighbours[:4], guilty, *neighbours[4:])
        for death in range(1, 6):
            wait_until(lambda times=death: journal.has("detect_language guilty", times=times), what=f"attempt {death}")
            for child in stack.children(worker):
                child.kill()
        results = stack.results(ids)
        assert {name for name, result in results.items() if result.status is not Status.COMPLETED} == {"guilty"}
        ((_, failure),) = stack.client.failures()
        assert [row.stage for row in failure.history] == ["detect_language"] * 5
        assert [row.begun_at for row in failure.history] == sorted(row.begun_at for row in failure.history)
        assert all(row.worker.startswith("w0@") for row in failure.history)
        stack.client.requeue("guilty")
        wait_until(lambda: stack.count("completed") == len(ids), what="the second revision")
        assert journal.lines()["normalize guilty"] == 1
