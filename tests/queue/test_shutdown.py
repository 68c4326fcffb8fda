"""Stopping: every signal ends a worker in time, and what it had begun goes on elsewhere as if it had not."""

import os
import signal
from functools import partial
from pathlib import Path

import psutil
import pytest

from schemas import Status
from tests.queue.stack import Stack, notes
from tests.queue.test_promise import slow
from tests.waiting import wait_until
from workers.awaiting import CANNOT_START
from workers.ledger import keys

# Soft time of the stack's workers (1 s), the margin beyond it (12 s), and a machine with other work.
GRACE_SECONDS = 30


def has_published(stack: Stack, count: int) -> bool:
    return len(stack.published()) > count


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT], ids=lambda number: number.name)
def test_each_signal_hands_back_what_runs_as_if_it_had_not_begun(stack: Stack, number: signal.Signals) -> None:
    journal = stack.folder / "journal"
    worker = stack.start_worker(max_attempts=1)
    ids = stack.submit(slow("a", seconds=60.0, journal=str(journal)), *notes(5))
    wait_until(journal.exists, what="the stage to begin")
    worker.send_signal(number)
    assert worker.wait(timeout=GRACE_SECONDS) == 0
    assert stack.redis.hget(keys.document("a"), "tries") is None
    assert stack.redis.hlen("unacked") == 0
    assert set(stack.redis.zrange(keys.DUE, 0, -1)) == {name.encode() for name in ids}


def test_children_do_not_outlive_a_worker_whose_main_process_is_killed_alone(stack: Stack) -> None:
    journal = stack.folder / "journal"
    worker = stack.start_worker(concurrency=2)
    ids = stack.submit(slow("a", seconds=8.0, journal=str(journal)))
    wait_until(journal.exists, what="the stage to begin")
    children = stack.children(worker)
    assert len(children) == 2
    os.kill(worker.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    stack.launch()
    stack.results(ids)
    assert stack.published() == {"a": 1}


def test_a_worker_stops_while_its_redis_is_away(stack: Stack) -> None:
    worker = stack.start_worker()
    stack.server.stop()
    wait_until(lambda: "waiting for Redis at 127.0.0.1" in stack.log(), what="a line about the absence", seconds=60)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=GRACE_SECONDS) == 0


def test_a_worker_that_starts_before_its_redis_waits_and_says_for_what(stack: Stack) -> None:
    password = stack.server.url.partition("@")[0].rpartition(":")[2]
    stack.server.stop()
    stack.launch()
    wait_until(lambda: "nothing listens there" in stack.log(), what="a line about the absence", seconds=60)
    stack.server.start()
    wait_until(lambda: len(stack.alive()) == 1, what="a live worker", seconds=60)
    assert "answers after" in stack.log()
    assert password not in stack.log()


def test_a_wrong_password_ends_a_worker_that_starts(stack: Stack) -> None:
    worker = stack.launch(redis_url=stack.server.url.replace("default:", "default:x"))
    assert worker.wait(timeout=60) == CANNOT_START
    assert "waiting does not help" in stack.log()


def test_a_name_list_with_a_mistake_ends_a_worker_that_starts(stack: Stack, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,label\nNordwind,COMPANY\n", encoding="utf-8")
    worker = stack.launch(name_lists=tmp_path)
    assert worker.wait(timeout=60) == CANNOT_START
    assert "own.csv, line 2: the label must be one of" in stack.log()


@pytest.mark.timeout(400)
def test_rolling_restarts_under_load_lose_nothing_and_leave_no_trace(stack: Stack) -> None:
    workers = [stack.start_worker(), stack.start_worker()]
    ids: list[str] = []
    for restart in range(3):
        ids += stack.submit(*notes(60, prefix=f"r{restart}-"))
        some = len(ids) - 50
        wait_until(partial(has_published, stack, some), what="results of this round", seconds=120)
        old = workers.pop(0)
        old.send_signal(signal.SIGTERM)
        assert old.wait(timeout=GRACE_SECONDS) == 0
        workers.append(stack.launch())
    results = stack.results(ids, seconds=180)
    assert {result.status for result in results.values()} == {Status.COMPLETED}
    assert stack.published() == dict.fromkeys(ids, 1)
    assert stack.redis.zcard(keys.DUE) == 0
    assert stack.count("splits") == 0


def test_a_second_signal_does_not_wait_for_running_stages(stack: Stack) -> None:
    journal = stack.folder / "journal"
    worker = stack.start_worker(soft_shutdown_seconds=300)
    stack.submit(slow("a", seconds=300.0, journal=str(journal)))
    wait_until(journal.exists, what="the stage to begin")
    worker.send_signal(signal.SIGINT)
    wait_until(lambda: "stopping:" in stack.log(), what="the first signal to be noticed")
    worker.send_signal(signal.SIGINT)
    assert worker.wait(timeout=GRACE_SECONDS) == 0
    assert stack.redis.hget(keys.document("a"), "tries") is None
