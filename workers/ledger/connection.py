"""One way to connect to Redis for the ledger."""

from redis import Redis

from workers.errors import ConfigurationError

EXAMPLE_URL = "redis://:password@host:6379/0"
CONNECT_TIMEOUT_SECONDS = 5
# Above the longest blocking read of the intake and of consumers (5 s), below a frozen server's patience.
SOCKET_TIMEOUT_SECONDS = 30
HEALTH_CHECK_SECONDS = 10


def connect(url: str) -> Redis:
    """Return a client with time-outs, keep-alive and health checks; nothing is sent before the first command."""
    try:
        return Redis.from_url(
            url,
            socket_connect_timeout=CONNECT_TIMEOUT_SECONDS,
            socket_timeout=SOCKET_TIMEOUT_SECONDS,
            socket_keepalive=True,
            health_check_interval=HEALTH_CHECK_SECONDS,
        )
    except ValueError as error:
        raise ConfigurationError(f"the URL of Redis is none: {error}; it looks like {EXAMPLE_URL}") from None
