"""Engines at work for a stage: what fails or is cut short is left out with a warning, and the next one goes on."""

from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import Any, TypeVar

from schemas.warning import Warning
from workers.engines import EngineInfo
from workers.engines.registry import EngineKind, EngineRow, engines, load_engine
from workers.errors import EngineUnavailable, Interruption, LimitExceeded, WarraqError
from workers.stage import unexpected

Answer = TypeVar("Answer")


class Attempts:
    """Runs engines one by one; what fails is noted by the name of the engine and of the error, without a word of text."""

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._last: WarraqError | None = None
        self.used: list[EngineInfo] = []
        self.warnings: list[Warning] = []

    def first(self, kind: EngineKind, attempt: Callable[[Any], Answer]) -> tuple[EngineInfo, Answer]:
        """Return the first engine of a kind that answers, and its answer; raises what the last one failed with."""
        for row, engine in self.loaded(kind):
            answered: list[Answer] = self.of(row, partial(_listed, attempt, engine), otherwise=[])
            for answer in answered:
                return engine.info, answer
        raise self._last or EngineUnavailable(f"no engine of kind {kind.value} is in the table")

    def loaded(
        self, kind: EngineKind, *, language: str | None = None, but: Container[str] = ()
    ) -> Iterator[tuple[EngineRow, Any]]:
        """Yield the engines of a kind that are for the language and can be loaded, in the order of the table.

        `but` are names of engines that are not wanted; it is asked as late as the engine's turn comes.
        """
        for row in engines():
            if row.kind == kind and (language is None or row.is_for(language)) and row.name not in but:
                engine = self.of(row, partial(load_engine, row), otherwise=None)
                if engine is not None:
                    self.used.append(engine.info)
                    yield row, engine

    def of(self, row: EngineRow, attempt: Callable[[], Answer], *, otherwise: Answer) -> Answer:
        """Return what an engine answers, or `otherwise` with a warning."""
        try:
            return attempt()
        except Interruption as interruption:
            interruption.resume()
            self._leave_out(row, interruption.error)
        except WarraqError as error:
            self._leave_out(row, error)
        except Exception as error:  # noqa: BLE001 (an engine may raise anything)
            self._leave_out(row, unexpected(error))
        return otherwise

    def _leave_out(self, row: EngineRow, error: WarraqError) -> None:
        if isinstance(error, LimitExceeded):
            message = f"the engine {row.name} was cut short: {error}"
        elif isinstance(error, EngineUnavailable):
            message = f"the engine {row.name} was left out: {error}"
        else:
            message = f"the engine {row.name} raised {type(error.__cause__ or error).__name__} and was left out"
        self.warnings.append(Warning(code=error.code.value, stage=self._stage, message=message))
        self._last = error


def _listed(attempt: Callable[[Any], Answer], engine: Any) -> list[Answer]:
    return [attempt(engine)]
