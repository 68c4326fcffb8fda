"""Messages of Celery that no worker reads: counted in the ledger, named in the log, never quoted."""

import logging
from functools import cache

from redis import Redis
from redis.exceptions import RedisError

from workers import environment
from workers.ledger import keys
from workers.logs import place
from workers.messages import RefusedMessage

logger = logging.getLogger(__name__)

COUNTER = "refused_messages"


def refuse(error: BaseException | str) -> None:
    """Count and log a message that is dropped; only our own words about it are logged."""
    reason = str(error) if isinstance(error, RefusedMessage | str) else place(error)
    logger.warning("a message that no task of ours takes was dropped: %s", reason)
    try:
        _redis().hincrby(keys.COUNTS, COUNTER, 1)
    except (RedisError, OSError) as away:
        logger.warning("it was not counted: %s", type(away).__name__)


@cache
def _redis() -> Redis:
    return environment.redis_client(environment.settings())
