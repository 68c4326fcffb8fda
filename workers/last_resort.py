"""A worker that was told to stop does stop, even when Celery and its pool wait for each other for ever."""

import os
import threading
from typing import Any

from celery.signals import worker_shutting_down

from workers import environment

# Beyond the soft shutdown: usual stops are over long before. Celery's cold stop joins its pool inside the signal
# handler and can interrupt a half-written job; then parent and child wait for each other (seen in 2 of 9 stops right
# after Redis was killed).
MARGIN_SECONDS = 12.0


@worker_shutting_down.connect
def end_at_last(how: str = "", **_: Any) -> None:
    """Leave the process some time after a cold stop began; its children go with it, and the ledger has their work."""
    if how != "Cold":
        return
    seconds = environment.settings().soft_shutdown_seconds + MARGIN_SECONDS
    timer = threading.Timer(seconds, os._exit, (0,))
    timer.daemon = True
    timer.start()
