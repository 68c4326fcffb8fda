"""Operators meet closed doors as producers do, and nothing is half opened."""

from collections.abc import Callable, Iterator

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document
from tests.ledger.steps import accepted, everything, fail, finish, offer, through
from workers.client import Client
from workers.embedded import EmbeddedRedis
from workers.errors import TryLater
from workers.ledger import keys
from workers.operations import memory_is_room
from workers.settings import Settings

STEPS: dict[str, Callable[[Client], object]] = {
    "requeue": lambda client: client.requeue("failed"),
    "requeue_each": lambda client: list(client.requeue_each(["failed"])),
    "requeue_failures": lambda client: list(client.requeue_failures()),
    "rerun": lambda client: client.rerun("done", stage="summarize"),
    "rerun_documents": lambda client: list(client.rerun_documents(["done"], stage="summarize")),
}


@pytest.fixture
def client(redis: Redis, redis_server: EmbeddedRedis) -> Iterator[Client]:
    for ticket in accepted(redis, "failed"):
        fail(redis, ticket)
    done = accepted(redis, "done")
    through(redis, done)
    finish(redis, done[0])
    offer(redis, Document(id="waiting", text="x"))
    with Client(redis_server.url, settings=Settings(max_backlog_documents=1)) as made:
        yield made


def all_but_the_door(redis: Redis) -> dict[bytes, bytes | None]:
    """A look at the door remembers that it is closed."""
    return {key: value for key, value in everything(redis).items() if key != keys.DOOR.encode()}


@pytest.mark.parametrize("step", STEPS)
def test_a_full_backlog_means_later(redis: Redis, client: Client, step: str) -> None:
    before = all_but_the_door(redis)
    with pytest.raises(TryLater) as caught:
        STEPS[step](client)
    assert caught.value.retry_after_seconds > 0
    assert all_but_the_door(redis) == before
    client.cancel("waiting")
    assert STEPS[step](client)


@pytest.mark.parametrize("step", STEPS)
def test_the_memory_limit_of_redis_means_later(redis: Redis, client: Client, step: str) -> None:
    client.cancel("waiting")
    before = all_but_the_door(redis)
    redis.config_set("maxmemory", 1)
    try:
        with pytest.raises(TryLater):
            STEPS[step](client)
    finally:
        redis.config_set("maxmemory", 0)
    assert all_but_the_door(redis) == before


def test_a_refusal_by_redis_behind_an_open_door_means_later_too(redis: Redis) -> None:
    redis.config_set("maxmemory", 1)
    try:
        with pytest.raises(TryLater, match="memory limit"), memory_is_room():
            redis.set("key", "value")
        with pytest.raises(TryLater, match="memory limit"), memory_is_room():
            redis.eval("redis.call('SET', KEYS[1], 1)", 1, "key")
    finally:
        redis.config_set("maxmemory", 0)
    with pytest.raises(ResponseError, match="unknown"), memory_is_room():
        redis.execute_command("NOSUCHCOMMAND")


def test_a_dry_run_passes_closed_doors(client: Client) -> None:
    assert [row.id for row in client.requeue_failures(dry_run=True)] == ["failed"]
