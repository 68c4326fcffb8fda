"""The doors as producers use them: whatever was not answered is sent again with the same id."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

from celery import Celery
from kombu.exceptions import OperationalError
from redis import Redis
from redis.exceptions import RedisError

from benchmarks.chaos_accepted import Accepted
from benchmarks.chaos_documents import Sample
from schemas.document import Document
from workers.client import Client
from workers.errors import TryLater
from workers.ledger import keys
from workers.ledger.door import Answer
from workers.ledger.replies import text
from workers.settings import Settings

RETRY_SECONDS = 0.3
# A message of the Celery door that is in no ledger after this long was lost with its worker or its queue.
CELERY_RESEND_SECONDS = 15.0
LOOK_SECONDS = 0.1
CLI_TIMEOUT_SECONDS = 60.0
# The transport of a producer: it gives up soon, since a producer of ours tries again by itself.
CELERY_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5}
COMMAND_LINE = "from workers.cli import main; main()"
GARBAGE = {"nonsense": "neither a document nor an id"}

# What a door lets through: the ids that it accepted of those that it was given.
Send = Callable[[Sequence[Sample]], None]
TRANSIENT = (RedisError, OSError, OperationalError, subprocess.TimeoutExpired)


class Doors:
    """Every door of warraq, each with its own connection."""

    def __init__(self, url: str, accepted: Accepted, *, folder: Path, ended: threading.Event) -> None:
        self._url = url
        self._folder = folder
        self._accepted = accepted
        self._ended = ended
        self._client = Client(url, settings=Settings())
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=5)
        self._celery = Celery("producer", broker=url, set_as_current=False)
        self._celery.conf.broker_transport_options = CELERY_OPTIONS
        self.table: Mapping[str, tuple[Send, int]] = {
            "client": (self.client, 1),
            "client_many": (self.client_many, 25),
            "redis": (self.plain_redis, 1),
            "celery": (self.celery, 10),
            "cli": (self.command_line, 1),
        }

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
        self._redis.close()
        self._celery.close()

    def client(self, rows: Sequence[Sample]) -> None:
        """Submit one by one."""
        for row in rows:
            receipt = self._client.submit(Document.model_validate(row.document))
            self._note(row, receipt.answer)

    def client_many(self, rows: Sequence[Sample]) -> None:
        """Submit many in one call, and note each receipt as it comes."""
        documents = (Document.model_validate(row.document) for row in rows)
        for row, receipt in zip(rows, self._client.submit_each(documents), strict=True):
            self._note(row, receipt.answer)

    def plain_redis(self, rows: Sequence[Sample]) -> None:
        """XADD as any Redis client can; the answer is the entry."""
        for row in rows:
            self._redis.xadd(keys.lane(row.document["priority"]), {"document": json.dumps(row.document)})
            self._accepted.note(row.id, door="redis")

    def celery(self, rows: Sequence[Sample]) -> None:
        """Send tasks; the broker has no promise to give, so a document counts once it is in the ledger."""
        missing = {row.id: row for row in rows}
        resend_at = 0.0
        while missing and not self._ended.is_set():
            if monotonic() >= resend_at:
                for row in missing.values():
                    self._celery.send_task("workers.submit", args=[row.document], retry=False)
                resend_at = monotonic() + CELERY_RESEND_SECONDS
            for name in [name for name in missing if self._redis.exists(keys.document(name))]:
                self._accepted.note(name, door="celery")
                del missing[name]
            self._ended.wait(LOOK_SECONDS)

    def command_line(self, rows: Sequence[Sample]) -> None:
        """Run `warraq submit` on a file; a process that says nothing is run again with the same id."""
        for row in rows:
            # The same name each time: it is part of the document, and a repetition must say the same.
            path = self._folder / f"{row.id}.txt"
            path.write_text(row.document.get("text") or "A note from the command line.", encoding="utf-8")
            self._run_command(row, path)

    def refused(self, neighbour: Sample) -> None:
        """Add what must never become a result: rubbish, and other content under an id that is in use."""
        self._refusal(GARBAGE, code="invalid_document")
        thief = json.dumps({"id": neighbour.id, "text": "Other content under the same id."})
        self._refusal({"document": thief}, code="id_conflict")

    def _refusal(self, fields: Mapping[str, str], *, code: str) -> None:
        entry = self._redis.xadd(keys.DOCUMENTS, dict(fields))  # type: ignore[arg-type]
        self._accepted.note_refusal(text(entry), code=code)

    def _note(self, row: Sample, answer: Answer) -> None:
        if answer not in (Answer.ACCEPTED, Answer.EXISTS):
            raise AssertionError(f"{row.id} was answered {answer.value} at its own first submission")
        self._accepted.note(row.id, door=row.door)

    def _run_command(self, row: Sample, path: Path) -> None:
        command = [sys.executable, "-c", COMMAND_LINE, "submit", str(path), "--id", row.id]
        command += ["--priority", row.document["priority"]]
        environ = {**os.environ, "WARRAQ_REDIS_URL": self._url}
        done = subprocess.run(
            command, env=environ, capture_output=True, text=True, timeout=CLI_TIMEOUT_SECONDS, check=False
        )
        receipts = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if [receipt["id"] for receipt in receipts] != [row.id]:
            raise OSError(f"warraq submit ended with {done.returncode} and no receipt")
        self._accepted.note(row.id, door="cli")


class Producers:
    """One thread for each door: takes batches of a wave and insists until its door has answered."""

    def __init__(self, table: Mapping[str, tuple[Send, int]], *, ended: threading.Event) -> None:
        self._table = table
        self._ended = ended
        self._waiting: dict[str, list[Sample]] = {door: [] for door in table}
        self._changed = threading.Condition()
        self._in_hand = 0
        self.retries = 0
        self.turned_away = 0
        self.errors: list[str] = []
        self._threads = [threading.Thread(target=self._serve, args=(door,), daemon=True) for door in table]
        for thread in self._threads:
            thread.start()

    def offer(self, rows: Sequence[Sample]) -> None:
        """Hand a wave to the threads of its doors."""
        with self._changed:
            for row in rows:
                self._waiting[row.door].append(row)
            self._changed.notify_all()

    @property
    def unanswered(self) -> int:
        """How many documents still wait for the answer of a door."""
        with self._changed:
            return sum(map(len, self._waiting.values())) + self._in_hand

    def join(self) -> None:
        """Wait for the threads, after `ended` was set."""
        with self._changed:
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(timeout=10)

    def _serve(self, door: str) -> None:
        send, most = self._table[door]
        while not self._ended.is_set():
            rows = self._next(door, most)
            if rows:
                self._insist(send, rows)
                with self._changed:
                    self._in_hand -= len(rows)

    def _next(self, door: str, most: int) -> list[Sample]:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting[door] or self._ended.is_set(), timeout=0.5)
            rows, self._waiting[door] = self._waiting[door][:most], self._waiting[door][most:]
            self._in_hand += len(rows)
            return rows

    def _insist(self, send: Send, rows: Sequence[Sample]) -> None:
        while not self._ended.is_set():
            try:
                send(rows)
                return
            except TryLater as error:
                self.turned_away += 1
                self._ended.wait(error.retry_after_seconds)
            except TRANSIENT:
                self.retries += 1
                self._ended.wait(RETRY_SECONDS)
            except Exception as error:  # noqa: BLE001 (a defect of a door is a finding, not the end of the run)
                self.errors.append(f"{rows[0].door}: {type(error).__name__}: {error}")
                return
