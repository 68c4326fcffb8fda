"""A worker that writes down what it computes, and pauses, dies or loses messages where a test says so.

FAULT_JOURNAL: file with a line for each computation, `stage id`; each message that was dropped is a line `dropped queue`.
FAULT_DIE: `read` or `take`, after which the worker is killed.
FAULT_DROP: every how-many-th message to a stage never reaches its queue.
"""

import ctypes
import os
import signal
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any

from kombu.transport import redis as kombu_redis

from schemas.document import Document
from tests.queue.extension import app
from workers.celery import STAGE_QUEUES
from workers.ledger import lanes
from workers.limits import StageLimits
from workers.tasks import publishing

__all__ = ["app"]

# What a document says in its metadata: in which stage it pauses, how long, and how many times it does.
PAUSE, SECONDS, TIMES, HOW = "pause", "seconds", "times", "how"
HOLDING_THE_GIL = "holding the GIL"

_journal = Path(os.environ.get("FAULT_JOURNAL", os.devnull))
_numbers = count(1)

# An entry whose reader died is adopted soon.
lanes.ADOPT_IDLE_MILLISECONDS = 1_000


def pause(stage: str, document: Document) -> None:
    """Write down that a stage begins with a document, and let it take as long as its metadata says."""
    line = f"{stage} {document.id}"
    before = _journal.read_text().splitlines().count(line) if _journal.is_file() else 0
    with _journal.open("a") as file:
        file.write(f"{line}\n")
    wishes = document.metadata
    if wishes.get(PAUSE) != stage or before >= int(wishes.get(TIMES, "1")):
        return
    if wishes.get(HOW) == HOLDING_THE_GIL:
        ctypes.PyDLL(None).usleep(int(float(wishes[SECONDS]) * 1_000_000))
    else:
        sleep(float(wishes[SECONDS]))


def _wrap_stages() -> None:
    run, ending = StageLimits.run, publishing._ending

    def slow_stage(self: StageLimits, stage: Any, state: Any) -> Any:
        pause(stage.name, state.document)
        return run(self, stage, state)

    def slow_ending(ticket: Any, row: Any) -> Any:
        made = ending(ticket, row)
        if made is not None:
            pause("publish", Document(id=ticket.id, text="", metadata=dict(made.result.metadata)))
        return made

    StageLimits.run = slow_stage  # type: ignore[method-assign]
    publishing._ending = slow_ending


def _wrap_take(point: str) -> None:
    take = lanes.take

    def deadly(*arguments: Any) -> Any:
        if point == "take":
            take(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)

    lanes.take = deadly


def _wrap_put(every: int) -> None:
    put = kombu_redis.Channel._put

    def forgetful(self: Any, queue: str, message: Any, **options: Any) -> None:
        if queue in STAGE_QUEUES and next(_numbers) % every == 0:
            with _journal.open("a") as file:
                file.write(f"dropped {queue}\n")
            return
        put(self, queue, message, **options)

    kombu_redis.Channel._put = forgetful


_wrap_stages()
if "FAULT_DIE" in os.environ:
    _wrap_take(os.environ["FAULT_DIE"])
if "FAULT_DROP" in os.environ:
    _wrap_put(int(os.environ["FAULT_DROP"]))
