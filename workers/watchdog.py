"""A worker whose main loop stands still ends itself, so that whoever supervises it starts another."""

import logging
import os
import threading
from time import monotonic
from typing import Any

from celery import bootsteps

from workers import environment

logger = logging.getLogger(__name__)

EXIT_CODE = 70
LOOKS_PER_LIMIT = 6


class WatchdogStep(bootsteps.StartStopStep):
    """Watches the main loop of a prefork worker from a thread.

    The one cause that we know is mended (workers/transport.py); this is for those that we do not. The children of a
    stuck worker idle, and neither Docker nor a supervisor sees a process that ended. The ledger has its work.
    """

    requires = ("celery.worker.components:Timer", "celery.worker.components:Pool")

    def __init__(self, parent: Any, **_: Any) -> None:
        self._limit_seconds = environment.settings().stuck_seconds
        self._ended = threading.Event()
        self._last_sign = monotonic()
        self._entry: Any = None

    def start(self, parent: Any) -> None:
        """Begin to watch; a solo pool blocks its main loop with every task, so it is left alone."""
        if not parent.pool_cls.__module__.endswith("prefork"):
            return
        self._sign()
        self._entry = parent.timer.call_repeatedly(self._interval_seconds, self._sign)
        threading.Thread(target=self._watch, name="warraq-watchdog", daemon=True).start()

    def stop(self, parent: Any) -> None:
        """Stop watching: a worker that shuts down ends in any case (workers/soft_stop.py)."""
        self._ended.set()
        if self._entry is not None:
            self._entry.cancel()

    @property
    def _interval_seconds(self) -> float:
        return self._limit_seconds / LOOKS_PER_LIMIT

    def _sign(self) -> None:
        self._last_sign = monotonic()

    def _watch(self) -> None:
        url = environment.redis_url(environment.settings())
        while not self._ended.wait(self._interval_seconds):
            if not environment.answers(url):
                # The main loop waits for Redis, as it should.
                self._sign()
            elif monotonic() - self._last_sign > self._limit_seconds:
                logger.critical("the main loop has stood still for %g s; this worker ends", self._limit_seconds)
                os._exit(EXIT_CODE)
