"""Nothing stays in Redis by accident: every key expires, or is on the list of permanent ones, or is Celery's own."""

import re

from celery import Celery

from schemas import Document, Options, StageName
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until
from workers.ledger import keys
from workers.tasks.stage_run import ORDER

# Celery's: queues (a list while it has messages), which queue hears what, and what was delivered and not acknowledged.
CELERY_KEYS = (
    r"_kombu\.binding\..+",
    r"_kombu\.binding_deadlines",
    r"_kombu\.binding_permanent\..+",
    r"unacked(_index|_mutex)?",
    rf"celery|{'|'.join(ORDER)}",
)


def unexplained(stack: Stack) -> list[str]:
    """Return the keys that never expire and that nobody has explained."""
    lasting = [key.decode() for key in stack.redis.scan_iter() if stack.redis.ttl(key) == -1]
    celery = re.compile("|".join(f"({pattern})" for pattern in CELERY_KEYS))
    return [key for key in lasting if key not in keys.PERMANENT and not celery.fullmatch(key)]


def test_every_key_expires_or_is_explained_after_documents_of_every_kind(stack: Stack) -> None:
    client = stack.client
    cancelled = Document(id="cancelled", text="one")
    client.submit(cancelled)
    client.cancel("cancelled")
    client.cancel("never-seen")
    stack.redis.xadd(keys.DOCUMENTS, {"document": '{"colour": "red"}'})
    stack.redis.xadd(keys.DOCUMENTS, {"document": '{"id": "foreign", "text": "hello"}'})
    large = Options(stages=(StageName.NORMALIZE,))
    ids = stack.submit(
        *notes(3),
        Document(id="broken", content=b"%PDF-1.7 nothing", media_type="application/pdf"),
        Document(id="large", text="word " * 250_000, options=large),
    )
    stack.start_worker()
    wait_until(lambda: "foreign" in stack.published(), seconds=60, what="the foreign document")
    stack.results(ids)
    foreign = Celery("somebody-else", broker=stack.server.url, set_as_current=False)
    foreign.send_task("workers.submit", args=[{"id": "celery", "text": "hello"}])
    wait_until(lambda: "celery" in stack.published(), seconds=60, what="the document of the Celery door")
    assert foreign.control.ping(timeout=2)
    wait_until(lambda: stack.redis.xlen(keys.FAILURES) == 2, what="both failures")
    wait_until(lambda: stack.redis.zcard(keys.DUE) == 0, what="an empty ledger")
    assert stack.redis.keys("warraq:document:large:*")
    wait_until(lambda: not unexplained(stack), seconds=5, what=f"no other key than these: {unexplained(stack)}")
    assert stack.redis.zrange(keys.FINISHED, 0, -1, withscores=False)
    assert not stack.redis.keys("*.reply.celery.pidbox")
