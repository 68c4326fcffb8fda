"""Opening finished documents again under their next revision: what is kept of them, and the step that does it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import NamedTuple, TypeVar

from redis import Redis

from workers.ledger import keys, scripts
from workers.ledger.door import RECHECK_MILLISECONDS
from workers.ledger.replies import moment, text
from workers.settings import Settings

# So many documents are looked at and opened in one round trip.
PAGE_DOCUMENTS = 32

Row = TypeVar("Row")


class Kept(NamedTuple):
    """What is kept of a document: `outputs` maps each stage to its key beside the hash, or to nothing."""

    id: str
    entry: str
    revision: int
    state: str
    lane: str
    failure: str
    finished_at: datetime | None
    until: datetime | None
    has_source: bool
    outputs: Mapping[str, str]

    @property
    def mark(self) -> str:
        """The acceptance and revision that the document is at."""
        return f"{self.entry}#{self.revision}"


class Verdict(StrEnum):
    """What came of an attempt to open a document again; only the first two say that it was, or would be."""

    OPENED = "opened"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    GONE = "gone"
    UNFINISHED = "unfinished"
    CHANGED = "changed"
    COMPLETED = "completed"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"
    BODILESS = "bodiless"
    SUPERSEDED = "superseded"
    NEW_ENOUGH = "new_enough"
    NOT_ASKED = "not_asked"
    STOPPED_BEFORE = "stopped_before"


@dataclass(frozen=True, slots=True)
class Reopening:
    """What came of one document: its next revision, or 0 and the reason in words."""

    id: str
    verdict: Verdict
    revision: int = 0
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether the document was opened, or would be."""
        return self.verdict in (Verdict.OPENED, Verdict.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which endings may be opened, and what is done again: `stages`, else what is left where it stopped."""

    endings: Sequence[str]
    counter: str
    failure: str = ""
    stages: Sequence[str] = ()
    needs: Sequence[str] = ("head",)


def pages(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the rows in pages of what fits into one round trip."""
    rest = iter(rows)
    while page := list(islice(rest, PAGE_DOCUMENTS)):
        yield page


def kept(redis: Redis, document_ids: Sequence[str]) -> list[Kept | None]:
    """Return what is kept of each document, None for one that nobody knows."""
    calls = [scripts.Call([keys.document(name)], []) for name in document_ids]
    answers = scripts.run_many(redis, "inspect", calls)
    return [_kept(name, answer) for name, answer in zip(document_ids, answers, strict=True)]


def reopen(
    redis: Redis, settings: Settings, rows: Sequence[tuple[Kept, Plan]], *, dry_run: bool = False
) -> list[Reopening]:
    """Open documents by their plans, in one round trip; a dry run checks the same and changes nothing."""
    calls = [_call(row, plan, settings, dry_run=dry_run) for row, plan in rows]
    answers = scripts.run_many(redis, "reopen", calls)
    return [
        Reopening(row.id, Verdict(text(verdict)), int(revision))
        for (row, _), (verdict, revision) in zip(rows, answers, strict=True)
    ]


def _call(row: Kept, plan: Plan, settings: Settings, *, dry_run: bool) -> scripts.Call:
    beside = {stage: key for stage, key in row.outputs.items() if key}
    stay = [key for stage, key in beside.items() if stage not in plan.stages]
    go = [key for stage, key in beside.items() if stage in plan.stages]
    arguments: list[scripts.Argument] = [
        row.id,
        row.mark,
        RECHECK_MILLISECONDS,
        settings.failure_expiry_seconds * 1000,
        plan.counter,
        f",{','.join(plan.endings)},",
        plan.failure,
        ",".join(plan.stages),
        "1" if dry_run else "",
        len(stay),
        len(plan.needs),
        *plan.needs,
        *(f"stage:{stage}" for stage in plan.stages),
    ]
    streams = [keys.DUE, keys.lane(row.lane), keys.FAILURES, keys.COUNTS]
    return scripts.Call([keys.document(row.id), *streams, *stay, *go], arguments)


def _kept(document_id: str, answer: Sequence[bytes | int]) -> Kept | None:
    if not answer:
        return None
    entry, revision, state, lane, failure, finished, until, has_source, *outputs = (text(part) for part in answer)
    return Kept(
        id=document_id,
        entry=entry,
        revision=int(revision or 1),
        state=state,
        lane=lane or "normal",
        failure=failure,
        finished_at=moment(finished or None),
        until=moment(until or None),
        has_source=has_source == "1",
        outputs=dict(zip(outputs[::2], outputs[1::2], strict=True)),
    )
