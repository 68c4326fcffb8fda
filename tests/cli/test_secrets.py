"""A password is told to nobody: not by a command, a worker, an error or the list of processes."""

import os
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.queue.stack import Stack
from tests.waiting import wait_until
from workers.cli.failing import without_password
from workers.embedded import EmbeddedRedis

PASSWORD = "marigold-7f3c9"
WARRAQ = Path(sys.executable).parent / "warraq"


def environ(url_file: Path) -> dict[str, str]:
    return {**os.environ, "WARRAQ_REDIS_URL_FILE": str(url_file), "WARRAQ_LOG_LEVEL": "DEBUG"}


@pytest.fixture(params=["away", "wrong password"])
def url_file(request: pytest.FixtureRequest, tmp_path: Path, redis_server: EmbeddedRedis) -> Path:
    """A file with a URL that nobody answers, or whose password is wrong."""
    address = "127.0.0.1:1" if request.param == "away" else redis_server.url.rpartition("@")[2].partition("/")[0]
    file = tmp_path / "url"
    file.write_text(f"redis://default:{PASSWORD}@{address}/0")
    return file


def test_no_command_tells_the_password(url_file: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A short note.")
    for arguments in (["status"], ["doctor"], ["submit", str(tmp_path / "one.txt")]):
        ended = subprocess.run([WARRAQ, *arguments], env=environ(url_file), capture_output=True, check=False)
        assert ended.returncode == 1
        assert PASSWORD not in (ended.stdout + ended.stderr).decode()
        assert b"Redis" in ended.stdout + ended.stderr


def test_no_worker_tells_the_password(url_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "celery", "-A", "workers", "-q", "worker", "--loglevel", "DEBUG", "-c", "1"]
    log = tmp_path / "log"
    with log.open("wb") as output:
        worker = subprocess.Popen(command, env=environ(url_file), stdout=output, stderr=output, start_new_session=True)
    try:
        wait_until(
            lambda: "Redis at " in log.read_text() or worker.poll() is not None,
            seconds=90,
            what="the worker's complaint",
        )
        titles = [" ".join(row.cmdline()) for row in psutil.Process(worker.pid).children(recursive=True)]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    assert "Redis at " in log.read_text()
    assert PASSWORD not in log.read_text() + "".join(titles)


def test_the_embedded_redis_keeps_its_password_in_files_of_its_user(stack: Stack) -> None:
    folder = stack.folder / "redis"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in ("redis.url", "redis.conf"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    password = stack.server.url.split(":")[2].partition("@")[0]
    assert password not in " ".join(psutil.Process(stack.server.pid).cmdline())
    assert password not in (folder / "redis.log").read_text()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"redis://default:{PASSWORD}@host:1/0", "redis://default:***@host:1/0"),
        (f"redis://:{PASSWORD}@host/0", "redis://:***@host/0"),
        (f"redis://host/0?password={PASSWORD}", "redis://host/0?password=***"),
        ("redis://host/0?ssl_cert_reqs=none", "redis://host/0?ssl_cert_reqs=none"),
        ("redis://host/0", "redis://host/0"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert without_password(url) == shown
