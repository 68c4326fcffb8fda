"""The Redis transport of kombu, which lets nothing in that would end the main loop of a worker.

kombu trusts what it pops from a list or hears on a channel: one message without properties, or that is not JSON,
raises through the event loop, and the worker ends. Here such a message is refused, counted and gone.
"""

from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES

from workers import environment, transport
from workers.messages import check_form, check_size, size_limit
from workers.refusals import refuse

SCHEMES = ("redis", "rediss")

redis: Any = transport.redis


class Message(redis.Channel.Message):  # type: ignore[misc]
    """A message whose envelope was checked before kombu opens it."""

    def __init__(self, payload: Any, channel: Any = None, **fields: Any) -> None:
        check_form(payload)
        super().__init__(payload, channel=channel, **fields)


class Channel(transport.Channel):
    """A channel on which a message that cannot be read is refused instead of raised."""

    Message = Message

    def _create_client(self, asynchronous: bool = False) -> Any:  # noqa: FBT001, FBT002 (kombu's signature)
        client = super()._create_client(asynchronous)
        client.set_response_callback("BRPOP", _popped)
        return client

    def _brpop_read(self, **options: Any) -> Any:
        return self._guarded(super()._brpop_read, **options)

    def _receive_one(self, c: Any) -> Any:
        return self._guarded(super()._receive_one, c)

    def _guarded(self, read: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return read(*arguments, **options)
        except KeyError as error:
            # kombu takes it for a lost connection and would connect again; here it can only be the message.
            reason: Exception = error
        except (Empty, *self.connection_errors, *self.connection.channel_errors):
            raise
        except Exception as error:  # noqa: BLE001 (whatever a foreign message provokes, the worker lives on)
            reason = error
        refuse(reason)
        raise Empty


class Transport(redis.Transport):  # type: ignore[misc]
    """The Redis transport with guarded channels."""

    Channel = Channel


def install() -> None:
    """Let `redis://` and `rediss://` mean this transport in this process."""
    for scheme in SCHEMES:
        TRANSPORT_ALIASES[scheme] = f"{__name__}:{Transport.__name__}"


def _popped(answer: Any, **_: Any) -> Any:
    if not answer:
        return None
    queue, item = answer
    return queue, check_size(item, limit=size_limit(environment.settings().max_document_bytes))
