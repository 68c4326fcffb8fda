"""Members of a group share the results, and living members leave each other's alone."""

from datetime import UTC, datetime
from time import monotonic

from redis import Redis

from schemas import Provenance, Result, Status
from tests.waiting import wait_until
from workers.ledger import keys
from workers.ledger.consumption import Consumer, drain, follow


def publish(redis: Redis, *names: str, entry: str | None = None) -> None:
    for name in names:
        result = Result(
            id=name, status=Status.COMPLETED, completed_at=datetime.now(UTC), provenance=Provenance(version="0")
        )
        fields = {
            "id": name,
            "revision": 1,
            "status": "completed",
            "entry": entry or name,
            "result": result.model_dump_json(),
        }
        redis.xadd(keys.RESULTS, fields)  # type: ignore[arg-type]


def member(redis: Redis, name: str, *, takeover_seconds: float = 60) -> Consumer:
    return Consumer(redis, group="readers", name=name, takeover_seconds=takeover_seconds)


def test_a_slow_member_keeps_nothing_from_the_others_but_what_it_holds(redis: Redis) -> None:
    publish(redis, "a", "b", "c")
    slow = follow(member(redis, "slow"))
    assert next(slow).id == "a"
    assert [row.id for row in drain(member(redis, "quick"))] == ["b", "c"]


def test_what_a_dead_member_held_comes_to_the_others_once(redis: Redis) -> None:
    publish(redis, "a", "b")
    dead = follow(member(redis, "dead"))
    assert next(dead).id == "a"
    assert [row.id for row in drain(member(redis, "other", takeover_seconds=0))] == ["a", "b"]
    assert list(drain(member(redis, "third", takeover_seconds=0))) == []


def test_what_was_trimmed_while_a_dead_member_held_it_is_acknowledged(redis: Redis) -> None:
    publish(redis, "a", "b")
    next(follow(member(redis, "dead")))
    redis.xtrim(keys.RESULTS, maxlen=1, approximate=False)
    assert [row.id for row in drain(member(redis, "other", takeover_seconds=0))] == ["b"]
    assert redis.xpending(keys.RESULTS, "readers")["pending"] == 0


def test_a_result_that_came_twice_after_a_fail_over_is_seen_once(redis: Redis) -> None:
    publish(redis, "a", "a", "b")
    assert [row.id for row in drain(member(redis, "one"))] == ["a", "b"]


def test_two_documents_whose_lanes_gave_them_the_same_entry_are_both_seen(redis: Redis) -> None:
    publish(redis, "high", "normal", entry="1700000000000-0")
    assert [row.id for row in drain(member(redis, "one"))] == ["high", "normal"]


def test_a_member_waits_for_the_time_that_it_takes_before_it_takes_over(redis: Redis) -> None:
    publish(redis, "a")
    next(follow(member(redis, "dead")))
    began, other = monotonic(), member(redis, "other", takeover_seconds=0.3)
    wait_until(lambda: other.deliveries(block_milliseconds=1), what="the take-over")
    assert monotonic() - began > 0.2
