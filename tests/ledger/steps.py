"""The steps of the ledger as tests take them: offer, take, begin, save, finish, and a moment that comes now."""

from collections.abc import Sequence
from datetime import UTC, datetime

from redis import Redis

from schemas import Document, Failure, FailureCode, Provenance, Result, Status
from workers.ledger import keys, lanes
from workers.ledger.bundle import Ticket
from workers.ledger.door import Receipt, intake, submit
from workers.ledger.lanes import Entry, Taken
from workers.ledger.publication import Ending, publish
from workers.ledger.work import Verdict, Work
from workers.settings import Settings

ORDER = ("normalize", "detect_language", "extract_entities", "summarize", "publish")
CONSUMER = "tester"


def offer(redis: Redis, *documents: Document) -> list[Receipt]:
    return submit(redis, [intake(row, document_id=str(row.id), max_document_bytes=1_000) for row in documents])


def read(redis: Redis, *, lane: str = keys.DOCUMENTS, count: int = 10) -> list[Entry]:
    lanes.ensure_groups(redis)
    return lanes.read(redis, consumer=CONSUMER, lane=lane, count=count)


def take(redis: Redis, settings: Settings | None = None) -> list[Taken]:
    return lanes.take(redis, read(redis), settings or Settings())[0]


def accepted(redis: Redis, *ids: str) -> list[Ticket]:
    offer(redis, *(Document(id=name, text=f"text of {name}") for name in ids))
    return [row.ticket for row in take(redis)]


def work(redis: Redis, *, stage: str = "normalize", run: str = "run:1", **changes: object) -> Work:
    return Work(redis, Settings.model_validate(changes), stage=stage, run=run, worker="w")


def through(redis: Redis, tickets: Sequence[Ticket], *, until: str = "publish") -> None:
    """Let documents pass the stages before `until`."""
    for position, stage in enumerate(ORDER[: ORDER.index(until)]):
        run = work(redis, stage=stage, run=f"run:{stage}")
        assert run.begin(list(tickets), order=ORDER) == [Verdict.GO] * len(tickets)
        for ticket in tickets:
            assert run.save(ticket, stage.encode(), following=ORDER[position + 1]) == "saved"


def ending(ticket: Ticket, *, status: Status = Status.COMPLETED, failure: Failure | None = None) -> Ending:
    result = Result(id=ticket.id, status=status, provenance=Provenance(version="0"))
    return Ending(ticket, "normal", result, None, failure)


def finish(redis: Redis, ticket: Ticket, *, status: Status = Status.COMPLETED) -> str:
    return publish(redis, [ending(ticket, status=status)], Settings())[0]


def fail(redis: Redis, ticket: Ticket) -> str:
    failure = Failure(
        id=ticket.id,
        entry=ticket.mark,
        revision=1,
        code=FailureCode.CORRUPT_FILE,
        stage="normalize",
        message="broken",
        retry_helps=False,
        attempts=1,
        failed_at=datetime.now(UTC),
    )
    return publish(redis, [ending(ticket, status=Status.FAILED, failure=failure)], Settings())[0]


def due_milliseconds(redis: Redis, document_id: str) -> float:
    """Return how far in the future somebody looks at the document."""
    seconds, microseconds = redis.time()
    score = redis.zscore(keys.DUE, document_id)
    assert score is not None
    return score - (seconds * 1000 + microseconds / 1000)


def expire(redis: Redis, *tickets: Ticket) -> None:
    """Let the moment of documents come now."""
    for ticket in tickets:
        redis.zadd(keys.DUE, {ticket.id: 0})


def everything(redis: Redis) -> dict[bytes, bytes | None]:
    return {key: redis.dump(key) for key in redis.keys("*")}
