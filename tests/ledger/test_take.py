"""Taking entries out of the lanes: once each, duplicates announced, what is no document refused."""

import json
from datetime import UTC, datetime

import pytest
from redis import Redis

from schemas import Document, Failure, FailureCode, Status
from tests.ledger.steps import (
    CONSUMER,
    accepted,
    due_milliseconds,
    expire,
    finish,
    offer,
    read,
    take,
    through,
)
from tests.waiting import wait_until
from workers.errors import TooLarge
from workers.ledger import failures, keys, lanes, overdue, scripts
from workers.settings import Settings


class TestTake:
    def test_a_submitted_document_is_taken_once(self, redis: Redis) -> None:
        assert [row.ticket.id for row in (offer(redis, Document(id="a", text="x")) and take(redis))] == ["a"]
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert 50_000 < due_milliseconds(redis, "a") <= 60_000

    def test_a_foreign_entry_without_id_gets_its_entry_as_id(self, redis: Redis) -> None:
        entry = redis.xadd(keys.DOCUMENTS, {"document": '{"text": "hello"}'})
        assert [row.ticket.id for row in take(redis)] == [entry.decode()]

    def test_the_same_entry_taken_again_is_known(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "hello"}'})
        entries = read(redis)
        assert len(lanes.take(redis, entries, Settings())[0]) == 1
        assert lanes.take(redis, entries, Settings()) == ([], [])
        assert redis.zcard(keys.DUE) == 1

    def test_the_same_id_and_content_in_one_read_is_a_duplicate_event(self, redis: Redis) -> None:
        with redis.pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(keys.EVENTS)
            first, second = (redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'}) for _ in "ab")
            assert len(take(redis)) == 1
            heard: list[bytes] = []
            wait_until(lambda: heard.extend(m["data"] for m in [channel.get_message()] if m) or heard, what="event")
        assert b"duplicate" in heard[0]
        assert first in heard[0]
        assert second in heard[0]
        assert redis.xlen(keys.DOCUMENTS) == 0

    def test_other_content_under_a_known_id_is_refused_and_changes_nothing(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        before = redis.hgetall(keys.document("a"))
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "other"}'})
        taken, refusals = lanes.take(redis, read(redis), Settings())
        assert taken == []
        assert refusals[0].error.code is FailureCode.ID_CONFLICT
        assert ticket.mark.partition("#")[0] in str(refusals[0].error)
        assert redis.hgetall(keys.document("a")) == before

    def test_a_reader_that_comes_back_after_the_document_was_forgotten_takes_nothing(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        entries = read(redis)
        ((row,), _) = lanes.take(redis, entries, Settings())
        through(redis, [row.ticket])
        finish(redis, row.ticket)
        redis.delete(keys.document("a"))
        assert lanes.take(redis, entries, Settings()) == ([], [])
        assert redis.zcard(keys.DUE) == 0

    def test_an_entry_that_was_trimmed_while_it_was_in_hand_is_taken(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        entries = read(redis)
        redis.xtrim(keys.DOCUMENTS, maxlen=0)
        assert len(lanes.take(redis, entries, Settings())[0]) == 1

    def test_a_cancellation_that_came_first_is_told_until_the_document_is_cancelled(self, redis: Redis) -> None:
        scripts.run(redis, "entomb", scripts.Call([keys.document("a")], [60_000]))
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        entries = read(redis)
        for _ in range(2):
            ((row,), _) = lanes.take(redis, entries, Settings())
            assert row.is_cancelled
        expire(redis, row.ticket)
        assert [found.stage for found in overdue.sweep(redis, Settings())] == [overdue.CANCEL]
        assert finish(redis, row.ticket, status=Status.CANCELLED) == "published"
        assert failures.requeue(redis, "a") == 2
        assert [found.is_cancelled for found in take(redis)] == [False]

    def test_a_key_that_somebody_overwrote_keeps_no_neighbour_out(self, redis: Redis) -> None:
        for name in ("broken", "a"):
            redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{name}", "text": "x"}}'})
        redis.set(keys.document("broken"), "no hash")
        taken, refusals = lanes.take(redis, read(redis), Settings())
        assert [row.ticket.id for row in taken] == ["a"]
        assert refusals[0].error.code is FailureCode.ID_CONFLICT

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"document": "no json"}, "$"),
            ({"document": b"\xff\xfe"}, "$"),
            ({"document": '{"text": "x", "colour": 1}'}, "colour"),
            ({"document": '{"text": "x", "id": "a b"}'}, "id"),
            ({"document": '{"text": "x", "options": {"summary": {"sentences": 99}}}'}, "options.summary.sentences"),
            ({"document": "{}"}, "$"),
            ({"document": "[" * 100_000}, "$"),
            ({"document": '{"text": "x", "text": "y"}'}, "$"),
            ({"document": '{"text": NaN}'}, "$"),
            ({"document": '{"text": ' + "9" * 5_000 + "}"}, "$"),
            ({"document": '{"text": ["' + '","' * 100_000 + '"]}'}, "$"),
            ({"document": '{"text": "x", "id": "a\\u0000b"}'}, "id"),
            ({"document": '{"text": "x", "a word of a text": 1}'}, "(a name that is none)"),
            ({"document": '{"content": "%%%"}'}, "content"),
            ({"something": "else"}, "document"),
            ({"id": "a", "text": "an entry that is no envelope"}, "document"),
            ({"id": "a", "size": "many"}, "document"),
            ({"id": b"\xff", "size": "x"}, "document"),
        ],
    )
    def test_what_is_no_document_is_refused_with_its_path(
        self, redis: Redis, fields: dict[str, str | bytes], path: str
    ) -> None:
        redis.xadd(keys.DOCUMENTS, fields)  # type: ignore[arg-type]
        _, refusals = lanes.take(redis, read(redis), Settings())
        assert str(refusals[0].error).startswith(f"{path}: ")

    def test_a_refusal_stays_short_however_much_is_wrong(self, redis: Redis) -> None:
        fields = {f"{number} {'word ' * 50}": 1 for number in range(200)}
        redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"text": "x", **fields})})
        _, (refusal,) = lanes.take(redis, read(redis), Settings())
        assert len(str(refusal.error)) < 2_000
        assert "190 more problems" in str(refusal.error)

    def test_large_documents_are_taken_in_parts(self, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "TAKE_BYTES", 100)
        for name in ("a", "b", "a", "c"):
            redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": name, "text": "x" * 90})})
        assert [row.ticket.id for row in take(redis)] == ["a", "b", "c"]
        assert redis.hget(keys.COUNTS, "duplicates") == b"1"

    def test_large_entries_are_read_one_after_the_other(self, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "READ_BYTES", 1_000)
        for size in (400, 400, 400, 5_000, 10):
            redis.xadd(keys.DOCUMENTS, {"document": "x" * size})
        assert [len(read(redis, count=9)) for _ in range(4)] == [3, 1, 1, 0]

    def test_an_entry_above_its_limit_is_refused_before_it_is_parsed(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": "{" * (lanes.ENTRY_BYTES + 40)})
        _, (refusal,) = lanes.take(redis, read(redis), Settings(max_document_bytes=10))
        assert isinstance(refusal.error, TooLarge)

    def test_an_entry_that_names_a_document_nobody_has_is_refused_by_its_name(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"id": "unheard-of", "size": "1"})
        taken, (refusal,) = lanes.take(redis, read(redis), Settings())
        assert (taken, refusal.document_id) == ([], "unheard-of")
        assert str(refusal.error).startswith("document: ")

    def test_documents_without_an_id_are_told_apart_by_their_lane(self, redis: Redis) -> None:
        for lane in keys.LANES:
            redis.xadd(lane, {"document": '{"text": "x"}'}, id="5-1")
        ids = [row.ticket.id for lane in keys.LANES for row in lanes.take(redis, read(redis, lane=lane), Settings())[0]]
        assert sorted(ids) == ["5-1", "5-1-high"]

    @pytest.mark.parametrize("fields", [{"id": "a b", "size": "1"}, {"id": "a", "size": "9" * 5_000}, {"id": "a"}])
    def test_an_entry_that_looks_like_ours_and_is_not_is_refused(self, redis: Redis, fields: dict[str, str]) -> None:
        redis.xadd(keys.DOCUMENTS, fields)  # type: ignore[arg-type]
        assert len(lanes.take(redis, read(redis), Settings())[1]) == 1

    def test_a_refused_entry_leaves_the_lane_and_is_listed_once(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": "no json"})
        _, (refusal,) = lanes.take(redis, read(redis), Settings())
        failure = Failure(
            entry=refusal.entry.id,
            revision=0,
            code=refusal.error.code,
            message=str(refusal.error),
            retry_helps=False,
            attempts=0,
            failed_at=datetime.now(UTC),
        )
        for _ in range(2):
            lanes.refuse(redis, refusal.entry, failure, Settings())
        assert [row for _, row in failures.listed(redis)] == [failure]
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert redis.zcard(keys.DUE) == 0

    def test_the_group_is_made_again_when_redis_lost_it(self, redis: Redis) -> None:
        assert lanes.read(redis, consumer=CONSUMER, lane=keys.DOCUMENTS, count=1) == []
        redis.xadd(keys.DOCUMENTS, {"document": '{"text": "x"}'})
        assert len(lanes.read(redis, consumer=CONSUMER, lane=keys.DOCUMENTS, count=1)) == 1
