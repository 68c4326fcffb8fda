"""Messages in Celery's queues: which documents are on their way, and who goes first."""

import json
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence

from redis import Redis

from workers.ledger.bundle import Ticket

# The oldest messages of a queue stand at its end. A window holds a few bundles for each process; more is a flood.
LOOK_MESSAGES = 1_000


def travelling(redis: Redis, queues: Sequence[str]) -> Mapping[Ticket, str]:
    """Return the documents that wait in these queues, each with the first queue that has it; `queues` are in order.

    A message that was delivered and not acknowledged is no proof: its worker may be dead.
    """
    with redis.pipeline(transaction=False) as pipe:
        for queue in queues:
            pipe.lrange(queue, -LOOK_MESSAGES, -1)
        rows = pipe.execute(raise_on_error=False)
    found: dict[Ticket, str] = {}
    for queue, messages in zip(queues, rows, strict=True):
        if isinstance(messages, list):
            for message in messages:
                for ticket in _tickets(message):
                    found.setdefault(ticket, queue)
    return found


def overtake(redis: Redis, queue: str) -> None:
    """Let the newest message of a queue be delivered next; if another came in between, that one is, and none is lost.

    kombu delivers from the right end, where no priority of its own reaches: every message of ours has the highest.
    """
    redis.lmove(queue, queue, "LEFT", "RIGHT")


def _tickets(message: bytes) -> Iterator[Ticket]:
    """Yield the bundle of a message as kombu stores it; a message that is none of ours has none."""
    try:
        arguments, _, _ = json.loads(b64decode(json.loads(message)["body"]))
        yield from [Ticket(str(document_id), str(mark)) for document_id, mark in arguments[0]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return
