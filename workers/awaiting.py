"""A worker whose Redis is away waits for it and says so: which Redis, why, and for how long already."""

import logging
from time import monotonic, sleep
from typing import Any

from celery import bootsteps
from redis import Redis
from redis.connection import parse_url
from redis.exceptions import AuthenticationError, BusyLoadingError, RedisError, ResponseError, TimeoutError

from workers import environment
from workers.soft_stop import SoftStopStep

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
# A line at once, then ever more rarely: an absence of a night must not fill the log.
FIRST_REMINDER_SECONDS = 5.0
RAREST_REMINDER_SECONDS = 60.0
# What the command line answers to a wrong option: a supervisor need not try again.
CANNOT_START = 2


class Absence:
    """One Redis that may be away; turns many failures into few lines."""

    def __init__(self, url: str) -> None:
        self._place = place(url)
        self._since: float | None = None
        self._next_line = 0.0
        self._pause = FIRST_REMINDER_SECONDS

    def note(self, error: Exception) -> None:
        """Say that Redis is away, unless that was said a moment ago."""
        now = monotonic()
        if self._since is None:
            self._since = now
        if now < self._next_line:
            return
        waited = now - self._since
        logger.warning("waiting for Redis at %s: %s (for %.0f s now)", self._place, reason(error), waited)
        self._next_line = now + self._pause
        self._pause = min(self._pause * 2, RAREST_REMINDER_SECONDS)

    def end(self) -> None:
        """Say that Redis is back, if it was away."""
        if self._since is not None:
            logger.info("Redis at %s answers after %.0f s", self._place, monotonic() - self._since)
            self._since, self._next_line, self._pause = None, 0.0, FIRST_REMINDER_SECONDS


def place(url: str) -> str:
    """Return host and port, or the socket, of a URL: what may be logged of it."""
    parts: dict[str, Any] = parse_url(url)  # type: ignore[no-untyped-call]
    if "path" in parts:
        return str(parts["path"])
    return f"{parts.get('host', 'localhost')}:{parts.get('port', 6379)}"


def reason(error: Exception) -> str:
    """Return why a Redis does not answer, in words that say whether waiting helps; never with a password."""
    if is_refused(error):
        return "it refuses the user or the password; waiting does not help, WARRAQ_REDIS_URL must change"
    if isinstance(error, BusyLoadingError):
        return "it loads its data"
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    text = str(error).lower()
    if "name or service not known" in text or "resolution" in text or "no address" in text:
        return "its host name does not resolve; waiting helps only if that name is about to exist"
    if "refused" in text:
        return "nothing listens there (connection refused)"
    return type(error).__name__


def is_refused(error: Exception) -> bool:
    """Say whether Redis is there and wants other credentials."""
    if isinstance(error, AuthenticationError):
        return True
    return isinstance(error, ResponseError) and str(error).startswith(("NOAUTH", "WRONGPASS", "NOPERM"))


class AwaitRedisStep(bootsteps.StartStopStep):
    """Holds a worker back until its Redis answers; wrong credentials end it, since they never mend themselves."""

    # A stop while it waits must find the handler of a soft stop.
    requires = ("celery.worker.components:Timer", SoftStopStep)

    def __init__(self, parent: Any, **_: Any) -> None:
        self._url = environment.redis_url(environment.settings())

    def start(self, parent: Any) -> None:
        """Return when Redis answers."""
        absence = Absence(self._url)
        while (error := _trouble(self._url)) is not None:
            absence.note(error)
            if is_refused(error):
                raise SystemExit(CANNOT_START)
            sleep(LOOK_SECONDS)
        absence.end()


def _trouble(url: str) -> Exception | None:
    try:
        with Redis.from_url(url, socket_connect_timeout=2, socket_timeout=5, retry=None) as redis:
            redis.ping()
    except (RedisError, OSError) as error:
        return error
    return None
