"""Processes kept alive: a worker that ends is started again, with growing pauses; a stop ends them in order."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic, sleep
from typing import IO

from workers.awaiting import CANNOT_START
from workers.embedded import EmbeddedRedis
from workers.errors import ConfigurationError
from workers.orphans import end_with_parent

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
# A process that lived this long was healthy: its next end is a new story.
HEALTHY_SECONDS = 60.0
# So many lives in a row that ended young are no accident any more.
CRASH_LOOP_RESTARTS = 3
TICK_SECONDS = 0.1
# Signals after which nobody is waited for.
HURRIED = 2
# Beyond the soft shutdown of a worker, which ends itself 12 s after it at the latest.
STOP_MARGIN_SECONDS = 20.0


def worker_command(number: int, *, log_level: str) -> list[str]:
    """Return the command line of a Celery worker that consumes all queues."""
    # A second supervisor on this machine must not give its workers the names of the first.
    options = [
        "-n",
        f"worker{number}-{os.getpid()}@%h",
        "--loglevel",
        log_level,
        "--without-gossip",
        "--without-mingle",
    ]
    return [sys.executable, "-m", "celery", "-A", "workers", "-q", "worker", *options]


def flower_command(*, port: int) -> list[str]:
    """Return the command line of Flower on a loopback port, for reading only."""
    options = [f"--port={port}", "--address=127.0.0.1", "--read_only", "--max_tasks=20000"]
    return [sys.executable, "-m", "celery", "-A", "workers", "-q", "flower", *options]


@dataclass(slots=True)
class Pause:
    """How long to wait before the next start: doubled by each young end, short again after a healthy life."""

    seconds: float = FIRST_PAUSE_SECONDS
    start_at: float = 0.0
    young_ends: int = 0

    def note_end(self, lived_seconds: float, *, now: float) -> float:
        """Count an end and return the seconds until the next start."""
        if lived_seconds >= HEALTHY_SECONDS:
            self.seconds, self.young_ends = FIRST_PAUSE_SECONDS, 0
        pause = self.seconds
        self.start_at = now + pause
        self.young_ends += 1
        self.seconds = min(pause * 2, LONGEST_PAUSE_SECONDS)
        return pause


@dataclass(slots=True)
class Child:
    """One supervised process."""

    name: str
    command: Sequence[str]
    stop_signal: signal.Signals
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: Pause = field(default_factory=Pause)
    restarts: int = 0

    def is_running(self) -> bool:
        """Say whether the process lives."""
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Starts the children, restarts what ends, and stops all of it: children first, Redis last."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        environ: Mapping[str, str],
        redis: EmbeddedRedis | None,
        soft_shutdown_seconds: float,
        output: IO[bytes] | None = None,
    ) -> None:
        self.children = children
        self._environ = dict(environ)
        self._redis = redis
        self._stop_timeout_seconds = soft_shutdown_seconds + STOP_MARGIN_SECONDS
        self._output = output
        self._redis_pause = Pause()
        self._redis_started_at = monotonic()
        self._signals = 0
        # A Redis that loads a large file may be interrupted; a child must not be forgotten half-way.
        self._interruptible = False

    def run(self) -> None:
        """Keep everything alive until SIGINT, SIGTERM, or the end of the terminal; a second signal ends it at once.

        Raises ConfigurationError when a child says that it can never start.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        try:
            while not self._signals:
                self.tick()
                sleep(TICK_SECONDS)
        except _StoppedWhileStarting:
            pass
        finally:
            self.stop()

    def tick(self) -> None:
        """Start what is not running and whose pause is over: Redis first, the others when it answers."""
        if self._redis is not None and not self._redis.is_running() and not self._restart_redis(self._redis):
            return
        for child in self.children:
            if not child.is_running():
                self._tend(child)

    def _restart_redis(self, redis: EmbeddedRedis) -> bool:
        """Start Redis again and say whether that worked; full disks and taken ports may mend themselves."""
        now = monotonic()
        if now < self._redis_pause.start_at:
            return False
        logger.warning("Redis ended; it is started again")
        pause = self._redis_pause.note_end(now - self._redis_started_at, now=now)
        self._interruptible = True
        try:
            redis.start()
        except ConfigurationError as error:
            logger.error("%s\nIt is tried again in %g s", error, pause)  # noqa: TRY400 (the message says all)
            return False
        finally:
            self._interruptible = False
        self._redis_started_at = monotonic()
        return True

    def stop(self) -> None:
        """End the children softly, those that do not listen hard, then Redis."""
        running = [child for child in self.children if child.is_running()]
        for child in running:
            os.kill(_pid(child), child.stop_signal)
        deadline = monotonic() + self._stop_timeout_seconds
        for child in running:
            self._join(child, deadline)
        if self._redis is not None:
            self._redis.stop()

    def _tend(self, child: Child) -> None:
        now = monotonic()
        if child.process is not None:
            self._note_end(child, now)
        if now >= child.pause.start_at:
            child.process = subprocess.Popen(
                child.command,
                env=self._environ,
                stdout=self._output,
                stderr=self._output,
                start_new_session=True,
                preexec_fn=partial(end_with_parent, child.stop_signal, parent=os.getpid()),  # noqa: PLW1509 (one system call, no locks)
            )
            child.started_at = now

    def _note_end(self, child: Child, now: float) -> None:
        code = child.process.returncode if child.process else None
        _end_group(child.process.pid if child.process else None)
        child.process = None
        if code == CANNOT_START:
            raise ConfigurationError(f"{child.name} cannot start as it is configured; its last lines above say why")
        pause = child.pause.note_end(now - child.started_at, now=now)
        child.restarts += 1
        logger.warning("%s ended with %s; it is started again in %g s", child.name, code, pause)
        if child.pause.young_ends >= CRASH_LOOP_RESTARTS:
            times = child.pause.young_ends
            logger.error("%s has ended %d times soon after its start; its last lines above say why", child.name, times)

    def _join(self, child: Child, deadline: float) -> None:
        if child.process is None:
            return
        while child.is_running() and monotonic() < deadline and self._signals < HURRIED:
            sleep(TICK_SECONDS)
        if child.is_running():
            logger.warning("%s did not stop in time and is killed", child.name)
            child.process.kill()
            child.process.wait()
        _end_group(child.process.pid)

    def _on_signal(self, number: int, _frame: object) -> None:
        self._signals += 1
        logger.info("stopping after %s", signal.Signals(number).name)
        if self._interruptible:
            raise _StoppedWhileStarting


class _StoppedWhileStarting(BaseException):
    """A signal that came while Redis was started; raised where that waits."""


def _end_group(group: int | None) -> None:
    """Kill what a child that is gone has left behind: each child leads a process group of its own."""
    if group is not None:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def _pid(child: Child) -> int:
    if child.process is None:
        raise ProcessLookupError(child.name)
    return child.process.pid
