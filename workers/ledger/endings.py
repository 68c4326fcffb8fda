"""How documents end badly: the results and failure records of failed and cancelled ones."""

from datetime import UTC, datetime

from redis import Redis

from schemas.document import Document
from schemas.failure import Attempt, Failure
from schemas.result import Result, ResultError
from workers import outcome
from workers.errors import InvalidDocument
from workers.ledger import codec, keys
from workers.ledger.bundle import Ticket
from workers.ledger.publication import Ending, entry_of
from workers.ledger.replies import as_bytes, moment, text, text_or_none

_FACTS = ("head", "lane", "submitted_at", "tries", "history")


def failed(redis: Redis, ticket: Ticket, *, error: ResultError, attempts: int | None = None) -> Ending | None:
    """Return the ending of a failed document, or None when the document is gone."""
    facts = _read(redis, ticket)
    if facts is None:
        return None
    document, lane, submitted_at, tries, history = facts
    entry, revision = entry_of(ticket.mark)
    result = outcome.failed(document, error=error)
    failure = Failure(
        id=ticket.id,
        entry=entry,
        revision=revision,
        code=error.code,
        stage=error.stage,
        message=error.message,
        retry_helps=error.retry_helps,
        attempts=tries if attempts is None else attempts,
        failed_at=datetime.now(UTC),
        history=history,
    )
    return _ending(ticket, lane, document, stamped(result, ticket, submitted_at), failure)


def cancelled(redis: Redis, ticket: Ticket) -> Ending | None:
    """Return the ending of a cancelled document, or None when the document is gone."""
    facts = _read(redis, ticket)
    if facts is None:
        return None
    document, lane, submitted_at, *_ = facts
    return _ending(ticket, lane, document, stamped(outcome.cancelled(document), ticket, submitted_at), None)


def stamped(result: Result, ticket: Ticket, submitted_at: datetime | None) -> Result:
    """Return the result with what only the ledger knows: id, revision and times."""
    _, revision = entry_of(ticket.mark)
    times = {"submitted_at": submitted_at, "completed_at": datetime.now(UTC)}
    return result.model_copy(update={"id": ticket.id, "revision": revision, **times})


def _ending(ticket: Ticket, lane: str, document: Document, result: Result, failure: Failure | None) -> Ending:
    return Ending(ticket, lane, result, document.options.expires_after, failure)


def _head(data: bytes) -> Document:
    """Return the stored head; one of a version that nobody here knows must not keep its document from ending."""
    try:
        return codec.decode_document(data)
    except InvalidDocument:
        return Document(text="")


def attempts_of(history: str) -> tuple[Attempt, ...]:
    """Return the attempts that a document remembers, one a line: milliseconds, stage and worker."""
    rows = (line.split(" ", 2) for line in history.splitlines())
    return tuple(
        Attempt(begun_at=datetime.fromtimestamp(int(milliseconds) / 1000, tz=UTC), stage=stage, worker=worker)
        for milliseconds, stage, worker in rows
    )


def _read(redis: Redis, ticket: Ticket) -> tuple[Document, str, datetime | None, int, tuple[Attempt, ...]] | None:
    head, lane, submitted_at, tries, history = redis.hmget(keys.document(ticket.id), _FACTS)
    if head is None:
        return None
    document = _head(as_bytes(head)).model_copy(update={"id": ticket.id})
    when = moment(text_or_none(submitted_at))
    return document, text(lane or "normal"), when, int(tries or 0), attempts_of(text(history or ""))
