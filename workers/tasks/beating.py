"""The heartbeat of a run: while a bundle is in work, its documents stay ours; work on one that is over ends."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from redis.exceptions import RedisError

from workers.ledger.bundle import Bundle
from workers.ledger.work import Work
from workers.tasks.interruption import Watch

logger = logging.getLogger(__name__)

BEATS_PER_LEASE = 3
# A cancelled document leaves its process within about this long; a look reads four fields of one document.
LOOK_SECONDS = 1.0


@contextmanager
def beating(work: Work, bundle: Bundle, *, lease_seconds: float) -> Iterator[Watch]:
    """Renew the lease of every document of the bundle from a thread, until the block ends.

    Between the beats the thread looks whether the document that is in work by the watch is over, and ends that work.
    """
    ended = threading.Event()
    watch = Watch()

    def beat() -> None:
        interval = lease_seconds / BEATS_PER_LEASE
        next_beat = monotonic() + interval
        while not ended.wait(min(LOOK_SECONDS, max(next_beat - monotonic(), 0))):
            try:
                if monotonic() >= next_beat:
                    next_beat = monotonic() + interval
                    work.beat(bundle)
                current = watch.current
                if current is not None and work.is_over(current):
                    watch.end(current)
            except (RedisError, OSError, MemoryError) as error:
                logger.warning("a heartbeat did not arrive: %s", type(error).__name__)

    thread = threading.Thread(target=beat, name="warraq-heartbeat", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        ended.set()
        thread.join()
