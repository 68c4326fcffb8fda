"""The transport of Celery's messages says that a connection was lost, instead of connecting again in secret."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection
from redis.exceptions import ConnectionError

from tests.queue.stack import Stack, notes
from tests.waiting import wait_until
from workers import broker
from workers.celery_settings import TRANSPORT_OPTIONS
from workers.embedded import EmbeddedRedis


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedRedis]:
    made = EmbeddedRedis(tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def connection(server: EmbeddedRedis) -> Iterator[Connection]:
    broker.install()
    with Connection(server.url, transport_options=TRANSPORT_OPTIONS) as made:
        yield made


def test_a_subscription_whose_redis_was_replaced_fails_and_does_not_wait(
    connection: Connection, server: EmbeddedRedis
) -> None:
    subscription = connection.channel().subclient
    subscription.psubscribe("anything")
    assert subscription.parse_response()[0] == b"psubscribe"
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    wait_until(lambda: not server.is_running(), what="the end of Redis")
    server.start()
    with pytest.raises(ConnectionError):
        subscription.parse_response()


def test_a_channel_whose_connection_is_closed_fails_as_a_lost_connection(connection: Connection) -> None:
    channel = connection.channel()
    connection.close()
    with pytest.raises(ConnectionError, match="was closed"), channel.conn_or_acquire():
        pass


def test_a_worker_outlives_a_redis_at_its_memory_limit(stack: Stack) -> None:
    worker = stack.start_worker()
    ids = stack.submit(*notes(100))
    wait_until(lambda: len(stack.published()) > 5, what="the first results")
    stack.redis.config_set("maxmemory", 1)
    wait_until(lambda: "OutOfMemoryError" in stack.log(), what="the limit to be felt")
    wait_until(lambda: "Trying to re-establish" in stack.log(), what="the main loop to feel it", seconds=60)
    stack.redis.config_set("maxmemory", 0)
    assert len(stack.results(ids)) == len(ids)
    assert worker.poll() is None
    assert set(stack.published().values()) == {1}


def test_the_scheme_still_decides_about_tls() -> None:
    broker.install()
    assert Connection("rediss://127.0.0.1:1/0").ssl
    assert isinstance(Connection("redis://127.0.0.1:1/0").transport, broker.Transport)
