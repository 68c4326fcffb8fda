"""The limits on the work of a stage on one document: time, memory, and the end of a process that nothing else stops."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from schemas.options import StageName
from schemas.stages import StageOutput
from workers.errors import TimeLimitExceeded, WarraqError
from workers.limits.memory_limit import memory_limit
from workers.limits.process_end import ProcessEnd
from workers.limits.time_limit import within_time
from workers.settings import PREFIX, Settings
from workers.stage import Stage, unexpected
from workers.state import State


class StageLimits:
    """What the settings allow a stage to take for one document."""

    def __init__(self, settings: Settings, *, stage: str) -> None:
        own = settings.stage_time_limits.get(StageName(stage))
        self._seconds = settings.stage_time_limit_seconds if own is None else own
        self._variable = PREFIX + ("STAGE_TIME_LIMIT_SECONDS" if own is None else "STAGE_TIME_LIMITS")
        self._kilobytes = settings.stage_memory_limit_kilobytes
        self._process_end: ProcessEnd | None = None

    @contextmanager
    def ending_the_process(self) -> Iterator[None]:
        """End this process when a document of the block is stuck where no exception reaches it."""
        self._process_end = ProcessEnd(self._seconds)
        try:
            yield
        finally:
            self._process_end.forget()
            self._process_end = None

    def run(self, stage: Stage[StageOutput], state: State) -> StageOutput | WarraqError:
        """Run the stage over one document; a limit that was hit is an error, or a warning of what the stage saved."""
        try:
            with memory_limit(self._kilobytes):
                return self._within_time(partial(next, stage.run((state,))))
        except WarraqError as error:
            return error
        except MemoryError as error:
            return unexpected(error)

    def _within_time(self, work: Callable[[], StageOutput | WarraqError]) -> StageOutput | WarraqError:
        message = f"it took longer than {self._seconds:g} s; send less, or raise {self._variable}"
        return within_time(work, seconds=self._seconds, error=TimeLimitExceeded(message), process_end=self._process_end)


def limited(settings: Settings) -> Callable[[Stage[StageOutput], State], StageOutput | WarraqError]:
    """Return a runner for the pipeline that keeps these limits and never ends its process."""

    def run(stage: Stage[StageOutput], state: State) -> StageOutput | WarraqError:
        return StageLimits(settings, stage=stage.name).run(stage, state)

    return run
