"""The client: how Python services hand documents in and take results out."""

import socket
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import Self
from uuid import uuid4

from redis.client import PubSub

from schemas.document import Document
from schemas.events import Event
from schemas.result import Result
from workers import environment
from workers.errors import IdConflict, TryLater, UnknownDocument
from workers.identifiers import new_document_id
from workers.ledger import consumption, keys, overview
from workers.ledger.connection import connect
from workers.ledger.door import Answer, Door, Intake, Receipt, intake, look, submit, try_later
from workers.ledger.groups import Group, groups
from workers.ledger.overview import DocumentStatus, Overview
from workers.operations import Cancellation, Operations
from workers.settings import Settings

__all__ = ["Cancellation", "Client"]

# One round trip carries at most this many documents or bytes.
SUBMIT_DOCUMENTS = 100
SUBMIT_BYTES = 4_000_000
# Channels may lose messages; the result key is looked at this often as well.
LOOK_SECONDS = 1.0


class Client(Operations):
    """Submits documents and reads results; safe to share between threads, not between forked processes."""

    def __init__(self, redis_url: str | None = None, *, settings: Settings | None = None) -> None:
        """Connect to that Redis, else to the one in force (WARRAQ_REDIS_URL, a running `warraq up`, localhost)."""
        self._settings = settings or environment.settings()
        self._redis = connect(redis_url or environment.redis_url(self._settings))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._redis.close()

    def submit(self, document: Document) -> Receipt:
        """Hand in a document; when this returns, its result is promised.

        The same id with the same content is answered `exists`, and with other content raises IdConflict.
        Raises TryLater while the system is full. Without an answer (a lost connection) submit again with the same id.
        """
        receipt = self.submit_many([document])[0]
        if receipt.answer is Answer.CONFLICT:
            raise IdConflict(f"id {receipt.id} was used for other content by entry {receipt.entry}; choose another id")
        return receipt

    def submit_many(self, documents: Iterable[Document]) -> list[Receipt]:
        """Hand in many documents in few round trips; an id conflict is an answer here, not an error.

        Raises TryLater when the system fills up on the way: its `receipts` say what is in. Documents without an id
        must not be handed in twice, those with one may.
        """
        receipts: list[Receipt] = []
        try:
            for receipt in self.submit_each(documents):
                receipts.append(receipt)  # noqa: PERF402 (those before an error count)
        except TryLater as error:
            error.receipts = tuple(receipts)
            raise
        return receipts

    def submit_each(
        self, documents: Iterable[Document], *, on_full: Callable[[TryLater], None] | None = None
    ) -> Iterator[Receipt]:
        """Hand in documents as they come, without keeping them; yields the receipts, a round trip at a time.

        When the system is full, `on_full` is called with the error and may wait: the document is offered again when
        it returns. Without it TryLater is raised, after the receipts of all documents that are in.
        """
        for batch in self._batches(documents):
            waiting = batch
            while waiting:
                receipts, door = submit(self._redis, waiting, self._settings)
                yield from receipts
                waiting = waiting[len(receipts) :]
                if waiting:
                    _turn_away(try_later(door, self._settings), on_full)

    def _batches(self, documents: Iterable[Document]) -> Iterator[list[Intake]]:
        limit = self._settings.max_document_bytes
        batch: list[Intake] = []
        for document in documents:
            document_id = document.id or new_document_id()
            batch.append(intake(document, document_id=document_id, max_document_bytes=limit))
            if len(batch) >= SUBMIT_DOCUMENTS or sum(row.size for row in batch) > SUBMIT_BYTES:
                yield batch
                batch = []
        if batch:
            yield batch

    def status(self, document_id: str) -> DocumentStatus:
        """Return where a document is; raises UnknownDocument."""
        found = overview.document_status(self._redis, document_id)
        if found is None:
            raise UnknownDocument(f"no document {document_id}: never accepted, or expired")
        return found

    def result(self, document_id: str) -> Result | None:
        """Return the latest published result of a document, or None while there is none."""
        data = self._redis.get(keys.result(document_id))
        return None if data is None else Result.model_validate_json(data)

    def wait(self, document_id: str, *, timeout_seconds: float | None = None) -> Result:
        """Return the result as soon as it is published; raises TimeoutError, or UnknownDocument when nobody has it."""
        for result in self.wait_many([document_id], timeout_seconds=timeout_seconds):
            return result
        raise TimeoutError(f"no result of {document_id} within {timeout_seconds} s; it goes on without you")

    def wait_many(self, document_ids: Sequence[str], *, timeout_seconds: float | None = None) -> Iterator[Result]:
        """Yield results in the order of their publication; ends when all are there or time is over."""
        deadline = None if timeout_seconds is None else monotonic() + timeout_seconds
        missing = dict.fromkeys(document_ids)
        with self._redis.pubsub(ignore_subscribe_messages=True) as channel:  # type: ignore[no-untyped-call]
            channel.subscribe(keys.EVENTS)
            look_at = list(missing)
            while missing:
                for document_id in look_at:
                    result = self._finished(document_id)
                    if result is not None:
                        del missing[document_id]
                        yield result
                if deadline is not None and monotonic() > deadline:
                    return
                look_at = self._news(channel, missing) if missing else []

    def results(
        self, group: str, *, consumer: str | None = None, takeover_seconds: float = 60, follow: bool = True
    ) -> Iterator[Result]:
        """Yield results of a consumer group, each acknowledged when the loop comes back for the next one.

        What a dead consumer left unacknowledged for `takeover_seconds` comes to the others. A result is seen again
        only after such a death; drop it by `id` and `revision`. With `follow` false it ends when nothing is left.
        """
        name = consumer or f"{socket.gethostname()}-{uuid4().hex[:8]}"
        member = consumption.Consumer(self._redis, group=group, name=name, takeover_seconds=takeover_seconds)
        return consumption.follow(member) if follow else consumption.drain(member)

    def overview(self) -> Overview:
        """Return the ledger in numbers."""
        return overview.overview(self._redis)

    def door(self) -> Door:
        """Return whether documents are welcome, and why they are not."""
        return look(self._redis, self._settings)

    def groups(self) -> list[Group]:
        """Return where the consumer groups of the results stream stand."""
        return groups(self._redis, self._settings)

    def _finished(self, document_id: str) -> Result | None:
        found = overview.document_status(self._redis, document_id)
        if found is not None and found.status in ("waiting", "running"):
            return None
        result = self.result(document_id)
        if result is not None:
            return result
        if found is None:
            raise UnknownDocument(f"no document {document_id}: never accepted, or expired")
        if found.entry:
            raise UnknownDocument(f"document {document_id} was {found.status}, and its result has expired")
        return None

    def _news(self, channel: PubSub, missing: Collection[str]) -> list[str]:
        """Return the ids to look at: the one just published, or all when nothing was heard for a while."""
        message = channel.get_message(timeout=LOOK_SECONDS)
        if message is None:
            return list(missing)
        event = Event.model_validate_json(message["data"])
        return [event.id] if event.id and event.id in missing else []


def _turn_away(error: TryLater, on_full: Callable[[TryLater], None] | None) -> None:
    if on_full is None:
        raise error
    on_full(error)
