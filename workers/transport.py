"""The channels of Celery's Redis transport with two mends, so that a worker outlives its Redis."""

from importlib import import_module
from typing import Any

from redis import exceptions
from redis.backoff import NoBackoff
from redis.retry import Retry

# Its type stubs lack most of it.
redis: Any = import_module("kombu.transport.redis")


class Channel(redis.Channel):  # type: ignore[misc]
    """A channel that fails at once, in the one way for which its consumer is prepared."""

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 (kombu's signature)
        if self.connection is None or self.connection.client is None:
            # The consumer closes its broken connection twice; the second time kombu finds nothing to connect to, and
            # the AttributeError that follows ends the worker ("Unrecoverable error").
            raise exceptions.ConnectionError("the connection of this channel was closed")
        # A retry of redis-py hides that a connection was lost: the read of a subscription connects again by itself and
        # waits on the new connection, in the main loop, for a message that need not come (caught with py-spy).
        return {**super()._connparams(asynchronous=asynchronous), "retry": Retry(NoBackoff(), 0)}
