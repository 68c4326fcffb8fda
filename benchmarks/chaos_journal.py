"""A line on disk for each stage that begins on a document: what was computed, by which process, and when."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import time
from typing import Any

from workers.stage import Stage

VARIABLE = "CHAOS_JOURNAL"


@dataclass(frozen=True, slots=True)
class StageStart:
    """Work on one document at one stage began."""

    at: float
    pid: int
    stage: str
    id: str


def note(stage: str, document_id: str) -> None:
    """Leave a line; what the kernel has taken survives the death of this process."""
    path = os.environ.get(VARIABLE)
    if path is None:
        return
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, f"{time():.3f} {os.getpid()} {stage} {document_id}\n".encode())
    finally:
        os.close(file)


def journaled(stage: Stage[Any]) -> Stage[Any]:
    """Return the same stage, which leaves a line for each document that it begins."""
    return replace(stage, run=partial(_run, stage))


def _run(stage: Stage[Any], bundle: Sequence[Any], *more: Any, **named: Any) -> Iterator[Any]:
    for state in bundle:
        note(stage.name, state.document.id)
        yield from stage.run((state,), *more, **named)


def read(path: Path) -> list[StageStart]:
    """Return all lines, oldest first; the last may be torn by a kill and is left out then."""
    if not path.exists():
        return []
    rows = (line.split(" ") for line in path.read_text().splitlines())
    return [StageStart(float(row[0]), int(row[1]), row[2], row[3]) for row in rows if len(row) == 4]


def starts_by_run(starts: Iterable[StageStart]) -> Mapping[tuple[str, str], list[StageStart]]:
    """Group what was begun by document and stage."""
    groups: defaultdict[tuple[str, str], list[StageStart]] = defaultdict(list)
    for start in starts:
        groups[start.id, start.stage].append(start)
    return groups


def wasted(starts: Iterable[StageStart], *, planted: frozenset[str]) -> list[tuple[StageStart, StageStart]]:
    """Return each computation that was begun and had to be begun again, with the one that came after it."""
    groups = starts_by_run(start for start in starts if start.id not in planted)
    return [pair for rows in groups.values() for pair in pairwise(rows)]
