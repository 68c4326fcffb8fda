"""Consuming the results stream in a group: acknowledged when handled, taken over when a consumer dies."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from redis import Redis
from redis.exceptions import ResponseError

from schemas.result import Result
from workers.ledger import keys

BLOCK_MILLISECONDS = 1_000
READ_COUNT = 16
# How many publications a consumer remembers, to drop one that it sees again after a fail-over of Redis.
REMEMBERED = 10_000


class Consumer:
    """One member of a consumer group on the results stream."""

    def __init__(self, redis: Redis, *, group: str, name: str, takeover_seconds: float, start: str = "0") -> None:
        self._redis = redis
        self._group = group
        self._name = name
        self._takeover_milliseconds = int(takeover_seconds * 1000)
        self._seen: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._create(start)

    def deliveries(self, *, block_milliseconds: int = BLOCK_MILLISECONDS) -> list[tuple[str, Result]]:
        """Return (stream entry, result) pairs: those of dead consumers first, else new ones, else none in time."""
        rows = self._claimed() or self._new(block_milliseconds)
        return [pair for row in rows for pair in self._unseen(*row)]

    def acknowledge(self, entry: str) -> None:
        """Say that a delivery was handled."""
        self._redis.xack(keys.RESULTS, self._group, entry)

    def _create(self, start: str) -> None:
        try:
            self._redis.xgroup_create(keys.RESULTS, self._group, id=start, mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):
                raise

    def _claimed(self) -> list[tuple[str, Mapping[bytes, bytes]]]:
        answer = self._redis.xautoclaim(
            keys.RESULTS, self._group, self._name, self._takeover_milliseconds, start_id="0-0", count=READ_COUNT
        )
        rows = [(entry, fields) for entry, fields in answer[1] if entry]
        for entry, fields in rows:
            if not fields:
                self._redis.xack(keys.RESULTS, self._group, entry)
        return [(entry.decode(), fields) for entry, fields in rows if fields]

    def _new(self, block_milliseconds: int) -> list[tuple[str, Mapping[bytes, bytes]]]:
        answer: Any = self._redis.xreadgroup(
            self._group, self._name, {keys.RESULTS: ">"}, count=READ_COUNT, block=block_milliseconds
        )
        streams = answer.values() if isinstance(answer, Mapping) else [entries for _, entries in answer or ()]
        flat = [row for entries in streams for row in _unnested(entries)]
        return [(entry.decode(), fields) for entry, fields in flat]

    def _unseen(self, entry: str, fields: Mapping[bytes, bytes]) -> Iterator[tuple[str, Result]]:
        identity = (fields[b"entry"].decode(), fields[b"revision"].decode())
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
