"""The supervisor restarts what ends, with growing pauses, and stops everything."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from tests.waiting import wait_until
from workers.supervisor import Child, Supervisor

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
    assert (child.restarts, child.pause_seconds) == (1, 2.0)


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
