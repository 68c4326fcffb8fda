"""Documents whose moment has come: lost messages, dead runs and forgotten entries are found here, by any worker."""

from collections.abc import Sequence
from typing import NamedTuple

from redis import Redis

from workers.ledger import keys, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import RECHECK_MILLISECONDS
from workers.ledger.replies import text
from workers.settings import Settings

# Bounded, so that one sweep never holds Redis for long; the next sweep is a second away.
SWEEP_DOCUMENTS = 256
# Where kombu keeps messages that were delivered and not acknowledged.
CELERY_UNACKED = "unacked"


class Overdue(NamedTuple):
    """A document that must be sent again from `stage`; one with attempts goes alone."""

    ticket: Ticket
    attempts: int
    stage: str
    size: int


def sweep(redis: Redis, settings: Settings) -> list[Overdue]:
    """Return what must be sent again; each document is handed to one caller only."""
    seconds, microseconds = redis.time()
    now = int(seconds) * 1000 + int(microseconds) // 1000
    due = [text(member) for member in redis.zrangebyscore(keys.DUE, "-inf", now, start=0, num=SWEEP_DOCUMENTS)]
    if not due:
        return []
    call = scripts.Call(
        [keys.DUE, keys.COUNTS, keys.DOCUMENTS, keys.DOCUMENTS_HIGH, *(keys.document(member) for member in due)],
        [int(settings.patience_seconds * 1000), RECHECK_MILLISECONDS, *due],
    )
    return [
        Overdue(Ticket(document_id.decode(), mark.decode()), int(attempts), stage.decode(), int(size))
        for document_id, mark, attempts, stage, size in scripts.run(redis, "overdue", call)
    ]


def nothing_travels(redis: Redis, queues: Sequence[str]) -> bool:
    """Say whether documents are unfinished while Celery has no message, waiting or being worked on."""
    with redis.pipeline(transaction=False) as pipe:
        pipe.zcard(keys.DUE)
        pipe.hlen(CELERY_UNACKED)
        for queue in queues:
            pipe.llen(queue)
        unfinished, *messages = pipe.execute()
    return bool(unfinished) and not any(messages)


def wake(redis: Redis) -> int:
    """Let the moment of documents that wait for a message come now; returns how many they are."""
    first = [text(member) for member in redis.zrange(keys.DUE, 0, SWEEP_DOCUMENTS - 1)]
    call = scripts.Call([keys.DUE, keys.COUNTS, *(keys.document(member) for member in first)], first)
    return int(scripts.run(redis, "wake", call))
