"""How the intake shares documents out, and that nothing ends it but its worker."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kombu.exceptions import OperationalError
from redis import Redis

from tests.waiting import wait_until
from workers import intake
from workers.intake import Intake, bundles
from workers.ledger import keys, lanes
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.lanes import Taken
from workers.ledger.overdue import Overdue
from workers.settings import Settings


def taken(*sizes: int) -> list[Taken]:
    return [Taken(Ticket(str(number), "m"), size) for number, size in enumerate(sizes)]


def test_few_documents_are_shared_among_the_processes() -> None:
    assert [len(bundle) for bundle in bundles(taken(*[10] * 4), Settings(), concurrency=2)] == [2, 2]


def test_one_document_travels_alone() -> None:
    assert len(bundles(taken(10), Settings(), concurrency=8)) == 1


def test_large_documents_do_not_share_a_bundle() -> None:
    assert [len(bundle) for bundle in bundles(taken(200_000, 200_000, 10), Settings(), concurrency=1)] == [1, 2]


@given(st.lists(st.integers(0, 300_000), max_size=200), st.integers(1, 8))
def test_every_document_is_in_one_bundle_within_the_limits(sizes: list[int], concurrency: int) -> None:
    settings = Settings()
    made = bundles(taken(*sizes), settings, concurrency=concurrency)
    assert [int(ticket.id) for bundle in made for ticket in bundle] == list(range(len(sizes)))
    for bundle in made:
        assert len(bundle) <= settings.bundle_documents
        assert len(bundle) == 1 or sum(sizes[int(ticket.id)] for ticket in bundle) <= settings.bundle_characters


def test_overdue_documents_travel_within_the_same_limits() -> None:
    rows = [Overdue(Ticket(str(number), "m"), 0, "normalize", 200_000) for number in range(3)]
    assert [len(bundle) for bundle in bundles(rows, Settings(), concurrency=1)] == [1, 1, 1]


@contextmanager
def working(redis: Redis, *, send: Callable[[Bundle, str], None], queues: tuple[str, ...] = ()) -> Iterator[Intake]:
    """Run an intake in a thread; what it refuses or cancels provokes a defect."""

    def defect(_: object) -> None:
        raise KeyError("something that nobody foresaw")

    made = Intake(
        redis, Settings(), name="tester", concurrency=1, queues=queues, send=send, refuse=defect, cancel=defect
    )
    thread = threading.Thread(target=made.run)
    thread.start()
    try:
        yield made
    finally:
        made.stopping.set()
        thread.join()


def test_a_broker_that_is_away_ends_no_intake(redis: Redis) -> None:
    def unreachable(bundle: Bundle, stage: str) -> None:
        raise OperationalError("no broker")

    with working(redis, send=unreachable):
        for name in ("first", "second"):
            redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{name}", "text": "x"}}'})
            wait_until(partial(redis.zscore, keys.DUE, name), what="the document in the ledger")
    assert redis.zcard(keys.DUE) == 2


def test_a_defect_ends_no_intake(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BACK_OFF_SECONDS", 0.01)
    lanes.ensure_groups(redis)
    sent: list[Bundle] = []
    with working(redis, send=lambda bundle, stage: sent.append(bundle)):
        redis.xadd(keys.DOCUMENTS, {"document": "no document, so it is refused"})
        wait_until(lambda: redis.xpending(keys.DOCUMENTS, keys.INTAKE_GROUP)["pending"], what="a read entry")
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "good", "text": "x"}'})
        wait_until(lambda: sent, what="the good document")
    assert [ticket.id for ticket in sent[0]] == ["good"]


@pytest.mark.parametrize(("queues", "woken"), [((), False), (("normalize",), True)])
def test_waiting_documents_are_woken_only_where_celery_can_be_seen(
    redis: Redis, monkeypatch: pytest.MonkeyPatch, queues: tuple[str, ...], woken: bool
) -> None:
    monkeypatch.setattr(intake, "SWEEP_SECONDS", 0.01)
    sent: list[Bundle] = []
    with working(redis, send=lambda bundle, stage: sent.append(bundle), queues=queues) as made:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        wait_until(lambda: len(sent) > int(woken), what="the document")
        sweeps = made._next_sweep
        wait_until(lambda: made._next_sweep > sweeps + 0.2, what="more sweeps")
    assert (len(sent) > 1) is woken


@pytest.mark.parametrize(
    ("concurrency", "window_bundles", "expected"), [(1, 4, 32), (2, 4, 64), (1, 1, 16), (4, 1, 64)]
)
def test_a_window_is_refilled_by_whole_bundles_and_never_runs_dry(
    redis: Redis, concurrency: int, window_bundles: int, expected: int
) -> None:
    made = Intake(
        redis,
        Settings(window_bundles=window_bundles),
        name="tester",
        concurrency=concurrency,
        queues=(),
        send=lambda bundle, stage: None,
        refuse=lambda refusal: None,
        cancel=lambda row: None,
    )
    assert made.refill == expected
    assert made.refill <= made.window // 2


def test_what_has_waited_too_long_goes_in_front(redis: Redis) -> None:
    made = Intake(
        redis,
        Settings(),
        name="tester",
        concurrency=1,
        queues=("normalize",),
        send=lambda bundle, stage: redis.lpush(stage, bundle[0].id),
        refuse=lambda refusal: None,
        cancel=lambda ticket: None,
    )
    redis.lpush("normalize", "before", "behind")
    made._send_overdue([Overdue(Ticket("late", "m"), 1, "normalize", 10)])
    assert [redis.rpop("normalize") for _ in range(3)] == [b"late", b"before", b"behind"]


def test_a_stage_that_this_version_does_not_know_holds_up_nobody(redis: Redis) -> None:
    sent: list[str] = []

    def send(bundle: Bundle, stage: str) -> None:
        if stage == "future":
            raise ValueError("no such stage")
        sent.append(bundle[0].id)

    made = Intake(
        redis,
        Settings(),
        name="tester",
        concurrency=1,
        queues=(),
        send=send,
        refuse=lambda refusal: None,
        cancel=lambda ticket: None,
    )
    made._send_overdue(
        [Overdue(Ticket(name, "m"), 0, stage, 10) for name, stage in (("a", "future"), ("b", "normalize"))]
    )
    assert sent == ["b"]
