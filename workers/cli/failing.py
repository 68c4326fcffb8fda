"""What the command line says of errors: one line with what was wrong and what to do."""

from urllib.parse import urlsplit, urlunsplit

from redis.exceptions import AuthenticationError, NoPermissionError, RedisError

from workers.errors import WarraqError


def explain(error: Exception) -> str | None:
    """Return the line for an error that is foreseen, else None."""
    if isinstance(error, WarraqError):
        return f"{error.code.value}: {error}" if error.code.value != "internal" else str(error)
    if isinstance(error, AuthenticationError | NoPermissionError):
        return f"Redis at {shown_url()} refuses the password; set it in WARRAQ_REDIS_URL"
    if isinstance(error, RedisError):
        return (
            f"no Redis answers at {shown_url()} ({type(error).__name__}); "
            "start one with `warraq up`, or set WARRAQ_REDIS_URL"
        )
    if isinstance(error, TimeoutError | OSError):
        return str(error)
    return None


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
    if parts.password is None:
        return url
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{parts.username or ''}:***@{host}"))
