"""The list of failures: what failed, where and why; requeue and discard."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from redis import Redis

from schemas.failure import Failure
from workers.errors import NotPossible, UnknownDocument
from workers.ledger import keys
from workers.ledger.publication import failure_fields
from workers.ledger.reopening import Kept, Plan, Reopening, Verdict, kept, pages, reopen
from workers.ledger.replies import mapping, text
from workers.settings import Settings

PAGE_ENTRIES = 500
_KEY = re.compile(r"\d{1,20}-\d{1,20}")
_REQUEUED = Plan(endings=("failed", "cancelled"), counter="requeued", needs=("head", "source"))

_HAS_RESULT = "has its result; only failed and cancelled documents are requeued, `warraq rerun` does a stage again"
_REFUSED = {
    Verdict.UNKNOWN: "is unknown, or its source has expired; submit it again",
    Verdict.GONE: "is unknown, or its source has expired; submit it again",
    Verdict.UNFINISHED: "is not finished; wait for it or cancel it first",
    Verdict.CHANGED: "was opened by somebody else at this moment; look at its status",
    Verdict.COMPLETED: _HAS_RESULT,
    Verdict.PARTIAL: _HAS_RESULT,
    Verdict.BODILESS: "was too large, so its body was not kept; submit it again under another id",
    Verdict.SUPERSEDED: "has ended anew since this failure; discard the record",
}


@dataclass(frozen=True, slots=True)
class FailureFilter:
    """Which failures are meant; what is None says nothing. Times are those of Redis when the record was made."""

    stage: str | None = None
    code: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, failure: Failure) -> bool:
        """Say whether stage and code are those that are meant."""
        return self.stage in (None, failure.stage) and self.code in (None, failure.code.value)


EVERY_FAILURE = FailureFilter()


def listed(redis: Redis, wanted: FailureFilter = EVERY_FAILURE) -> Iterator[tuple[str, Failure]]:
    """Yield (key on the list, failure), the newest first; a page is in memory, however long the list is."""
    oldest = "-" if wanted.since is None else _milliseconds(wanted.since)
    last = "+" if wanted.until is None else _milliseconds(wanted.until)
    while page := redis.xrevrange(keys.FAILURES, max=last, min=oldest, count=PAGE_ENTRIES):
        for entry_id, fields in page:
            failure = Failure.model_validate(mapping(fields))
            if wanted.fits(failure):
                yield text(entry_id), failure
        last = f"({text(page[-1][0])}"


def found(redis: Redis, key_or_id: str) -> tuple[str, Failure] | None:
    """Return the failure with that key, else the latest of the document with that id."""
    failure_of_id = redis.hget(keys.document(key_or_id), "failure")
    for key in (key_or_id, text(failure_of_id or "")):
        if _KEY.fullmatch(key) and (rows := redis.xrange(keys.FAILURES, key, key)):
            return text(rows[0][0]), Failure.model_validate(mapping(rows[0][1]))
    return next((row for row in listed(redis) if row[1].id == key_or_id), None)


def record(redis: Redis, failure: Failure, settings: Settings) -> None:
    """Put something on the list that never became an entry of a lane."""
    seconds, _ = redis.time()
    oldest = max(int(seconds) - settings.failure_expiry_seconds, 0) * 1000
    fields = failure_fields(failure)
    with redis.pipeline() as pipe:
        pipe.xadd(keys.FAILURES, dict(zip(fields[::2], fields[1::2], strict=True)), minid=oldest, approximate=True)
        pipe.hincrby(keys.COUNTS, "rejected", 1)
        pipe.execute()


def requeue(redis: Redis, document_id: str, settings: Settings | None = None) -> int:
    """Open a failed or cancelled document again and return its new revision; stages that were done stay done."""
    (answer,) = _requeued(redis, settings or Settings(), [(document_id, _REQUEUED)], dry_run=False)
    if answer.is_open:
        return answer.revision
    kind = UnknownDocument if answer.verdict in (Verdict.UNKNOWN, Verdict.GONE) else NotPossible
    raise kind(f"document {document_id} {answer.reason}")


def requeue_each(
    redis: Redis, settings: Settings, document_ids: Iterable[str], *, dry_run: bool = False
) -> Iterator[Reopening]:
    """Open documents, page by page; yields what came of each."""
    for page in pages(document_ids):
        yield from _requeued(redis, settings, [(name, _REQUEUED) for name in page], dry_run=dry_run)


def requeue_listed(
    redis: Redis, settings: Settings, wanted: FailureFilter, *, dry_run: bool = False
) -> Iterator[Reopening]:
    """Open the documents of failures that are meant, page by page; yields what came of each.

    A refused entry (revision 0) is passed over: its id, if it has one, is that of another document.
    """
    documents = ((key, row.id) for key, row in listed(redis, wanted) if row.id and row.revision)
    for page in pages(documents):
        rows = [(document_id, replace(_REQUEUED, failure=key)) for key, document_id in page]
        yield from _requeued(redis, settings, rows, dry_run=dry_run)


def discard(redis: Redis, key: str) -> bool:
    """Take a failure off the list; its result and its document expire as they would."""
    return _KEY.fullmatch(key) is not None and bool(redis.xdel(keys.FAILURES, key))


def _requeued(
    redis: Redis, settings: Settings, rows: Sequence[tuple[str, Plan]], *, dry_run: bool
) -> Iterator[Reopening]:
    states = kept(redis, [document_id for document_id, _ in rows])
    plans: list[tuple[Kept, Plan]] = [
        (state, plan) for state, (_, plan) in zip(states, rows, strict=True) if state is not None
    ]
    answers = iter(reopen(redis, settings, plans, dry_run=dry_run))
    for state, (document_id, _) in zip(states, rows, strict=True):
        answer = Reopening(document_id, Verdict.UNKNOWN) if state is None else next(answers)
        yield replace(answer, reason=_REFUSED.get(answer.verdict, ""))


def _milliseconds(moment: datetime) -> str:
    return str(max(int(moment.timestamp() * 1000), 0))
