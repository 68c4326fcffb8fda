"""The Celery app, so that `celery -A workers worker` and `celery -A workers flower` just work."""

import os
import signal

from celery import Celery
from celery.signals import setup_logging, worker_process_init

from schemas.options import StageName
from workers import broker, environment, logs
from workers.awaiting import AwaitRedisStep
from workers.celery_settings import celery_settings
from workers.gate import GateStep
from workers.heartbeat import HeartbeatStep
from workers.intake import IntakeStep
from workers.ledger.work import PUBLISH
from workers.orphans import end_with_parent
from workers.settings import Settings
from workers.soft_stop import SoftStopStep
from workers.watchdog import WatchdogStep

STAGE_QUEUES = (*(name.value for name in StageName), PUBLISH)


def create_app(settings: Settings, *, broker_url: str) -> Celery:
    """Return the app of a worker with these settings; nothing connects yet."""
    broker.install()
    created = Celery("workers", include=["workers.tasks", "workers.tasks.submission"], set_as_current=False)
    created.conf.update(celery_settings(settings, broker_url=broker_url, queues=STAGE_QUEUES))
    created.steps["worker"].update((AwaitRedisStep, IntakeStep, GateStep, HeartbeatStep, WatchdogStep, SoftStopStep))
    return created


@setup_logging.connect
def _set_up_logging(**_: object) -> None:
    logs.set_up(environment.settings().log_level)


@worker_process_init.connect
def _end_with_worker(**_: object) -> None:
    end_with_parent(signal.SIGKILL, parent=os.getppid())


app = create_app(environment.settings(), broker_url=environment.redis_url(environment.settings()))
app.set_default()
