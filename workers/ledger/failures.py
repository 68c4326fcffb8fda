"""The list of failures: what failed, where and why; requeue and discard."""

import re
from collections.abc import Iterator

from redis import Redis

from schemas.failure import Failure
from workers.errors import NotPossible, UnknownDocument
from workers.ledger import keys, scripts
from workers.ledger.door import RECHECK_MILLISECONDS
from workers.ledger.publication import failure_fields
from workers.ledger.replies import mapping, text
from workers.settings import Settings

PAGE_ENTRIES = 500
_KEY = re.compile(r"\d{1,20}-\d{1,20}")

_REFUSED = {
    "unfinished": "is not finished; wait for it or cancel it first",
    "completed": "has its result; only failed and cancelled documents are requeued",
    "bodiless": "was too large, so its body was not kept; submit it again under another id",
}


def listed(redis: Redis) -> Iterator[tuple[str, Failure]]:
    """Yield (key on the list, failure), the newest first."""
    last = "+"
    while page := redis.xrevrange(keys.FAILURES, max=last, min="-", count=PAGE_ENTRIES):
        for entry_id, fields in page:
            yield text(entry_id), Failure.model_validate(mapping(fields))
        last = f"({text(page[-1][0])}"


def record(redis: Redis, failure: Failure, settings: Settings) -> None:
    """Put something on the list that never became an entry of a lane."""
    seconds, _ = redis.time()
    oldest = max(int(seconds) - settings.failure_expiry_seconds, 0) * 1000
    fields = failure_fields(failure)
    with redis.pipeline() as pipe:
        pipe.xadd(keys.FAILURES, dict(zip(fields[::2], fields[1::2], strict=True)), minid=oldest, approximate=True)
        pipe.hincrby(keys.COUNTS, "rejected", 1)
        pipe.execute()


def requeue(redis: Redis, document_id: str) -> int:
    """Open a failed or cancelled document again and return its new revision; stages that were done stay done."""
    lane_name = redis.hget(keys.document(document_id), "lane")
    lane = keys.lane(text(lane_name or "normal"))
    call = scripts.Call(
        [keys.document(document_id), keys.DUE, lane, keys.FAILURES, keys.COUNTS], [document_id, RECHECK_MILLISECONDS]
    )
    answer, revision = scripts.run(redis, "requeue", call)
    if answer == b"requeued":
        return int(revision)
    if answer == b"unknown":
        raise UnknownDocument(f"no document {document_id}, or its source has expired; submit it again")
    raise NotPossible(f"document {document_id} {_REFUSED[answer.decode()]}")


def discard(redis: Redis, key: str) -> bool:
    """Take a failure off the list; its result and its document expire as they would."""
    return _KEY.fullmatch(key) is not None and bool(redis.xdel(keys.FAILURES, key))
