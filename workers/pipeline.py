"""STAGES, the one table of the language work, and `process`, which runs it without Redis."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import uuid4

from schemas.document import Document
from schemas.options import Options
from schemas.result import Provenance, Result, StageProvenance, Status
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, StageOutput, SummarizedText
from schemas.warning import Warning
from workers.errors import DocumentError, WarraqError
from workers.outcome import failed, identity, result_error
from workers.stage import Stage
from workers.stages.detect_language import detect_language
from workers.stages.extract_entities import extract_entities
from workers.stages.normalize import normalize
from workers.stages.summarize import summarize
from workers.state import State
from workers.version import VERSION

STAGES: tuple[Stage[StageOutput], ...] = (normalize, detect_language, extract_entities, summarize)

Runner = Callable[[Stage[StageOutput], State], StageOutput | WarraqError]


@dataclass(frozen=True, slots=True)
class StageRun:
    """What only the caller of a stage knows about its run."""

    duration_ms: float | None = None
    attempts: int | None = None
    worker: str | None = None


def needed_stages(options: Options) -> tuple[Stage[StageOutput], ...]:
    """Return the stages that the options ask for and all that those read, in the order of STAGES."""
    needed: set[type[StageOutput]] = set()
    for stage in reversed(STAGES):
        if stage.name in options.stages or stage.writes in needed:
            needed.update((stage.writes, *stage.reads))
    return tuple(stage for stage in STAGES if stage.writes in needed)


def settle(stage: Stage[StageOutput], outcome: StageOutput | WarraqError) -> StageOutput | WarraqError:
    """Degrade a failed stage to an empty output with a warning, where the document can be published without it."""
    if isinstance(outcome, StageOutput | DocumentError) or not stage.reads:
        return outcome
    warning = Warning(code=outcome.code.value, stage=stage.name, message=str(outcome))
    return stage.writes(engine="none", engine_version="0", warnings=(warning,), incomplete=True)


def run_stage(stage: Stage[StageOutput], state: State) -> StageOutput | WarraqError:
    """Run a stage over one document, without limits."""
    return next(stage.run((state,)))


def process(
    documents: Iterable[Document], *, stopwatch: Callable[[], float] | None = None, runner: Runner = run_stage
) -> Iterator[Result]:
    """Yield one result for each document, in order.

    `stopwatch` returns seconds and fills in the durations; `runner` runs a stage over one document, within limits
    if the caller has any.
    """
    for document in documents:
        yield _process_one(document, stopwatch, runner)


def _process_one(document: Document, stopwatch: Callable[[], float] | None, runner: Runner) -> Result:
    if document.id is None:
        document = document.model_copy(update={"id": str(uuid4())})
    state, runs = State(document), dict[str, StageRun]()
    for stage in needed_stages(document.options):
        started = stopwatch() if stopwatch else 0.0
        outcome = settle(stage, runner(stage, state))
        if isinstance(outcome, WarraqError):
            return failed(document, error=result_error(outcome, stage=stage.name))
        runs[stage.name] = StageRun(duration_ms=(stopwatch() - started) * 1000 if stopwatch else None)
        state = state.with_output(outcome)
    return assemble(state, runs=runs)


def assemble(state: State, *, runs: Mapping[str, StageRun]) -> Result:
    """Join the outputs of all stages that ran into the result; the caller adds revision and times."""
    document, outputs = state.document, list(_in_order(state))
    normalized = state.get(NormalizedText)
    detection = state.get(LanguageDetection)
    extracted = state.get(ExtractedEntities)
    summarized = state.get(SummarizedText)
    return Result(
        **identity(document),
        status=Status.PARTIAL if any(output.incomplete for _, output in outputs) else Status.COMPLETED,
        title=normalized.title if normalized else document.title,
        text=normalized.text if normalized and document.options.include_text else None,
        normalization=normalized.normalization if normalized else None,
        language=detection.language if detection else None,
        entities=extracted.entities if extracted else None,
        summary=summarized.summary if summarized else None,
        annotations={name: output.model_dump(mode="json") for name, output in outputs if type(output) not in _FIELDS},
        warnings=tuple(warning for _, output in outputs for warning in output.warnings),
        provenance=Provenance(
            version=VERSION,
            stages=tuple(_provenance(name, output, runs.get(name, StageRun())) for name, output in outputs),
        ),
    )


_FIELDS = (NormalizedText, LanguageDetection, ExtractedEntities, SummarizedText)


def _in_order(state: State) -> Iterator[tuple[str, StageOutput]]:
    for stage in STAGES:
        output = state.get(stage.writes)
        if output is not None:
            yield stage.name, output


def _provenance(name: str, output: StageOutput, run: StageRun) -> StageProvenance:
    return StageProvenance(
        name=name,
        engine=output.engine,
        engine_version=output.engine_version,
        model_sha256=output.model_sha256,
        duration_ms=run.duration_ms,
        attempts=run.attempts,
        worker=run.worker,
    )
