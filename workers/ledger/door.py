"""The door: a document is accepted in one script, so that its producer has the answer when the call returns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redis import Redis

from schemas.document import Document
from schemas.failure import FailureCode
from workers.errors import TryLater
from workers.ledger import codec, keys, scripts
from workers.settings import Settings

# A submitted document is in its lane; how often somebody makes sure that it still is.
RECHECK_MILLISECONDS = 3_600_000
# When to come back; workers need about this long to make room that is worth it.
RETRY_AFTER_SECONDS = 5.0


class Answer(StrEnum):
    """What the door said; `accepted` and `exists` mean that the document has, or will have, its result."""

    ACCEPTED = "accepted"
    EXISTS = "exists"
    CONFLICT = "conflict"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to one submission; `entry` names the first acceptance of this id."""

    id: str
    answer: Answer
    entry: str
    revision: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document was accepted without its body, only to fail."""

    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """A document as it goes into the ledger."""

    id: str
    digest: str
    source: bytes
    head: bytes
    size: int
    lane: str
    fault: Fault


def intake(document: Document, *, document_id: str, max_document_bytes: int) -> Intake:
    """Prepare a document; one above the limit is kept without its body and with the fault that will fail it."""
    document = document.model_copy(update={"id": document_id})
    size, head, fault = document.size_bytes, codec.encode_head(document), Fault()
    source = head
    if size > max_document_bytes:
        message = f"the body has {size:,} bytes, the limit is {max_document_bytes:,}; send less or raise the limit"
        fault = Fault(FailureCode.TOO_LARGE.value, message)
    else:
        source = codec.encode_document(document)
    digest = codec.digest(document)
    return Intake(document_id, digest, source, head, 0 if fault.code else size, document.priority.value, fault)


def submit(redis: Redis, intakes: Iterable[Intake]) -> list[Receipt]:
    """Offer documents to the ledger; the answer of each says whether it is in."""
    intakes = list(intakes)
    answers = scripts.run_many(redis, "submit", [_call(row) for row in intakes])
    return [_receipt(row, answer) for row, answer in zip(intakes, answers, strict=True)]


def _call(row: Intake) -> scripts.Call:
    lane = keys.lane(row.lane)
    return scripts.Call(
        [keys.document(row.id), keys.DUE, lane, keys.COUNTS],
        [
            row.id,
            row.digest,
            row.source,
            row.head,
            row.lane,
            row.size,
            RECHECK_MILLISECONDS,
            row.fault.code,
            row.fault.message,
        ],
    )


def _receipt(row: Intake, answer: Sequence[bytes]) -> Receipt:
    verdict, entry, _, revision = (part.decode() for part in answer)
    return Receipt(row.id, Answer(verdict), entry, int(revision or 1))


def is_open(redis: Redis, settings: Settings) -> str | None:
    """Return None while documents are welcome, else why they are not."""
    unfinished = int(redis.zcard(keys.DUE))
    if unfinished >= settings.max_backlog_documents:
        return f"{unfinished:,} documents are unfinished; the limit is {settings.max_backlog_documents:,}"
    memory = redis.info("memory")
    used, limit = int(memory["used_memory"]), int(memory["maxmemory"])
    if limit and used > limit * settings.max_memory_fraction:
        return f"Redis uses {used:,} of {limit:,} bytes; doors close at {settings.max_memory_fraction:.0%}"
    return None


def require_room(redis: Redis, settings: Settings) -> None:
    """Raise TryLater while the doors are closed."""
    reason = is_open(redis, settings)
    if reason is not None:
        raise TryLater(f"{reason}; try again in {RETRY_AFTER_SECONDS:g} s", retry_after_seconds=RETRY_AFTER_SECONDS)
