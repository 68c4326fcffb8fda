"""`warraq demo`: the main job on real input, with a stack of its own."""

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from schemas.result import Result, Status
from workers.cli.documents import Description, Reading, collect
from workers.cli.printing import print_pretty

if TYPE_CHECKING:
    from workers.supervisor import Supervisor

TIMEOUT_SECONDS = 180.0

# Samples are small; a folder may hold anything.
LARGEST_SAMPLE_BYTES = 20_000_000


@click.command()
@click.argument("folder", default="seeds", type=click.Path(exists=True, file_okay=False, path_type=Path))
def demo(*, folder: Path) -> None:
    """Send every document of FOLDER through Redis and a Celery worker, and show the results."""
    paths = collect([str(folder)])
    with tempfile.TemporaryDirectory(prefix="warraq-demo-") as data_dir, _stack(data_dir) as url:
        click.echo(f"sending {len(paths)} documents through the queue", err=True)
        started = monotonic()
        results = _through_the_queue(url, paths)
        seconds = monotonic() - started
    _summarize(len(paths), results, seconds)
    sys.exit(int(len(results) < len(paths) or any(result.status is not Status.COMPLETED for result in results)))


def _through_the_queue(url: str, paths: list[Path]) -> list[Result]:
    from workers.client import Client

    results = []
    with Client(url) as client:
        receipts = client.submit_many(Reading(paths, Description(), max_document_bytes=LARGEST_SAMPLE_BYTES))
        for result in client.wait_many([receipt.id for receipt in receipts], timeout_seconds=TIMEOUT_SECONDS):
            results.append(result)
            print_pretty(result)
    return results


def _summarize(expected: int, results: list[Result], seconds: float) -> None:
    languages = sorted({result.language.tag for result in results if result.language})
    entities = sum(len(result.entities or ()) for result in results)
    click.echo(
        f"\n{len(results)} of {expected} documents in {seconds:.1f} s, {entities} entities, {len(languages)} languages:"
    )
    click.echo(" ".join(languages))


@contextmanager
def _stack(data_dir: str) -> Iterator[str]:
    """Run Redis (unless one is configured) and a worker while the block lasts, and tell the URL."""
    from workers import environment, logs
    from workers.cli.up import stack
    from workers.embedded import EmbeddedRedis
    from workers.supervisor import Supervisor

    settings = environment.settings()
    logs.set_up("WARNING")
    redis = None if settings.redis_url else EmbeddedRedis(Path(data_dir))
    if redis is not None:
        redis.start()
    url = redis.url if redis else str(settings.redis_url)
    environ = {**os.environ, "WARRAQ_REDIS_URL": url, "WARRAQ_LOG_LEVEL": "WARNING"}
    children = stack(1, log_level="WARNING", flower_port=None)
    log = Path(data_dir) / "worker.log"
    with log.open("wb") as output:
        supervisor = Supervisor(children, environ=environ, redis=redis, soft_shutdown_seconds=1, output=output)
        with _ticking(supervisor):
            yield url
    if children[0].restarts:
        click.echo(f"the worker ended and was started again; its log:\n{log.read_text(errors='replace')}", err=True)


@contextmanager
def _ticking(supervisor: "Supervisor") -> Iterator[None]:
    ended = threading.Event()

    def tick() -> None:
        while not ended.is_set():
            supervisor.tick()
            ended.wait(0.1)

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        supervisor.stop()
