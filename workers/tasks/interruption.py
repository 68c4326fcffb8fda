"""Ending the work on a document that is over: cancelled, forgotten, or opened again, while a stage is at it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from workers.ledger.bundle import Ticket

# Celery and billiard use SIGUSR1 in the children of a pool; this one is free there.
SIGNAL = signal.SIGUSR2
# Code around a stage, and library code that it calls; what comes while they run comes again at the next look.
_AROUND = ("workers.tasks", "workers.limits")
_PASSED_THROUGH = {"contextlib", "enum", "signal", "threading"}


class Interrupted(BaseException):
    """The document is over; no error of the document or of an engine, so nothing between may catch it as one."""


class Watch:
    """Knows which document is in work, and ends the work on it at the word of another thread."""

    def __init__(self) -> None:
        self._current: Ticket | None = None
        self._over: Ticket | None = None
        # Signals reach the main thread only, which is where the prefork and solo pools work.
        self._is_able = threading.current_thread() is threading.main_thread()

    @property
    def current(self) -> Ticket | None:
        """The document in work."""
        return self._current

    @contextmanager
    def on(self, ticket: Ticket) -> Iterator[None]:
        """Let the block be ended by Interrupted as long as it works on this document."""
        if not self._is_able:
            yield
            return
        # The handler stays, since a signal that comes after the block must not end the process.
        signal.signal(SIGNAL, self._on_signal)
        self._current = ticket
        try:
            yield
        finally:
            self._current = None

    def end(self, ticket: Ticket) -> None:
        """End the work on that document, if it still is in work when the signal arrives."""
        if self._is_able and self._current == ticket:
            self._over = ticket
            signal.pthread_kill(threading.main_thread().ident or 0, SIGNAL)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._current is not None and self._current == self._over and _is_in_work(frame):
            raise Interrupted


def _is_in_work(frame: FrameType | None) -> bool:
    """Say whether a stage was at work, and not the code around it that sets limits and must take them back."""
    while frame is not None and _module(frame) in _PASSED_THROUGH:
        frame = frame.f_back
    return frame is not None and not _module(frame).startswith(_AROUND)


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))
