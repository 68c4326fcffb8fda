"""What the command line says of errors: one line with what was wrong and what to do."""

from re import compile as pattern
from urllib.parse import urlsplit, urlunsplit

from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    NoPermissionError,
    OutOfMemoryError,
    RedisError,
    ResponseError,
)

from workers.errors import TryLater, WarraqError

# As in sysexits.h: the same command helps later.
TRY_LATER = 75

# redis-py takes it from there as well.
_PASSWORD = pattern(r"\b(password=)[^&]*")


def explain(error: Exception) -> str | None:
    """Return the line for an error that is foreseen, else None."""
    if isinstance(error, WarraqError):
        return f"{error.code.value}: {error}" if error.code.value != "internal" else str(error)
    if isinstance(error, RedisError):
        return _of_redis(error)
    if isinstance(error, TimeoutError | OSError):
        return str(error)
    return None


def exit_code(error: Exception) -> int:
    """Return the exit code for an error: 75 where the same command helps later, else 1."""
    return TRY_LATER if isinstance(error, TryLater) else 1


def _of_redis(error: RedisError) -> str:
    url = shown_url()
    if isinstance(error, NoPermissionError):
        return f"Redis at {url} does not allow this user to do that ({error}); change its ACL, or the user in WARRAQ_REDIS_URL"
    if isinstance(error, AuthenticationError):
        return f"Redis at {url} refuses the password; set it in WARRAQ_REDIS_URL"
    if isinstance(error, BusyLoadingError):
        return f"Redis at {url} is still loading its data; try again in a moment"
    if isinstance(error, OutOfMemoryError):
        return f"Redis at {url} is at its memory limit; `warraq doctor` says what to do"
    if isinstance(error, ResponseError):
        return f"Redis at {url} cannot do that: {error}"
    return f"no Redis answers at {url} ({type(error).__name__}); start one with `warraq up`, or set WARRAQ_REDIS_URL"


def shown_url() -> str:
    """Return the URL in force without its password."""
    from workers import environment

    try:
        return without_password(environment.redis_url(environment.settings()))
    except WarraqError:
        return "the configured URL"


def without_password(url: str) -> str:
    """Return a URL with its password replaced by stars."""
    parts = urlsplit(url)
    parts = parts._replace(query=_PASSWORD.sub(r"\1***", parts.query))
    if parts.password is None:
        return urlunsplit(parts)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{parts.username or ''}:***@{host}"))
