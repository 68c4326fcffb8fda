"""A limit on the time that work on one document may take, counted in small steps by an alarm of the system."""

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time, sleep
from types import FrameType
from typing import TypeVar

from workers.errors import Interruption, LimitExceeded
from workers.limits.process_end import ProcessEnd

Answer = TypeVar("Answer")

TICK_SECONDS = 0.25
# A tick that comes later than this was not late by work: the process was stopped, or its machine asleep.
LATEST_TICKS = 2
# Code that catches even an Interruption gets it again.
INSISTENCE_SECONDS = 1.0
# Each engine that is cut short leaves the rest half of the time that it had: together less than twice the limit.
GRACE_FRACTION = 0.5
# In native code that looks for signals but keeps the GIL (`re` does), a tick is when other threads, the heartbeat
# first, can run.
GIVE_WAY_SECONDS = 0.002
# Nanoseconds of the main thread on a processor, and waiting for one.
_SCHEDSTAT = Path("/proc/self/schedstat")


def within_time(
    work: Callable[[], Answer], *, seconds: float, error: LimitExceeded, process_end: ProcessEnd | None = None
) -> Answer:
    """Return what the work answers, or interrupt it after that long and raise the error if it does not go on.

    Alarms reach the main thread only, which is where the prefork and solo pools work; in a pool of threads the work
    has no limit. Nothing is interrupted outside of this call.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    countdown = _Countdown(seconds, error, process_end)
    try:
        try:
            countdown.start()
            return work()
        finally:
            countdown.stop()
    except Interruption as interruption:
        # It may have come within the `finally`; another is several ticks away.
        countdown.stop()
        raise interruption.error from None


class _Countdown:
    """Counts the seconds of one limit.

    A tick counts the time since the last one, without what the thread waited for a processor of a busy machine, and of
    time in which it used none only as much as two ticks have: while a process is stopped the clock goes on and the work
    does not. The first tick has no last one and counts what the process used.
    """

    def __init__(self, seconds: float, error: LimitExceeded, process_end: ProcessEnd | None) -> None:
        self._error = error
        self._process_end = process_end
        self._left = self._grace = seconds
        self._tick_seconds = min(TICK_SECONDS, seconds / 4)
        self._running = self._interrupted = False
        self._clock = self._processor = 0.0
        self._queued: float | None = None
        self._previous: Callable[[int, FrameType | None], object] | int | None = signal.SIG_DFL

    def start(self) -> None:
        if self._process_end is not None:
            self._process_end.expect_within(self._left)
        self._clock, self._processor = monotonic(), process_time()
        self._running = True
        self._previous = signal.signal(signal.SIGALRM, self._tick)
        signal.setitimer(signal.ITIMER_REAL, self._tick_seconds, self._tick_seconds)

    def stop(self) -> None:
        self._running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._previous)

    def _tick(self, number: int, frame: FrameType | None) -> None:
        if not self._running:
            return
        sleep(GIVE_WAY_SECONDS)
        self._left -= self._passed()
        if self._left <= 0:
            self._left = INSISTENCE_SECONDS
            self._interrupted = True
            raise Interruption(self._error, resume=self._resume)
        if self._process_end is not None and not self._interrupted:
            self._process_end.expect_within(self._left)

    def _passed(self) -> float:
        clock, processor, queued = monotonic(), process_time(), _seconds_in_run_queue()
        passed, used = clock - self._clock, processor - self._processor
        waited = passed if self._queued is None else queued - self._queued
        self._clock, self._processor, self._queued = clock, processor, queued
        return max(min(passed - waited, LATEST_TICKS * self._tick_seconds), min(passed, used))

    def _resume(self) -> None:
        self._grace *= GRACE_FRACTION
        self._left = self._grace
        self._interrupted = False
        if self._process_end is not None:
            self._process_end.expect_within(self._left)


def _seconds_in_run_queue() -> float:
    """Return how long the main thread was ready to work and had no processor; 0 where the system does not say."""
    try:
        return int(_SCHEDSTAT.read_bytes().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0
