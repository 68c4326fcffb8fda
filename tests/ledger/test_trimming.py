"""The results stream keeps what somebody needs, within bounds; short of memory, finished documents give up their source."""

import logging
import re
from collections.abc import Iterator

import pytest
from redis import Redis

from schemas import Document
from tests.ledger.steps import accepted, everything, fail, finish, offer, through, work
from workers.ledger import keys
from workers.ledger.door import Answer, look
from workers.ledger.groups import groups
from workers.ledger.trimming import Trimmer
from workers.settings import Settings

BODY = "x" * 2_000
# Redis trims whole nodes of 4 kB, so that a bound is kept to within this many of these entries.
NODE_ENTRIES = 3


def publish(redis: Redis, number: int) -> list[str]:
    return [redis.xadd(keys.RESULTS, {"id": f"r{i}", "result": BODY}).decode() for i in range(number)]


def read(redis: Redis, group: str, *, count: int, acknowledge: int) -> None:
    """Let a group read and acknowledge the first so many."""
    redis.xgroup_create(keys.RESULTS, group, id="0")
    ((_, rows),) = redis.xreadgroup(group, "reader", {keys.RESULTS: ">"}, count=count)
    if rows[:acknowledge]:
        redis.xack(keys.RESULTS, group, *(entry for entry, _ in rows[:acknowledge]))


def tidy(redis: Redis, **changes: object) -> None:
    redis.delete(keys.TRIMMING)
    Trimmer(redis, Settings.model_validate(changes)).turn()


def first(redis: Redis) -> str:
    return redis.xrange(keys.RESULTS, count=1)[0][0].decode()


@pytest.fixture
def limited(redis: Redis) -> Iterator[Redis]:
    """A Redis whose memory limit the test sets."""
    yield redis
    redis.config_set("maxmemory", 0)


class TestResultsStream:
    def test_what_every_group_has_read_goes_beyond_what_is_kept(self, redis: Redis) -> None:
        publish(redis, 100)
        for group in ("one", "two"):
            read(redis, group, count=100, acknowledge=100)
        tidy(redis, results_kept=20)
        assert 20 <= redis.xlen(keys.RESULTS) <= 20 + NODE_ENTRIES

    @pytest.mark.parametrize(("count", "acknowledge"), [(30, 30), (60, 30)])
    def test_the_slowest_group_holds_what_it_has_not_read_or_not_acknowledged(
        self, redis: Redis, count: int, acknowledge: int
    ) -> None:
        entries = publish(redis, 100)
        read(redis, "quick", count=100, acknowledge=100)
        read(redis, "slow", count=count, acknowledge=acknowledge)
        tidy(redis, results_kept=1)
        assert entries[30 - NODE_ENTRIES] <= first(redis) <= entries[30]
        assert redis.hget(keys.COUNTS, "results_trimmed_unread") is None

    def test_without_a_group_nobody_has_read_anything(self, redis: Redis) -> None:
        publish(redis, 100)
        tidy(redis, results_kept=1)
        assert redis.xlen(keys.RESULTS) == 100
        tidy(redis, results_max=50)
        assert 50 <= redis.xlen(keys.RESULTS) <= 50 + NODE_ENTRIES
        assert redis.hget(keys.COUNTS, "results_trimmed_unread") is None

    @pytest.mark.parametrize("group", [None, "one"])
    def test_a_stream_of_short_results_keeps_as_many_as_it_may(self, redis: Redis, group: str | None) -> None:
        for number in range(600):
            redis.xadd(keys.RESULTS, {"id": f"r{number}"})
        if group:
            read(redis, group, count=600, acknowledge=600)
        tidy(redis, results_kept=550, results_max=570)
        assert 550 <= redis.xlen(keys.RESULTS) <= 570

    def test_a_backlog_beyond_one_turn_counts_nothing_as_unread_that_was_read(self, redis: Redis) -> None:
        with redis.pipeline(transaction=False) as pipe:
            for number in range(6_000):
                pipe.xadd(keys.RESULTS, {"id": f"r{number}"})
            pipe.execute()
        read(redis, "one", count=6_000, acknowledge=6_000)
        tidy(redis, results_kept=10, results_max=20)
        assert redis.xlen(keys.RESULTS) <= 1_000
        tidy(redis, results_kept=10, results_max=20)
        assert 10 <= redis.xlen(keys.RESULTS) <= 20
        assert redis.hget(keys.COUNTS, "results_trimmed_unread") is None

    @pytest.mark.parametrize("bound", [{"results_max": 50}, {"results_max_bytes": 130_000}])
    def test_a_group_beyond_a_bound_loses_its_oldest_which_is_said_and_counted(
        self, redis: Redis, caplog: pytest.LogCaptureFixture, bound: dict[str, object]
    ) -> None:
        publish(redis, 100)
        read(redis, "slow", count=10, acknowledge=10)
        with caplog.at_level(logging.WARNING):
            tidy(redis, results_kept=1, **bound)
        left = redis.xlen(keys.RESULTS)
        assert 40 <= left <= 60
        lost = int(redis.hget(keys.COUNTS, "results_trimmed_unread") or 0)
        assert 90 - left - NODE_ENTRIES <= lost <= 90 - left
        assert "were trimmed that a group had not read" in caplog.text

    def test_a_group_in_danger_is_named_before_it_loses_anything(
        self, redis: Redis, caplog: pytest.LogCaptureFixture
    ) -> None:
        # One result a second, so that the estimate of Redis 6.2 is nearly right.
        for second in range(1, 101):
            redis.xadd(keys.RESULTS, {"id": f"r{second}", "result": BODY}, id=f"{second * 1_000}-0")
        read(redis, "slow", count=10, acknowledge=0)
        with caplog.at_level(logging.WARNING):
            tidy(redis, results_max=110)
        assert redis.xlen(keys.RESULTS) == 100
        assert re.search(r"group slow is 10[01] results behind; it loses results in about (9|10) s", caplog.text)

    def test_short_of_memory_only_what_a_group_waits_for_is_kept(self, limited: Redis) -> None:
        entries = publish(limited, 100)
        read(limited, "reader", count=90, acknowledge=90)
        used = int(limited.info("memory")["used_memory"])
        limited.config_set("maxmemory", int(used / 0.9))
        tidy(limited)
        assert entries[90 - NODE_ENTRIES] <= first(limited) <= entries[90]

    def test_a_small_redis_does_not_belong_to_the_stream(self, limited: Redis) -> None:
        publish(limited, 1_000)
        limited.config_set("maxmemory", int(limited.info("memory")["used_memory"]))
        tidy(limited)
        assert limited.memory_usage(keys.RESULTS) <= limited.info("memory")["maxmemory"] * 0.25 + 10_000


class TestGroups:
    def test_there_are_none_without_a_stream(self, redis: Redis) -> None:
        assert groups(redis, Settings()) == []

    def test_one_that_nobody_ever_read_is_abandoned(self, redis: Redis) -> None:
        publish(redis, 10)
        redis.xgroup_create(keys.RESULTS, "gone", id="0")
        read(redis, "alive", count=10, acknowledge=10)
        found = {group.name: group for group in groups(redis, Settings())}
        assert (found["gone"].is_abandoned, found["gone"].behind) == (True, 10)
        assert (found["alive"].is_abandoned, found["alive"].behind) == (False, 0)

    def test_a_group_on_an_empty_stream_is_not_behind(self, redis: Redis) -> None:
        redis.xgroup_create(keys.RESULTS, "early", id="0", mkstream=True)
        (group,) = groups(redis, Settings())
        assert (group.behind, group.is_in_danger, group.is_abandoned) == (0, False, False)


class TestRelief:
    def finished(self, redis: Redis, *names: str) -> None:
        for ticket in accepted(redis, *names):
            through(redis, [ticket])
            assert finish(redis, ticket) == "published"

    def test_finished_documents_give_up_source_and_outputs_and_keep_their_identity(self, limited: Redis) -> None:
        self.finished(limited, "a")
        result = limited.get(keys.result("a"))
        limited.config_set("maxmemory", 1)
        tidy(limited)
        limited.config_set("maxmemory", 0)
        fields = set(limited.hkeys(keys.document("a")))
        assert not {b"source", b"head", b"stage:normalize"} & fields
        assert {b"digest", b"entry", b"revision", b"state"} <= fields
        assert limited.get(keys.result("a")) == result
        assert limited.ttl(keys.document("a")) > 0
        assert look(limited, Settings()).is_open
        assert offer(limited, Document(id="a", text="text of a"))[0].answer is Answer.EXISTS
        assert limited.hget(keys.COUNTS, "shed") == b"1"

    def test_outputs_beside_the_hash_go_as_well(self, limited: Redis) -> None:
        (ticket,) = accepted(limited, "a")
        work(limited).begin([ticket], order=("normalize", "publish"))
        work(limited).save(ticket, b"x" * 1_500_000, following="publish")
        finish(limited, ticket)
        assert limited.keys("warraq:document:a:*")
        limited.config_set("maxmemory", 1)
        tidy(limited)
        assert not limited.keys("warraq:document:a:*")

    def test_failed_and_unfinished_documents_keep_their_source(self, limited: Redis) -> None:
        failed, requeued, _ = accepted(limited, "failed", "requeued", "waiting")
        fail(limited, failed)
        through(limited, [requeued])
        finish(limited, requeued)
        limited.hdel(keys.document("requeued"), "state")
        limited.config_set("maxmemory", 1)
        tidy(limited)
        for name in ("failed", "requeued", "waiting"):
            assert limited.hexists(keys.document(name), "source")

    def test_the_oldest_go_first_and_no_more_than_needed(self, limited: Redis) -> None:
        names = [f"d{i:03}" for i in range(200)]
        self.finished(limited, *names)
        for name in names:
            limited.hset(keys.document(name), "source", BODY * 5)
        used = int(limited.info("memory")["used_memory"])
        limited.config_set("maxmemory", int(used / 0.8))
        tidy(limited)
        kept = [name for name in names if limited.hexists(keys.document(name), "source")]
        assert kept == names[-len(kept) :]
        assert 50 < len(kept) < 199

    def test_with_memory_to_spare_nothing_is_given_up(self, redis: Redis) -> None:
        self.finished(redis, "a")
        before = everything(redis)
        tidy(redis)
        redis.delete(keys.TRIMMING)
        assert everything(redis) == before

    def test_rows_of_documents_that_have_expired_are_forgotten(self, redis: Redis) -> None:
        self.finished(redis, "old", "new")
        redis.zadd(keys.FINISHED, {"old": 0})
        tidy(redis)
        assert redis.zrange(keys.FINISHED, 0, -1) == [b"new"]

    def test_one_worker_at_a_time_tidies_up(self, redis: Redis) -> None:
        redis.zadd(keys.FINISHED, {"old": 0})
        redis.set(keys.TRIMMING, "1")
        Trimmer(redis, Settings()).turn()
        assert redis.zcard(keys.FINISHED) == 1
