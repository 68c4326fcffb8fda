"""`warraq up`: Redis, workers and Flower on this machine."""

import os
import signal
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from workers.embedded import EmbeddedRedis
    from workers.supervisor import Child

DEFAULT_FLOWER_PORT = 5555


@click.command()
@click.option("--workers", "count", type=click.IntRange(1), default=1, show_default=True, help="Celery workers.")
@click.option("--concurrency", type=click.IntRange(1), help="Processes of each worker; the CPUs when unset.")
@click.option("--flower", is_flag=True, help="Also run Flower, read-only, on loopback.")
@click.option("--flower-port", type=int, default=DEFAULT_FLOWER_PORT, show_default=True)
def up(*, count: int, concurrency: int | None, flower: bool, flower_port: int) -> None:
    """Run everything on this machine until Ctrl-C: a Redis of its own unless WARRAQ_REDIS_URL names one."""
    from workers import environment, logs
    from workers.celery_settings import celery_settings
    from workers.cli.failing import without_password
    from workers.supervisor import Supervisor

    settings = environment.settings()
    logs.set_up(settings.log_level)
    # A mistake in WARRAQ_CELERY is said here and once, not by each worker.
    celery_settings(settings, broker_url="", queues=())
    redis, url = start_redis()
    environ = {**os.environ, "WARRAQ_REDIS_URL": url}
    if concurrency is not None:
        environ["WARRAQ_CONCURRENCY"] = str(concurrency)
    environ.pop("WARRAQ_REDIS_URL_FILE", None)
    children = stack(count, log_level=settings.log_level, flower_port=flower_port if flower else None)
    click.echo(f"Redis at {without_password(url)}; submit from another terminal with `warraq submit FILE --wait`")
    if flower:
        click.echo(f"Flower at http://127.0.0.1:{flower_port}")
    Supervisor(children, environ=environ, redis=redis, soft_shutdown_seconds=settings.soft_shutdown_seconds).run()


def start_redis() -> "tuple[EmbeddedRedis | None, str]":
    """Return the Redis to use and its URL: the configured one, one that runs already, else a new one of our own."""
    from workers import environment
    from workers.embedded import EmbeddedRedis

    settings = environment.settings()
    if settings.redis_url:
        return None, settings.redis_url
    folder = environment.data_dir(settings)
    url = environment.redis_url(settings)
    if url != environment.DEFAULT_REDIS_URL:
        return None, url
    redis = EmbeddedRedis(folder)
    redis.start()
    return redis, redis.url


def stack(count: int, *, log_level: str, flower_port: int | None) -> "list[Child]":
    """Return the processes to supervise."""
    from workers.supervisor import Child, flower_command, worker_command

    children = [
        Child(f"worker{number}", worker_command(number, log_level=log_level), signal.SIGTERM)
        for number in range(1, count + 1)
    ]
    if flower_port is not None:
        children.append(Child("flower", flower_command(port=flower_port), signal.SIGTERM))
    return children
