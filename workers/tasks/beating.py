"""The heartbeat of a run: while a bundle is in work, its documents stay ours."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from redis.exceptions import RedisError

from workers.ledger.bundle import Bundle
from workers.ledger.work import Work

logger = logging.getLogger(__name__)

BEATS_PER_LEASE = 3


@contextmanager
def beating(work: Work, bundle: Bundle, *, lease_seconds: float) -> Iterator[None]:
    """Renew the lease of every document of the bundle from a thread, until the block ends."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(lease_seconds / BEATS_PER_LEASE):
            try:
                work.beat(bundle)
            except (RedisError, OSError, MemoryError) as error:
                logger.warning("a heartbeat did not arrive: %s", type(error).__name__)

    thread = threading.Thread(target=beat, name="warraq-heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
