"""Documents whose moment has come: lost messages, dead runs and forgotten entries are found here, by any worker."""

from typing import NamedTuple

from redis import Redis

from workers.ledger import keys, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import RECHECK_MILLISECONDS
from workers.ledger.replies import text
from workers.settings import Settings

# Bounded, so that one sweep never holds Redis for long; the next sweep is a second away.
SWEEP_DOCUMENTS = 256


class Overdue(NamedTuple):
    """A document that must be sent again from `stage`; one with attempts goes alone."""

    ticket: Ticket
    attempts: int
    stage: str


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
        Overdue(Ticket(document_id.decode(), mark.decode()), int(attempts), stage.decode())
        for document_id, mark, attempts, stage in scripts.run(redis, "overdue", call)
    ]
