"""Tidying up, by one worker at a time: results that nobody needs, rows that have expired, and relief of memory."""

import logging
from time import monotonic

from redis import Redis
from redis.exceptions import OutOfMemoryError

from workers.ledger import keys, scripts
from workers.ledger.door import Door, look
from workers.ledger.groups import groups, most_bytes
from workers.ledger.replies import text
from workers.settings import Settings

logger = logging.getLogger(__name__)

# How often some worker tidies up, whichever comes first.
INTERVAL_MILLISECONDS = 2_000
# Bounds, so that one call never holds Redis for long.
TRIMMED_ENTRIES = 5_000
SHED_DOCUMENTS = 64
SHED_ROUNDS = 32
# How often a log says the same thing.
QUIET_SECONDS = 60.0


class Trimmer:
    """The part of tidying up that one worker does; every step may be repeated, by anybody, at any time."""

    def __init__(self, redis: Redis, settings: Settings) -> None:
        self._redis = redis
        self._settings = settings
        self._said: dict[str, float] = {}

    def turn(self) -> None:
        """Tidy up, unless another worker has just done so."""
        if not self._is_mine():
            return
        self._forget_expired()
        door = look(self._redis, self._settings)
        self._trim_results(door)
        if door.reason == "memory":
            self._relieve()

    def _is_mine(self) -> bool:
        try:
            return bool(self._redis.set(keys.TRIMMING, "1", nx=True, px=INTERVAL_MILLISECONDS))
        except OutOfMemoryError:
            # At the limit nobody can take the lock, and everybody is welcome to help.
            return True

    def _forget_expired(self) -> None:
        """Rows of documents whose hash has expired by itself, and failures beyond their age or number."""
        settings = self._settings
        seconds, _ = self._redis.time()
        finished, failed = (
            max(int(seconds) - kept, 0) * 1000
            for kept in (settings.state_expiry_seconds, settings.failure_expiry_seconds)
        )
        with self._redis.pipeline(transaction=False) as pipe:
            pipe.zremrangebyscore(keys.FINISHED, "-inf", finished)
            pipe.xtrim(keys.FAILURES, minid=failed, approximate=False)
            pipe.xtrim(keys.FAILURES, maxlen=settings.failures_max)
            pipe.execute()

    def _trim_results(self, door: Door) -> None:
        settings = self._settings
        bounds = [settings.results_kept, settings.results_max, most_bytes(door, settings), TRIMMED_ENTRIES]
        call = scripts.Call([keys.RESULTS, keys.COUNTS, keys.DOOR], bounds)
        _, unread, _, _ = scripts.run(self._redis, "trim", call)
        if unread:
            self._say("lost", f"the results stream is full: {unread:,} results were trimmed that a group had not read")
        for group in groups(self._redis, settings):
            if group.is_in_danger:
                self._say(group.name, group.describe())

    def _relieve(self) -> None:
        """Give up what finished documents would keep for a rerun, the oldest first, until doors can open."""
        for _ in range(SHED_ROUNDS):
            oldest = [text(member) for member in self._redis.zrange(keys.FINISHED, 0, SHED_DOCUMENTS - 1)]
            if not oldest:
                return
            call = scripts.Call([keys.FINISHED, keys.COUNTS, *map(keys.document, oldest)], oldest)
            beside = scripts.run(self._redis, "shed", call)
            if beside:
                self._redis.unlink(*beside)
            self._say("shed", "short of memory: finished documents lose their source early, the oldest first")
            if look(self._redis, self._settings).reason != "memory":
                return

    def _say(self, subject: str, line: str) -> None:
        now = monotonic()
        if now - self._said.get(subject, -QUIET_SECONDS) >= QUIET_SECONDS:
            self._said[subject] = now
            logger.warning("%s", line)
