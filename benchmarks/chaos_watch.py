"""Looking at the ledger from outside: which stage holds which document, and when a document went on."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import time

from redis import Redis
from redis.exceptions import RedisError

from workers.ledger import keys
from workers.ledger.replies import text, text_or_none

LOOK_SECONDS = 0.15
FIELDS = ("run", "next", "worker", "taken", "state", "redispatches")


@dataclass(frozen=True, slots=True)
class Held:
    """A taken, unfinished document: the stage that is next for it and the run that holds it, if one does."""

    id: str
    stage: str
    run: str
    worker: str
    redispatches: int = 0

    @property
    def is_running(self) -> bool:
        """Say whether a run holds it."""
        return bool(self.run)


@dataclass(slots=True)
class Watched:
    """A document that a fault met, when the ledger sent it again if it had to, and when it was begun or finished."""

    held: Held
    went_on_at: float | None = None
    sent_at: float | None = None

    @property
    def noticed_at(self) -> float | None:
        """The first sign that it is not forgotten: sent again, begun or finished."""
        return self.sent_at or self.went_on_at


@dataclass(slots=True)
class Strike:
    """One fault: what it was, whom it hit, and what became of the documents that it met."""

    kind: str
    victim: str
    started_at: float
    pids: frozenset[int]
    running: list[Watched] = field(default_factory=list)
    waiting: list[Watched] = field(default_factory=list)
    lost_messages: list[Watched] = field(default_factory=list)
    ended_at: float = 0.0

    @property
    def watched(self) -> list[Watched]:
        """Every document that this fault met."""
        return [*self.running, *self.waiting, *self.lost_messages]

    @property
    def is_settled(self) -> bool:
        """Say whether all of them went on."""
        return all(row.went_on_at is not None for row in self.watched)


def look(redis: Redis) -> list[Held]:
    """Return every taken and unfinished document."""
    ids = [text(member) for member in redis.zrange(keys.DUE, 0, -1)]
    with redis.pipeline(transaction=False) as pipe:
        for name in ids:
            pipe.hmget(keys.document(name), FIELDS)
        rows = pipe.execute() if ids else []
    found = []
    for name, row in zip(ids, rows, strict=True):
        run, stage, worker, taken, state, redispatches = map(text_or_none, row)
        if taken and not state:
            found.append(Held(name, stage or "", run or "", worker or "", int(redispatches or 0)))
    return found


class Watcher:
    """A thread that looks again and again at the documents that faults have met."""

    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(url, socket_connect_timeout=1, socket_timeout=2)
        self._strikes: list[Strike] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chaos-watcher", daemon=True)
        self._thread.start()

    def follow(self, strike: Strike) -> None:
        """Watch what this fault met."""
        self._strikes.append(strike)

    def stop(self) -> None:
        """Stop looking."""
        self._ended.set()
        self._thread.join()
        self._redis.close()

    def _run(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            open_rows = [row for strike in self._strikes for row in strike.watched if row.went_on_at is None]
            try:
                self._look(open_rows)
            except (RedisError, OSError):
                self._ended.wait(LOOK_SECONDS)

    def _look(self, rows: Sequence[Watched]) -> None:
        if not rows:
            return
        with self._redis.pipeline(transaction=False) as pipe:
            for row in rows:
                pipe.hmget(keys.document(row.held.id), ("run", "next", "state", "redispatches"))
            answers = pipe.execute()
        now = time()
        for row, answer in zip(rows, answers, strict=True):
            run, stage, state, redispatches = map(text_or_none, answer)
            if row.sent_at is None and int(redispatches or 0) > row.held.redispatches:
                row.sent_at = now
            if state or stage != row.held.stage or (run and run != row.held.run):
                row.went_on_at = now


def watched(rows: Iterable[Held]) -> list[Watched]:
    """Return rows to be watched."""
    return [Watched(row) for row in rows]
