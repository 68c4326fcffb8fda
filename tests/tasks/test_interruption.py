"""Work on a document that is over ends; work on others does not."""

import signal
import threading
from collections.abc import Callable
from time import sleep

import pytest
from redis import Redis

from schemas import Status
from tests.ledger.steps import ORDER, accepted, finish, work
from tests.waiting import wait_until
from workers.ledger.bundle import Ticket
from workers.tasks import beating
from workers.tasks.interruption import SIGNAL, Interrupted, Watch

A, B = Ticket("a", "1-1#1"), Ticket("b", "1-1#1")


def busy() -> None:
    """Work like a library that catches every exception that it knows of."""
    while True:
        try:
            sleep(0.01)
        except Exception:  # noqa: BLE001
            continue


def meanwhile(action: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=action, daemon=True)
    thread.start()
    return thread


def test_work_on_a_document_that_is_over_ends() -> None:
    watch = Watch()
    meanwhile(lambda: (wait_until(lambda: watch.current == A, what="work"), watch.end(A)))
    with pytest.raises(Interrupted), watch.on(A):
        busy()
    assert watch.current is None


def test_a_word_about_another_document_ends_nothing() -> None:
    watch = Watch()
    with watch.on(A):
        watch.end(B)
        sleep(0.02)
    watch.end(A)
    with watch.on(B):
        sleep(0.02)


def test_a_signal_that_comes_after_the_work_is_harmless() -> None:
    with Watch().on(A):
        pass
    signal.raise_signal(SIGNAL)


def test_code_around_a_stage_is_not_ended() -> None:
    watch = Watch()
    around: dict[str, object] = {"__name__": "workers.limits.something", "raise_signal": signal.raise_signal}
    exec(f"def restore():\n    raise_signal({int(SIGNAL)})\n", around)
    with watch.on(A):
        watch.end(B)
        watch._over = A
        around["restore"]()  # type: ignore[operator]
        with pytest.raises(Interrupted):
            signal.raise_signal(SIGNAL)


def test_a_thread_that_gets_no_signals_works_on() -> None:
    ended = []

    def run() -> None:
        watch = Watch()
        with watch.on(A):
            watch.end(A)
            ended.append(True)

    meanwhile(run).join()
    assert ended == [True]


@pytest.mark.parametrize("how", ["cancelled", "forgotten"])
def test_the_heartbeat_ends_the_work_on_a_document_that_is_over(
    redis: Redis, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(beating, "LOOK_SECONDS", 0.02)
    bundle = accepted(redis, "a", "b")
    run = work(redis)
    run.begin(bundle, order=ORDER)
    over = (lambda: finish(redis, bundle[0], status=Status.CANCELLED)) if how == "cancelled" else redis.flushall
    with beating.beating(run, bundle, lease_seconds=60) as watch:
        meanwhile(lambda: (wait_until(lambda: watch.current == bundle[0], what="work"), over()))
        with pytest.raises(Interrupted), watch.on(bundle[0]):
            busy()
