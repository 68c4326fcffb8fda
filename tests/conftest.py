"""Servers and waiting for the whole suite: a real Redis, real workers, never a sleep without a condition."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from redis import Redis

from tests.queue.stack import Stack
from workers.embedded import EmbeddedRedis
from workers.ledger.connection import connect
from workers.settings import Settings

# The machines are shared: how long an example takes says nothing about the code.
hypothesis_settings.register_profile("warraq", deadline=None, max_examples=50)
hypothesis_settings.register_profile("fuzz", deadline=None, max_examples=5_000)
hypothesis_settings.load_profile("warraq")


@pytest.fixture(scope="session", autouse=True)
def _plain_environment() -> Iterator[None]:
    """Settings of the machine must not reach the tests."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("WARRAQ_")}
    yield
    os.environ.update(kept)


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedRedis]:
    server = EmbeddedRedis(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def redis(redis_server: EmbeddedRedis) -> Iterator[Redis]:
    client = connect(redis_server.url)
    client.flushall()
    yield client
    client.close()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A Redis of its own; the test starts the workers that it needs, and may break all of it."""
    with Stack(tmp_path_factory.mktemp("stack")) as made:
        yield made


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A Redis and one worker for all tests that leave them alone."""
    with Stack(tmp_path_factory.mktemp("running")) as made:
        made.start_worker(concurrency=2)
        yield made


@pytest.fixture
def seeds() -> Path:
    return Path(__file__).parent.parent / "seeds"
