"""What an operator does to documents, seen on real workers."""

import json

from redis import Redis

from schemas import Document, Result, Status
from tests.queue.extension import SLOW
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until
from workers.ledger import keys
from workers.ledger.failures import FailureFilter
from workers.ledger.reopening import Verdict

MARKER = "the quiet heron of Tuesday"
TEXT = f"Hamburg opened a bridge on 3 May 2021 and {MARKER} watched it. It had cost 4 million euros in all."


def outputs(redis: Redis, name: str) -> dict[str, bytes | None]:
    fields = [f"stage:{stage}" for stage in ("normalize", "detect_language", "extract_entities", "summarize")]
    return dict(zip(fields, redis.hmget(keys.document(name), fields), strict=True))  # type: ignore[arg-type]


def is_anywhere(redis: Redis, words: str) -> bool:
    """Say whether the words are in any key, value or stream entry."""
    readers = {
        b"string": lambda key: [redis.get(key)],
        b"hash": lambda key: [part for pair in redis.hgetall(key).items() for part in pair],
        b"stream": lambda key: [part for _, fields in redis.xrange(key) for part in fields.values()],
        b"list": lambda key: redis.lrange(key, 0, -1),
        b"zset": lambda key: redis.zrange(key, 0, -1),
        b"set": redis.smembers,
    }
    # A key of Celery's may be gone since it was named.
    kinds = ((key, redis.type(key)) for key in redis.keys("*"))
    found = ((key, readers[kind](key)) for key, kind in kinds if kind != b"none")
    return any(words.encode() in part for key, parts in found for part in (key, *parts) if part is not None)


class TestOperations:
    def test_a_rerun_does_one_stage_and_what_depends_on_it_again(self, running: Stack) -> None:
        running.submit(Document(id="twice", text=TEXT))
        first = running.client.wait("twice", timeout_seconds=60)
        before = outputs(running.redis, "twice")
        rows = list(running.client.rerun_documents(["twice"], stage="extract_entities", engine_version_below="0.0.1"))
        assert [row.verdict for row in rows] == [Verdict.NEW_ENOUGH]
        assert running.client.rerun("twice", stage="extract_entities", engine_version_below="999") == 2
        wait_until(lambda: running.published()["twice"] == 2, what="the second revision")
        second = running.client.result("twice")
        assert second is not None
        assert (second.status, second.revision) == (Status.COMPLETED, 2)
        self.assert_only_entities_and_summary_are_new(first, second)
        after = outputs(running.redis, "twice")
        assert {name for name in after if after[name] == before[name]} == {"stage:normalize", "stage:detect_language"}
        assert running.redis.zscore(keys.DUE, "twice") is None

    def assert_only_entities_and_summary_are_new(self, first: Result, second: Result) -> None:
        pairs = list(zip(first.provenance.stages, second.provenance.stages, strict=True))
        assert [one == two for one, two in pairs] == [True, True, False, False]
        assert (first.entities, first.summary, first.text) == (second.entities, second.summary, second.text)
        assert first.submitted_at == second.submitted_at

    def test_a_summary_alone_is_done_again_where_nothing_depends_on_it(self, running: Stack) -> None:
        running.submit(Document(id="summary-twice", text=TEXT))
        running.client.wait("summary-twice", timeout_seconds=60)
        before = outputs(running.redis, "summary-twice")
        assert running.client.rerun("summary-twice", stage="summarize") == 2
        wait_until(lambda: running.published()["summary-twice"] == 2, what="the second revision")
        after = outputs(running.redis, "summary-twice")
        assert {name for name in after if after[name] != before[name]} == {"stage:summarize"}

    def test_failures_that_are_chosen_fail_again_under_their_next_revision(self, running: Stack) -> None:
        names = running.submit(
            *(Document(id=f"chosen{i}", content=b"%PDF-1.7", media_type="application/pdf") for i in range(3))
        )
        running.results(names)
        wanted = FailureFilter(stage="normalize", code="corrupt_file")
        assert {row.id for row in running.client.requeue_failures(wanted, dry_run=True)} >= set(names)
        opened = [row for row in running.client.requeue_failures(wanted) if row.id in names]
        assert {row.revision for row in opened} == {2}
        wait_until(lambda: all(running.published()[name] == 2 for name in names), what="the second failures")
        listed = [row.revision for _, row in running.client.failures(wanted) if row.id in names]
        assert listed == [2, 2, 2]

    def test_nothing_of_a_forgotten_document_is_left_in_redis(self, running: Stack) -> None:
        running.submit(Document(id="secret", text=TEXT, title=MARKER))
        running.redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": "secret-too", "text": TEXT})})
        wait_until(lambda: {"secret", "secret-too"} <= set(running.published()), what="both results")
        assert is_anywhere(running.redis, MARKER)
        for name in [name for name, count in running.published().items() if count and self.has_marker(running, name)]:
            assert running.client.forget(name).is_known
        assert not is_anywhere(running.redis, MARKER)
        running.submit(Document(id="secret", text="Hamburg is another text."))
        assert running.client.wait("secret", timeout_seconds=60).revision == 1

    def has_marker(self, running: Stack, name: str) -> bool:
        return MARKER.encode() in (running.redis.get(keys.result(name)) or b"")  # type: ignore[operator]


def test_a_cancelled_document_frees_its_process_and_leaves_its_neighbours_alone(stack: Stack) -> None:
    journal = stack.folder / "journal"
    neighbours = [Document(id=f"b{i}", text=f"0 {journal}", media_type=SLOW) for i in range(3)]
    endless = Document(id="endless", text=f"3000 {journal}", media_type=SLOW)
    ids = stack.submit(neighbours[0], endless, *neighbours[1:])
    stack.start_worker(stage_time_limit_seconds=600)
    wait_until(lambda: journal.exists() and "endless" in journal.read_text(), what="work on the endless one")
    stack.client.cancel("endless")
    assert stack.client.wait("endless", timeout_seconds=2).status is Status.CANCELLED
    results = stack.results([*ids, *stack.submit(*notes(2))], seconds=20)
    assert len(results) == len(ids) + 2
    assert set(stack.published().values()) == {1}
    assert sorted(journal.read_text().splitlines()) == ["b0", "b1", "b2", "endless"]
    assert stack.count("redispatched") == 0
