"""Forgetting leaves nothing of a document in Redis, and says who was given its results."""

import json
from collections.abc import Iterator

import pytest
from redis import Redis

from schemas import Document, Status
from tests.ledger.steps import ORDER, accepted, fail, finish, offer, read, take, through, work
from tests.waiting import wait_until
from workers.ledger import forgetting, keys, lanes
from workers.ledger.bundle import Ticket
from workers.ledger.door import Answer
from workers.ledger.forgetting import Holder, forget
from workers.settings import Settings

MARKER = "the quiet heron of Tuesday"


@pytest.fixture(params=[1, 100])
def _pages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "PAGE_ENTRIES", request.param)


def everything(redis: Redis) -> Iterator[bytes]:
    """Yield every name and value in Redis."""
    for key in redis.keys("*"):
        yield key
        match redis.type(key):
            case b"string":
                yield redis.get(key) or b""
            case b"hash":
                yield from (part for pair in redis.hgetall(key).items() for part in pair)
            case b"zset":
                yield from redis.zrange(key, 0, -1)
            case b"stream":
                yield from (part for _, fields in redis.xrange(key) for pair in fields.items() for part in pair)
            case b"list":
                yield from redis.lrange(key, 0, -1)


def dump(redis: Redis, pattern: str = "*") -> dict[bytes, bytes | None]:
    return {key: redis.dump(key) for key in redis.keys(pattern)}


def is_anywhere(redis: Redis, words: str) -> bool:
    return any(words.encode() in part for part in everything(redis))


def published(redis: Redis, name: str) -> Ticket:
    """Publish a document whose outputs, one of them large, and result have the marker in them."""
    offer(redis, Document(id=name, text=f"{name}: {MARKER}"))
    ticket = take(redis)[0].ticket
    for position, stage in enumerate(ORDER[:-1]):
        run = work(redis, stage=stage, run=f"task:{stage}")
        run.begin([ticket], order=ORDER)
        output = f"{MARKER} {'x' * 1_000_001 if position == 0 else ''}".encode()
        run.save(ticket, output, following=ORDER[position + 1])
    finish(redis, ticket)
    redis.set(keys.result(name), f'{{"text": "{MARKER}"}}', ex=60)
    return ticket


@pytest.mark.usefixtures("_pages")
class TestForget:
    def test_nothing_of_a_published_document_is_left(self, redis: Redis) -> None:
        published(redis, "a")
        published(redis, "b")
        assert is_anywhere(redis, "a: " + MARKER)
        found = forget(redis, "a")
        assert (found.is_known, found.was_unfinished, found.results) == (True, False, 1)
        assert not any(
            keys.document("a") in key.decode() or keys.result("a") in key.decode() for key in redis.keys("*")
        )
        assert forget(redis, "b").is_known
        assert not is_anywhere(redis, MARKER)

    def test_a_neighbour_whose_id_continues_the_id_is_left_alone(self, redis: Redis) -> None:
        published(redis, "a")
        published(redis, "a:b")
        before = dump(redis, "*a:b*")
        forget(redis, "a")
        assert dump(redis, "*a:b*") == before
        assert [fields[b"id"] for _, fields in redis.xrange(keys.RESULTS)] == [b"a:b"]

    def test_an_output_of_a_run_that_came_second_goes_too(self, redis: Redis) -> None:
        published(redis, "a")
        redis.set(keys.large_output("a", "normalize", "task:other"), MARKER, ex=60)
        forget(redis, "a")
        assert not is_anywhere(redis, MARKER)

    def test_failures_of_it_go_whatever_its_hash_remembers(self, redis: Redis) -> None:
        for ticket in accepted(redis, "a", "b"):
            fail(redis, ticket)
        redis.delete(keys.document("a"))
        assert forget(redis, "a").failures == 1
        assert [fields[b"id"] for _, fields in redis.xrange(keys.FAILURES)] == [b"b"]

    def test_a_waiting_document_leaves_the_door(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text=MARKER), Document(id="b", text="other"))
        found = forget(redis, "a")
        assert (found.is_known, found.was_unfinished) == (True, True)
        assert [row.ticket.id for row in take(redis)] == ["b"]
        assert redis.zrange(keys.DUE, 0, -1) == [b"b"]
        assert redis.xlen(keys.RESULTS) == 0

    @pytest.mark.parametrize("name", [MARKER.split()[1], None])
    def test_a_foreign_entry_that_nobody_has_taken_goes(self, redis: Redis, name: str | None) -> None:
        document = {"text": MARKER} | ({"id": name} if name else {})
        entry = redis.xadd(keys.DOCUMENTS, {"document": json.dumps(document)}).decode()
        redis.xadd(keys.DOCUMENTS_HIGH, {"document": json.dumps({"text": f"about heron and {entry}"})}, id="1-1")
        redis.xadd(keys.DOCUMENTS_HIGH, {"document": "no json, but heron " + entry}, id="1-2")
        read(redis)
        assert forget(redis, name or entry).waiting == 1
        assert not is_anywhere(redis, MARKER)
        assert redis.xlen(keys.DOCUMENTS_HIGH) == 2
        assert redis.xpending(keys.DOCUMENTS, keys.INTAKE_GROUP)["pending"] == 0

    def test_a_stage_that_is_at_work_on_it_writes_nothing_afterwards(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        forget(redis, "a")
        assert run.is_over(ticket)
        assert run.beat(bundle) == 0
        assert run.save(ticket, MARKER.encode(), following="detect_language") == "refused"
        assert finish(redis, ticket, status=Status.CANCELLED) == "already"
        assert not is_anywhere(redis, MARKER)
        assert redis.zcard(keys.DUE) == 0

    def test_the_id_may_be_used_anew_and_old_messages_stay_old(self, redis: Redis) -> None:
        old = published(redis, "a")
        forget(redis, "a")
        (receipt,) = offer(redis, Document(id="a", text="another"))
        assert receipt.answer is Answer.ACCEPTED
        (new,) = (row.ticket for row in take(redis))
        assert new.mark != old.mark
        through(redis, [new])
        assert finish(redis, old) == "already"
        assert finish(redis, new) == "published"

    def test_forgetting_again_finds_nothing_and_changes_nothing(self, redis: Redis) -> None:
        published(redis, "a")
        forget(redis, "a")
        before = dump(redis)
        assert not forget(redis, "a").is_known
        assert not forget(redis, "never-heard-of").is_known
        assert dump(redis) == before

    def test_who_was_given_a_result_is_named(self, redis: Redis) -> None:
        published(redis, "a")
        published(redis, "b")
        for group in ("handled", "holding", "behind"):
            redis.xgroup_create(keys.RESULTS, group, id="0")
        entry = redis.xrange(keys.RESULTS)[1][0].decode()
        for group in ("handled", "holding"):
            redis.xreadgroup(group, "me", {keys.RESULTS: ">"})
        redis.xack(keys.RESULTS, "handled", entry)
        redis.xreadgroup("behind", "me", {keys.RESULTS: ">"}, count=1)
        holders = forget(redis, "b").holders
        assert set(holders) == {Holder("handled", entry), Holder("holding", entry, "me")}

    def test_an_event_without_text_says_so(self, redis: Redis) -> None:
        published(redis, "a")
        with redis.pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(keys.EVENTS)
            heard: list[bytes] = []
            wait_until(lambda: channel.get_message() is None, what="a quiet channel")
            forget(redis, "a")
            wait_until(lambda: heard.extend(m["data"] for m in [channel.get_message()] if m) or heard, what="event")
        assert json.loads(heard[0]) | {"entry": ""} == {"type": "forgotten", "id": "a", "entry": ""}


def test_it_works_at_the_memory_limit(redis: Redis) -> None:
    published(redis, "a")
    redis.config_set("maxmemory", 1)
    try:
        assert forget(redis, "a").is_known
        assert not is_anywhere(redis, MARKER)
    finally:
        redis.config_set("maxmemory", 0)


def test_a_tombstone_is_forgotten_like_a_document(redis: Redis) -> None:
    redis.hset(keys.document("a"), "state", "cancelled")
    assert forget(redis, "a").is_known
    assert offer(redis, Document(id="a", text="x"))[0].answer is Answer.ACCEPTED
    assert len(lanes.take(redis, read(redis), Settings())[0]) == 1
