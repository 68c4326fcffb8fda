"""The Celery door: `workers.submit` puts a document into the ledger like every other door."""

import logging
from datetime import UTC, datetime
from time import sleep
from typing import Any

from celery import Task
from celery.exceptions import Reject
from redis.exceptions import RedisError

from schemas.failure import Failure
from workers import environment
from workers.celery import app
from workers.client import Client
from workers.errors import DocumentError, TryLater
from workers.ledger import codec, failures

logger = logging.getLogger(__name__)

# A process that meets a closed door is not busy with its message more often than this.
PAUSE_SECONDS = 1.0


class SubmitTask(Task[Any, Any]):
    """The door as Celery runs it: its request shows no arguments anywhere."""

    Request = "workers.requests:SubmitRequest"


@app.task(name="workers.submit", bind=True, base=SubmitTask)
def submit(self: SubmitTask, document: dict[str, Any]) -> None:
    """Accept a document given as the JSON object of the Document schema; a refused one is listed as a failure."""
    try:
        with Client() as client:
            client.submit(codec.validate_document(document))
    except DocumentError as error:
        _refuse(error, task_id=str(self.request.id), document=document)
    except (RedisError, OSError, TryLater) as error:
        logger.warning("submission %s comes back later: %s", self.request.id, type(error).__name__)
        # The message goes back to its queue; within seconds the gate of this worker leaves it there.
        sleep(PAUSE_SECONDS)
        raise Reject(requeue=True) from None


def _refuse(error: DocumentError, *, task_id: str, document: Any) -> None:
    document_id = document.get("id") if isinstance(document, dict) else None
    failure = Failure(
        id=document_id if isinstance(document_id, str) and len(document_id) <= 200 else None,
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
