"""A worker says that it lives: it touches a file from its own main loop, which a stuck worker cannot."""

from pathlib import Path
from typing import Any

from celery import bootsteps

INTERVAL_SECONDS = 2.0


class HeartbeatStep(bootsteps.StartStopStep):
    """Touches WARRAQ_HEARTBEAT_FILE every two seconds from the worker's timer."""

    requires = ("celery.worker.components:Timer",)

    def __init__(self, parent: Any, **_: Any) -> None:
        from workers import environment

        self._path: Path | None = environment.settings().heartbeat_file
        self._entry: Any = None

    def start(self, parent: Any) -> None:
        """Begin to touch the file."""
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch()
            self._entry = parent.timer.call_repeatedly(INTERVAL_SECONDS, self._path.touch)

    def stop(self, parent: Any) -> None:
        """Leave no sign of life behind."""
        if self._entry is not None:
            self._entry.cancel()
            self._entry = None
        if self._path is not None:
            self._path.unlink(missing_ok=True)
