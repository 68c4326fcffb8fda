"""What may run when Redis is at its memory limit, and that what is refused changes nothing."""

from collections.abc import Callable, Iterator

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document, Status
from tests.ledger.steps import (
    ORDER,
    accepted,
    everything,
    expire,
    fail,
    finish,
    offer,
    read,
    through,
    work,
)
from workers.ledger import failures, keys, lanes, overdue, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.work import Verdict
from workers.settings import Settings


@pytest.fixture
def full(redis: Redis) -> Iterator[Redis]:
    """A Redis that a test fills."""
    yield redis
    redis.config_set("maxmemory", 0)


def fill(redis: Redis) -> None:
    redis.config_set("maxmemory", 1)


def entomb(redis: Redis) -> None:
    scripts.run(redis, "entomb", scripts.Call([keys.document("unknown")], [1_000]))


def requeue(redis: Redis) -> None:
    failures.requeue(redis, "failed")


REFUSED: dict[str, Callable[[Redis], object]] = {
    "entomb": entomb,
    "requeue": requeue,
}


class TestDoors:
    def test_a_submission_is_turned_away_and_counted(self, full: Redis) -> None:
        fill(full)
        assert offer(full, Document(id="a", text="x")) == []
        assert everything(full).keys() == {b"warraq:counts", b"warraq:door"}
        assert full.hget(keys.COUNTS, "turned_away") == b"1"

    @pytest.mark.parametrize("step", REFUSED)
    def test_what_brings_new_work_is_refused_and_changes_nothing(self, full: Redis, step: str) -> None:
        fail(full, *accepted(full, "failed"))
        before = everything(full)
        fill(full)
        with pytest.raises(ResponseError, match=r"OOM|memory"):
            REFUSED[step](full)
        full.config_set("maxmemory", 0)
        assert everything(full) == before

    def test_an_output_too_large_for_its_hash_is_refused_and_the_document_given_back(self, full: Redis) -> None:
        (ticket,) = bundle = accepted(full, "a")
        run = work(full)
        run.begin(bundle, order=ORDER)
        run.start(bundle)
        before = everything(full)
        fill(full)
        with pytest.raises(ResponseError, match=r"OOM|memory"):
            run.save(ticket, b"x" * 1_000_001, following="detect_language")
        assert everything(full) == before
        assert run.release(bundle) == 1


class TestWorkers:
    def test_what_is_on_its_way_gets_to_publication(self, full: Redis) -> None:
        bundle = accepted(full, "a", "b")
        fill(full)
        for position, stage in enumerate(ORDER):
            run = work(full, stage=stage, run=f"run:{stage}")
            assert run.begin(bundle, order=ORDER) == [Verdict.GO] * 2
            assert run.start(bundle) == [1, 1]
            assert run.beat(bundle) == 2
            for ticket in bundle if stage != "publish" else ():
                assert run.save(ticket, b"x", following=ORDER[position + 1]) == "saved"
        assert [finish(full, ticket) for ticket in bundle] == ["published"] * 2

    def test_what_was_read_is_taken(self, full: Redis) -> None:
        offer(full, Document(id="ours", text="x"))
        full.xadd(keys.DOCUMENTS, {"document": '{"id": "foreign", "text": "x"}'})
        entries = read(full)
        fill(full)
        assert [row.ticket.id for row in lanes.take(full, entries, Settings())[0]] == ["ours", "foreign"]

    def test_a_run_that_is_cut_short_gives_back_its_attempt(self, full: Redis) -> None:
        bundle = accepted(full, "a")
        run = work(full)
        run.begin(bundle, order=ORDER)
        run.start(bundle)
        fill(full)
        assert run.release(bundle) == 1
        assert full.hget(keys.document("a"), "tries") is None

    def test_overdue_documents_are_found(self, full: Redis) -> None:
        bundle = accepted(full, "a", "b")
        expire(full, bundle[0])
        fill(full)
        assert len(overdue.sweep(full, Settings())) == 1
        assert overdue.wake(full) == 2
        assert len(overdue.sweep(full, Settings())) == 2

    def test_a_late_writer_is_refused_without_an_error(self, full: Redis) -> None:
        (ticket,) = bundle = accepted(full, "a")
        run = work(full)
        run.begin(bundle, order=ORDER)
        finish(full, ticket, status=Status.CANCELLED)
        fill(full)
        assert run.save(ticket, b"late", following="detect_language") == "refused"

    def test_publication_frees_the_document(self, full: Redis) -> None:
        bundle = accepted(full, "a")
        through(full, bundle)
        fill(full)
        assert finish(full, bundle[0]) == "published"
        assert full.zcard(keys.DUE) == 0

    def test_a_document_that_nobody_knows_is_begun_by_nobody(self, full: Redis) -> None:
        fill(full)
        assert work(full).begin([Ticket("a", "1-1#1")], order=ORDER) == [Verdict.SKIP]
        assert everything(full) == {}
