"""What the ledger holds right now: one document, or all of it in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from redis import Redis

from workers.ledger import keys
from workers.ledger.replies import mapping, moment, text

WORKER_EXPIRY_SECONDS = 30
COUNTERS = (
    "accepted",
    "completed",
    "partial",
    "failed",
    "cancelled",
    "rejected",
    "duplicates",
    "requeued",
    "rerun",
    "forgotten",
    "redispatched",
    "splits",
    "refused",
    "already",
    "adopted",
    "readmitted",
    "woken",
    "refused_messages",
    "time_limits",
    "memory_limits",
    "turned_away",
    "shed",
    "results_trimmed_unread",
)


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """Where a document is: `waiting`, `running`, or how it ended."""

    id: str
    status: str
    stage: str | None
    entry: str
    revision: int
    attempts: int
    submitted_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The ledger in numbers; `backlog` waits at the door, `unfinished` includes it."""

    backlog: Mapping[str, int]
    unfinished: int
    oldest_seconds: float | None
    failures: int
    results: int
    counts: Mapping[str, int]
    workers: tuple[Mapping[str, str], ...]


def document_status(redis: Redis, document_id: str) -> DocumentStatus | None:
    """Return where a document is, or None when nobody knows it."""
    names = ("entry", "revision", "state", "run", "next", "tries", "submitted_at", "finished_at")
    values = redis.hmget(keys.document(document_id), names)
    row = {name: text(value) for name, value in zip(names, values, strict=True) if value is not None}
    if not row:
        return None
    state = row.get("state")
    return DocumentStatus(
        id=document_id,
        status=state or ("running" if "run" in row else "waiting"),
        stage=None if state else row.get("next"),
        entry=row.get("entry", ""),
        revision=int(row.get("revision", 1)),
        attempts=int(row.get("tries", 0)),
        submitted_at=moment(row.get("submitted_at")),
        finished_at=moment(row.get("finished_at")),
    )


def overview(redis: Redis) -> Overview:
    """Return the whole ledger in numbers, from one round trip and a look at the live workers."""
    with redis.pipeline(transaction=False) as pipe:
        for lane in keys.LANES:
            pipe.xlen(lane)
        pipe.zcard(keys.DUE)
        pipe.xlen(keys.FAILURES)
        pipe.xlen(keys.RESULTS)
        pipe.hgetall(keys.COUNTS)
        pipe.time()
        for lane in keys.LANES:
            pipe.xrange(lane, count=1)
        high, normal, unfinished, failures, results, counts, time, *firsts = pipe.execute()
    known = {name: int(value) for name, value in mapping(counts).items()}
    return Overview(
        backlog={"high": high, "normal": normal},
        unfinished=unfinished,
        oldest_seconds=_oldest(int(time[0]), firsts),
        failures=failures,
        results=results,
        counts={name: known.get(name, 0) for name in COUNTERS},
        workers=tuple(workers(redis)),
    )


def workers(redis: Redis) -> list[Mapping[str, str]]:
    """Return what each live worker says of itself."""
    found: list[Mapping[str, str]] = []
    for key in sorted(redis.scan_iter(match=keys.worker("*"), count=1000)):
        fields = mapping(redis.hgetall(key))
        if fields:
            found.append({"name": text(key).removeprefix(keys.worker("")), **fields})
    return found


def announce_worker(redis: Redis, name: str, facts: Mapping[str, str]) -> None:
    """Say that a worker lives; it is forgotten when it stops saying so."""
    with redis.pipeline() as pipe:
        pipe.hset(keys.worker(name), mapping=dict(facts))  # type: ignore[arg-type]
        pipe.expire(keys.worker(name), WORKER_EXPIRY_SECONDS)
        pipe.execute()


def _oldest(now_seconds: int, firsts: list[list[tuple[bytes, Mapping[bytes, bytes]]]]) -> float | None:
    moments = [int(row[0][0].split(b"-")[0]) / 1000 for row in firsts if row]
    return max(now_seconds - min(moments), 0.0) if moments else None
