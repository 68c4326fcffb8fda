"""A stage is a pure function whose signature is its contract.

Parameters are what it reads (the Document, or outputs of earlier stages; `X | None` is used when there),
the return type is what it writes. Order, storage, resuming and the Celery task all follow from that.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from traceback import clear_frames
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from schemas.document import Document
from schemas.stages import StageOutput
from workers.errors import EngineFailed, Interruption, MemoryLimitExceeded, WarraqError
from workers.state import State

Written = TypeVar("Written", bound=StageOutput, covariant=True)


@dataclass(frozen=True, slots=True)
class Stage(Generic[Written]):
    """One step of the pipeline: `run` answers each state of a bundle, in order, with an output or an error."""

    name: str
    reads: tuple[type[StageOutput], ...]
    uses: tuple[type[StageOutput], ...]
    writes: type[Written]
    run: Callable[[Sequence[State]], Iterator[Written | WarraqError]]


def stage(function: Callable[..., Written]) -> Stage[Written]:
    """Lift a function over one document to a stage over a bundle; an error of one document leaves the others alone."""
    hints = get_type_hints(function)
    writes = hints.pop("return")
    parameters = [_parameter(hint) for hint in hints.values()]

    def run(bundle: Sequence[State]) -> Iterator[Written | WarraqError]:
        for state in bundle:
            try:
                yield function(*(_argument(state, kind) for kind, _ in parameters))
            except WarraqError as error:
                yield error
            except Interruption as interruption:
                yield interruption.error
            except Exception as error:  # noqa: BLE001 (whatever a document provokes must not reach its neighbours)
                yield unexpected(error)

    outputs = [(kind, optional) for kind, optional in parameters if kind is not Document]
    return Stage(
        name=function.__name__,
        reads=tuple(kind for kind, optional in outputs if not optional),
        uses=tuple(kind for kind, optional in outputs if optional),
        writes=writes,
        run=run,
    )


def unexpected(error: Exception) -> WarraqError:
    """Turn an error that nobody foresaw into a typed one; its own words may quote the document, so they stay out."""
    failure = _out_of_memory(error) or EngineFailed(
        f"{type(error).__name__} was raised; this is a defect of warraq or of a library"
    )
    failure.__cause__ = error
    return failure


def _out_of_memory(error: Exception) -> MemoryLimitExceeded | None:
    """Return what a MemoryError means, also one that a library wrapped; what its frames held is given back first."""
    link: BaseException | None = error
    seen = list[BaseException]()
    while link is not None and link not in seen:
        seen.append(link)
        link = link.__cause__ or link.__context__
    if not any(isinstance(found, MemoryError) for found in seen):
        return None
    for found in seen:
        clear_frames(found.__traceback__)
    gc.collect()
    return MemoryLimitExceeded(
        "it asked for more memory than a stage may take for one document; send less, or raise "
        "WARRAQ_STAGE_MEMORY_LIMIT_KILOBYTES"
    )


def _parameter(hint: Any) -> tuple[type[Any], bool]:
    if get_origin(hint) is UnionType:
        return next(kind for kind in get_args(hint) if kind is not type(None)), True
    return hint, False


def _argument(state: State, kind: type[Any]) -> Any:
    return state.document if kind is Document else state.get(kind)
