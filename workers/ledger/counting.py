"""Numbers that say how the work goes; losing one costs nothing, so counting never stops the work."""

import logging
from collections.abc import Mapping

from redis import Redis
from redis.exceptions import RedisError

from workers.ledger import keys

logger = logging.getLogger(__name__)


def count(redis: Redis, numbers: Mapping[str, int]) -> None:
    """Add to counters of the ledger; what Redis does not take, at its memory limit or away, is not counted."""
    try:
        with redis.pipeline(transaction=False) as pipe:
            for name, number in numbers.items():
                pipe.hincrby(keys.COUNTS, name, number)
            pipe.execute()
    except (RedisError, OSError) as error:
        logger.warning("%s were not counted: %s", ", ".join(numbers), type(error).__name__)
