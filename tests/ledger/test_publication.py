"""Publication: once for each document and revision, or not at all."""

from datetime import UTC, datetime

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document, Failure, FailureCode, Status
from tests.ledger.steps import (
    ORDER,
    accepted,
    ending,
    everything,
    fail,
    finish,
    offer,
    take,
    through,
    work,
)
from workers.ledger import failures, keys
from workers.ledger.bundle import Ticket
from workers.ledger.publication import publish
from workers.settings import Settings


class TestPublish:
    def test_a_document_is_published_once(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        assert [finish(redis, bundle[0]) for _ in "ab"] == ["published", "already"]
        assert redis.xlen(keys.RESULTS) == 1
        assert redis.exists(keys.result("a")) == 1
        assert redis.zcard(keys.DUE) == 0

    def test_an_incomplete_document_is_not_published(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle, until="summarize")
        before = everything(redis)
        assert finish(redis, bundle[0]) == "incomplete"
        assert everything(redis) == before

    def test_nothing_is_published_after_the_hash_expired(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        finish(redis, bundle[0])
        redis.delete(keys.document("a"))
        assert finish(redis, bundle[0]) == "already"
        assert redis.xlen(keys.RESULTS) == 1

    def test_a_results_key_of_the_wrong_type_leaves_the_document_pending(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        redis.set(keys.RESULTS, "in the way")
        with pytest.raises(ResponseError, match="WRONGTYPE"):
            finish(redis, bundle[0])
        assert redis.zscore(keys.DUE, "a") is not None
        redis.delete(keys.RESULTS)
        assert finish(redis, bundle[0]) == "published"

    def test_cancelling_a_document_at_the_door_empties_the_lane(self, redis: Redis) -> None:
        receipt = offer(redis, Document(id="a", text="x"))[0]
        assert finish(redis, Ticket("a", f"{receipt.entry}#1"), status=Status.CANCELLED) == "published"
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert take(redis) == []

    def test_what_the_stages_made_is_kept_for_a_day_so_that_one_can_be_run_again(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        finish(redis, bundle[0])
        assert redis.hget(keys.document("a"), "stage:normalize") == b"normalize"

    def test_a_large_output_expires_with_its_document(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.save(bundle[0], b"x" * 1_000_001, following="publish")
        run.load(bundle, ["stage:normalize"])
        run.expire_large_outputs(bundle)
        (key,) = redis.keys(keys.document("a") + ":*")
        assert 0 < redis.ttl(key) <= Settings().state_expiry_seconds

    def test_failures_that_are_kept_for_ever_are_published_too(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        failure = Failure(
            entry="1-1",
            revision=1,
            code=FailureCode.INTERNAL,
            message="m",
            retry_helps=False,
            attempts=1,
            failed_at=datetime.now(UTC),
        )
        made = ending(ticket, status=Status.FAILED, failure=failure)
        assert publish(redis, [made], Settings(failure_expiry_seconds=10**10)) == ["published"]
        failures.record(redis, failure, Settings(failure_expiry_seconds=10**10))
        assert len(list(failures.listed(redis))) == 2

    def test_an_ended_document_expires(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        through(redis, bundle[:1])
        finish(redis, bundle[0])
        fail(redis, bundle[1])
        assert 0 < redis.ttl(keys.document("a")) <= Settings().state_expiry_seconds
        assert Settings().state_expiry_seconds < redis.ttl(keys.document("b")) <= Settings().failure_expiry_seconds
        assert redis.ttl(keys.result("a")) > 0


def test_every_key_is_permanent_or_expires_or_belongs_to_an_unfinished_document(redis: Redis) -> None:
    first, second, third = accepted(redis, "a", "b", "c")
    through(redis, [first])
    finish(redis, first)
    fail(redis, second)
    unfinished = {keys.document(third.id)}
    leaked = [
        key.decode()
        for key in redis.keys("*")
        if redis.ttl(key) == -1 and key.decode() not in keys.PERMANENT | unfinished
    ]
    assert leaked == []
