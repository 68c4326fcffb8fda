"""The intake lanes: reading entries, taking them into the ledger, refusing what is no document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from re import compile as pattern
from typing import Any

from redis import Redis
from redis.exceptions import ResponseError

from schemas.document import DOCUMENT_ID_PATTERN
from schemas.events import Event, EventType
from schemas.failure import Failure
from workers.errors import DocumentError, IdConflict, InvalidDocument, TooLarge
from workers.ledger import codec, keys, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import Fault, Intake, intake
from workers.ledger.publication import failure_fields
from workers.ledger.replies import text
from workers.settings import Settings

# An entry that was read and not taken after this long was read by a worker that died in between.
ADOPT_IDLE_MILLISECONDS = 15_000
ADOPT_COUNT = 100
# Entries at the head of a lane that are looked at for an owner; usually the few that are being taken.
ORPHANS_COUNT = 10
TAKE_BYTES = 4_000_000
# What one read brings into memory is this and one entry; how large that may be is the limit of Redis.
READ_BYTES = 16_000_000
# What JSON makes of a document: at most three bytes of each (a letter of two in UTF-8 as six of ASCII), and the rest of
# its fields. More is refused before it is parsed.
ESCAPED_BYTES = 3
ENTRY_BYTES = 500_000
_ID = pattern(DOCUMENT_ID_PATTERN)
_SIZE = pattern(r"[0-9]{1,12}")
_NO_DOCUMENT = "the entry has no field `document` with the document as JSON"
# An entry of our own door has these fields and no others; its document is in the ledger already.
_OWN_FIELDS = (b"id", b"size")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a lane: either the id of a document of our own door, or a whole document as JSON."""

    lane: str
    id: str
    fields: Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that is now in the ledger and must be sent on its way."""

    ticket: Ticket
    size: int
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that can never become a document."""

    entry: Entry
    error: DocumentError
    document_id: str | None = None


def ensure_groups(redis: Redis) -> None:
    """Create the group on every lane, from the first entry on; an existing group stays as it is."""
    for lane in keys.LANES:
        try:
            redis.xgroup_create(lane, keys.INTAKE_GROUP, id="0", mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):
                raise


def read(redis: Redis, *, consumer: str, lane: str, count: int) -> list[Entry]:
    """Return up to `count` new entries of a lane, fewer when they are large; the group is made again when it is lost."""
    call = scripts.Call([lane], [keys.INTAKE_GROUP, consumer, count, READ_BYTES])
    try:
        rows = scripts.run(redis, "read", call)
    except ResponseError as error:
        if "NOGROUP" not in str(error):
            raise
        ensure_groups(redis)
        return []
    return [Entry(lane, text(entry_id), _pairs(fields or ())) for entry_id, fields in rows]


def wait(redis: Redis, *, consumer: str, block_milliseconds: int) -> list[Entry]:
    """Block until any lane has an entry, at most that long; returns one entry of a lane at most."""
    return _read(redis, consumer=consumer, lanes=keys.LANES, count=1, block_milliseconds=block_milliseconds)


def _read(
    redis: Redis, *, consumer: str, lanes: Sequence[str], count: int, block_milliseconds: int | None
) -> list[Entry]:
    try:
        answer = redis.xreadgroup(
            keys.INTAKE_GROUP, consumer, dict.fromkeys(lanes, ">"), count=count, block=block_milliseconds
        )
    except ResponseError as error:
        if "NOGROUP" not in str(error):
            raise
        ensure_groups(redis)
        return []
    return [Entry(lane, entry_id, fields) for lane, entry_id, fields in _rows(answer)]


def _rows(answer: Any) -> list[tuple[str, str, Mapping[bytes, bytes]]]:
    """Flatten the reply of XREADGROUP, which is a mapping in RESP3 and pairs in RESP2."""
    streams = answer.items() if isinstance(answer, Mapping) else (answer or ())
    rows = []
    for name, entries in streams:
        flat = entries[0] if entries and isinstance(entries[0], list) else entries
        rows += [(name.decode(), entry_id.decode(), fields or {}) for entry_id, fields in flat]
    return rows


def take(redis: Redis, entries: Sequence[Entry], settings: Settings) -> tuple[list[Taken], list[Refusal]]:
    """Move entries of one lane into the ledger; returns what must be sent and what must be refused."""
    intakes: list[tuple[Entry, Intake]] = []
    refusals: list[Refusal] = []
    for entry in entries:
        try:
            intakes.append((entry, _intake(entry, settings)))
        except DocumentError as error:
            refusals.append(Refusal(entry, error))
    answers = [answer for part in _parts(intakes) for answer in scripts.run(redis, "take", _take_call(part, settings))]
    taken: list[Taken] = []
    for (entry, row), (verdict, mark, first) in zip(intakes, answers, strict=True):
        match verdict:
            case b"new" | b"cancelled":
                taken.append(Taken(Ticket(row.id, mark.decode()), row.size, verdict == b"cancelled"))
            case b"duplicate":
                _announce_duplicate(redis, entry, row.id, first.decode())
            case b"unknown":
                refusals.append(Refusal(entry, InvalidDocument([("document", _NO_DOCUMENT)]), row.id))
            case b"conflict":
                refusals.append(Refusal(entry, _conflict(row.id, first.decode()), row.id))
    return taken, refusals


def _parts(intakes: Sequence[tuple[Entry, Intake]]) -> Iterator[list[tuple[Entry, Intake]]]:
    """Share entries out over calls that Redis accepts: it hangs up on a client that says more than 1 GB at once."""
    part: list[tuple[Entry, Intake]] = []
    size = 0
    for entry, row in intakes:
        if part and size + len(row.source) > TAKE_BYTES:
            yield part
            part, size = [], 0
        part.append((entry, row))
        size += len(row.source)
    if part:
        yield part


def _intake(entry: Entry, settings: Settings) -> Intake:
    if b"document" in entry.fields:
        _check_size(entry.fields[b"document"], settings)
        document = codec.decode_document(entry.fields[b"document"])
        document_id = document.id or _id_of(entry)
        return intake(document, document_id=document_id, max_document_bytes=settings.max_document_bytes)
    document_id, size = (entry.fields.get(name, b"").decode(errors="replace") for name in (b"id", b"size"))
    if _ID.fullmatch(document_id) and _SIZE.fullmatch(size) and len(entry.fields) == len(_OWN_FIELDS):
        return Intake(document_id, "", b"", b"", int(size), "", Fault())
    raise InvalidDocument([("document", _NO_DOCUMENT)])


def _id_of(entry: Entry) -> str:
    """Return the id of a document that came without one; the lanes number their entries each for itself."""
    return entry.id if entry.lane == keys.DOCUMENTS else f"{entry.id}-high"


def _check_size(data: bytes, settings: Settings) -> None:
    limit = ENTRY_BYTES + ESCAPED_BYTES * settings.max_document_bytes
    if len(data) > limit:
        raise TooLarge(f"the entry has {len(data):,} bytes, the limit is {limit:,}; send less or raise the limit")


def _take_call(intakes: Sequence[tuple[Entry, Intake]], settings: Settings) -> scripts.Call:
    lane = intakes[0][0].lane
    arguments: list[scripts.Argument] = [
        keys.INTAKE_GROUP,
        int(settings.patience_seconds * 1000),
        "high" if lane == keys.DOCUMENTS_HIGH else "normal",
    ]
    for entry, row in intakes:
        arguments += [entry.id, row.id, row.digest, row.source, row.head, row.size, row.fault.code, row.fault.message]
    documents = [keys.document(row.id) for _, row in intakes]
    return scripts.Call([lane, keys.DUE, keys.COUNTS, *documents], arguments)


def _conflict(document_id: str, first_entry: str) -> IdConflict:
    return IdConflict(f"id {document_id} was used for other content by entry {first_entry}; choose another id")


def _announce_duplicate(redis: Redis, entry: Entry, document_id: str, first_entry: str) -> None:
    event = Event(type=EventType.DUPLICATE, entry=entry.id, id=document_id, first_entry=first_entry)
    redis.publish(keys.EVENTS, event.model_dump_json(exclude_none=True))


def refuse(redis: Redis, entry: Entry, failure: Failure, settings: Settings) -> None:
    """Take an entry out of its lane for good and put it on the list of failures."""
    event = Event(type=EventType.REFUSED, entry=entry.id, id=failure.id, code=failure.code.value)
    arguments: list[scripts.Argument] = [
        keys.INTAKE_GROUP,
        entry.id,
        settings.failure_expiry_seconds * 1000,
        keys.EVENTS,
        event.model_dump_json(exclude_none=True),
        *failure_fields(failure),
    ]
    scripts.run(redis, "refuse", scripts.Call([entry.lane, keys.FAILURES, keys.COUNTS], arguments))


def adopt(redis: Redis, *, consumer: str, lane: str, cursor: str) -> tuple[list[Entry], str]:
    """Return entries that a dead worker read and never took, and the cursor from which to go on next time."""
    idle, group = ADOPT_IDLE_MILLISECONDS, keys.INTAKE_GROUP
    arguments: list[scripts.Argument] = [group, consumer, idle, cursor, ADOPT_COUNT, ORPHANS_COUNT, READ_BYTES]
    try:
        following, rows = scripts.run(redis, "adopt", scripts.Call([lane, keys.COUNTS], arguments))
        scripts.retire(redis, lane, group=keys.INTAKE_GROUP)
    except ResponseError as error:
        if "NOGROUP" not in str(error):
            raise
        return [], "0-0"
    return [Entry(lane, text(entry_id), _pairs(fields)) for entry_id, fields in rows], text(following)


def _pairs(flat: Sequence[bytes]) -> dict[bytes, bytes]:
    return dict(zip(flat[::2], flat[1::2], strict=True))
