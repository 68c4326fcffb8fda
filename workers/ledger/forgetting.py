"""Forgetting a document: everything of it that the ledger can reach goes, and who may still hold its result is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redis import Redis

from schemas.events import Event, EventType
from workers.ledger import keys, scripts
from workers.ledger.reopening import Kept, kept
from workers.ledger.replies import text

# Redis looks at so many entries at once; results of 10 kB hold it for a few milliseconds.
PAGE_ENTRIES = 100
SCAN_KEYS = 1_000
# A document that is taken or begun anew while it is forgotten is forgotten again, this often.
PASSES = 10


@dataclass(frozen=True, slots=True)
class Holder:
    """A consumer group that was given a result of the document; `consumer` has not acknowledged it yet, if named."""

    group: str
    entry: str
    consumer: str | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed: whether it was unfinished, how many entries of each stream, and who was given its results."""

    id: str
    is_known: bool
    was_unfinished: bool
    results: int
    failures: int
    waiting: int
    holders: tuple[Holder, ...]


def forget(redis: Redis, document_id: str) -> Forgotten:
    """Remove a document until nothing of it is found; the streams are searched entry by entry, in pages.

    The cost is one look at every entry of the results, failures and lanes, and at the name of every key.
    """
    was_unfinished, is_known, counts = False, False, dict.fromkeys((keys.RESULTS, keys.FAILURES, *keys.LANES), 0)
    holders: list[Holder] = []
    for _ in range(PASSES):
        state = kept(redis, [document_id])[0]
        was_unfinished = was_unfinished or bool(state and state.entry and not state.state)
        answer = _forget_keys(redis, document_id, state)
        removed = 0
        for stream in counts:
            entries, groups = _forget_entries(redis, stream, document_id)
            counts[stream] += entries
            removed += entries
            holders += groups if stream == keys.RESULTS else ()
        if answer == "unknown" and not removed:
            break
        is_known = True
    waiting = sum(counts[lane] for lane in keys.LANES)
    return Forgotten(
        document_id,
        is_known,
        was_unfinished,
        counts[keys.RESULTS],
        counts[keys.FAILURES],
        waiting,
        tuple(holders),
    )


def _forget_keys(redis: Redis, document_id: str, state: Kept | None) -> str:
    mark = state.mark if state and state.entry else ""
    event = Event(type=EventType.FORGOTTEN, entry=state.entry if state else "", id=document_id)
    outputs = {*(_outputs(redis, document_id)), *(key for key in (state.outputs.values() if state else ()) if key)}
    call = scripts.Call(
        [*_whole_keys(document_id), *outputs],
        [document_id, mark, keys.INTAKE_GROUP, keys.EVENTS, event.model_dump_json(exclude_none=True)],
    )
    return text(scripts.run(redis, "forget", call))


def _whole_keys(document_id: str) -> list[str]:
    lanes = reversed(keys.LANES)
    return [keys.document(document_id), keys.DUE, *lanes, keys.result(document_id), keys.COUNTS, keys.FINISHED]


def _outputs(redis: Redis, document_id: str) -> Iterator[str]:
    """Yield all outputs beside the hash, also those of runs that came second; ids may contain colons, stages do not."""
    prefix = f"{keys.document(document_id)}:"
    for key in map(text, redis.scan_iter(match=f"{prefix}*", count=SCAN_KEYS, _type="string")):
        if keys.is_large_output(key, document_id):
            yield key


def _forget_entries(redis: Redis, stream: str, document_id: str) -> tuple[int, list[Holder]]:
    owner = keys.INTAKE_GROUP if stream in keys.LANES else ""
    first, count, holders = "-", 0, list[Holder]()
    while first:
        call = scripts.Call([stream], [document_id, first, PAGE_ENTRIES, owner])
        last, removed, groups = scripts.run(redis, "forget_entries", call)
        count += len(removed)
        holders += [holder for group in groups for holder in _holders(group, removed)]
        first = f"({text(last)}" if last else ""
    return count, holders


def _holders(group: Sequence[bytes], removed: Sequence[bytes]) -> Iterator[Holder]:
    name, last_delivered, *consumers = map(text, group)
    for entry, consumer in zip(map(text, removed), consumers, strict=True):
        if consumer or _moment(entry) <= _moment(last_delivered):
            yield Holder(name, entry, consumer or None)


def _moment(entry: str) -> tuple[int, ...]:
    return tuple(map(int, entry.split("-")))
