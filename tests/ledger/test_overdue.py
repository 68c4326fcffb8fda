"""Documents whose moment has come: lost messages, dead runs, forgotten entries."""

import json
from base64 import b64encode

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document
from tests.ledger.steps import (
    ORDER,
    accepted,
    due_milliseconds,
    everything,
    expire,
    finish,
    offer,
    take,
    through,
    work,
)
from workers.ledger import keys, overdue
from workers.ledger.bundle import Ticket
from workers.ledger.travelling import travelling
from workers.settings import Settings

STAGES = ORDER


class TestOverdue:
    def test_a_waiting_document_is_sent_again_after_its_patience(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        assert overdue.sweep(redis, Settings()) == []
        expire(redis, ticket)
        assert overdue.sweep(redis, Settings()) == [overdue.Overdue(ticket, 0, "normalize", len("text of a"))]

    def test_each_document_is_handed_to_one_caller(self, redis: Redis) -> None:
        expire(redis, *accepted(redis, "a", "b"))
        assert [len(overdue.sweep(redis, Settings())) for _ in "ab"] == [2, 0]

    def test_patience_doubles_up_to_a_cap_and_survives_a_save(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        waits = []
        for _ in range(7):
            expire(redis, ticket)
            overdue.sweep(redis, Settings())
            waits.append(round(due_milliseconds(redis, "a") / 60_000))
        assert waits == [2, 4, 8, 16, 32, 32, 32]
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.save(ticket, b"x", following="detect_language")
        assert round(due_milliseconds(redis, "a") / 60_000) == 32

    @pytest.mark.parametrize("how", ["its run died", "its run was cut short"])
    def test_patience_does_not_grow_when_no_message_was_lost(self, redis: Redis, how: str) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        if how == "its run was cut short":
            run.release(bundle)
        expire(redis, ticket)
        assert len(overdue.sweep(redis, Settings())) == 1
        assert due_milliseconds(redis, "a") <= 60_000

    def test_a_key_that_somebody_overwrote_keeps_no_neighbour_from_being_found(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "broken", "b")
        expire(redis, *bundle)
        redis.set(keys.document("broken"), "no hash")
        assert {row.ticket.id for row in overdue.sweep(redis, Settings())} == {"a", "b"}
        assert redis.zscore(keys.DUE, "broken") is None

    def test_a_lane_of_another_type_changes_nothing(self, redis: Redis) -> None:
        expire(redis, *accepted(redis, "a"))
        offer(redis, Document(id="door", text="x"))
        redis.zadd(keys.DUE, {"door": 0})
        redis.delete(keys.DOCUMENTS)
        redis.set(keys.DOCUMENTS, "no stream")
        before = everything(redis)
        with pytest.raises(ResponseError, match="WRONGTYPE"):
            overdue.sweep(redis, Settings())
        assert everything(redis) == before

    def test_a_backlog_longer_than_the_patience_is_never_sent(self, redis: Redis) -> None:
        offer(redis, *(Document(id=f"n{number}", text="x") for number in range(300)))
        for number in range(300):
            redis.zadd(keys.DUE, {f"n{number}": number})
        assert [overdue.sweep(redis, Settings()) for _ in "ab"] == [[], []]
        assert redis.xlen(keys.DOCUMENTS) == 300
        assert redis.hget(keys.COUNTS, "readmitted") is None

    def test_a_document_at_the_door_is_left_there(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="x"))
        redis.zadd(keys.DUE, {"a": 0})
        assert overdue.sweep(redis, Settings()) == []
        assert due_milliseconds(redis, "a") > 3_000_000
        assert redis.xlen(keys.DOCUMENTS) == 1

    @pytest.mark.parametrize("loss", ["trimmed", "deleted"])
    def test_a_document_whose_entry_was_lost_comes_back_into_its_lane(self, redis: Redis, loss: str) -> None:
        offer(redis, Document(id="a", text="x"))
        if loss == "trimmed":
            redis.xtrim(keys.DOCUMENTS, maxlen=0)
        else:
            redis.delete(keys.DOCUMENTS)
        redis.zadd(keys.DUE, {"a": 0})
        overdue.sweep(redis, Settings())
        assert [row.ticket.id for row in take(redis)] == ["a"]

    def test_the_row_of_a_document_that_is_gone_is_removed(self, redis: Redis) -> None:
        redis.zadd(keys.DUE, {"ghost": 0})
        assert overdue.sweep(redis, Settings()) == []
        assert redis.zcard(keys.DUE) == 0


class TestTravelling:
    """What waits in a queue of Celery is not lost."""

    def send(self, redis: Redis, *bundle: Ticket, stage: str = "normalize") -> None:
        arguments = [[[list(ticket) for ticket in bundle]], {}, {"chain": []}]
        body = b64encode(json.dumps(arguments).encode()).decode()
        redis.lpush(stage, json.dumps({"body": body, "headers": {"task": f"workers.{stage}"}}))

    def test_a_document_whose_message_waits_is_looked_at_later_and_not_sent_again(self, redis: Redis) -> None:
        bundle = accepted(redis, "waiting", "lost")
        self.send(redis, bundle[0])
        expire(redis, *bundle)
        rows = overdue.sweep(redis, Settings(), queues=STAGES)
        assert [row.ticket for row in rows] == bundle[1:]
        assert 50_000 < due_milliseconds(redis, "waiting") <= 60_000
        assert redis.hget(keys.COUNTS, "redispatched") == b"1"

    def test_a_message_that_is_lost_later_is_missed_when_patience_ends(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        self.send(redis, ticket)
        expire(redis, ticket)
        overdue.sweep(redis, Settings(), queues=STAGES)
        redis.delete("normalize")
        expire(redis, ticket)
        assert len(overdue.sweep(redis, Settings(), queues=STAGES)) == 1

    @pytest.mark.parametrize("case", ["dead run", "later stage", "other revision"])
    def test_a_message_that_will_not_do_is_no_reason_to_wait(self, redis: Redis, case: str) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        if case == "dead run":
            work(redis).begin(bundle, order=ORDER)
        old = Ticket("a", "1-1#1")
        self.send(
            redis,
            old if case == "other revision" else ticket,
            stage="publish" if case == "later stage" else "normalize",
        )
        expire(redis, ticket)
        assert len(overdue.sweep(redis, Settings(), queues=STAGES)) == 1

    def test_a_message_for_an_earlier_stage_passes_on_to_the_next(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle, until="summarize")
        self.send(redis, *bundle)
        expire(redis, *bundle)
        assert overdue.sweep(redis, Settings(), queues=STAGES) == []

    @pytest.mark.parametrize("message", ["no json", "[]", '{"body": "!"}', '{"body": "WzEsMiwzXQ=="}', "[" * 10_000])
    def test_messages_of_others_say_nothing(self, redis: Redis, message: str) -> None:
        redis.lpush("normalize", message)
        redis.set("publish", "no list")
        assert travelling(redis, STAGES) == {}


class TestWake:
    def test_waiting_documents_are_due_now_when_celery_has_no_message(self, redis: Redis) -> None:
        accepted(redis, "a")
        assert overdue.nothing_travels(redis, Settings(), queues=STAGES)
        assert overdue.wake(redis) == 1
        assert len(overdue.sweep(redis, Settings())) == 1

    def test_what_a_dead_worker_left_unacknowledged_is_no_obstacle(self, redis: Redis) -> None:
        accepted(redis, "a")
        redis.hset("unacked", "tag", "message")
        assert overdue.nothing_travels(redis, Settings(), queues=STAGES)

    def test_a_message_in_a_queue_means_patience(self, redis: Redis) -> None:
        accepted(redis, "a")
        redis.lpush("normalize", "message")
        assert not overdue.nothing_travels(redis, Settings(), queues=STAGES)

    @pytest.mark.parametrize("lease_is_over", [False, True])
    def test_a_run_that_holds_a_document_means_patience(self, redis: Redis, lease_is_over: bool) -> None:
        first, _ = accepted(redis, "running", "reserved")
        work(redis).begin([first], order=ORDER)
        if lease_is_over:
            expire(redis, first)
        assert not overdue.nothing_travels(redis, Settings(), queues=STAGES)

    def test_running_documents_and_those_at_the_door_are_left_alone(self, redis: Redis) -> None:
        work(redis).begin(accepted(redis, "running"), order=ORDER)
        offer(redis, Document(id="door", text="x"))
        before = redis.zrange(keys.DUE, 0, -1, withscores=True)
        assert overdue.wake(redis) == 0
        assert redis.zrange(keys.DUE, 0, -1, withscores=True) == before


class TestClock:
    def test_a_moment_left_by_a_clock_that_went_back_has_come(self, redis: Redis) -> None:
        lost, running = accepted(redis, "lost", "running")
        run = work(redis)
        run.begin([running], order=ORDER)
        for ticket in (lost, running):
            redis.zincrby(keys.DUE, 365 * 24 * 3_600_000, ticket.id)
        assert run.beat([running]) == 1
        assert [row.ticket for row in overdue.sweep(redis, Settings())] == [lost]
        assert due_milliseconds(redis, "lost") <= 120_000

    def test_a_clock_that_went_forward_repeats_work_and_publishes_once(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        expire(redis, ticket)
        assert [row.ticket for row in overdue.sweep(redis, Settings())] == bundle
        through(redis, bundle)
        assert run.save(ticket, b"late", following="detect_language") == "present"
        assert [finish(redis, ticket) for _ in "ab"] == ["published", "already"]
