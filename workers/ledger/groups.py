"""Where the consumer groups of the results stream stand, and which of them is about to lose results."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redis import Redis
from redis.exceptions import ResponseError

from workers.ledger import keys
from workers.ledger.door import Door, look
from workers.ledger.replies import text
from workers.settings import Settings

# A group that is behind by this share of what the stream may hold is in danger.
DANGER_SHARE = 0.8
# A group that nobody has read for this long is likely to be left behind by a service that is gone.
ABANDONED_SECONDS = 24 * 3600.0
# The stream is a second copy of what the result keys hold: it must not take a small Redis for itself.
STREAM_SHARE = 0.25
_SAMPLES = 50


@dataclass(frozen=True, slots=True)
class Group:
    """One consumer group: results it has not acknowledged, and how many the stream may hold before it loses some.

    `behind` is exact from Redis 7 on, and an estimate by time on 6.2. `loses_in_seconds` is at the present speed.
    """

    name: str
    behind: int
    room: int
    loses_in_seconds: float | None
    unread_for_seconds: float | None

    @property
    def is_in_danger(self) -> bool:
        """Say whether the group is close to losing results, or loses some."""
        return self.behind > self.room * DANGER_SHARE

    @property
    def is_abandoned(self) -> bool:
        """Say whether nobody reads in this group any more."""
        return self.behind > 0 and (self.unread_for_seconds is None or self.unread_for_seconds > ABANDONED_SECONDS)

    def describe(self) -> str:
        """Return one line: how far behind, and until when."""
        behind = f"group {self.name} is {self.behind:,} results behind"
        if self.loses_in_seconds is None or not self.is_in_danger:
            return behind
        if self.behind >= self.room:
            return f"{behind}; it is losing results"
        return f"{behind}; it loses results in about {_span(self.loses_in_seconds)}"


def groups(redis: Redis, settings: Settings) -> list[Group]:
    """Return the groups of the results stream, none when there is no stream."""
    try:
        stream: Any = redis.xinfo_stream(keys.RESULTS)
    except ResponseError:
        return []
    room = _room(redis, settings, int(stream["length"]))
    rows: Any = redis.xinfo_groups(keys.RESULTS)
    return [_group(redis, row, stream, room) for row in rows]


def most_bytes(door: Door, settings: Settings) -> int:
    """Return how much memory the results stream may take: its bound, or less in a small Redis."""
    return min(settings.results_max_bytes, int(door.limit_bytes * STREAM_SHARE) or settings.results_max_bytes)


def _room(redis: Redis, settings: Settings, length: int) -> int:
    used = redis.memory_usage(keys.RESULTS, samples=_SAMPLES) or 0
    if not length or not used:
        return settings.results_max
    return min(settings.results_max, int(most_bytes(look(redis, settings), settings) * length / used))


def _group(redis: Redis, row: Mapping[str, Any], stream: Mapping[str, Any], room: int) -> Group:
    first, last = (_milliseconds(stream[name]) for name in ("first-entry", "last-entry"))
    length, span_seconds = int(stream["length"]), max(last - first, 1) / 1000
    delivered = _moment(text(row["last-delivered-id"]))
    lag = row.get("lag")
    if lag is None:
        lag = round(length * min(max((last - delivered) / 1000 / span_seconds, 0.0), 1.0))
    behind = int(lag) + int(row["pending"])
    idle = [int(consumer["idle"]) / 1000 for consumer in redis.xinfo_consumers(keys.RESULTS, row["name"])]
    return Group(
        name=text(row["name"]),
        behind=behind,
        room=room,
        loses_in_seconds=max(room - behind, 0) / (length / span_seconds) if length > 1 else None,
        unread_for_seconds=min(idle, default=None),
    )


def _milliseconds(entry: Any) -> int:
    return _moment(text(entry[0])) if entry else 0


def _moment(entry_id: str) -> int:
    return int(entry_id.partition("-")[0])


def _span(seconds: float) -> str:
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
