"""How a worker of Celery takes messages: one that cannot become a task is refused, acknowledged and never quoted."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from workers.messages import check_task
from workers.refusals import refuse

# Its type stubs lack what is overridden here.
_celery: Any = import_module("celery.worker.consumer")


class Consumer(_celery.Consumer):  # type: ignore[misc]
    """Celery's consumer without its habits of raising at foreign messages and of quoting them in the log."""

    def create_task_handler(self, *arguments: Any, **options: Any) -> Callable[[Any], None]:
        """Return what the event loop calls with each message; a foreign one never raises through it."""
        hand_on = super().create_task_handler(*arguments, **options)

        def on_task_received(message: Any) -> None:
            try:
                check_task(message.headers, message.body)
                hand_on(message)
            except KeyError as error:
                # Celery takes it for a lost connection: the message would come back for ever.
                self._drop(message, error)
            except self.connection_errors:
                raise
            except Exception as error:  # noqa: BLE001 (a message must not end its worker, nor come back for ever)
                self._drop(message, error)

        return on_task_received

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        """Refuse a body that cannot be read."""
        self._drop(message, exc)

    def on_unknown_message(self, body: Any, message: Any) -> None:
        """Refuse what is no task message."""
        self._drop(message, "unknown form")

    def on_unknown_task(self, body: Any, message: Any, exc: Exception) -> None:
        """Refuse a task that this worker does not have."""
        self._drop(message, "no task of that name is known here")

    def on_invalid_task(self, body: Any, message: Any, exc: Exception) -> None:
        """Refuse a message of a serializer that is not accepted, or with impossible headers."""
        self._drop(message, exc)

    def _drop(self, message: Any, reason: Exception | str) -> None:
        refuse(reason)
        if not message.acknowledged:
            message.ack()
