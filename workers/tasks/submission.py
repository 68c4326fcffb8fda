"""The Celery door: `workers.submit` puts a document into the ledger like every other door."""

import logging
from datetime import UTC, datetime
from re import compile as pattern
from time import sleep
from typing import Any

from celery import Task
from celery.exceptions import Reject
from redis.exceptions import RedisError

from schemas.document import DOCUMENT_ID_PATTERN
from schemas.failure import Failure
from workers import environment
from workers.celery import app
from workers.client import Client
from workers.errors import DocumentError, EngineFailed, TryLater, WarraqError
from workers.ledger import codec, failures
from workers.logs import place
from workers.tasks.arguments import document_from

logger = logging.getLogger(__name__)

# A process that meets a closed door is not busy with its message more often than this.
PAUSE_SECONDS = 1.0
_ID = pattern(DOCUMENT_ID_PATTERN)


class SubmitTask(Task[Any, Any]):
    """The door as Celery runs it: its request shows no arguments anywhere."""

    Request = "workers.requests:SubmitRequest"


@app.task(name="workers.submit", bind=True, base=SubmitTask)
def submit(self: SubmitTask, *args: Any, **kwargs: Any) -> None:
    """Accept `document`, the JSON object of the Document schema; a refused one is listed as a failure."""
    try:
        with Client() as client:
            client.submit(codec.validate_document(document_from(args, kwargs)))
    except DocumentError as error:
        _refuse(error, task_id=str(self.request.id), document=next(iter((*args, *kwargs.values())), None))
    except (RedisError, OSError, TryLater) as error:
        logger.warning("submission %s comes back later: %s", self.request.id, type(error).__name__)
        # The message goes back to its queue; within seconds the gate of this worker leaves it there.
        sleep(PAUSE_SECONDS)
        raise Reject(requeue=True) from None
    except Exception as error:  # noqa: BLE001 (Celery would log its words, which may quote the document)
        logger.warning("submission %s met a defect of warraq: %s", self.request.id, place(error))
        message = f"{type(error).__name__} was raised; this is a defect of warraq or of a library"
        _refuse(EngineFailed(message), task_id=str(self.request.id), document=None)


def _refuse(error: WarraqError, *, task_id: str, document: Any) -> None:
    document_id = document.get("id") if isinstance(document, dict) else None
    failure = Failure(
        id=document_id if isinstance(document_id, str) and _ID.fullmatch(document_id) else None,
        entry=f"celery:{task_id}",
        revision=0,
        code=error.code,
        message=str(error),
        retry_helps=error.retry_helps,
        attempts=0,
        failed_at=datetime.now(UTC),
    )
    settings = environment.settings()
    with environment.redis_client(settings) as redis:
        failures.record(redis, failure, settings)
