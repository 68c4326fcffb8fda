"""Celery's Redis transport with two mends, so that a worker outlives its Redis."""

from typing import Any

from kombu.transport import TRANSPORT_ALIASES, redis
from redis import exceptions
from redis.backoff import NoBackoff
from redis.retry import Retry


class Channel(redis.Channel):
    """A channel that fails at once, in the one way for which its consumer is prepared."""

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 (kombu's signature)
        if self.connection is None or self.connection.client is None:
            # The consumer closes its broken connection twice; the second time kombu finds nothing to connect to, and
            # the AttributeError that follows ends the worker ("Unrecoverable error").
            raise exceptions.ConnectionError("the connection of this channel was closed")
        # A retry of redis-py hides that a connection was lost: the read of a subscription connects again by itself and
        # waits on the new connection, in the main loop, for a message that need not come (caught with py-spy).
        return {**super()._connparams(asynchronous=asynchronous), "retry": Retry(NoBackoff(), 0)}  # type: ignore[misc]


class Transport(redis.Transport):
    """The transport behind redis:// and rediss:// once `install` was called."""

    Channel = Channel


def install() -> None:
    """Make kombu use this transport in this process; its setting for it would lose what the scheme says about TLS."""
    TRANSPORT_ALIASES.update(dict.fromkeys(("redis", "rediss"), "workers.transport:Transport"))
