"""The work on a bundle: begin, start, beat, save, release; each one script, each safe to repeat."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from redis import Redis

from workers.ledger import keys, scripts
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.replies import as_bytes, text
from workers.settings import Settings

PUBLISH = "publish"
# Redis copies a hash field on each write and Lua keeps what it was passed; a large output goes around both.
LARGE_OUTPUT_BYTES = 1_000_000
LARGE_OUTPUT_MARK = b"@"
# A run that was cut short is looked at again after this, when its worker has had time to go.
RELEASE_DELAY_MILLISECONDS = 2_000
# Attempts that a document remembers, with the moment, stage and worker of each.
HISTORY_ATTEMPTS = 20
# What `start` answers beside the number of attempts.
LOST = 0
SAVED_BY_ANOTHER = -1


class Verdict(StrEnum):
    """What a run may do with a document at a stage."""

    GO = "go"
    DONE = "done"
    SKIP = "skip"
    HELD = "held"
    SPLIT = "split"
    EXHAUSTED = "exhausted"


class Output(NamedTuple):
    """What a stage made of one document, and the stage that follows for it."""

    ticket: Ticket
    record: bytes
    following: str


class Work:
    """One run of one stage over a bundle, on behalf of one worker."""

    def __init__(self, redis: Redis, settings: Settings, *, stage: str, run: str, worker: str) -> None:
        self._redis = redis
        self._settings = settings
        self.stage = stage
        self.run = run
        self.worker = worker
        self._large_outputs: defaultdict[Ticket, list[bytes]] = defaultdict(list)

    def begin(self, bundle: Bundle, *, order: Sequence[str]) -> list[Verdict]:
        """Take what may be worked on; the rest is done, not ours, or must go another way."""
        settings = self._settings
        arguments: list[scripts.Argument] = [
            self.stage,
            f",{','.join(order)},",
            settings.max_attempts,
            _milliseconds(settings.lease_seconds),
            self.run,
            self.worker,
        ]
        call = scripts.Call([keys.DUE, keys.COUNTS, *_documents(bundle)], [*arguments, *_flat(bundle)])
        return [Verdict(answer.decode()) for answer in scripts.run(self._redis, "begin", call)]

    def start(self, tickets: Iterable[Ticket]) -> list[int]:
        """Count an attempt for each document on which work begins now; answers the attempts, or why not to begin.

        `LOST`: the run is not its holder any more; `SAVED_BY_ANOTHER`: this stage is done, and the document goes on.
        """
        calls = [self._start(ticket) for ticket in tickets]
        return [int(answer) for answer in scripts.run_many(self._redis, "start", calls)]

    def beat(self, bundle: Bundle) -> int:
        """Say that this run lives; returns how many documents it still holds."""
        lease = _milliseconds(self._settings.lease_seconds)
        call = scripts.Call([keys.DUE, *_documents(bundle)], [lease, self.run, *_flat(bundle)])
        return int(scripts.run(self._redis, "beat", call))

    def is_over(self, ticket: Ticket) -> bool:
        """Say whether a document needs no more work under its mark: it ended, is gone, or was opened again."""
        entry, revision, state = self._redis.hmget(keys.document(ticket.id), ("entry", "revision", "state"))
        return entry is None or state is not None or f"{text(entry)}#{text(revision)}" != ticket.mark

    def load(self, tickets: Sequence[Ticket], fields: Sequence[str]) -> list[list[bytes | None]]:
        """Return the fields of each document; outputs that were too large for the hash are fetched."""
        with self._redis.pipeline(transaction=False) as pipe:
            for ticket in tickets:
                pipe.hmget(keys.document(ticket.id), fields)
            rows: list[list[bytes | None]] = pipe.execute()
        pairs = zip(tickets, rows, strict=True)
        return [[self._whole(ticket, value) for value in row] for ticket, row in pairs]

    def save(self, ticket: Ticket, output: bytes, *, following: str) -> str:
        """Keep the output of this stage; answers `saved`, `present` (another run was first) or `refused`."""
        return self.exchange([Output(ticket, output, following)], begin=())[0][0]

    def exchange(self, outputs: Sequence[Output], *, begin: Sequence[Ticket]) -> tuple[list[str], list[int]]:
        """Save outputs and begin work on the next documents in one round trip.

        Answers for each output as `save` does, and for each document its attempts, as `start` does.
        """
        saves = [("save", self._save(output)) for output in outputs]
        starts = [("start", self._start(ticket)) for ticket in begin]
        answers = scripts.run_each(self._redis, [*saves, *starts])
        verdicts = [text(answer) for answer in answers[: len(saves)]]
        self._drop([call for (_, call), verdict in zip(saves, verdicts, strict=True) if verdict != "saved"])
        return verdicts, [int(answer) for answer in answers[len(saves) :]]

    def expire_large_outputs(self, tickets: Iterable[Ticket]) -> None:
        """Let outputs beside the hash expire with it, for documents that were loaded here and are published now."""
        with self._redis.pipeline(transaction=False) as pipe:
            for ticket in tickets:
                for key in self._large_outputs[ticket]:
                    pipe.expire(key, self._settings.state_expiry_seconds)
            pipe.execute()

    def release(self, tickets: Sequence[Ticket]) -> int:
        """Give documents back with their attempt, because the run was cut short through no fault of theirs."""
        return release(self._redis, self.run, tickets)

    def _save(self, output: Output) -> scripts.Call:
        ticket, record, following = output
        patience = _milliseconds(self._settings.patience_seconds)
        value = self._large(ticket, record) if len(record) > LARGE_OUTPUT_BYTES else record
        return scripts.Call(
            [keys.DUE, keys.COUNTS, keys.document(ticket.id)],
            [ticket.id, ticket.mark, self.run, self.stage, value, following, patience],
        )

    def _start(self, ticket: Ticket) -> scripts.Call:
        patience = _milliseconds(self._settings.patience_seconds)
        return scripts.Call(
            [keys.DUE, keys.document(ticket.id)], [ticket.id, self.run, self.stage, patience, HISTORY_ATTEMPTS]
        )

    def _drop(self, saves: Sequence[scripts.Call]) -> None:
        """Delete outputs beside the hash that nobody will read, since another run was first."""
        values = [as_bytes(call.arguments[4]) for call in saves if isinstance(call.arguments[4], bytes)]
        if large := [value[1:] for value in values if value.startswith(LARGE_OUTPUT_MARK)]:
            self._redis.delete(*large)

    def _large(self, ticket: Ticket, output: bytes) -> bytes:
        key = keys.large_output(ticket.id, self.stage, self.run)
        self._redis.set(key, output, ex=self._settings.failure_expiry_seconds)
        return LARGE_OUTPUT_MARK + key.encode()

    def _whole(self, ticket: Ticket, value: bytes | None) -> bytes | None:
        if value is None or not value.startswith(LARGE_OUTPUT_MARK):
            return value
        key = value.removeprefix(LARGE_OUTPUT_MARK)
        self._large_outputs[ticket].append(key)
        found = self._redis.get(key)
        return None if found is None else as_bytes(found)


def release(redis: Redis, run: str, tickets: Sequence[Ticket]) -> int:
    """Give back what a run holds; a run that ends in a colon means every run of that task."""
    call = scripts.Call(
        [keys.DUE, *_documents(tickets)],
        [run, RELEASE_DELAY_MILLISECONDS, *(ticket.id for ticket in tickets)],
    )
    return int(scripts.run(redis, "release", call))


def _documents(tickets: Sequence[Ticket]) -> list[str]:
    return [keys.document(ticket.id) for ticket in tickets]


def _flat(tickets: Sequence[Ticket]) -> list[str]:
    return [part for ticket in tickets for part in ticket]


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)
