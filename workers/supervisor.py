"""Processes kept alive: a worker that ends is started again, with growing pauses; a stop ends them in order."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import IO

from workers.embedded import EmbeddedRedis

logger = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
# A process that lived this long was healthy: its next end is a new story.
HEALTHY_SECONDS = 60.0
TICK_SECONDS = 0.1
# Beyond the soft shutdown of a worker: time to close connections and join its children.
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
class Child:
    """One supervised process."""

    name: str
    command: Sequence[str]
    stop_signal: signal.Signals
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause_seconds: float = FIRST_PAUSE_SECONDS
    start_at: float = 0.0
    restarts: int = field(default=0)

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
        self._stopping = False
        self._output = output

    def run(self) -> None:
        """Keep everything alive until SIGINT, SIGTERM, or the end of the terminal."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        try:
            while not self._stopping:
                self.tick()
                sleep(TICK_SECONDS)
        finally:
            self.stop()

    def tick(self) -> None:
        """Start what is not running and whose pause is over."""
        if self._redis is not None and not self._redis.is_running():
            logger.warning("Redis ended; it is started again")
            self._redis.start()
        for child in self.children:
            if not child.is_running():
                self._tend(child)

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
        if now >= child.start_at:
            child.process = subprocess.Popen(
                child.command, env=self._environ, stdout=self._output, stderr=self._output, start_new_session=True
            )
            child.started_at = now

    def _note_end(self, child: Child, now: float) -> None:
        code = child.process.returncode if child.process else None
        healthy = now - child.started_at >= HEALTHY_SECONDS
        child.pause_seconds = FIRST_PAUSE_SECONDS if healthy else child.pause_seconds
        child.start_at = now + child.pause_seconds
        logger.warning("%s ended with %s; it is started again in %g s", child.name, code, child.pause_seconds)
        child.pause_seconds = min(child.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
        _end_group(child.process.pid if child.process else None)
        child.process = None
        child.restarts += 1

    def _join(self, child: Child, deadline: float) -> None:
        if child.process is None:
            return
        try:
            child.process.wait(max(deadline - monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            logger.warning("%s did not stop in time and is killed", child.name)
            child.process.kill()
            child.process.wait()
        _end_group(child.process.pid)

    def _on_signal(self, number: int, _frame: object) -> None:
        logger.info("stopping after %s", signal.Signals(number).name)
        self._stopping = True


def _end_group(group: int | None) -> None:
    """Kill what a child that is gone has left behind: each child leads a process group of its own."""
    if group is not None:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def _pid(child: Child) -> int:
    if child.process is None:
        raise ProcessLookupError(child.name)
    return child.process.pid
