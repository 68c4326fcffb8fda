"""A worker that is told to stop ends in time and hands everything back, whichever signal it gets.

Celery's own stops do not suit a supervisor. Its warm stop joins children that wait up to 30 s for their last message to
be read. Its cold stop works inside the signal handler: the main loop stands still meanwhile, so that nothing that
finishes is seen, and the half-written job that the signal interrupted lets parent and child wait for each other. Here
the handler only leaves a note; the main loop, which goes on, acts on it.
"""

import logging
import os
import signal
import threading
from contextlib import suppress
from time import monotonic
from typing import Any

import billiard
from celery import bootsteps
from celery.signals import worker_shutting_down
from celery.worker import state
from redis.exceptions import RedisError

from workers import environment
from workers.requests import StageRequest

logger = logging.getLogger(__name__)

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)
LOOK_SECONDS = 0.2
# A main loop that has not noticed by then waits for Redis or stands still; the stop goes on without it.
NOTICE_SECONDS = 5.0
# Beyond the soft time, whatever happens: the intake's last round (5 s) and handing back.
MARGIN_SECONDS = 12.0
# After a second signal.
HURRY_SECONDS = 3.0


class SoftStopStep(bootsteps.StartStopStep):
    """On SIGINT, SIGTERM or SIGQUIT: stops reading, lets running stages end, hands back the rest, and ends.

    A second signal ends the wait for running stages. Other pools than prefork keep Celery's way.
    """

    requires = ("celery.worker.components:Timer",)

    def __init__(self, parent: Any, **_: Any) -> None:
        self._worker = parent
        self._soft_seconds = environment.settings().soft_shutdown_seconds
        self._process = os.getpid()
        self._asked = threading.Event()
        self._noticed = threading.Event()
        self._hurry = threading.Event()
        self._ending = threading.Lock()
        self._deadline = 0.0

    def start(self, parent: Any) -> None:
        """Take the signals over from Celery, which has installed its own before."""
        if not parent.pool_cls.__module__.endswith("prefork"):
            return
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        parent.timer.call_repeatedly(LOOK_SECONDS, self._look)
        threading.Thread(target=self._accompany, name="warraq-stop", daemon=True).start()

    def _on_signal(self, _number: int, _frame: object) -> None:
        """Leave a note and no more: this interrupts the main loop anywhere, and children inherit it."""
        if os.getpid() == self._process:
            (self._hurry if self._asked.is_set() else self._asked).set()

    def _look(self) -> None:
        """Do the next step of a stop, in the main loop."""
        if not self._asked.is_set():
            return
        if not self._noticed.is_set():
            self._deadline = monotonic() + self._soft_seconds
            self._noticed.set()
            self._stop_reading()
        if not state.reserved_requests or self._hurry.is_set() or monotonic() >= self._deadline:
            self._end()

    def _stop_reading(self) -> None:
        with suppress(Exception):
            self._worker.consumer.task_consumer.cancel()

    def _accompany(self) -> None:
        """From a thread: tell the intake, and end the process when the main loop does not."""
        self._asked.wait()
        logger.warning("stopping: %g s for running stages, the rest is handed back", self._soft_seconds)
        worker_shutting_down.send(sender=self._worker.hostname, sig="SIGTERM", how="Warm", exitcode=0)
        _exit_after(self._soft_seconds + MARGIN_SECONDS)
        if not self._noticed.wait(NOTICE_SECONDS):
            logger.warning("the main loop does not stop by itself; it is stopped")
            self._end()
        self._hurry.wait()
        _exit_after(HURRY_SECONDS)

    def _end(self) -> None:
        """End children, attempts, messages and process, in this order: who is dead cannot contradict."""
        if not self._ending.acquire(blocking=False):
            return
        for step in self._worker.steps:
            if step.name in ("workers.intake.IntakeStep", "workers.heartbeat.HeartbeatStep"):
                step.stop(self._worker)
        requests = tuple(state.reserved_requests)
        pids = [process.pid for process in billiard.active_children()]
        for pid in filter(None, pids):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _give_back(requests)
        with suppress(Exception):
            self._worker.consumer.connection.close()
        logger.info("stopped; %d messages were handed back", len(requests))
        os._exit(0)


def _give_back(requests: tuple[Any, ...]) -> None:
    try:
        with environment.redis_client(environment.settings()) as redis:
            for request in requests:
                if isinstance(request, StageRequest):
                    request.give_back(redis)
    except (RedisError, OSError) as error:
        logger.warning("runs that were cut short keep their leases: %s", type(error).__name__)


def _exit_after(seconds: float) -> None:
    timer = threading.Timer(seconds, os._exit, (0,))
    timer.daemon = True
    timer.start()
