"""Publication: key, stream and channel in one script, once per document and revision."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redis import Redis

from schemas.events import Event, EventType
from schemas.failure import Failure
from schemas.result import Result, Status
from workers.ledger import keys, scripts
from workers.ledger.bundle import Ticket
from workers.settings import Settings

# Trimming counts what a slow group loses, publication cannot: it steps in only when nobody has trimmed for long.
RESULTS_MARGIN = 10_000


@dataclass(frozen=True, slots=True)
class Ending:
    """How one document ends; a failed one brings the record that goes on the list of failures."""

    ticket: Ticket
    lane: str
    result: Result
    expires_after_seconds: int | None = None
    failure: Failure | None = None


def publish(redis: Redis, endings: Iterable[Ending], settings: Settings) -> list[str]:
    """Publish each ending; answers `published`, `already` (somebody did, or it was cancelled) or `incomplete`."""
    calls = [_call(ending, settings) for ending in endings]
    return [answer.decode() for answer in scripts.run_many(redis, "finish", calls)]


def failure_fields(failure: Failure) -> list[str]:
    """Return a failure as the fields of a stream entry; an absent value has no field, a list is JSON."""
    fields = failure.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return [part for name, value in fields.items() for part in (name, _text(value))]


def entry_of(mark: str) -> tuple[str, int]:
    """Return the entry and the revision that a mark is made of."""
    entry, _, revision = mark.partition("#")
    return entry, int(revision)


def _text(value: object) -> str:
    if isinstance(value, list):
        return json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _call(ending: Ending, settings: Settings) -> scripts.Call:
    result, ticket = ending.result, ending.ticket
    entry, revision = entry_of(ticket.mark)
    event = Event(type=EventType.PUBLISHED, entry=entry, id=ticket.id, revision=revision, status=result.status.value)
    failed = result.status is Status.FAILED
    arguments: Sequence[scripts.Argument] = [
        ticket.id,
        ticket.mark,
        result.status.value,
        result.model_dump_json(),
        (ending.expires_after_seconds or settings.result_expiry_seconds) * 1000,
        (settings.failure_expiry_seconds if failed else settings.state_expiry_seconds) * 1000,
        settings.results_max + RESULTS_MARGIN,
        settings.failure_expiry_seconds * 1000,
        keys.EVENTS,
        event.model_dump_json(exclude_none=True),
        *(failure_fields(ending.failure) if ending.failure else ()),
    ]
    document, result_key, lane = keys.document(ticket.id), keys.result(ticket.id), keys.lane(ending.lane)
    streams = [keys.RESULTS, keys.FAILURES, keys.COUNTS, lane]
    return scripts.Call([keys.DUE, document, result_key, *streams, keys.FINISHED], arguments)
