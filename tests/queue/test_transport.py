"""The transport of Celery's messages says that a connection was lost, instead of connecting again in secret."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection
from redis.exceptions import ConnectionError

from tests.waiting import wait_until
from workers import transport
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
    transport.install()
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


def test_the_scheme_still_decides_about_tls() -> None:
    transport.install()
    assert Connection("rediss://127.0.0.1:1/0").ssl
    assert isinstance(Connection("redis://127.0.0.1:1/0").transport, transport.Transport)
