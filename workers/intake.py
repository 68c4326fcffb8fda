"""The intake of a worker: a thread that takes documents from the lanes and sends them on their way in bundles."""

import logging
import os
import socket
import threading
from collections.abc import Callable, Sequence
from itertools import groupby
from time import monotonic
from typing import Any
from uuid import uuid4

from celery import bootsteps
from celery.signals import worker_shutting_down
from kombu.exceptions import OperationalError
from redis import Redis
from redis.exceptions import RedisError

from schemas.options import StageName
from workers import environment
from workers.awaiting import Absence, AwaitRedisStep
from workers.ledger import keys, lanes, overview
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.lanes import Entry, Refusal, Taken
from workers.ledger.overdue import CANCEL, Overdue, nothing_travels, sweep, wake
from workers.ledger.travelling import overtake
from workers.ledger.trimming import Trimmer
from workers.logs import place
from workers.settings import Settings

logger = logging.getLogger(__name__)

FIRST_STAGE = StageName.NORMALIZE.value
# How long one blocking read may last: the longest that a stop waits for the thread.
BLOCK_MILLISECONDS = 200
# A full window holds seconds of work; looking at it every 5 ms was the largest cost of a worker (measured).
POLL_SECONDS = 0.1
SWEEP_SECONDS = 1.0
ADOPT_SECONDS = 5.0
# A child that is replaced leaves its message unbegun for some seconds on a busy machine (seen: more than three).
QUIET_SWEEPS = 6
# The lowest lane gets one bundle in this many, so that it does not starve.
FAIR_SHARE = 8
# After Redis failed, before it is asked again.
BACK_OFF_SECONDS = 1.0

Send = Callable[[Bundle, str], None]
Refuse = Callable[[Refusal], None]
End = Callable[[Ticket], None]


class Intake:
    """Reads, takes and sends; keeps only as many documents in flight as its worker can chew."""

    def __init__(
        self,
        redis: Redis,
        settings: Settings,
        *,
        name: str,
        concurrency: int,
        queues: Sequence[str],
        send: Send,
        refuse: Refuse,
        cancel: End,
    ) -> None:
        self._redis = redis
        self._settings = settings
        self._name = name
        self._concurrency = concurrency
        self._queues = queues
        self._send = send
        self._refuse = refuse
        self._cancel = cancel
        self._trimmer = Trimmer(redis, settings)
        self._in_flight: set[str] = set()
        self._cursors = dict.fromkeys(keys.LANES, "0-0")
        self._reads = 0
        self._quiet_sweeps = 0
        self._next_sweep = 0.0
        self._next_adopt = monotonic() + ADOPT_SECONDS
        self.stopping = threading.Event()

    def run(self) -> None:
        """Work until told to stop; an error is logged and waited out, since a worker without its intake is no use."""
        absence = Absence(environment.redis_url(self._settings))
        while not self.stopping.is_set():
            try:
                self.turn()
                absence.end()
            except (RedisError, OSError) as error:
                absence.note(error)
                self.stopping.wait(BACK_OFF_SECONDS)
            except Exception as error:  # noqa: BLE001
                logger.warning("intake met a defect of warraq and goes on: %s", place(error))
                self.stopping.wait(BACK_OFF_SECONDS)

    def turn(self) -> None:
        """Do one round: look after overdue documents, then read as much as there is room for."""
        self._look_after()
        room = self._room()
        if room < self.refill:
            self.stopping.wait(POLL_SECONDS)
            return
        entries = self._read(room)
        for _, group in groupby(entries, key=_lane_of):
            self._admit(list(group))

    @property
    def window(self) -> int:
        """The most documents that this worker has in flight."""
        return self._settings.bundle_documents * self._settings.window_bundles * self._concurrency

    @property
    def refill(self) -> int:
        """The least room that is worth filling: whole bundles, while what is in flight keeps everyone busy."""
        return min(self._settings.bundle_documents * self._concurrency, max(self.window // 2, 1))

    def _room(self) -> int:
        if self._in_flight:
            ids = list(self._in_flight)
            scores = self._redis.zmscore(keys.DUE, ids)
            self._in_flight = {member for member, score in zip(ids, scores, strict=True) if score is not None}
        return self.window - len(self._in_flight)

    def _read(self, room: int) -> list[Entry]:
        count = min(room, self._settings.bundle_documents * self._concurrency)
        entries = self._read_now(count)
        if not entries:
            return lanes.wait(self._redis, consumer=self._name, block_milliseconds=BLOCK_MILLISECONDS)
        if len(entries) < self._settings.bundle_documents and self._in_flight:
            self.stopping.wait(self._settings.linger_milliseconds / 1000)
            entries += self._read_now(count - len(entries)) if count > len(entries) else []
        return entries

    def _read_now(self, count: int) -> list[Entry]:
        self._reads += 1
        order = keys.LANES if self._reads % FAIR_SHARE else tuple(reversed(keys.LANES))
        for lane in order:
            entries = lanes.read(self._redis, consumer=self._name, lane=lane, count=count)
            if entries:
                return entries
        return []

    def _admit(self, entries: Sequence[Entry]) -> None:
        taken, refusals = lanes.take(self._redis, entries, self._settings)
        alive = [row for row in taken if not row.is_cancelled]
        self._in_flight.update(row.ticket.id for row in alive)
        for bundle in bundles(alive, self._settings, concurrency=self._concurrency):
            self._dispatch(bundle, FIRST_STAGE)
        for row in taken:
            if row.is_cancelled:
                self._cancel(row.ticket)
        for refusal in refusals:
            self._refuse(refusal)

    def _dispatch(self, bundle: Bundle, stage: str) -> None:
        try:
            self._send(bundle, stage)
        except (RedisError, OSError, OperationalError) as error:
            # The documents are in `due`; whoever looks there next sends them again.
            logger.warning("a bundle of %d was not sent: %s", len(bundle), type(error).__name__)
        except Exception as error:  # noqa: BLE001 (such as a stage of a newer version; the other bundles must go)
            logger.warning("a bundle of %d for %s cannot be sent: %s", len(bundle), stage, place(error))

    def _dispatch_next(self, bundle: Bundle, stage: str) -> None:
        """Send documents that have waited too long, in front of all others."""
        self._dispatch(bundle, stage)
        if stage in self._queues:
            overtake(self._redis, stage)

    def _look_after(self) -> None:
        now = monotonic()
        if now >= self._next_sweep:
            self._next_sweep = now + SWEEP_SECONDS
            self._trimmer.turn()
            self._announce()
            self._wake()
            self._send_overdue(sweep(self._redis, self._settings, queues=self._queues))
        if now >= self._next_adopt:
            self._next_adopt = now + ADOPT_SECONDS
            self._adopt()

    def _wake(self) -> None:
        """Quiet looks in a row: a message can be between two places for a moment, not for seconds."""
        if not self._queues:
            return
        is_quiet = nothing_travels(self._redis, self._settings, queues=self._queues)
        self._quiet_sweeps = self._quiet_sweeps + 1 if is_quiet else 0
        if self._quiet_sweeps >= QUIET_SWEEPS:
            self._quiet_sweeps = 0
            woken = wake(self._redis)
            if woken:
                logger.info("%d documents waited for messages that are gone", woken)

    def _send_overdue(self, rows: Sequence[Overdue]) -> None:
        for row in rows:
            if row.stage == CANCEL:
                self._cancel(row.ticket)
            elif row.attempts:
                self._dispatch_next([row.ticket], row.stage)
        innocent = sorted((row for row in rows if not row.attempts and row.stage != CANCEL), key=_stage_of)
        for stage, group in groupby(innocent, key=_stage_of):
            for bundle in bundles(list(group), self._settings, concurrency=1):
                self._dispatch_next(bundle, stage)
        if rows:
            logger.info("sent %d overdue documents again", len(rows))

    def _adopt(self) -> None:
        for lane in keys.LANES:
            entries, cursor = lanes.adopt(self._redis, consumer=self._name, lane=lane, cursor=self._cursors[lane])
            self._cursors[lane] = cursor
            if entries:
                self._admit(entries)

    def _announce(self) -> None:
        facts = {
            "host": socket.gethostname(),
            "pid": str(os.getpid()),
            "concurrency": str(self._concurrency),
            "in_flight": str(len(self._in_flight)),
        }
        overview.announce_worker(self._redis, self._name, facts)


def bundles(taken: Sequence[Taken | Overdue], settings: Settings, *, concurrency: int) -> list[Bundle]:
    """Share documents among the processes of a worker, in bundles within both limits; few documents travel alone."""
    share = max(1, -(-len(taken) // concurrency))
    most = min(settings.bundle_documents, share)
    made: list[Bundle] = []
    size = 0
    for row in taken:
        if not made or len(made[-1]) >= most or size + row.size > settings.bundle_characters:
            made.append([])
            size = 0
        made[-1].append(row.ticket)
        size += row.size
    return made


def _lane_of(entry: Entry) -> str:
    return entry.lane


def _stage_of(row: Overdue) -> str:
    return row.stage


class IntakeStep(bootsteps.StartStopStep):
    """Runs the intake beside a worker that consumes the first stage: after its pool, stopped before it."""

    requires = ("celery.worker.components:Pool", AwaitRedisStep)

    def __init__(self, parent: Any, **_: Any) -> None:
        self._thread: threading.Thread | None = None
        self._intake: Intake | None = None

    def start(self, parent: Any) -> None:
        """Start the thread, unless this worker leaves the first stage to others."""
        if FIRST_STAGE not in parent.app.amqp.queues.consume_from:
            logger.info("no intake here: this worker does not consume the queue %s", FIRST_STAGE)
            return
        # Imported here, since tasks need the app that this step is a part of.
        from workers.tasks import build_intake

        name = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._intake = build_intake(name=name, concurrency=parent.concurrency)
        self._thread = threading.Thread(target=self._intake.run, name="warraq-intake", daemon=True)
        self._thread.start()
        worker_shutting_down.connect(self._stop_reading, weak=False)

    def stop(self, parent: Any) -> None:
        """Stop reading and wait for the round that is under way."""
        self._stop_reading()
        if self._thread is not None:
            self._thread.join(timeout=5)
            self._thread = None

    terminate = stop

    def _stop_reading(self, **_: Any) -> None:
        if self._intake is not None:
            self._intake.stopping.set()
