"""The embedded Redis is ours: loopback, a password, append-only, no eviction, its URL where others find it."""

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis.exceptions import AuthenticationError

from tests.waiting import wait_until
from workers import environment
from workers.embedded import EmbeddedRedis, find_server, servers
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


@pytest.fixture(params=servers(), ids=str)
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> EmbeddedRedis:
    """A server of each kind at hand that was killed after it had accepted a hundred values."""
    made = EmbeddedRedis(tmp_path, server=request.param)
    made.start()
    with connect(made.url) as redis:
        for number in range(100):
            redis.set(f"key{number}", "x" * 50)
    assert made.pid is not None
    os.kill(made.pid, signal.SIGKILL)
    wait_until(lambda: not made.is_running(), what="the end of Redis")
    return made


def append_only_file(folder: Path) -> Path:
    """Return the file that is appended to: Redis 7 keeps it in a folder of parts, 6.2 alone."""
    return max([*folder.glob("appendonlydir/*.incr.aof"), *folder.glob("appendonly.aof")])


def test_a_file_that_was_cut_while_it_was_written_costs_its_last_entry_alone(
    filled: EmbeddedRedis, tmp_path: Path
) -> None:
    file = append_only_file(tmp_path)
    os.truncate(file, file.stat().st_size - 7)
    filled.start()
    with connect(filled.url) as redis:
        assert redis.dbsize() == 99
    filled.stop()


def test_a_file_that_is_damaged_in_its_middle_is_refused_with_the_tool_that_mends_it(
    filled: EmbeddedRedis, tmp_path: Path
) -> None:
    file = append_only_file(tmp_path)
    head, command, tail = file.read_bytes().partition(b"*3\r\n$3\r\nSET\r\n$5\r\nkey50")
    file.write_bytes(head + b"#" * len(command) + tail)
    with pytest.raises(ConfigurationError, match="redis-check-aof"):
        filled.start()
    assert not filled.is_running()


def test_a_folder_that_cannot_hold_data_is_named_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigurationError, match=r"file/redis \(NotADirectoryError: .*set WARRAQ_DATA_DIR"):
        EmbeddedRedis(tmp_path / "file" / "redis").start()


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
