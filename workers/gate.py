"""The gate of the Celery door: while the system is full, workers leave `workers.submit` messages in their queue."""

import logging
from typing import Any

from celery import bootsteps
from redis.exceptions import RedisError

from workers import environment
from workers.ledger.door import look

logger = logging.getLogger(__name__)

INTERVAL_SECONDS = 2.0


class GateStep(bootsteps.StartStopStep):
    """Stops consuming the default queue while doors are closed, and goes on when they open.

    A message that is retried instead would wait in the memory of the worker, text included, and take prefetched
    places from the messages that drain the system.
    """

    requires = ("celery.worker.components:Timer", "celery.worker.components:Pool")

    def __init__(self, parent: Any, **_: Any) -> None:
        self._entry: Any = None
        self._redis = environment.redis_client(environment.settings())
        self._is_shut = False

    def start(self, parent: Any) -> None:
        """Begin to look; only the main loop of a prefork worker may touch its consumer from a timer."""
        queue = parent.app.conf.task_default_queue
        if parent.pool_cls.__module__.endswith("prefork") and queue in parent.app.amqp.queues.consume_from:
            self._entry = parent.timer.call_repeatedly(INTERVAL_SECONDS, self._look, (parent, queue))

    def stop(self, parent: Any) -> None:
        """Stop looking."""
        if self._entry is not None:
            self._entry.cancel()
            self._entry = None
        self._redis.close()

    def _look(self, parent: Any, queue: str) -> None:
        consumer = parent.consumer
        if consumer is None or consumer.task_consumer is None:
            return
        try:
            is_open = look(self._redis, environment.settings()).is_open
        except (RedisError, OSError):
            return
        if is_open and self._is_shut:
            logger.info("there is room again: %s is consumed", queue)
            consumer.add_task_queue(queue)
        elif not is_open and not self._is_shut:
            logger.warning("the system is full: messages in %s wait there", queue)
            consumer.cancel_task_queue(queue)
        self._is_shut = not is_open
