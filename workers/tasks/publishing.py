"""The last stage: join what the others left in the ledger and publish it."""

import logging

from redis import Redis
from redis.exceptions import RedisError

from workers.errors import WarraqError
from workers.ledger import codec, endings
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.publication import Ending, publish
from workers.ledger.replies import moment
from workers.ledger.work import PUBLISH, Verdict, Work
from workers.logs import place
from workers.pipeline import STAGES, StageRun, assemble
from workers.settings import Settings
from workers.state import State
from workers.tasks import record
from workers.tasks.beating import beating
from workers.tasks.stage_run import ORDER, exhausted, field_of, unreadable

logger = logging.getLogger(__name__)


def publish_bundle(redis: Redis, settings: Settings, *, work: Work, bundle: Bundle) -> Bundle:
    """Publish what may be published; returns suspects that must be sent alone."""
    verdicts = work.begin(bundle, order=ORDER)
    sorted_out: dict[Verdict, Bundle] = {verdict: [] for verdict in Verdict}
    for ticket, verdict in zip(bundle, verdicts, strict=True):
        sorted_out[verdict].append(ticket)
    for ticket in sorted_out[Verdict.EXHAUSTED]:
        ending = endings.failed(redis, ticket, error=exhausted(work.stage, settings.max_attempts))
        publish(redis, [ending] if ending else [], settings)
    ready = sorted_out[Verdict.GO]
    if ready:
        try:
            with beating(work, ready, lease_seconds=settings.lease_seconds):
                _publish(redis, settings, work, ready)
        except (RedisError, OSError) as error:
            logger.warning("publish gives back documents: %s", type(error).__name__)
            work.release(ready)
    return sorted_out[Verdict.SPLIT]


def _publish(redis: Redis, settings: Settings, work: Work, bundle: Bundle) -> None:
    rows = work.load(bundle, ["head", "lane", "submitted_at", *(field_of(stage) for stage in STAGES)])
    work.start(bundle)
    found = (_readable(redis, ticket, row) for ticket, row in zip(bundle, rows, strict=True))
    made = [ending for ending in found if ending is not None]
    answers = publish(redis, made, settings)
    work.expire_large_outputs(row.ticket for row, answer in zip(made, answers, strict=True) if answer == "published")


def _readable(redis: Redis, ticket: Ticket, row: list[bytes | None]) -> Ending | None:
    """Return the ending of a document; one that this version cannot read fails, and leaves its neighbours alone."""
    try:
        return _ending(ticket, row)
    except (WarraqError, ValueError, TypeError) as error:
        logger.warning("publish cannot read what is stored of %s: %s", ticket.id, place(error))
        return endings.failed(redis, ticket, error=unreadable(PUBLISH))


def _ending(ticket: Ticket, row: list[bytes | None]) -> Ending | None:
    head, lane, submitted_at, *outputs = row
    if head is None:
        return None
    document = codec.decode_document(head).model_copy(update={"id": ticket.id})
    state, runs = State(document), dict[str, StageRun]()
    for stage, stored in zip(STAGES, outputs, strict=True):
        if stored is not None:
            state = state.with_output(record.decode_output(stored, stage))
            runs[stage.name] = record.decode_run(stored)
    when = moment(submitted_at.decode() if submitted_at else None)
    result = endings.stamped(assemble(state, runs=runs), ticket, when)
    return Ending(ticket, (lane or b"normal").decode(), result, document.options.expires_after)
