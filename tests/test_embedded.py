"""The embedded Redis is ours: loopback, a password, append-only, no eviction, its URL where others find it."""

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis.exceptions import AuthenticationError

from workers import environment
from workers.embedded import EmbeddedRedis, find_server
from workers.errors import ConfigurationError
from workers.ledger.connection import connect
from workers.settings import Settings


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedRedis]:
    made = EmbeddedRedis(tmp_path)
    made.start()
    yield made
    made.stop()


def test_it_keeps_what_it_accepted_and_evicts_nothing(server: EmbeddedRedis) -> None:
    with connect(server.url) as redis:
        settings = {
            name: redis.config_get(name)[name] for name in ("appendonly", "appendfsync", "maxmemory-policy", "bind")
        }
    expected = {"appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "noeviction", "bind": "127.0.0.1"}
    assert settings == expected


def test_it_asks_for_its_password(server: EmbeddedRedis) -> None:
    host = server.url.rpartition("@")[2]
    with connect(f"redis://{host}") as redis, pytest.raises(AuthenticationError):
        redis.ping()


def test_other_commands_find_it_by_its_data_folder(server: EmbeddedRedis, tmp_path: Path) -> None:
    assert environment.redis_url(Settings(data_dir=tmp_path)) == server.url
    for name in ("redis.conf", environment.URL_FILE):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_url_of_a_server_that_is_gone_is_not_used(tmp_path: Path) -> None:
    (tmp_path / environment.URL_FILE).write_text("redis://127.0.0.1:1/0")
    assert environment.redis_url(Settings(data_dir=tmp_path)) == environment.DEFAULT_REDIS_URL


def test_it_comes_back_with_its_data_on_the_same_address(server: EmbeddedRedis) -> None:
    with connect(server.url) as redis:
        redis.set("kept", "1")
    url = server.url
    server.stop()
    server.start()
    assert server.url == url
    with connect(server.url) as redis:
        assert redis.get("kept") == b"1"


def test_a_server_that_is_busy_is_still_the_one_in_force(server: EmbeddedRedis, tmp_path: Path) -> None:
    assert server.pid is not None
    os.kill(server.pid, signal.SIGSTOP)
    try:
        assert environment.redis_url(Settings(data_dir=tmp_path)) == server.url
    finally:
        os.kill(server.pid, signal.SIGCONT)


def test_two_servers_never_share_a_folder(
    server: EmbeddedRedis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.embedded.STOP_TIMEOUT_SECONDS", 0.1)
    other = EmbeddedRedis(tmp_path)
    with pytest.raises(ConfigurationError, match="another Redis of warraq runs"):
        other.start()
    server.stop()
    other.start()
    assert other.is_running()
    other.stop()


def test_a_server_that_does_not_start_leaves_nothing_behind(tmp_path: Path) -> None:
    made = EmbeddedRedis(tmp_path, append_fsync="sometimes")
    with pytest.raises(ConfigurationError, match="did not start"):
        made.start()
    assert not made.is_running()
    assert not (tmp_path / environment.URL_FILE).exists()


def test_without_any_server_the_ways_out_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("workers.embedded.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match="Ways out"):
        find_server()
