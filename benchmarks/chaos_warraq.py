"""Warraq as the system under fire."""

import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from redis import Redis
from redis.exceptions import ResponseError

from benchmarks import chaos_watch
from benchmarks.chaos_accepted import Accepted
from benchmarks.chaos_documents import Sample
from benchmarks.chaos_doors import Doors, Send
from benchmarks.chaos_verdict import Publication
from benchmarks.chaos_watch import Held
from workers.ledger import keys
from workers.ledger.overview import overview
from workers.ledger.replies import mapping, text

PAGE = 500
# A group that reads nothing: the stream is not trimmed past it.
GROUP = "chaos-verdict"
CELERYS_OWN = (
    "_kombu.",
    "unacked",
    "celery",
    "normalize",
    "detect_language",
    "extract_entities",
    "summarize",
    "publish",
)


class Warraq:
    """The doors, keys and numbers of warraq."""

    app = "benchmarks.chaos_worker"
    queues: Sequence[str] = ("normalize", "detect_language", "extract_entities", "summarize", "publish")
    results = keys.RESULTS
    names_holders = True

    def prepare(self, redis: Redis) -> None:
        """Make sure that no result is trimmed before the verdict."""
        redis.xgroup_create(self.results, GROUP, id="0", mkstream=True)

    def producers(
        self, url: str, accepted: Accepted, folder: Path, ended: threading.Event
    ) -> tuple[dict[str, tuple[Send, int]], Callable[[Sample], None], Callable[[], None]]:
        """Return the doors, what sends rubbish, and what closes them."""
        doors = Doors(url, accepted, folder=folder, ended=ended)
        return dict(doors.table), doors.refused, doors.close

    def look(self, redis: Redis) -> list[Held]:
        """Return what is taken and unfinished."""
        return chaos_watch.look(redis)

    def pending(self, redis: Redis) -> int:
        """Return how many documents are unfinished or still in a lane."""
        return int(redis.zcard(keys.DUE)) + sum(int(redis.xlen(lane)) for lane in keys.LANES)

    def publications(self, redis: Redis) -> list[Publication]:
        """Return the whole results stream."""
        return [_publication(text(entry), mapping(fields)) for entry, fields in pages(redis, keys.RESULTS)]

    def leftovers(self, redis: Redis) -> list[str]:
        """Return what should not be there any more: unfinished documents, entries, and keys without an end."""
        found = [f"{self.pending(redis)} unfinished documents or entries"] if self.pending(redis) else []
        for lane in keys.LANES:
            pending = _pending_entries(redis, lane)
            found += [f"{pending} pending entries of {lane}"] if pending else []
        return found + [name for name in map(text, redis.scan_iter(count=1000)) if _is_forever(redis, name)]

    def failures(self, redis: Redis) -> set[tuple[str, str]]:
        """Return the entry and the code of each failure."""
        rows = (mapping(fields) for _, fields in pages(redis, keys.FAILURES))
        return {(row["entry"], row["code"]) for row in rows}

    def counts(self, redis: Redis) -> dict[str, int]:
        """Return the counters of the ledger."""
        return dict(overview(redis).counts)


def pages(redis: Redis, stream: str) -> list[tuple[Any, Any]]:
    """Return a stream without asking for all of it at once."""
    rows: list[tuple[Any, Any]] = []
    start = "-"
    while page := redis.xrange(stream, min=start, count=PAGE):
        rows += page
        start = f"({text(page[-1][0])}"
    return rows


def _publication(entry: str, row: dict[str, str]) -> Publication:
    result = json.loads(row["result"])
    code = (result.get("error") or {}).get("code", "")
    stages = tuple(stage["name"] for stage in result["provenance"]["stages"]) if result.get("provenance") else ()
    at = int(entry.partition("-")[0]) / 1000
    return Publication(at, row["id"], int(row["revision"]), row["entry"], row["status"], code, stages)


def _pending_entries(redis: Redis, lane: str) -> int:
    try:
        return int(redis.xpending(lane, keys.INTAKE_GROUP)["pending"])
    except ResponseError:
        return 0


def _is_forever(redis: Redis, name: str) -> bool:
    if name in keys.PERMANENT or name.startswith(CELERYS_OWN) or name.endswith(".celery.pidbox"):
        return False
    return int(redis.ttl(name)) == -1
