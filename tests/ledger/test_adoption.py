"""Entries that a dead worker read and never took, and consumers that are gone."""

import pytest
from redis import Redis

from schemas import Document
from tests.ledger.steps import CONSUMER, accepted, offer, read
from workers.ledger import keys, lanes, scripts
from workers.ledger.lanes import Entry
from workers.settings import Settings


class TestAdopt:
    def adopted(self, redis: Redis, cursor: str = "0-0") -> tuple[list[Entry], str]:
        return lanes.adopt(redis, consumer="other", lane=keys.DOCUMENTS, cursor=cursor)

    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "ADOPT_IDLE_MILLISECONDS", 0)

    def test_entries_that_were_read_and_not_taken_are_adopted(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        assert len(read(redis)) == 1
        entries, _ = self.adopted(redis)
        assert [row.ticket.id for row in lanes.take(redis, entries, Settings())[0]] == ["a"]
        assert self.adopted(redis)[0] == []

    def test_rows_of_the_living_do_not_hide_those_of_the_dead(
        self, redis: Redis, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lanes, "ADOPT_COUNT", 10)
        for number in range(100):
            redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{number}", "text": "x"}}'})
        read(redis, count=100)
        seen, cursor = set(), "0-0"
        for _ in range(10):
            entries, cursor = self.adopted(redis, cursor)
            seen |= {entry.id for entry in entries}
        assert len(seen) == 100

    def test_large_entries_are_adopted_a_few_at_a_time_and_none_is_forgotten(
        self, redis: Redis, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lanes, "READ_BYTES", 1_000)
        for number in range(4):
            redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{number}", "text": "{"x" * 600}"}}'})
        read(redis, count=2)
        read(redis, count=2)
        seen: list[list[str]] = []
        for _ in range(4):
            entries, _ = self.adopted(redis)
            seen.append([row.ticket.id for row in lanes.take(redis, entries, Settings())[0]])
        assert seen[:2] == [["0", "1"], ["2", "3"]]

    def test_a_deleted_entry_leaves_no_ghost(self, redis: Redis) -> None:
        entry = redis.xadd(keys.DOCUMENTS, {"document": "{}"})
        read(redis)
        redis.xdel(keys.DOCUMENTS, entry)
        self.adopted(redis)
        assert redis.xpending(keys.DOCUMENTS, keys.INTAKE_GROUP)["pending"] == 0

    def test_entries_whose_consumer_was_deleted_are_adopted(self, redis: Redis) -> None:
        offer(redis, Document(id="ours", text="x"))
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "foreign", "text": "x"}'})
        assert len(read(redis)) == 2
        redis.xgroup_delconsumer(keys.DOCUMENTS, keys.INTAKE_GROUP, CONSUMER)
        assert self.adopted(redis)[0] == []
        entries, _ = self.adopted(redis)
        assert [row.ticket.id for row in lanes.take(redis, entries, Settings())[0]] == ["ours", "foreign"]

    def test_entries_that_nobody_read_yet_are_left_to_readers(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        lanes.ensure_groups(redis)
        assert [self.adopted(redis)[0] for _ in "ab"] == [[], []]
        assert len(read(redis)) == 1


class TestRetire:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scripts, "RETIRE_IDLE_MILLISECONDS", 0)

    def consumers(self, redis: Redis) -> set[bytes]:
        return {row["name"] for row in redis.xinfo_consumers(keys.DOCUMENTS, keys.INTAKE_GROUP)}

    def test_a_consumer_is_forgotten_when_it_owes_nothing(self, redis: Redis) -> None:
        accepted(redis, "a")
        assert self.consumers(redis) == {CONSUMER.encode()}
        scripts.retire(redis, keys.DOCUMENTS, group=keys.INTAKE_GROUP)
        assert self.consumers(redis) == set()

    def test_a_consumer_that_holds_an_entry_stays(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="x"))
        entries = read(redis)
        scripts.retire(redis, keys.DOCUMENTS, group=keys.INTAKE_GROUP)
        assert self.consumers(redis) == {CONSUMER.encode()}
        assert len(lanes.take(redis, entries, Settings())[0]) == 1
