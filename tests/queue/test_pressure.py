"""A full Redis: doors say so, nothing is lost, and the system drains and opens again by itself."""

import json

import psutil
import pytest
from celery import Celery
from redis import Redis
from redis.exceptions import OutOfMemoryError

from schemas import Document
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until
from workers.errors import TryLater
from workers.ledger import keys

BALLAST_BYTES = 20_000_000


def used(redis: Redis) -> int:
    """Return the memory that counts towards the limit."""
    memory = redis.info("memory")
    return int(memory["used_memory"]) - int(memory["mem_not_counted_for_evict"])


def fill(redis: Redis, number: int) -> list[str]:
    """Hand documents in by XADD, set the limit to what is used then, and see Redis refuse the next."""
    documents = notes(number, prefix="raw")
    for document in documents:
        redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": document.id, "text": document.text})})
    redis.config_set("maxmemory", used(redis))
    with pytest.raises(OutOfMemoryError):
        redis.xadd(keys.DOCUMENTS, {"document": '{"text": "x"}'})
    return [str(document.id) for document in documents]


def all_published(stack: Stack, ids: list[str]) -> bool:
    """Say whether all are published; a worker that Celery gave up on is started again, as its supervisor would."""
    if stack.workers[-1].poll() is not None:
        stack.launch()
    return stack.redis.xlen(keys.RESULTS) >= len(ids) and set(ids) <= stack.published().keys()


def test_a_redis_that_foreign_producers_filled_drains_by_itself_and_doors_open_again(stack: Stack) -> None:
    worker = stack.start_worker()
    finished = stack.submit(*notes(5))
    stack.results(finished)
    for name in finished:
        stack.redis.hset(keys.document(name), "source", "x" * 2_000_000)
    processes = [psutil.Process(worker.pid), *stack.children(worker)]
    for process in processes:
        process.suspend()
    raw = fill(stack.redis, 150)
    with pytest.raises(TryLater, match="doors close at 80%"):
        stack.submit(Document(id="late", text="x"))
    for process in processes:
        process.resume()
    wait_until(lambda: all_published(stack, raw), seconds=100, what="everything that Redis took")
    wait_until(lambda: stack.client.door().is_open, what="open doors")
    assert stack.submit(Document(id="late", text="x")) == ["late"]
    wait_until(lambda: all_published(stack, ["late"]), seconds=60, what="the last one")
    assert set(stack.published().values()) == {1}
    assert stack.count("shed") > 0
    assert stack.count("failed") == 0


def test_what_is_in_flight_while_somebody_fills_redis_is_published_once_there_is_room(stack: Stack) -> None:
    stack.start_worker()
    ids = stack.submit(*notes(60))
    wait_until(lambda: len(stack.published()) > 5, what="the first results")
    raw = fill(stack.redis, 10)
    with pytest.raises(TryLater):
        stack.submit(Document(id="late", text="x"))
    before = stack.count("turned_away")
    stack.redis.config_set("maxmemory", used(stack.redis) * 10)
    wait_until(lambda: all_published(stack, ids + raw), seconds=100, what="all results")
    assert set(stack.published().values()) == {1}
    assert before == 1


def test_messages_of_the_celery_door_wait_in_their_queue_and_lose_nothing(stack: Stack) -> None:
    stack.start_worker()
    stack.redis.setrange("foreign:ballast", BALLAST_BYTES, "x")
    stack.redis.config_set("maxmemory", int(used(stack.redis) / 0.9))
    foreign = Celery("somebody-else", broker=stack.server.url, set_as_current=False)
    for document in notes(30, prefix="celery"):
        foreign.send_task("workers.submit", args=[{"id": document.id, "text": document.text}])
    wait_until(lambda: "messages in celery wait there" in stack.log(), what="the gate")
    wait_until(lambda: stack.redis.llen("celery") == 30, what="all messages in their queue")
    assert stack.redis.zcard(keys.DUE) == 0
    stack.redis.delete("foreign:ballast")
    ids = [f"celery{i}" for i in range(30)]
    wait_until(lambda: all_published(stack, ids), seconds=60, what="all results")
    assert set(stack.published().values()) == {1}
