"""The baseline: a plain Celery chain with the best settings that we know, doing the same language work.

Late acknowledgement, rejection when a child is lost, one message at a time, a short visibility timeout that is swept
each second, retries and health checks. Every stage passes the document and all outputs on in its message; the last
one appends to a stream. Accepted means that `apply_async` returned. A document that kills its child would be delivered
for ever, so the planted poison is not sent; one that hangs is sent and not counted.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from celery import Celery, chain
from celery.signals import worker_init
from kombu import Queue
from redis import Redis

from benchmarks import chaos_journal, chaos_misbehaviour
from benchmarks.chaos_accepted import Accepted
from benchmarks.chaos_documents import Planted, Sample
from benchmarks.chaos_doors import Send
from benchmarks.chaos_verdict import Publication
from benchmarks.chaos_warraq import pages
from benchmarks.chaos_watch import Held
from schemas.document import Document
from schemas.stages import StageOutput
from workers.engines.registry import preload
from workers.ledger.replies import mapping, text
from workers.pipeline import STAGES, needed_stages
from workers.stage import Stage
from workers.state import State

RESULTS = "baseline:results"
PUBLISH = "publish"
QUEUES = (*(stage.name for stage in STAGES), PUBLISH)
# Longer than any task, or messages are repeated while they are worked on; short, or a killed worker's wait an hour.
VISIBILITY_TIMEOUT_SECONDS = 15
TIME_LIMIT_SECONDS = float(os.environ.get("WARRAQ_STAGE_TIME_LIMIT_SECONDS", "10"))
TRANSPORT_OPTIONS = {
    "visibility_timeout": VISIBILITY_TIMEOUT_SECONDS,
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "socket_keepalive": True,
    "socket_connect_timeout": 5,
    "socket_timeout": 30,
    "health_check_interval": 10,
    "retry_on_timeout": True,
}

Travelling = dict[str, Any]


def create_app(url: str) -> Celery:
    """Return the app; workers and producers use the same settings."""
    created = Celery("baseline", broker=url, set_as_current=False)
    created.conf.update(
        accept_content=["json"],
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options=TRANSPORT_OPTIONS,
        task_acks_late=True,
        task_acks_on_failure=True,
        task_acks_on_timeout=True,
        task_ignore_result=True,
        task_queues=[Queue(name) for name in QUEUES],
        task_reject_on_worker_lost=True,
        task_routes={f"baseline.{name}": {"queue": name} for name in QUEUES},
        task_time_limit=TIME_LIMIT_SECONDS,
        worker_concurrency=int(os.environ.get("WARRAQ_CONCURRENCY", "1")),
        worker_prefetch_multiplier=1,
        worker_soft_shutdown_timeout=float(os.environ.get("WARRAQ_SOFT_SHUTDOWN_SECONDS", "2")),
    )
    for stage in STAGES:
        _register(created, stage)
    _register_publication(created, url)
    return created


def _register(app: Celery, stage: Stage[StageOutput]) -> None:
    @app.task(name=f"baseline.{stage.name}", shared=False)
    def run_stage(travelling: Travelling) -> Travelling:
        state = _state(travelling)
        chaos_journal.note(stage.name, str(state.document.id))
        if stage not in needed_stages(state.document.options):
            return travelling
        output = next(stage.run((state,)))
        if isinstance(output, Exception):
            raise output
        outputs = {**travelling["outputs"], stage.name: output.model_dump(mode="json")}
        return {**travelling, "outputs": outputs}


def _register_publication(app: Celery, url: str) -> None:
    @app.task(name=f"baseline.{PUBLISH}", shared=False)
    def publish(travelling: Travelling) -> None:
        with Redis.from_url(url) as redis:
            fields = {"id": travelling["document"]["id"], "status": "completed", "outputs": str(travelling["outputs"])}
            redis.xadd(RESULTS, fields)


def _state(travelling: Travelling) -> State:
    state = State(Document.model_validate(travelling["document"]))
    for stage in STAGES:
        if stage.name in travelling["outputs"]:
            state = state.with_output(stage.writes.model_validate(travelling["outputs"][stage.name]))
    return state


class Baseline:
    """The plain chain as the system under fire; it has one door, whatever a document names."""

    app = __name__
    queues: Sequence[str] = QUEUES
    results = RESULTS
    names_holders = False

    def prepare(self, redis: Redis) -> None:
        """Nothing to prepare: nobody trims this stream."""

    def producers(
        self, url: str, accepted: Accepted, folder: Path, ended: threading.Event
    ) -> tuple[dict[str, tuple[Send, int]], Callable[[Sample], None], Callable[[], None]]:
        """Return the one door under all names."""
        created = create_app(url)
        links = [created.tasks[f"baseline.{name}"] for name in QUEUES]

        def send(rows: Sequence[Sample]) -> None:
            for row in rows:
                if row.planted is Planted.POISON:
                    continue
                first = links[0].s({"document": row.document, "outputs": {}})
                chain(first, *(link.s() for link in links[1:])).apply_async(retry=False)
                if row.planted is Planted.NOTHING:
                    accepted.note(row.id, door="celery")

        doors: Mapping[str, tuple[Send, int]] = dict.fromkeys(
            ("client", "client_many", "redis", "celery", "cli"), (send, 1)
        )
        return dict(doors), lambda _: None, created.close

    def look(self, redis: Redis) -> list[Held]:
        """Name the stages that have messages; which document is where, only Celery knows."""
        at_work = int(redis.hlen("unacked"))
        return [Held("", name, "unknown", "") for name in QUEUES if at_work or redis.llen(name)]

    def pending(self, redis: Redis) -> int:
        """Return how many messages wait or are being worked on."""
        return int(redis.hlen("unacked")) + sum(int(redis.llen(name)) for name in QUEUES)

    def publications(self, redis: Redis) -> list[Publication]:
        """Return the whole results stream."""
        rows = [(text(entry), mapping(fields)) for entry, fields in pages(redis, RESULTS)]
        return [
            Publication(int(entry.partition("-")[0]) / 1000, row["id"], 1, row["id"], row["status"])
            for entry, row in rows
        ]

    def leftovers(self, redis: Redis) -> list[str]:
        """Nothing is promised about what stays behind."""
        return []

    def failures(self, redis: Redis) -> set[tuple[str, str]]:
        """There is no list of failures."""
        return set()

    def counts(self, redis: Redis) -> dict[str, int]:
        """There are no counters."""
        return {}


@worker_init.connect
def _load_models(**_: Any) -> None:
    preload()


chaos_misbehaviour.install()
app = create_app(os.environ.get("WARRAQ_REDIS_URL", "redis://127.0.0.1:6379/0"))
