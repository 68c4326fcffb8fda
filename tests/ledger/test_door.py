"""Doors close at a mark, turn away, and open again with room to spare; check and acceptance are one step."""

from collections.abc import Iterator

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document
from workers.errors import TryLater
from workers.ledger import keys
from workers.ledger.connection import connect
from workers.ledger.door import Answer, Submission, intake, look, require_room, submit
from workers.settings import Settings

TEN = Settings(max_backlog_documents=10)


def offer(redis: Redis, settings: Settings, *names: str) -> Submission:
    rows = [intake(Document(text=name), document_id=name, max_document_bytes=1_000) for name in names]
    return submit(redis, rows, settings)


def names(number: int, *, prefix: str = "d") -> list[str]:
    return [f"{prefix}{i}" for i in range(number)]


@pytest.fixture
def limited(redis: Redis) -> Iterator[Redis]:
    """A Redis whose memory limit the test sets."""
    yield redis
    redis.config_set("maxmemory", 0)


def limit_at(redis: Redis, share: float) -> None:
    """Set the memory limit so that this share of it is used."""
    redis.config_set("maxmemory", int(int(redis.info("memory")["used_memory"]) / share))


class TestBacklog:
    def test_a_door_that_closes_within_a_call_answers_the_documents_before(self, redis: Redis) -> None:
        offered = offer(redis, TEN, *names(15))
        assert [row.id for row in offered.receipts] == names(10)
        assert {row.answer for row in offered.receipts} == {Answer.ACCEPTED}
        assert redis.xlen(keys.DOCUMENTS) == redis.zcard(keys.DUE) == 10
        assert redis.hget(keys.COUNTS, "turned_away") == b"5"

    def test_what_is_known_is_answered_in_front_of_a_closed_door(self, redis: Redis) -> None:
        offer(redis, TEN, *names(10))
        again = offer(redis, TEN, "d3", "new")
        assert [(row.id, row.answer) for row in again.receipts] == [("d3", Answer.EXISTS)]
        assert (again.door.reason, again.door.unfinished) == ("backlog", 10)

    def test_it_opens_with_room_to_spare(self, redis: Redis) -> None:
        settings = Settings(max_backlog_documents=100)
        offer(redis, settings, *names(100))
        assert not look(redis, settings).is_open
        redis.zrem(keys.DUE, *names(5))
        assert not look(redis, settings).is_open
        redis.zrem(keys.DUE, "d5")
        assert look(redis, settings).is_open
        assert not redis.exists(keys.DOOR)

    def test_who_needs_room_is_told_when_to_come_back(self, redis: Redis) -> None:
        require_room(redis, TEN)
        offer(redis, TEN, *names(10))
        with pytest.raises(TryLater, match=r"10 documents are unfinished; the limit is 10; try again in \d") as caught:
            require_room(redis, TEN)
        assert caught.value.retry_after_seconds > 0


class TestMemory:
    def test_it_closes_at_its_share_of_the_limit_and_opens_below(self, limited: Redis) -> None:
        limit_at(limited, 0.85)
        door = offer(limited, Settings(), "a").door
        assert (door.reason, door.closed_since is not None) == ("memory", True)
        limit_at(limited, 0.78)
        assert look(limited, Settings()).closed_since == door.closed_since
        limit_at(limited, 0.7)
        assert [row.answer for row in offer(limited, Settings(), "a").receipts] == [Answer.ACCEPTED]

    def test_without_a_limit_it_watches_the_machine(self, redis: Redis) -> None:
        door = look(redis, Settings())
        assert door.is_open
        assert door.limit_bytes == redis.info("memory")["total_system_memory"]

    def test_that_it_is_closed_is_forgotten_when_nobody_looks(self, limited: Redis) -> None:
        limit_at(limited, 0.9)
        look(limited, Settings())
        assert 0 < limited.pttl(keys.DOOR) <= 60_000

    def test_a_producer_who_may_not_ask_redis_follows_what_the_workers_found(self, limited: Redis) -> None:
        limited.execute_command("ACL", "SETUSER", "producer", "on", ">word", "~*", "&*", "+@all", "-info")
        address = limited.connection_pool.connection_kwargs
        with connect(f"redis://producer:word@{address['host']}:{address['port']}/0") as producer:
            assert len(offer(producer, Settings(), "a").receipts) == 1
            limit_at(limited, 0.9)
            look(limited, Settings())
            assert offer(producer, Settings(), "b").receipts == ()


def test_a_key_of_a_wrong_type_leaves_the_whole_call_undone(redis: Redis) -> None:
    redis.set(keys.document("b"), "not a hash")
    with pytest.raises(ResponseError, match="WRONGTYPE"):
        offer(redis, TEN, "a", "b")
    assert redis.keys("*") == [keys.document("b").encode()]
