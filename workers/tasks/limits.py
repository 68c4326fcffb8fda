"""A time limit on the work on one document, by an alarm of the operating system."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from workers.errors import TimeLimitExceeded

# The alarm comes again, since libraries that catch everything also catch the first one.
INSISTENCE_SECONDS = 1.0


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitExceeded inside the block after that long.

    Alarms reach the main thread only, which is where the prefork and solo pools work; in a pool of threads the
    block runs without a limit and the hard limit of the task remains.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_alarm(number: int, frame: FrameType | None) -> None:
        raise TimeLimitExceeded(f"took longer than {seconds:g} s; raise WARRAQ_STAGE_TIME_LIMIT_SECONDS or send less")

    previous = signal.signal(signal.SIGALRM, on_alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds, INSISTENCE_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
