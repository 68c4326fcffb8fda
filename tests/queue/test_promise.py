"""The promise: an accepted document is published exactly once, whatever dies."""

import os
import signal

import psutil
from celery import Celery

from schemas import Document, FailureCode, Status
from tests.queue.extension import DEADLY, ENDLESS, SLOW
from tests.queue.stack import LEASE_SECONDS, Stack, notes
from tests.waiting import wait_until
from workers.ledger import keys
from workers.watchdog import EXIT_CODE


def slow(name: str, *, seconds: float, journal: str) -> Document:
    return Document(id=name, text=f"{seconds} {journal}", media_type=SLOW)


def test_a_killed_worker_loses_nothing_and_publishes_nothing_twice(stack: Stack) -> None:
    doomed = stack.start_worker()
    ids = stack.submit(*notes(150))
    wait_until(lambda: len(stack.published()) > 20, what="the first results")
    stack.kill(doomed)
    stack.launch()
    results = stack.results(ids)
    assert len(results) == len(ids)
    assert set(stack.published().values()) == {1}
    assert stack.redis.zcard(keys.DUE) == 0


def test_a_killed_child_is_replaced_beside_the_intake_thread_and_its_documents_go_on(stack: Stack) -> None:
    worker = stack.start_worker(concurrency=2)
    ids = stack.submit(*notes(150))
    wait_until(lambda: len(stack.published()) > 10, what="the first results")
    for child in stack.children(worker):
        child.kill()
    assert len(stack.results(ids)) == len(ids)
    assert set(stack.published().values()) == {1}
    wait_until(lambda: len([c for c in stack.children(worker) if c.status() != psutil.STATUS_ZOMBIE]) == 2, what="pool")


def test_a_document_that_kills_its_worker_fails_alone_after_the_attempts_allowed(stack: Stack) -> None:
    stack.start_worker(max_attempts=3)
    neighbours = notes(7)
    poison = Document(id="poison", text="x", media_type=DEADLY)
    ids = stack.submit(*neighbours[:4], poison, *neighbours[4:])
    results = stack.results(ids)
    assert {result.id for result in results.values() if result.status is Status.FAILED} == {"poison"}
    assert len(results) == len(ids)
    error = results["poison"].error
    assert error is not None
    assert error.code is FailureCode.WORKER_LOST
    (failure,) = [row for _, row in stack.client.failures()]
    assert (failure.id, failure.stage, failure.attempts) == ("poison", "normalize", 3)


def test_a_document_that_never_ends_fails_by_its_time_limit(stack: Stack) -> None:
    stack.start_worker(stage_time_limit_seconds=1)
    ids = stack.submit(Document(id="endless", text="x", media_type=ENDLESS), *notes(2))
    results = stack.results(ids)
    assert results["endless"].status is Status.FAILED
    assert results["endless"].error is not None
    assert results["endless"].error.code is FailureCode.TIME_LIMIT
    assert {results[name].status for name in ("n0", "n1")} == {Status.COMPLETED}


def test_deleted_celery_queues_are_sent_again_from_the_ledger(stack: Stack) -> None:
    worker = stack.start_worker()
    os.kill(worker.pid, signal.SIGSTOP)
    ids = stack.submit(*notes(10))
    os.kill(worker.pid, signal.SIGCONT)
    wait_until(lambda: stack.redis.zcard(keys.DUE) < 10 or stack.redis.llen("normalize"), what="a message")
    stack.redis.delete("normalize", "detect_language", "extract_entities", "summarize", "publish", "unacked")
    assert len(stack.results(ids)) == 10
    assert set(stack.published().values()) == {1}


def test_a_zombie_that_comes_back_after_its_lease_changes_nothing(stack: Stack) -> None:
    journal = stack.folder / "journal"
    zombie = stack.start_worker()
    ids = stack.submit(slow("a", seconds=1.0, journal=str(journal)))
    wait_until(journal.exists, what="the stage to begin")
    processes = [psutil.Process(zombie.pid), *stack.children(zombie)]
    for process in processes:
        process.suspend()
    stack.start_worker()
    assert len(stack.results(ids)) == 1
    for process in processes:
        process.resume()
    wait_until(
        lambda: stack.count("refused") + stack.count("already") > 0 or "was ended while" in stack.log(),
        what="the late save, or its end before it",
        seconds=20,
    )
    assert stack.published() == {"a": 1}


def test_a_stage_longer_than_its_lease_is_not_taken_over(stack: Stack) -> None:
    journal = stack.folder / "journal"
    stack.start_worker(concurrency=2)
    ids = stack.submit(slow("a", seconds=LEASE_SECONDS * 2.5, journal=str(journal)))
    assert len(stack.results(ids)) == 1
    assert journal.read_text().splitlines() == ["a"]
    assert stack.count("redispatched") == 0


def test_a_worker_whose_main_loop_stands_still_ends_and_loses_nothing(stack: Stack) -> None:
    stuck = stack.start_worker(stuck_seconds=3)
    control = Celery("operator", broker=stack.server.url, set_as_current=False).control
    wait_until(lambda: control.ping(timeout=0.5), what="a worker that listens to its operator")
    control.broadcast("freeze")
    ids = stack.submit(*notes(5))
    wait_until(lambda: stuck.poll() is not None, seconds=40, what="the end of the stuck worker")
    assert stuck.returncode == EXIT_CODE
    stack.start_worker()
    assert len(stack.results(ids)) == 5


def test_redis_killed_and_restarted_keeps_every_accepted_document(stack: Stack) -> None:
    worker = stack.start_worker()
    ids = stack.submit(*notes(100))
    wait_until(lambda: len(stack.published()) > 5, what="the first results")
    assert stack.server.pid is not None
    os.kill(stack.server.pid, signal.SIGKILL)
    wait_until(lambda: not stack.server.is_running(), what="the end of Redis")
    stack.server.start()
    if worker.poll() is not None:
        stack.launch()
    supervised = [worker]

    def all_there() -> bool:
        if supervised[-1].poll() is not None:
            supervised.append(stack.launch())
        return len(stack.published()) == len(ids)

    wait_until(all_there, seconds=60, what="all results")
    assert set(stack.published().values()) == {1}
