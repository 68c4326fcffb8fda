"""Documents whose moment has come: lost messages, dead runs and forgotten entries are found here, by any worker."""

from collections.abc import Sequence
from typing import NamedTuple

from redis import Redis

from workers.ledger import keys, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import RECHECK_MILLISECONDS
from workers.ledger.replies import text
from workers.ledger.travelling import travelling
from workers.settings import Settings

# Bounded, so that one sweep never holds Redis for long; the next sweep is a second away.
SWEEP_DOCUMENTS = 256
# Patience doubles with each message that was lost, this often.
DOUBLINGS = 5
# What stands in place of the stage of a document whose cancellation came before it.
CANCEL = "cancel"


class Overdue(NamedTuple):
    """A document that must be sent again from `stage`; one with attempts goes alone."""

    ticket: Ticket
    attempts: int
    stage: str
    size: int


def sweep(redis: Redis, settings: Settings, *, queues: Sequence[str] = ()) -> list[Overdue]:
    """Return what must be sent again; each document is handed to one caller only.

    `queues` are those of the stages, in order: what waits there is not lost, and is looked at again later.
    """
    seconds, microseconds = redis.time()
    now = int(seconds) * 1000 + int(microseconds) // 1000
    farthest = _farthest_milliseconds(settings)
    due = _between(redis, "-inf", now) + _between(redis, now + farthest, "+inf")
    if not due:
        return []
    waiting = {ticket.id: (ticket.mark, queue) for ticket, queue in travelling(redis, queues).items()}
    call = scripts.Call(
        [keys.DUE, keys.COUNTS, keys.DOCUMENTS, keys.DOCUMENTS_HIGH, *(keys.document(member) for member in due)],
        [
            int(settings.patience_seconds * 1000),
            RECHECK_MILLISECONDS,
            farthest,
            f",{','.join(queues)},",
            *(part for member in due for part in (member, *waiting.get(member, ("", "")))),
        ],
    )
    return [
        Overdue(Ticket(document_id.decode(), mark.decode()), int(attempts), stage.decode(), int(size))
        for document_id, mark, attempts, stage, size in scripts.run(redis, "overdue", call)
    ]


def nothing_travels(redis: Redis, settings: Settings, *, queues: Sequence[str]) -> bool:
    """Say whether documents are unfinished while Celery's queues are empty and nobody works on any document.

    Messages that were delivered and not begun do not count: a worker delivers no more than its processes can begin,
    so they belong to a dead or frozen worker, or are begun within moments.
    """
    with redis.pipeline(transaction=False) as pipe:
        pipe.zcard(keys.DUE)
        for queue in queues:
            pipe.llen(queue)
        unfinished, *messages = pipe.execute()
    return bool(unfinished) and not any(messages) and not _anything_runs(redis, settings)


def wake(redis: Redis) -> int:
    """Let the moment of documents that wait for a message come now; returns how many they are."""
    first = [text(member) for member in redis.zrange(keys.DUE, 0, SWEEP_DOCUMENTS - 1)]
    call = scripts.Call([keys.DUE, keys.COUNTS, *(keys.document(member) for member in first)], first)
    return int(scripts.run(redis, "wake", call))


def _anything_runs(redis: Redis, settings: Settings) -> bool:
    """Say whether a run holds a document; its moment is within a lease, or has come and will be swept."""
    seconds, _ = redis.time()
    near = _between(redis, "-inf", int((int(seconds) + 1 + settings.lease_seconds) * 1000))
    with redis.pipeline(transaction=False) as pipe:
        for member in near:
            pipe.hget(keys.document(member), "run")
        return any(pipe.execute(raise_on_error=False)) or len(near) == SWEEP_DOCUMENTS


def _between(redis: Redis, earliest: str | int, latest: str | int) -> list[str]:
    rows = redis.zrangebyscore(keys.DUE, earliest, latest, start=0, num=SWEEP_DOCUMENTS)
    return [text(member) for member in rows]


def _farthest_milliseconds(settings: Settings) -> int:
    """Return how far in the future the moment of a document can be; a clock that went back leaves later ones."""
    longest_patience = settings.patience_seconds * 2**DOUBLINGS
    return 2 * max(RECHECK_MILLISECONDS, int(max(longest_patience, settings.lease_seconds) * 1000))
