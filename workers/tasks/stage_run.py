"""One run of one stage over a bundle: begin, compute document by document, save each."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from time import perf_counter

from redis import Redis
from redis.exceptions import RedisError

from schemas.failure import FailureCode
from schemas.options import Options
from schemas.result import ResultError
from schemas.stages import StageOutput
from workers.errors import WarraqError
from workers.ledger import codec, endings
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.counting import count
from workers.ledger.publication import publish
from workers.ledger.work import PUBLISH, SAVED_BY_ANOTHER, Output, Verdict, Work
from workers.limits import StageLimits
from workers.logs import place
from workers.outcome import result_error
from workers.pipeline import STAGES, StageRun, needed_stages, settle
from workers.settings import Settings
from workers.stage import Stage
from workers.state import State
from workers.tasks import record
from workers.tasks.beating import beating
from workers.tasks.interruption import Interrupted, Watch

logger = logging.getLogger(__name__)


ORDER = (*(stage.name for stage in STAGES), PUBLISH)

# A kill wastes at most about this much finished work; a round trip for each document cost more (docs/decisions/0006).
GROUP_SECONDS = 0.05
GROUP_DOCUMENTS = 16
LIMIT_COUNTERS: dict[str, str] = {FailureCode.TIME_LIMIT: "time_limits", FailureCode.MEMORY_LIMIT: "memory_limits"}


def field_of(stage: Stage[StageOutput]) -> str:
    """Return the field of a document's hash that holds the output of a stage."""
    return f"stage:{stage.name}"


class StageBundle:
    """A stage at work on what it was allowed to begin."""

    def __init__(self, redis: Redis, settings: Settings, *, stage: Stage[StageOutput], work: Work) -> None:
        self._redis = redis
        self._settings = settings
        self._stage = stage
        self._work = work
        self._limits = StageLimits(settings, stage=stage.name)
        self._limits_hit = Counter[str]()
        self._watch = Watch()
        self._redo: dict[Ticket, str] = {}

    def run(self, bundle: Bundle) -> tuple[Bundle, Bundle]:
        """Do the stage; returns what goes on to the next stage, and suspects that must be sent alone."""
        verdicts = self._work.begin(bundle, order=ORDER)
        sorted_out = {verdict: _with(verdict, bundle, verdicts) for verdict in Verdict}
        for ticket in sorted_out[Verdict.EXHAUSTED]:
            self._fail(ticket, exhausted(self._stage.name, self._settings.max_attempts))
        finished = list(self._compute(sorted_out[Verdict.GO]))
        return sorted_out[Verdict.DONE] + finished, sorted_out[Verdict.SPLIT]

    def _compute(self, bundle: Bundle) -> Iterator[Ticket]:
        if not bundle:
            return
        done: set[Ticket] = set()
        try:
            with beating(self._work, bundle, lease_seconds=self._settings.lease_seconds) as watch:
                self._watch = watch
                for ticket in self._each(bundle):
                    done.add(ticket)
                    yield ticket
        except (RedisError, OSError) as error:
            logger.warning("%s gives back documents: %s", self._stage.name, type(error).__name__)
            self._give_back([ticket for ticket in bundle if ticket not in done])

    def _each(self, bundle: Bundle) -> Iterator[Ticket]:
        """Yield what goes on to the next stage, group by group: one is saved as work on the next begins."""
        loaded = dict(zip(bundle, self._load(bundle), strict=True))
        waiting, size, made = bundle, 1, list[Output]()
        while waiting or made:
            group, waiting = waiting[:size], waiting[size:]
            answers, attempts = self._work.exchange(made, begin=group)
            yield from (output.ticket for output, answer in zip(made, answers, strict=True) if answer != "refused")
            yield from (ticket for ticket, tries in zip(group, attempts, strict=True) if tries == SAVED_BY_ANOTHER)
            started = perf_counter()
            with self._limits.ending_the_process():
                settled = [
                    self._settled(ticket, loaded[ticket], tries) for ticket, tries in zip(group, attempts, strict=True)
                ]
            size = group_size(len(group), seconds=perf_counter() - started)
            made = list(self._to_save(group, settled, attempts))

    def _settled(self, ticket: Ticket, loaded: State | ResultError, attempts: int) -> Output | ResultError | None:
        """Return what to save, the error of a document that fails, or None for one that this run has lost."""
        if attempts <= 0:
            return None
        if isinstance(loaded, ResultError):
            return loaded
        started = perf_counter()
        try:
            with self._watch.on(ticket):
                outcome = self._limits.run(self._stage, loaded)
        except Interrupted:
            logger.info("%s was ended while %s worked on it", ticket.id, self._stage.name)
            return None
        run = StageRun((perf_counter() - started) * 1000, attempts, self._work.worker)
        if isinstance(outcome, WarraqError) and outcome.__cause__ is not None:
            logger.error("%s failed on %s: %s", self._stage.name, ticket.id, place(outcome.__cause__))
        settled = settle(self._stage, outcome)
        if isinstance(settled, WarraqError):
            return result_error(settled, stage=self._stage.name)
        self._note_limits(warning.code for warning in settled.warnings)
        return Output(ticket, record.encode(settled, run), self._following(ticket, loaded.document.options))

    def _to_save(
        self, group: Bundle, settled: list[Output | ResultError | None], attempts: list[int]
    ) -> Iterator[Output]:
        """Yield the outputs; what failed is published, outside of the limits on the work."""
        for ticket, answer, tries in zip(group, settled, attempts, strict=True):
            if isinstance(answer, Output):
                yield answer
            elif answer is not None:
                self._note_limits([answer.code])
                self._fail_mine(ticket, answer, attempts=tries)
        if self._limits_hit:
            count(self._redis, self._limits_hit)
            self._limits_hit.clear()

    def _note_limits(self, codes: Iterable[str]) -> None:
        self._limits_hit.update(LIMIT_COUNTERS[code] for code in codes if code in LIMIT_COUNTERS)

    def _load(self, bundle: Bundle) -> list[State | ResultError]:
        inputs = [stage for stage in STAGES if stage.writes in (*self._stage.reads, *self._stage.uses)]
        body = "head" if inputs else "source"
        rows = self._work.load(
            bundle, [body, "fault_code", "fault_message", *(field_of(stage) for stage in inputs), "redo"]
        )
        self._redo = {ticket: (row.pop() or b"").decode() for ticket, row in zip(bundle, rows, strict=True)}
        return [self._loaded(ticket, row, inputs) for ticket, row in zip(bundle, rows, strict=True)]

    def _loaded(self, ticket: Ticket, row: list[bytes | None], inputs: list[Stage[StageOutput]]) -> State | ResultError:
        try:
            return self._state(ticket, row, inputs)
        except (WarraqError, ValueError, TypeError) as error:
            logger.warning("%s cannot read what is stored of %s: %s", self._stage.name, ticket.id, place(error))
            return unreadable(self._stage.name)

    def _state(self, ticket: Ticket, row: list[bytes | None], inputs: list[Stage[StageOutput]]) -> State | ResultError:
        body, fault_code, fault_message, *outputs = row
        if fault_code is not None:
            message = (fault_message or b"").decode()
            return ResultError(
                code=FailureCode(fault_code.decode()), stage=self._stage.name, message=message, retry_helps=False
            )
        if body is None or any(
            stored is None for stored, stage in zip(outputs, inputs, strict=True) if self._must(stage)
        ):
            return unreadable(self._stage.name)
        state = State(codec.decode_document(body).model_copy(update={"id": ticket.id}))
        for stage, stored in zip(inputs, outputs, strict=True):
            if stored is not None:
                state = state.with_output(record.decode_output(stored, stage))
        return state

    def _following(self, ticket: Ticket, options: Options) -> str:
        """Return the next stage that the options ask for; of a document that is run again, only what is redone."""
        redo = self._redo[ticket]
        names = redo.split(",") if redo else [needed.name for needed in needed_stages(options)]
        position = names.index(self._stage.name)
        return names[position + 1] if position + 1 < len(names) else PUBLISH

    def _must(self, stage: Stage[StageOutput]) -> bool:
        return stage.writes in self._stage.reads

    def _fail_mine(self, ticket: Ticket, error: ResultError, *, attempts: int) -> None:
        """Fail a document that this run still holds for another lease; a run that lost it has no say any more."""
        if self._work.beat([ticket]):
            self._fail(ticket, error, attempts=attempts)

    def _fail(self, ticket: Ticket, error: ResultError, *, attempts: int | None = None) -> None:
        ending = endings.failed(self._redis, ticket, error=error, attempts=attempts)
        if ending is not None and publish(self._redis, [ending], self._settings) == ["published"]:
            logger.info("%s failed in %s: %s", ticket.id, self._stage.name, error.code.value)

    def _give_back(self, tickets: Bundle) -> None:
        try:
            self._work.release(tickets)
        except (RedisError, OSError) as error:
            logger.warning("the leases will run out by themselves: %s", type(error).__name__)


def _with(verdict: Verdict, bundle: Bundle, verdicts: list[Verdict]) -> Bundle:
    return [ticket for ticket, found in zip(bundle, verdicts, strict=True) if found is verdict]


def group_size(documents: int, *, seconds: float) -> int:
    """Return how many documents are begun together, judged by how long the last ones took."""
    fitting = GROUP_DOCUMENTS if seconds <= 0 else int(GROUP_SECONDS * documents / seconds)
    return min(max(fitting, 1), GROUP_DOCUMENTS)


def exhausted(stage: str, attempts: int) -> ResultError:
    """Return the error of a document that was begun as often as allowed and never finished."""
    message = f"work was begun {attempts} times and never finished; the document may crash its worker"
    return ResultError(code=FailureCode.WORKER_LOST, stage=stage, message=message, retry_helps=False)


def unreadable(stage: str) -> ResultError:
    """Return the error of a document whose stored parts are gone, or of a version that this worker does not know."""
    message = "the stored source or an earlier output is gone, or of another version; submit the document again"
    return ResultError(code=FailureCode.INTERNAL, stage=stage, message=message, retry_helps=True)
