"""What an operator does with documents: cancel, look at failures, requeue, discard, rerun, forget."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from redis import Redis
from redis.exceptions import OutOfMemoryError, ResponseError

from schemas.failure import Failure
from workers.errors import TryLater, UnknownDocument
from workers.ledger import endings, failures, forgetting, keys, overview, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import RETRY_AFTER_SECONDS, require_room
from workers.ledger.failures import EVERY_FAILURE, FailureFilter
from workers.ledger.forgetting import Forgotten
from workers.ledger.publication import publish
from workers.ledger.reopening import Reopening, kept, pages
from workers.settings import Settings

if TYPE_CHECKING:
    from workers.reruns import DocumentFilter

# So many documents are opened between two looks at the door.
ROOM_DOCUMENTS = 100


class Cancellation(StrEnum):
    """What a cancellation met."""

    CANCELLED = "cancelled"
    FINISHED = "finished"
    ENTOMBED = "entombed"


class FailureReport(NamedTuple):
    """A failure with its key, where its document is now, and until when its source is kept, if it is."""

    key: str
    failure: Failure
    status: str | None
    revision: int | None
    source_kept_until: datetime | None
    is_source_kept: bool


class Operations:
    """The verbs of an operator, over one connection."""

    _redis: Redis
    _settings: Settings

    def cancel(self, document_id: str) -> Cancellation:
        """Cancel a document that is not finished; an id that nobody knows yet is refused when it comes.

        The result `cancelled` is published before this returns; a stage at work on the document is interrupted
        within a second or two.
        """
        while True:
            found = overview.document_status(self._redis, document_id)
            if found is None or not found.entry:
                expiry = self._settings.state_expiry_seconds * 1000
                answer = scripts.run(self._redis, "entomb", scripts.Call([keys.document(document_id)], [expiry]))
                if answer == b"entombed" or found is not None:
                    return Cancellation.ENTOMBED
                continue
            ending = endings.cancelled(self._redis, Ticket(document_id, f"{found.entry}#{found.revision}"))
            answers = publish(self._redis, [ending], self._settings) if ending else ["already"]
            return Cancellation.CANCELLED if answers == ["published"] else Cancellation.FINISHED

    def failures(self, wanted: FailureFilter = EVERY_FAILURE) -> Iterator[tuple[str, Failure]]:
        """Yield (key, failure) of those that are meant, the newest first; a page is in memory."""
        return failures.listed(self._redis, wanted)

    def failure(self, key_or_id: str) -> FailureReport:
        """Return the failure with that key, else the latest of the document with that id; raises UnknownDocument."""
        row = failures.found(self._redis, key_or_id)
        if row is None:
            raise UnknownDocument(f"no failure has the key or id {key_or_id}; `warraq failures` lists them")
        key, failure = row
        state = kept(self._redis, [failure.id])[0] if failure.id and failure.revision else None
        if state is None:
            return FailureReport(key, failure, None, None, None, is_source_kept=False)
        status = state.state or "unfinished"
        return FailureReport(key, failure, status, state.revision, state.until, is_source_kept=state.has_source)

    def requeue(self, document_id: str) -> int:
        """Open a failed or cancelled document again; returns its new revision. Raises TryLater while full."""
        require_room(self._redis, self._settings)
        with memory_is_room():
            return failures.requeue(self._redis, document_id, self._settings)

    def requeue_each(self, document_ids: Iterable[str], *, dry_run: bool = False) -> Iterator[Reopening]:
        """Open failed or cancelled documents again; yields what came of each. Raises TryLater when full."""
        rows = failures.requeue_each(self._redis, self._settings, document_ids, dry_run=dry_run)
        return self._while_room(rows, dry_run=dry_run)

    def requeue_failures(self, wanted: FailureFilter = EVERY_FAILURE, *, dry_run: bool = False) -> Iterator[Reopening]:
        """Open the documents of all failures that are meant; yields what came of each. Raises TryLater when full."""
        rows = failures.requeue_listed(self._redis, self._settings, wanted, dry_run=dry_run)
        return self._while_room(rows, dry_run=dry_run)

    def discard(self, key: str) -> bool:
        """Take a failure off the list."""
        return failures.discard(self._redis, key)

    def discard_failures(
        self, wanted: FailureFilter = EVERY_FAILURE, *, dry_run: bool = False
    ) -> Iterator[tuple[str, Failure]]:
        """Take all failures that are meant off the list; yields (key, failure) of each."""
        for page in pages(failures.listed(self._redis, wanted)):
            if not dry_run:
                self._redis.xdel(keys.FAILURES, *(key for key, _ in page))
            yield from page

    def rerun(self, document_id: str, *, stage: str, engine_version_below: str | None = None) -> int:
        """Do one stage of a finished document again and what depends on it; returns its new revision.

        The other stages keep their outputs and times. Possible as long as source and state are kept. Raises
        UnknownDocument, NotPossible, or TryLater while the system is full.
        """
        # Imported here, since it loads the language work, which a producer does not need.
        from workers.reruns import Rerun, rerun

        require_room(self._redis, self._settings)
        wanted = Rerun(stage, engine_version_below)
        with memory_is_room():
            return rerun(self._redis, self._settings, document_id, wanted)

    def rerun_documents(
        self,
        meant: "Iterable[str] | DocumentFilter",
        *,
        stage: str,
        engine_version_below: str | None = None,
        dry_run: bool = False,
    ) -> Iterator[Reopening]:
        """Do one stage again of documents with those ids, or of all finished ones that are meant; see `rerun`.

        Yields what came of each. Raises TryLater when the system fills up; the same call goes on where it ended if
        `engine_version_below` says what is done already.
        """
        from workers.reruns import DocumentFilter, Rerun, rerun_each, rerun_finished

        wanted = Rerun(stage, engine_version_below)
        if isinstance(meant, DocumentFilter):
            rows = rerun_finished(self._redis, self._settings, meant, wanted, dry_run=dry_run)
        else:
            rows = rerun_each(self._redis, self._settings, meant, wanted, dry_run=dry_run)
        return self._while_room(rows, dry_run=dry_run)

    def forget(self, document_id: str) -> Forgotten:
        """Remove everything of a document that the ledger can reach; afterwards its id may be used anew.

        An unfinished one ends without a result: an event `forgotten` is all that is said. What consumers were given
        is theirs: `holders` names the groups. The append-only file, replicas and backups keep what they have.
        """
        return forgetting.forget(self._redis, document_id)

    def rewrite_append_only_file(self) -> None:
        """Let Redis write its append-only file anew in the background, without what was deleted."""
        self._redis.bgrewriteaof()

    def _while_room(self, rows: Iterator[Reopening], *, dry_run: bool) -> Iterator[Reopening]:
        with memory_is_room():
            for number in count():
                if number % ROOM_DOCUMENTS == 0 and not dry_run:
                    require_room(self._redis, self._settings)
                row = next(rows, None)
                if row is None:
                    return
                yield row


@contextmanager
def memory_is_room() -> Iterator[None]:
    """Turn Redis's refusal at its memory limit into "try later"; the step that met it has changed nothing."""
    try:
        yield
    except ResponseError as error:
        if not isinstance(error, OutOfMemoryError) and "OOM" not in str(error):
            raise
        message = f"Redis is at its memory limit; try again in {RETRY_AFTER_SECONDS:g} s"
        raise TryLater(message, retry_after_seconds=RETRY_AFTER_SECONDS) from error
