"""`warraq doctor`: what is wrong with this installation, and how to mend it."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import click
from redis import Redis
from redis.exceptions import RedisError

from workers.errors import WarraqError
from workers.ledger import keys

OLDEST_VERSION = (6, 2)
# Scripts use the clock of Redis; results carry that of the worker. More than this apart is confusing.
CLOCK_SKEW_SECONDS = 5.0
# A document that waits at the door this long with live workers means that they do not keep up.
OLD_BACKLOG_SECONDS = 300.0
_CLOSED = {
    "memory": "lower WARRAQ_RESULTS_MAX_BYTES, shorten WARRAQ_RESULT_EXPIRY_SECONDS, or raise maxmemory",
    "backlog": "start more workers, or raise WARRAQ_MAX_BACKLOG_DOCUMENTS",
}


class Level(StrEnum):
    """How bad a finding is; only `bad` ones make the exit code 1."""

    GOOD = "ok"
    ODD = "warning"
    BAD = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, and what to do about it."""

    level: Level
    subject: str
    found: str
    remedy: str = ""


@click.command()
def doctor() -> None:
    """Check settings, models, Redis and the queue; exit code 1 when something is wrong."""
    worst = 0
    for finding in findings():
        remedy = f"\n{'':10}→ {finding.remedy}" if finding.remedy else ""
        click.echo(f"{finding.level:<9} {finding.subject}: {finding.found}{remedy}")
        worst |= int(finding.level is Level.BAD)
    sys.exit(worst)


def findings() -> Iterator[Finding]:
    """Run all checks, the cheap and local ones first; without Redis the rest is left out."""
    try:
        yield _settings()
        yield _celery()
    except WarraqError as error:
        yield Finding(Level.BAD, "settings", str(error), "correct the environment variable")
        return
    yield from _models()
    yield from _redis()


def _settings() -> Finding:
    from workers import environment
    from workers.settings import Settings

    chosen = environment.settings()
    changed = sorted(
        name for name in Settings.model_fields if getattr(chosen, name) != Settings().__getattribute__(name)
    )
    return Finding(Level.GOOD, "settings", f"{', '.join(changed)} set, the rest default" if changed else "all default")


def _celery() -> Finding:
    from workers import environment
    from workers.celery import STAGE_QUEUES
    from workers.celery_settings import VISIBILITY_TIMEOUT_SECONDS, celery_settings

    chosen = environment.settings()
    made = celery_settings(chosen, broker_url="", queues=STAGE_QUEUES)
    visibility = made["broker_transport_options"].get("visibility_timeout", VISIBILITY_TIMEOUT_SECONDS)
    if visibility <= made["task_time_limit"]:
        remedy = "raise it above the time limit; a shorter one repeats long tasks for ever"
        return Finding(Level.BAD, "celery", f"the visibility timeout is {visibility} s", remedy)
    return Finding(Level.GOOD, "celery", f"{len(made)} settings, all known to Celery")


def _models() -> Iterator[Finding]:
    from workers import environment
    from workers.engines.registry import choose, engines, load_engine

    settings = environment.settings()
    choose(name_lists=settings.name_lists, entity_models=settings.entity_models)
    for row in engines():
        try:
            info = load_engine(row).info
            yield Finding(Level.GOOD, f"engine {row.kind.value}", f"{info.name} {info.version}")
        except (WarraqError, ImportError, OSError, ValueError) as error:
            found = f"{row.name} does not load ({type(error).__name__})"
            yield Finding(Level.BAD, f"engine {row.kind.value}", found, "install warraq again; a file of it is missing")


def _redis() -> Iterator[Finding]:
    from workers import environment
    from workers.cli.failing import explain, shown_url

    try:
        with environment.redis_client(environment.settings()) as redis:
            info: dict[str, Any] = redis.info()
            yield _version(info, shown_url())
            for check in _CHECKS:
                yield check(redis, info)
    except (RedisError, OSError) as error:
        yield Finding(Level.BAD, "redis", explain(error) or type(error).__name__)


def _version(info: dict[str, Any], url: str) -> Finding:
    version = str(info["redis_version"])
    numbers = tuple(int(part) for part in version.split(".")[:2])
    if numbers < OLDEST_VERSION:
        return Finding(Level.BAD, "redis", f"{version} at {url}", "6.2 or newer is needed")
    return Finding(Level.GOOD, "redis", f"{version} at {url}")


def _policy(redis: Redis, info: dict[str, Any]) -> Finding:
    policy = str(info.get("maxmemory_policy", ""))
    if policy != "noeviction":
        remedy = "CONFIG SET maxmemory-policy noeviction; any other drops documents when memory is short"
        return Finding(Level.BAD, "eviction", policy, remedy)
    return Finding(Level.GOOD, "eviction", policy)


def _append_only(redis: Redis, info: dict[str, Any]) -> Finding:
    if not info.get("aof_enabled"):
        remedy = "CONFIG SET appendonly yes, and in its configuration; else a crash of Redis loses accepted documents"
        return Finding(Level.BAD, "persistence", "no append-only file", remedy)
    return Finding(Level.GOOD, "persistence", "append-only file")


def _memory(redis: Redis, info: dict[str, Any]) -> Finding:
    used, limit = int(info["used_memory"]), int(info.get("maxmemory", 0))
    if not limit:
        remedy = "set maxmemory; until then doors watch the memory of the machine, which a container may not have"
        return Finding(Level.ODD, "memory", f"{used / 1e6:,.0f} MB used, no limit", remedy)
    return Finding(Level.GOOD, "memory", f"{used / 1e6:,.0f} of {limit / 1e6:,.0f} MB used")


def _doors(redis: Redis, info: dict[str, Any]) -> Finding:
    from workers import environment
    from workers.ledger.door import look, try_later

    settings = environment.settings()
    door = look(redis, settings)
    if door.is_open or door.closed_since is None:
        return Finding(Level.GOOD, "doors", "open")
    found = f"closed since {door.closed_since:%Y-%m-%d %H:%M:%S} UTC: {try_later(door, settings)}"
    return Finding(Level.BAD, "doors", found, _CLOSED[door.reason])


def _readers(redis: Redis, info: dict[str, Any]) -> Finding:
    from workers import environment
    from workers.ledger.groups import groups

    found = groups(redis, environment.settings())
    abandoned = [group for group in found if group.is_abandoned]
    if abandoned:
        names = ", ".join(group.name for group in abandoned)
        remedy = f"if nobody needs it: redis-cli XGROUP DESTROY {keys.RESULTS} {abandoned[0].name}"
        return Finding(Level.ODD, "readers", f"nobody reads in the group {names} any more", remedy)
    if slow := [group.describe() for group in found if group.is_in_danger]:
        remedy = "start more consumers in the group, or raise WARRAQ_RESULTS_MAX and WARRAQ_RESULTS_MAX_BYTES"
        return Finding(Level.ODD, "readers", "; ".join(slow), remedy)
    return Finding(Level.GOOD, "readers", f"{len(found)} groups read the results stream")


def _clock(redis: Redis, info: dict[str, Any]) -> Finding:
    seconds, microseconds = redis.time()
    skew = time.time() - (int(seconds) + int(microseconds) / 1e6)
    if abs(skew) > CLOCK_SKEW_SECONDS:
        return Finding(Level.ODD, "clock", f"{skew:+.1f} s apart from Redis", "synchronize the clocks (NTP)")
    return Finding(Level.GOOD, "clock", "agrees with Redis")


def _queue(redis: Redis, info: dict[str, Any]) -> Finding:
    from workers.ledger.overview import overview

    found = overview(redis)
    words = f"{found.unfinished:,} unfinished, {len(found.workers)} workers, {found.failures:,} failures listed"
    if refused := found.counts["refused_messages"]:
        words += f", {refused:,} messages of Celery refused (a worker's log says why)"
    if not found.workers:
        level = Level.BAD if found.unfinished else Level.ODD
        return Finding(level, "queue", words, "start a worker: `warraq up`, or `celery -A workers worker`")
    if (found.oldest_seconds or 0) > OLD_BACKLOG_SECONDS:
        remedy = "workers do not keep up: start more (docker compose up --scale worker=N)"
        return Finding(Level.ODD, "queue", f"{words}; the oldest waits for {found.oldest_seconds:.0f} s", remedy)
    return Finding(Level.GOOD, "queue", words)


_CHECKS: tuple[Callable[[Redis, dict[str, Any]], Finding], ...] = (
    _policy,
    _append_only,
    _memory,
    _doors,
    _readers,
    _clock,
    _queue,
)
