"""Doing one stage of finished documents again, and what depends on it: a place where language work and queue meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from redis import Redis

from schemas.options import Options
from schemas.result import Result
from schemas.stages import StageOutput
from workers.engine_versions import is_below
from workers.errors import InvalidDocument, NotPossible, UnknownDocument
from workers.ledger import codec, keys
from workers.ledger.reopening import Kept, Plan, Reopening, Verdict, kept, pages, reopen
from workers.ledger.replies import as_bytes, text
from workers.pipeline import STAGES, needed_stages
from workers.settings import Settings

ENDINGS = ("completed", "partial", "failed")
SCAN_KEYS = 1_000

# Which fields a document needs to be run from its first stage, and from a later one.
_BODY = (("head", "source"), ("head",))

_REFUSED = {
    Verdict.UNFINISHED: "is not finished; wait for it or cancel it first",
    Verdict.CHANGED: "was opened by somebody else at this moment; look at its status",
    Verdict.CANCELLED: "was cancelled; `warraq requeue` does it again",
    Verdict.BODILESS: "was too large, so its body was not kept; submit it again under another id",
    Verdict.NEW_ENOUGH: "was done by an engine that is new enough",
    Verdict.NOT_ASKED: "does not ask for this stage",
    Verdict.STOPPED_BEFORE: "stopped before this stage; `warraq requeue` goes on where it stopped",
}


@dataclass(frozen=True, slots=True)
class Rerun:
    """What is done again: a stage, and only where the engine that did it is older than that version."""

    stage: str
    engine_version_below: str | None = None

    def __post_init__(self) -> None:
        names = [stage.name for stage in STAGES]
        if self.stage not in names:
            raise NotPossible(f"no stage is called {self.stage}; there are {', '.join(names)}")


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which finished documents are meant: by how and by when they ended."""

    statuses: tuple[str, ...] = ENDINGS
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, row: Kept) -> bool:
        """Say whether a document ended in that way and time."""
        if row.finished_at is None or row.state not in self.statuses:
            return False
        return (self.since or row.finished_at) <= row.finished_at <= (self.until or row.finished_at)


def dependents(stage: str) -> tuple[str, ...]:
    """Return the stages that read or use what a stage writes, directly or by others, in the order of STAGES."""
    changed = {row.writes for row in STAGES if row.name == stage}
    found = []
    for row in STAGES:
        if changed & {*row.reads, *row.uses}:
            changed.add(row.writes)
            found.append(row.name)
    return tuple(found)


def rerun(redis: Redis, settings: Settings, document_id: str, wanted: Rerun) -> int:
    """Open one document for a stage and return its new revision; raises UnknownDocument or NotPossible."""
    (answer,) = rerun_each(redis, settings, [document_id], wanted)
    if answer.is_open:
        return answer.revision
    kind = UnknownDocument if answer.verdict is Verdict.UNKNOWN else NotPossible
    raise kind(f"document {document_id} {answer.reason}")


def rerun_each(
    redis: Redis, settings: Settings, document_ids: Iterable[str], wanted: Rerun, *, dry_run: bool = False
) -> Iterator[Reopening]:
    """Open documents for a stage, page by page; yields what came of each."""
    for page in pages(document_ids):
        states = kept(redis, page)
        answers = iter(_opened(redis, settings, [row for row in states if row is not None], wanted, dry_run=dry_run))
        for document_id, state in zip(page, states, strict=True):
            answer = Reopening(document_id, Verdict.UNKNOWN) if state is None else next(answers)
            yield replace(answer, reason=_reason(redis, settings, answer, state))


def rerun_finished(
    redis: Redis, settings: Settings, meant: DocumentFilter, wanted: Rerun, *, dry_run: bool = False
) -> Iterator[Reopening]:
    """Open all finished documents that are meant; yields what came of each.

    They are found by a SCAN over the hashes of documents, which holds exactly what can still be run again and needs
    no memory; the results stream is shorter than a day of work, or longer. What ends after the call is not meant.
    """
    seconds, microseconds = redis.time()
    now = datetime.fromtimestamp(int(seconds), tz=UTC) + timedelta(microseconds=int(microseconds))
    meant = replace(meant, until=min(meant.until or now, now))
    prefix = keys.document("")
    names = redis.scan_iter(match=f"{prefix}*", count=SCAN_KEYS, _type="hash")
    for page in pages(text(name).removeprefix(prefix) for name in names):
        rows = [row for row in kept(redis, page) if row is not None and meant.fits(row)]
        yield from rerun_each(redis, settings, [row.id for row in rows], wanted, dry_run=dry_run)


def _opened(redis: Redis, settings: Settings, rows: list[Kept], wanted: Rerun, *, dry_run: bool) -> list[Reopening]:
    planned = [_planned(row, *_read(redis, row, wanted), wanted) for row in rows]
    plans = [(row, plan) for row, plan in zip(rows, planned, strict=True) if isinstance(plan, Plan)]
    answers = iter(reopen(redis, settings, plans, dry_run=dry_run))
    return [
        next(answers) if isinstance(plan, Plan) else Reopening(row.id, plan)
        for row, plan in zip(rows, planned, strict=True)
    ]


def _read(redis: Redis, row: Kept, wanted: Rerun) -> tuple[bytes | None, bytes | None]:
    """Return the head, and the output of the stage where its version decides."""
    key, beside = keys.document(row.id), row.outputs.get(wanted.stage)
    head = redis.hget(key, "head")
    if wanted.engine_version_below is None or beside is None:
        return _bytes(head), None
    return _bytes(head), _bytes(redis.get(beside) if beside else redis.hget(key, f"stage:{wanted.stage}"))


def _planned(row: Kept, head: bytes | None, output: bytes | None, wanted: Rerun) -> Plan | Verdict:
    if row.state not in ENDINGS:
        return Verdict(row.state or Verdict.UNFINISHED)
    if head is None:
        return Verdict.GONE
    needed = _needed(head)
    if wanted.stage not in needed:
        return Verdict.NOT_ASKED
    place = needed.index(wanted.stage)
    if any(name not in row.outputs for name in needed[:place]):
        return Verdict.STOPPED_BEFORE if row.state == "failed" else Verdict.GONE
    if output is not None and not _is_old(output, wanted):
        return Verdict.NEW_ENOUGH
    again = {wanted.stage, *dependents(wanted.stage)}
    stages = [name for name in needed[place:] if name in again or name not in row.outputs]
    needs = (*_BODY[place > 0], *(f"stage:{name}" for name in needed if name not in stages))
    return Plan(endings=ENDINGS, counter="rerun", stages=stages, needs=needs)


def _needed(head: bytes) -> list[str]:
    """Return the stages of a document; a head that this version cannot read asks for all."""
    try:
        options = codec.decode_document(head).options
    except InvalidDocument:
        options = Options()
    return [stage.name for stage in needed_stages(options)]


def _is_old(output: bytes, wanted: Rerun) -> bool:
    """Judge by the engine of an output, after the line about the run; one that cannot be read is made anew."""
    try:
        version = StageOutput.model_validate_json(output.partition(b"\n")[2]).engine_version
    except ValueError:
        return True
    return wanted.engine_version_below is None or is_below(version, wanted.engine_version_below)


def _bytes(reply: bytes | str | None) -> bytes | None:
    return None if reply is None else as_bytes(reply)


def _reason(redis: Redis, settings: Settings, answer: Reopening, state: Kept | None) -> str:
    if answer.verdict in (Verdict.UNKNOWN, Verdict.GONE):
        return _gone(redis, settings, answer.id, state)
    return _REFUSED.get(answer.verdict, "")


def _gone(redis: Redis, settings: Settings, document_id: str, state: Kept | None) -> str:
    """Say since when source and state are gone, as far as the result still tells."""
    data = None if state else redis.get(keys.result(document_id))
    ended = None if data is None else Result.model_validate_json(data).completed_at
    if ended is None:
        known = "are gone" if state else "are gone, or it was never accepted"
        return f"cannot be run again: its source and state {known}; submit it again"
    expired = ended + timedelta(seconds=settings.state_expiry_seconds)
    return f"cannot be run again: its source and state expired at {expired:%Y-%m-%d %H:%M} UTC; submit it again"
