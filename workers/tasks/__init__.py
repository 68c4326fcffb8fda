"""The Celery tasks: one for each stage, `publish`, and `submit` for services that already speak Celery."""

import logging
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import uuid4

from celery import Task, chain
from celery.signals import worker_init, worker_process_init
from kombu.exceptions import OperationalError
from redis import Redis
from redis.exceptions import RedisError

from schemas.failure import Failure
from schemas.stages import StageOutput
from workers import environment
from workers.awaiting import CANNOT_START
from workers.celery import STAGE_QUEUES, app
from workers.engines.registry import choose, preload
from workers.errors import ConfigurationError
from workers.intake import Intake
from workers.ledger import endings, lanes
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.lanes import Refusal
from workers.ledger.publication import publish as publish_endings
from workers.ledger.work import PUBLISH, Work
from workers.logs import place
from workers.pipeline import STAGES
from workers.stage import Stage
from workers.tasks.arguments import bundle_from
from workers.tasks.publishing import publish_bundle
from workers.tasks.stage_run import ORDER, StageBundle

logger = logging.getLogger(__name__)

# Under these settings Celery keeps messages where the intake does not see them; all it has then is patience.
_MOVES_MESSAGES = {
    *("broker_url", "broker_read_url", "broker_write_url", "broker_transport_options"),
    *("task_queues", "task_routes", "task_acks_late"),
}


def send(bundle: Bundle, stage: str) -> None:
    """Start one chain over a bundle, from a stage to publication."""
    names = ORDER[ORDER.index(stage) :]
    links = [app.tasks[f"workers.{name}"].s() for name in names]
    links[0] = app.tasks[f"workers.{names[0]}"].s([list(ticket) for ticket in bundle])
    chain(*links).apply_async()


def build_intake(*, name: str, concurrency: int) -> Intake:
    """Return the intake of this worker, with its own connection to Redis."""
    settings = environment.settings()
    redis = environment.redis_client(settings)

    def refuse(refusal: Refusal) -> None:
        lanes.refuse(redis, refusal.entry, _failure(refusal), settings)

    def cancel(ticket: Ticket) -> None:
        ending = endings.cancelled(redis, ticket)
        publish_endings(redis, [ending] if ending else [], settings)

    return Intake(
        redis,
        settings,
        name=name,
        concurrency=concurrency,
        queues=() if settings.celery.keys() & _MOVES_MESSAGES else STAGE_QUEUES,
        send=send,
        refuse=refuse,
        cancel=cancel,
    )


def _failure(refusal: Refusal) -> Failure:
    return Failure(
        id=refusal.document_id,
        entry=refusal.entry.id,
        revision=0,
        code=refusal.error.code,
        message=str(refusal.error),
        retry_helps=refusal.error.retry_helps,
        attempts=0,
        failed_at=datetime.now(UTC),
    )


@cache
def _redis() -> Redis:
    return environment.redis_client(environment.settings())


@worker_process_init.connect
def _forget_parent_connection(**_: Any) -> None:
    """A connection must not be shared with the parent of this process."""
    _redis.cache_clear()


@worker_init.connect
def _load_models(**_: Any) -> None:
    """Models that are loaded before the fork are shared by all children; a bad list or choice of the user's ends the worker."""
    settings = environment.settings()
    try:
        choose(name_lists=settings.name_lists, entity_models=settings.entity_models)
        for absent in preload():
            logger.warning("%s", absent)
    except ConfigurationError as error:
        logger.critical("%s", error)
        raise SystemExit(CANNOT_START) from None


class StageTask(Task[Any, Any]):
    """A stage as Celery runs it; it returns normally whatever happened, since a raise would cut the chain."""

    Request = "workers.requests:StageRequest"
    resultrepr_maxsize = 64

    def work(self, stage: str) -> Work:
        """Return the work of this run: its token is new for each delivery of the message."""
        request = self.request
        run = f"{request.id}:{uuid4().hex[:8]}"
        return Work(_redis(), environment.settings(), stage=stage, run=run, worker=str(request.hostname))


def _register(stage: Stage[StageOutput]) -> None:
    @app.task(name=f"workers.{stage.name}", bind=True, base=StageTask)
    def run_stage(self: StageTask, *args: Any, **kwargs: Any) -> list[list[str]]:
        bundle = bundle_from(args, kwargs)
        if not bundle:
            return []
        try:
            work = StageBundle(_redis(), environment.settings(), stage=stage, work=self.work(stage.name))
            passed, suspects = work.run(bundle)
        except Exception as error:  # noqa: BLE001 (its words may quote a document, and Celery would pass them on)
            logger.warning("%s leaves %d documents to `due`: %s", stage.name, len(bundle), place(error))
            return []
        _send_alone(suspects, stage.name)
        return [list(ticket) for ticket in passed]


def _send_alone(suspects: Bundle, stage: str) -> None:
    """Send documents that were begun before without an end; what cannot be sent now is found in `due`."""
    for ticket in suspects:
        try:
            send([ticket], stage)
        except (RedisError, OSError, OperationalError) as error:
            logger.warning("%s was not sent to %s: %s", ticket.id, stage, type(error).__name__)


for _stage in STAGES:
    _register(_stage)


@app.task(name=f"workers.{PUBLISH}", bind=True, base=StageTask)
def publish(self: StageTask, *args: Any, **kwargs: Any) -> None:
    """Publish the results of a bundle."""
    bundle = bundle_from(args, kwargs)
    if not bundle:
        return
    try:
        suspects = publish_bundle(_redis(), environment.settings(), work=self.work(PUBLISH), bundle=bundle)
    except Exception as error:  # noqa: BLE001 (as above)
        logger.warning("publish leaves %d documents to `due`: %s", len(bundle), place(error))
        return
    _send_alone(suspects, PUBLISH)
