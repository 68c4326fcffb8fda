"""The door: a document is accepted in one script, so that its producer has the answer when the call returns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from redis import Redis

from schemas.document import Document
from schemas.failure import FailureCode
from workers.errors import TryLater
from workers.ledger import codec, keys, scripts
from workers.ledger.replies import moment, text
from workers.settings import Settings

# A submitted document is in its lane; how often somebody makes sure that it still is.
RECHECK_MILLISECONDS = 3_600_000
# A closed door opens again below this share of the mark that closed it, so that it does not flap.
REOPEN_SHARE = 0.95
# Whether a door is closed is known as long as somebody looks: workers do so every two seconds.
DOOR_EXPIRY_MILLISECONDS = 60_000
# When to come back; workers need about this long to make room that is worth it.
RETRY_AFTER_SECONDS = 5.0


class Answer(StrEnum):
    """What the door said; `accepted` and `exists` mean that the document has, or will have, its result."""

    ACCEPTED = "accepted"
    EXISTS = "exists"
    CONFLICT = "conflict"
    CANCELLED = "cancelled"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to one submission; `entry` names the first acceptance of this id."""

    id: str
    answer: Answer
    entry: str
    revision: int


@dataclass(frozen=True, slots=True)
class Door:
    """Whether documents are welcome: `reason` is empty, `memory` or `backlog`.

    Without a memory limit in Redis, `limit_bytes` is the memory of its machine.
    """

    reason: str
    closed_since: datetime | None
    used_bytes: int
    limit_bytes: int
    unfinished: int

    @property
    def is_open(self) -> bool:
        """Say whether documents are welcome."""
        return not self.reason


class Submission(NamedTuple):
    """The receipts of the documents before the first that found the door closed, and the door."""

    receipts: tuple[Receipt, ...]
    door: Door


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


def submit(redis: Redis, intakes: Iterable[Intake], settings: Settings) -> Submission:
    """Offer documents to the ledger; check and acceptance are one step, so no door is passed when it is closed."""
    intakes = list(intakes)
    reason, since, used, limit, unfinished, answers = scripts.run(redis, "submit", _call(intakes, settings))
    door = Door(text(reason), moment(text(since)) if since else None, int(used), int(limit), int(unfinished))
    receipts = (_receipt(row, answer) for row, answer in zip(intakes, answers, strict=True))
    return Submission(tuple(takewhile(_is_answered, receipts)), door)


def look(redis: Redis, settings: Settings) -> Door:
    """Return the state of the doors now."""
    return submit(redis, [], settings).door


def require_room(redis: Redis, settings: Settings) -> None:
    """Raise TryLater while the doors are closed."""
    door = look(redis, settings)
    if not door.is_open:
        raise try_later(door, settings)


def try_later(door: Door, settings: Settings) -> TryLater:
    """Return the error that a producer gets in front of a closed door."""
    if door.reason == "memory":
        shares = f"doors close at {settings.max_memory_fraction:.0%}"
        why = f"Redis uses {door.used_bytes:,} of {door.limit_bytes:,} bytes; {shares}"
    else:
        why = f"{door.unfinished:,} documents are unfinished; the limit is {settings.max_backlog_documents:,}"
    return TryLater(f"{why}; try again in {RETRY_AFTER_SECONDS:g} s", retry_after_seconds=RETRY_AFTER_SECONDS)


def _call(intakes: Sequence[Intake], settings: Settings) -> scripts.Call:
    documents = [key for row in intakes for key in (keys.document(row.id), keys.lane(row.lane))]
    arguments: list[scripts.Argument] = [
        settings.max_memory_fraction,
        settings.max_backlog_documents,
        REOPEN_SHARE,
        DOOR_EXPIRY_MILLISECONDS,
        RECHECK_MILLISECONDS,
    ]
    for row in intakes:
        arguments += [row.id, row.digest, row.source, row.head, row.lane, row.size, row.fault.code, row.fault.message]
    return scripts.Call([keys.DUE, keys.COUNTS, keys.DOOR, *documents], arguments)


def _receipt(row: Intake, answer: Sequence[bytes]) -> Receipt:
    verdict, entry, _, revision = (part.decode() for part in answer)
    return Receipt(row.id, Answer(verdict), entry, int(revision or 1))


def _is_answered(receipt: Receipt) -> bool:
    return receipt.answer is not Answer.FULL
