"""Consuming the results stream in a group: acknowledged when handled, taken over when a consumer dies."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from redis import Redis
from redis.exceptions import ResponseError

from schemas.result import Result
from workers.ledger import keys, scripts
from workers.ledger.replies import text

BLOCK_MILLISECONDS = 1_000
# A member that reads ahead keeps results waiting behind the one in its hands, and loses them to the others in time.
READ_COUNT = 1
# How many publications a consumer remembers, to drop one that it sees again after a fail-over of Redis.
REMEMBERED = 10_000


class Consumer:
    """One member of a consumer group on the results stream."""

    def __init__(self, redis: Redis, *, group: str, name: str, takeover_seconds: float, start: str = "0") -> None:
        self._redis = redis
        self._group = group
        self._name = name
        self._takeover_milliseconds = int(takeover_seconds * 1000)
        self._seen: OrderedDict[tuple[str, ...], None] = OrderedDict()
        self._create(start)

    def deliveries(self, *, block_milliseconds: int = BLOCK_MILLISECONDS) -> list[tuple[str, Result]]:
        """Return a (stream entry, result) pair: one of a dead consumer first, else a new one, else none in time."""
        while rows := self._claimed() or self._new(block_milliseconds):
            if pairs := [pair for row in rows for pair in self._unseen(*row)]:
                return pairs
        return []

    def acknowledge(self, entry: str) -> None:
        """Say that a delivery was handled."""
        self._redis.xack(keys.RESULTS, self._group, entry)

    def _create(self, start: str) -> None:
        try:
            self._redis.xgroup_create(keys.RESULTS, self._group, id=start, mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):
                raise
        scripts.retire(self._redis, keys.RESULTS, group=self._group)

    def _claimed(self) -> list[tuple[str, Mapping[bytes, bytes]]]:
        idle = self._takeover_milliseconds
        while rows := self._redis.xpending_range(keys.RESULTS, self._group, "-", "+", READ_COUNT, idle=idle):
            entry = rows[0]["message_id"]
            claimed: Any = self._redis.xclaim(keys.RESULTS, self._group, self._name, idle, [entry])
            for _, fields in claimed:
                if fields:
                    return [(text(entry), fields)]
            if not self._redis.xrange(keys.RESULTS, entry, entry):
                self._redis.xack(keys.RESULTS, self._group, entry)
        return []

    def _new(self, block_milliseconds: int) -> list[tuple[str, Mapping[bytes, bytes]]]:
        answer: Any = self._redis.xreadgroup(
            self._group, self._name, {keys.RESULTS: ">"}, count=READ_COUNT, block=block_milliseconds
        )
        streams = answer.values() if isinstance(answer, Mapping) else [entries for _, entries in answer or ()]
        flat = [row for entries in streams for row in _unnested(entries)]
        return [(entry.decode(), fields) for entry, fields in flat]

    def _unseen(self, entry: str, fields: Mapping[bytes, bytes]) -> Iterator[tuple[str, Result]]:
        # The lanes are two streams and hand out the same entry ids, so the id of the document belongs to the identity.
        identity = tuple(fields[name].decode() for name in (b"id", b"entry", b"revision"))
        if identity in self._seen:
            self.acknowledge(entry)
            return
        self._seen[identity] = None
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        yield entry, Result.model_validate_json(fields[b"result"])


def _unnested(entries: Any) -> Any:
    return entries[0] if entries and isinstance(entries[0], list) else entries


def follow(consumer: Consumer) -> Iterator[Result]:
    """Yield results for ever; each is acknowledged when the loop comes back for the next one."""
    while True:
        for entry, result in consumer.deliveries():
            yield result
            consumer.acknowledge(entry)


def drain(consumer: Consumer) -> Iterator[Result]:
    """Yield what is there now and stop; each is acknowledged when the loop comes back for the next one."""
    while deliveries := consumer.deliveries(block_milliseconds=1):
        for entry, result in deliveries:
            yield result
            consumer.acknowledge(entry)
