"""How Celery sees a message of ours: without text in events and logs, and able to give work back at a soft stop."""

import logging
from typing import Any

from celery.worker.request import Request
from redis import Redis
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

BLANK = "-"


class StageRequest(Request):
    """A message with a bundle of ids; when it is cut short, its documents get their attempt back."""

    def cancel(self, pool: Any, signal: Any = None, emit_retry: bool = True) -> Any:  # noqa: FBT001, FBT002
        """Give back what the run holds before Celery ends it: at a soft stop, signals come too late (measured)."""
        from workers import environment

        try:
            with environment.redis_client(environment.settings()) as redis:
                self.give_back(redis)
        except (RedisError, OSError) as error:
            logger.warning("a run that was cut short keeps its lease: %s", type(error).__name__)
        return super().cancel(pool, signal=signal, emit_retry=emit_retry)

    def give_back(self, redis: Redis) -> None:
        """Release what the runs of this message hold, with their attempts; raises RedisError, OSError."""
        from workers.ledger.work import release
        from workers.tasks.arguments import bundle_from

        release(redis, f"{self.id}:", bundle_from(self.args, self.kwargs))


class SubmitRequest(Request):
    """The one message that carries text: its arguments are blank wherever Celery shows them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._argsrepr = self._kwargsrepr = BLANK
        self.request_dict.update(argsrepr=BLANK, kwargsrepr=BLANK)

    def info(self, safe: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Describe the request without its arguments."""
        return {**super().info(safe=safe), "args": [], "kwargs": {}}
