"""Saving: the first writer wins, and what comes late changes nothing."""

import pytest
from redis import Redis

from schemas import Status
from tests.ledger.steps import (
    ORDER,
    accepted,
    due_milliseconds,
    expire,
    finish,
    work,
)
from workers.ledger import keys, overdue
from workers.settings import Settings


class TestSave:
    def test_the_first_writer_wins(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        assert run.save(ticket, b"first", following="detect_language") == "saved"
        assert work(redis, run="run:2").save(ticket, b"second", following="detect_language") == "present"
        assert redis.hget(keys.document("a"), "stage:normalize") == b"first"

    def test_a_writer_whose_answer_was_lost_is_answered_the_same_again(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        output = b"x" * 1_000_001
        assert [run.save(ticket, output, following="detect_language") for _ in "ab"] == ["saved", "saved"]
        assert run.load(bundle, ["stage:normalize"]) == [[output]]

    def test_a_large_output_that_came_second_leaves_nothing_behind(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        zombie, fresh = work(redis), work(redis, run="run:2")
        zombie.begin(bundle, order=ORDER)
        zombie.save(ticket, b"first", following="detect_language")
        assert fresh.save(ticket, b"x" * 1_000_001, following="detect_language") == "present"
        assert redis.keys(keys.document("a") + ":*") == []

    def test_a_saved_document_waits_with_patience_and_without_attempts(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.start(bundle)
        run.save(ticket, b"x", following="detect_language")
        assert redis.hmget(keys.document("a"), "tries", "run", "begun") == [None, None, None]
        assert due_milliseconds(redis, "a") > 50_000

    def test_a_zombie_that_writes_first_does_not_disturb_the_new_run(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        zombie, fresh = work(redis), work(redis, run="run:2")
        zombie.begin(bundle, order=ORDER)
        expire(redis, ticket)
        overdue.sweep(redis, Settings())
        fresh.begin(bundle, order=ORDER)
        assert zombie.save(ticket, b"zombie", following="detect_language") == "saved"
        assert fresh.beat(bundle) == 1
        assert fresh.save(ticket, b"fresh", following="detect_language") == "present"
        assert redis.hget(keys.document("a"), "run") is None

    @pytest.mark.parametrize("ended", ["expired", "cancelled"])
    def test_a_late_save_is_refused_and_creates_nothing(self, redis: Redis, ended: str) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        if ended == "expired":
            redis.delete(keys.document("a"))
        else:
            finish(redis, ticket, status=Status.CANCELLED)
        assert run.save(ticket, b"late", following="detect_language") == "refused"
        assert redis.hget(keys.document("a"), "stage:normalize") is None

    def test_a_large_output_is_kept_beside_the_hash_and_read_back(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        output = b"{" + b"x" * 1_000_001
        run.save(ticket, output, following="detect_language")
        assert len(redis.hget(keys.document("a"), "stage:normalize") or b"") < 200
        assert run.load(bundle, ["stage:normalize"]) == [[output]]
