"""Workers that are started again whenever they end, as every supervisor does."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, time

import psutil

TICK_SECONDS = 0.1
# A supervisor pauses between two starts; without any, a worker that cannot start would burn a core.
PAUSE_SECONDS = 0.5


class Slot:
    """One worker, whichever process is it at the moment."""

    def __init__(self, number: int) -> None:
        self.name = f"chaos{number}"
        self.process: subprocess.Popen[bytes] | None = None
        self.restarts = 0
        self.start_at = 0.0

    @property
    def pid(self) -> int | None:
        """The process id while the worker lives."""
        return self.process.pid if self.process is not None and self.process.poll() is None else None

    def family(self) -> list[psutil.Process]:
        """Return the main process and its children, those that live."""
        pid = self.pid
        if pid is None:
            return []
        with suppress(psutil.NoSuchProcess):
            main = psutil.Process(pid)
            return [main, *main.children(recursive=True)]
        return []


class Fleet:
    """All workers of a run."""

    def __init__(self, app: str, *, count: int, environ: Mapping[str, str], folder: Path) -> None:
        self.slots = [Slot(number) for number in range(1, count + 1)]
        self._app = app
        self._environ = {**os.environ, **environ}
        self._folder = folder
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._tend, name="chaos-fleet", daemon=True)

    def start(self) -> None:
        """Start all of them and keep them alive."""
        self._thread.start()

    def stop(self) -> None:
        """End all of them at once."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        for slot in self.slots:
            if slot.process is not None:
                kill_group(slot.process.pid)
                slot.process.wait()

    @property
    def restarts(self) -> int:
        """How often a worker had to be started again."""
        return sum(slot.restarts for slot in self.slots)

    def _tend(self) -> None:
        while not self._ended.wait(TICK_SECONDS):
            for slot in self.slots:
                if slot.pid is None:
                    self._restart(slot)

    def _restart(self, slot: Slot) -> None:
        if slot.process is not None:
            kill_group(slot.process.pid)
            with (self._folder / "fleet.log").open("a") as log:
                log.write(f"{time():.3f} {slot.name} {slot.process.pid} ended with {slot.process.returncode}\n")
            slot.process = None
            slot.restarts += 1
            slot.start_at = monotonic() + PAUSE_SECONDS
        if monotonic() >= slot.start_at:
            slot.process = self._launch(slot)

    def _launch(self, slot: Slot) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "celery", "-A", self._app, "-q", "worker", "--loglevel", "INFO"]
        command += ["-n", f"{slot.name}@%h", "--without-gossip", "--without-mingle"]
        with (self._folder / f"{slot.name}.log").open("ab") as log:
            return subprocess.Popen(command, env=self._environ, stdout=log, stderr=log, start_new_session=True)


def kill_group(pid: int) -> None:
    """SIGKILL a worker with its children, which are in its process group."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
