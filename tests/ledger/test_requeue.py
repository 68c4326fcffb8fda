"""Failed and cancelled documents come back under their next revision."""

from redis import Redis

from tests.ledger.steps import (
    ORDER,
    accepted,
    fail,
    take,
    through,
    work,
)
from workers.ledger import failures, keys
from workers.ledger.work import Verdict


class TestRequeue:
    def test_a_failed_document_comes_back_under_its_next_revision(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        through(redis, bundle, until="extract_entities")
        fail(redis, ticket)
        assert failures.requeue(redis, "a") == 2
        assert list(failures.listed(redis)) == []
        (again,) = [row.ticket for row in take(redis)]
        assert again.mark == ticket.mark.replace("#1", "#2")
        run = work(redis, stage="extract_entities", run="run:9")
        assert run.begin([again], order=ORDER) == [Verdict.GO]
        assert redis.ttl(keys.document("a")) == -1

    def test_an_old_message_of_the_earlier_revision_is_skipped(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        fail(redis, ticket)
        failures.requeue(redis, "a")
        assert work(redis).begin([ticket], order=ORDER) == [Verdict.SKIP]
