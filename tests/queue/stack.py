"""A Redis and real prefork workers for tests that break them."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import psutil

from schemas import Document, Result
from tests.waiting import wait_until
from workers.client import Client
from workers.embedded import EmbeddedRedis
from workers.ledger import keys
from workers.ledger.connection import connect
from workers.settings import Settings

LEASE_SECONDS = 2.0
PATIENCE_SECONDS = 4.0


class Stack:
    """One Redis of its own and the workers that a test starts."""

    app = "tests.queue.extension"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = EmbeddedRedis(folder / "redis")
        self.workers: list[subprocess.Popen[bytes]] = []
        self.app = "tests.queue.extension"

    def __enter__(self) -> Self:
        self.server.start()
        self.redis = connect(self.server.url)
        self.client = Client(self.server.url, settings=Settings(data_dir=self.folder))
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            self.kill(worker)
        self.client.close()
        self.redis.close()
        self.server.stop()

    def start_worker(
        self, *, concurrency: int = 1, options: Iterable[str] = (), **settings: object
    ) -> subprocess.Popen[bytes]:
        """Start a worker and return when its intake has said that it lives."""
        before = len(self.alive())
        worker = self.launch(concurrency=concurrency, options=options, **settings)
        wait_until(lambda: len(self.alive()) > before, seconds=60, what="a live worker")
        return worker

    def launch(
        self, *, concurrency: int = 1, options: Iterable[str] = (), **settings: object
    ) -> subprocess.Popen[bytes]:
        """Start a worker and return at once."""
        environ = {
            **os.environ,
            "WARRAQ_REDIS_URL": self.server.url,
            "WARRAQ_CONCURRENCY": str(concurrency),
            "WARRAQ_LEASE_SECONDS": str(LEASE_SECONDS),
            "WARRAQ_PATIENCE_SECONDS": str(PATIENCE_SECONDS),
            "WARRAQ_SOFT_SHUTDOWN_SECONDS": "1",
            **{f"WARRAQ_{name.upper()}": str(value) for name, value in settings.items()},
        }
        command = [sys.executable, "-m", "celery", "-A", self.app, "-q", "worker", "--loglevel", "INFO"]
        command += ["-n", f"w{len(self.workers)}@%h", "--without-gossip", "--without-mingle", *options]
        with (self.folder / f"worker{len(self.workers)}.log").open("wb") as log:
            worker = subprocess.Popen(command, env=environ, stdout=log, stderr=log, start_new_session=True)
        self.workers.append(worker)
        return worker

    def alive(self) -> list[bytes]:
        return list(self.redis.scan_iter(match=keys.worker("*")))

    def log(self) -> str:
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("worker*.log")))

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """SIGKILL a worker and its children, like the end of a machine."""
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def children(self, worker: subprocess.Popen[bytes]) -> list[psutil.Process]:
        return psutil.Process(worker.pid).children(recursive=True)

    def submit(self, *documents: Document) -> list[str]:
        return [receipt.id for receipt in self.client.submit_many(documents)]

    def results(self, ids: Iterable[str], *, seconds: float = 60) -> dict[str, Result]:
        return {result.id: result for result in self.client.wait_many(list(ids), timeout_seconds=seconds)}

    def published(self) -> Counter[str]:
        """Count the publications of each id in the results stream."""
        return Counter(fields[b"id"].decode() for _, fields in self.redis.xrange(keys.RESULTS))

    def count(self, name: str) -> int:
        return int(self.redis.hget(keys.COUNTS, name) or 0)


def notes(number: int, *, prefix: str = "n") -> list[Document]:
    """Return short documents that differ."""
    return [
        Document(
            id=f"{prefix}{i}",
            text=f"Note {i}. The bridge over the Elbe in Hamburg was opened on {i % 28 + 1} May 2021.",
        )
        for i in range(number)
    ]
