"""The supervisor restarts what ends, with growing pauses, and stops everything."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.waiting import wait_until
from workers.awaiting import CANNOT_START
from workers.embedded import EmbeddedRedis
from workers.errors import ConfigurationError
from workers.supervisor import CRASH_LOOP_RESTARTS, HEALTHY_SECONDS, Child, Pause, Supervisor

FOREVER = [sys.executable, "-c", "import signal; signal.pause()"]
DEAF = [
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); signal.pause()",
]


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    made = Supervisor(
        [Child("child", FOREVER, signal.SIGTERM)], environ=os.environ, redis=None, soft_shutdown_seconds=-19
    )
    yield made
    made.stop()


def test_a_child_that_ends_is_started_again_after_a_pause(supervisor: Supervisor) -> None:
    (child,) = supervisor.children
    supervisor.tick()
    first = child.process
    assert first is not None
    first.kill()
    wait_until(lambda: not child.is_running(), what="the end of the child")
    supervisor.tick()
    assert child.process is None
    wait_until(lambda: supervisor.tick() or child.is_running(), what="the next child")
    assert child.process is not None
    assert child.process.pid != first.pid
    assert (child.restarts, child.pause.seconds) == (1, 2.0)


def test_pauses_grow_up_to_a_limit_and_a_healthy_life_makes_them_short_again() -> None:
    pause = Pause()
    assert [pause.note_end(0.5, now=0.0) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert pause.young_ends == 7
    assert pause.note_end(HEALTHY_SECONDS, now=100.0) == 1
    assert (pause.young_ends, pause.start_at) == (1, 101.0)


def test_a_child_that_says_that_it_can_never_start_ends_the_supervisor() -> None:
    never = [sys.executable, "-c", f"raise SystemExit({CANNOT_START})"]
    children = [Child("never", never, signal.SIGTERM), Child("other", FOREVER, signal.SIGTERM)]
    supervisor = Supervisor(children, environ=os.environ, redis=None, soft_shutdown_seconds=0)
    with pytest.raises(ConfigurationError, match="never cannot start as it is configured"):
        supervisor.run()
    assert not children[1].is_running()


def test_a_crash_loop_is_said(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workers.supervisor.FIRST_PAUSE_SECONDS", 0.0)
    child = Child("fragile", [sys.executable, "-c", "raise SystemExit(1)"], signal.SIGTERM, pause=Pause(seconds=0.0))
    supervisor = Supervisor([child], environ=os.environ, redis=None, soft_shutdown_seconds=0)
    wait_until(lambda: supervisor.tick() or child.restarts >= CRASH_LOOP_RESTARTS, what="the third end")
    supervisor.stop()
    assert "fragile has ended 3 times soon after its start" in caplog.text


def test_its_redis_is_started_again_before_its_children(tmp_path: Path) -> None:
    redis = EmbeddedRedis(tmp_path)
    redis.start()
    child = Child("child", FOREVER, signal.SIGTERM)
    supervisor = Supervisor([child], environ=os.environ, redis=redis, soft_shutdown_seconds=-19)
    assert redis.pid is not None
    os.kill(redis.pid, signal.SIGKILL)
    wait_until(lambda: not redis.is_running(), what="the end of Redis")
    supervisor.tick()
    assert redis.is_running()
    assert child.is_running()
    supervisor.stop()


def test_a_redis_that_cannot_be_started_now_is_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    redis = EmbeddedRedis(tmp_path)
    redis.start()
    address = ("127.0.0.1", int(redis.url.rpartition(":")[2].partition("/")[0]))
    child = Child("child", FOREVER, signal.SIGTERM)
    supervisor = Supervisor([child], environ=os.environ, redis=redis, soft_shutdown_seconds=-19)
    redis.stop()
    with socket.create_server(address):
        supervisor.tick()
        assert "in use" in caplog.text
        assert not child.is_running()
    wait_until(lambda: supervisor.tick() or child.is_running(), what="Redis and the child")
    supervisor.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's offer is Linux's")
def test_children_and_redis_end_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    child = "import os, signal; print(os.getpid(), flush=True); signal.pause()"
    program = (
        "import os, signal, sys; from pathlib import Path; from workers.embedded import EmbeddedRedis; "
        "from workers.supervisor import Child, Supervisor; "
        f"redis = EmbeddedRedis(Path({str(tmp_path)!r})); redis.start(); print(redis.pid, flush=True); "
        f"child = Child('child', [sys.executable, '-c', {child!r}], signal.SIGTERM); "
        "Supervisor([child], environ=os.environ, redis=redis, soft_shutdown_seconds=0).run()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as supervising:
        assert supervising.stdout is not None
        orphans = [psutil.Process(int(supervising.stdout.readline())) for _ in range(2)]
        supervising.kill()
    _, alive = psutil.wait_procs(orphans, timeout=20)
    assert not alive


def test_a_second_signal_ends_what_does_not_listen_at_once() -> None:
    program = (
        "import os, signal, sys; from workers.supervisor import Child, Supervisor; "
        f"child = Child('deaf', {DEAF!r}, signal.SIGTERM); "
        "Supervisor([child], environ=os.environ, redis=None, soft_shutdown_seconds=600).run()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as supervising:
        assert supervising.stdout is not None
        # The deaf child says when it listens to nothing; a first signal before that would end it.
        supervising.stdout.readline()
        supervising.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            supervising.wait(2)
        supervising.send_signal(signal.SIGINT)
        assert supervising.wait(30) == 0


def test_stopping_ends_every_child(supervisor: Supervisor) -> None:
    supervisor.tick()
    supervisor.stop()
    assert not supervisor.children[0].is_running()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_or_the_end_of_the_terminal_stops_everything(number: signal.Signals) -> None:
    child = "import os, signal; print(os.getpid(), flush=True); signal.pause()"
    program = (
        "import os, signal, sys; from workers.supervisor import Child, Supervisor; "
        f"child = Child('child', [sys.executable, '-c', {child!r}], signal.SIGTERM); "
        "Supervisor([child], environ=os.environ, redis=None, soft_shutdown_seconds=0).run()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as supervising:
        assert supervising.stdout is not None
        supervised = psutil.Process(int(supervising.stdout.readline()))
        supervising.send_signal(number)
        assert supervising.wait(30) == 0
    assert not supervised.is_running()


def test_a_child_that_does_not_listen_is_killed() -> None:
    supervisor = Supervisor(
        [Child("deaf", DEAF, signal.SIGTERM)], environ=os.environ, redis=None, soft_shutdown_seconds=-19
    )
    supervisor.tick()
    supervisor.stop()
    assert not supervisor.children[0].is_running()
