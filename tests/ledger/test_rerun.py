"""A stage of a finished document is done again under the next revision; the others keep their outputs."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from redis import Redis

from schemas import Document, Provenance, Result, Status
from schemas.options import Options
from tests.ledger.steps import ORDER, accepted, everything, expire, fail, finish, offer, take, work
from workers import reruns
from workers.errors import NotPossible, UnknownDocument
from workers.ledger import keys, overdue
from workers.ledger.bundle import Ticket
from workers.ledger.reopening import Reopening, Verdict
from workers.ledger.work import Verdict as WorkVerdict
from workers.reruns import DocumentFilter, Rerun, dependents, rerun, rerun_each, rerun_finished
from workers.settings import Settings

ENTITIES = Rerun("extract_entities")


def record(version: str, *, size: int = 0) -> bytes:
    return b"{}\n" + json.dumps({"engine": "e", "engine_version": version, "text": "x" * size}).encode()


def done(redis: Redis, tickets: Sequence[Ticket], *, version: str = "1.0", size: int = 0) -> None:
    """Let documents pass all stages, each output with the version of its engine."""
    for position, stage in enumerate(ORDER[:-1]):
        run = work(redis, stage=stage, run=f"task:{stage}{tickets[0].id}")
        run.begin(list(tickets), order=ORDER)
        for ticket in tickets:
            run.save(ticket, record(version, size=size), following=ORDER[position + 1])


def finished(redis: Redis, *names: str, version: str = "1.0", size: int = 0) -> list[Ticket]:
    tickets = accepted(redis, *names)
    done(redis, tickets, version=version, size=size)
    assert [finish(redis, ticket) for ticket in tickets] == ["published"] * len(tickets)
    return tickets


def of(redis: Redis, wanted: Rerun, *names: str) -> list[Verdict]:
    return [row.verdict for row in rerun_each(redis, Settings(), names, wanted)]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("normalize", ("detect_language", "extract_entities", "summarize")),
        ("detect_language", ("extract_entities", "summarize")),
        ("extract_entities", ("summarize",)),
        ("summarize", ()),
    ],
)
def test_what_depends_on_a_stage_follows_from_the_signatures(stage: str, expected: tuple[str, ...]) -> None:
    assert dependents(stage) == expected


def test_a_stage_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(NotPossible, match="normalize, detect_language"):
        Rerun("entities")


class TestRerun:
    def test_the_stage_and_its_dependents_are_done_again_and_nothing_else(self, redis: Redis) -> None:
        (old,) = finished(redis, "a")
        kept = redis.hmget(keys.document("a"), ["stage:normalize", "stage:detect_language", "submitted_at", "source"])
        assert rerun(redis, Settings(), "a", ENTITIES) == 2
        (new,) = (row.ticket for row in take(redis))
        assert new.mark == old.mark.replace("#1", "#2")
        assert redis.hmget(keys.document("a"), ["stage:extract_entities", "stage:summarize"]) == [None, None]
        assert redis.ttl(keys.document("a")) == -1
        assert [work(redis, stage=stage, run=f"new:{stage}").begin([new], order=ORDER)[0] for stage in ORDER[:3]] == [
            WorkVerdict.DONE,
            WorkVerdict.DONE,
            WorkVerdict.GO,
        ]
        fields = ["stage:normalize", "stage:detect_language", "submitted_at", "source"]
        assert redis.hmget(keys.document("a"), fields) == kept

    def test_messages_saves_and_publications_of_the_old_revision_change_nothing(self, redis: Redis) -> None:
        (old,) = finished(redis, "a")
        rerun(redis, Settings(), "a", ENTITIES)
        before = everything(redis) | {keys.COUNTS.encode(): None}
        late = work(redis, stage="extract_entities", run="late")
        assert late.begin([old], order=ORDER) == [WorkVerdict.SKIP]
        assert late.save(old, b"late", following="summarize") == "refused"
        assert finish(redis, old) == "already"
        assert everything(redis) | {keys.COUNTS.encode(): None} == before

    def test_the_new_revision_is_published_once(self, redis: Redis) -> None:
        finished(redis, "a")
        rerun(redis, Settings(), "a", Rerun("summarize"))
        (new,) = (row.ticket for row in take(redis))
        assert finish(redis, new) == "incomplete"
        run = work(redis, stage="summarize", run="new")
        run.begin([new], order=ORDER)
        run.save(new, record("2.0"), following="publish")
        assert [finish(redis, new) for _ in "ab"] == ["published", "already"]
        assert [fields[b"revision"] for _, fields in redis.xrange(keys.RESULTS)] == [b"1", b"2"]

    def test_a_second_rerun_waits_for_the_first(self, redis: Redis) -> None:
        finished(redis, "a")
        assert of(redis, ENTITIES, "a", "a") == [Verdict.OPENED, Verdict.UNFINISHED]
        assert of(redis, ENTITIES, "a") == [Verdict.UNFINISHED]
        assert redis.xlen(keys.DOCUMENTS) == 1

    def test_an_entry_that_was_lost_comes_back(self, redis: Redis) -> None:
        (ticket,) = finished(redis, "a")
        rerun(redis, Settings(), "a", ENTITIES)
        redis.delete(keys.DOCUMENTS)
        expire(redis, ticket)
        overdue.sweep(redis, Settings())
        assert [row.ticket.id for row in take(redis)] == ["a"]

    def test_large_outputs_that_stay_outlive_the_day_and_those_that_go_are_gone(self, redis: Redis) -> None:
        finished(redis, "a", size=1_000_001)
        for key in redis.keys(keys.document("a") + ":*"):
            redis.expire(key, 100)
        rerun(redis, Settings(), "a", ENTITIES)
        beside = redis.keys(keys.document("a") + ":*")
        assert sorted(key.decode().split(":")[3] for key in beside) == ["detect_language", "normalize"]
        assert all(redis.ttl(key) > Settings().state_expiry_seconds for key in beside)

    def test_a_failed_document_that_reached_the_stage_is_done_again_and_leaves_the_list(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        done(redis, [ticket])
        fail(redis, ticket)
        assert rerun(redis, Settings(), "a", Rerun("summarize")) == 2
        assert redis.xlen(keys.FAILURES) == 0

    def test_at_the_memory_limit_nothing_changes(self, redis: Redis) -> None:
        finished(redis, "a")
        before = everything(redis)
        redis.config_set("maxmemory", 1)
        try:
            with pytest.raises(Exception, match=r"OOM|memory"):
                rerun(redis, Settings(), "a", ENTITIES)
        finally:
            redis.config_set("maxmemory", 0)
        assert everything(redis) == before


class TestWhatIsRefused:
    def test_what_is_gone_is_said_with_its_hour(self, redis: Redis) -> None:
        finished(redis, "a")
        redis.delete(keys.document("a"))
        ended = datetime(2026, 5, 3, 12, tzinfo=UTC)
        result = Result(id="a", status=Status.COMPLETED, completed_at=ended, provenance=Provenance(version="0"))
        redis.set(keys.result("a"), result.model_dump_json(), ex=60)
        with pytest.raises(UnknownDocument, match="expired at 2026-05-04 12:00 UTC; submit it again"):
            rerun(redis, Settings(), "a", ENTITIES)
        with pytest.raises(UnknownDocument, match="or it was never accepted"):
            rerun(redis, Settings(), "nobody", ENTITIES)

    @pytest.mark.parametrize("loss", ["stage:normalize", "head"])
    def test_a_document_that_lost_a_part_is_left_alone(self, redis: Redis, loss: str) -> None:
        finished(redis, "a")
        redis.hdel(keys.document("a"), loss)
        before = everything(redis)
        with pytest.raises(NotPossible, match="source and state are gone"):
            rerun(redis, Settings(), "a", ENTITIES)
        assert everything(redis) == before

    def test_a_large_output_that_expired_is_missed_before_anything_changes(self, redis: Redis) -> None:
        finished(redis, "a", size=1_000_001)
        (key,) = redis.keys(keys.document("a") + ":normalize:*")
        redis.delete(key)
        before = everything(redis)
        assert of(redis, ENTITIES, "a") == [Verdict.GONE]
        assert everything(redis) == before

    def test_what_is_not_in_a_state_for_it_is_named(self, redis: Redis) -> None:
        waiting, cancelled, failed = accepted(redis, "waiting", "cancelled", "failed")
        finish(redis, cancelled, status=Status.CANCELLED)
        fail(redis, failed)
        assert of(redis, ENTITIES, waiting.id, "cancelled", "failed", "nobody") == [
            Verdict.UNFINISHED,
            Verdict.CANCELLED,
            Verdict.STOPPED_BEFORE,
            Verdict.UNKNOWN,
        ]

    def test_a_document_that_did_not_ask_for_the_stage_is_passed_over(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="x", options=Options.model_validate({"stages": ["detect_language"]})))
        (ticket,) = (row.ticket for row in take(redis))
        done(redis, [ticket])
        finish(redis, ticket)
        assert of(redis, ENTITIES, "a") == [Verdict.NOT_ASKED]

    @pytest.mark.parametrize(
        ("version", "limit", "expected"),
        [
            ("1.9", "1.10", Verdict.OPENED),
            ("1.10", "1.10", Verdict.NEW_ENOUGH),
            ("2.0rc1", "2.0", Verdict.OPENED),
            ("model-v9", "model-v10", Verdict.OPENED),
            ("2024a", "2023b", Verdict.NEW_ENOUGH),
        ],
    )
    @pytest.mark.parametrize("size", [0, 1_000_001])
    def test_only_what_an_older_engine_did_is_done_again(
        self, redis: Redis, version: str, limit: str, expected: Verdict, size: int
    ) -> None:
        finished(redis, "a", version=version, size=size)
        assert of(redis, Rerun("extract_entities", limit), "a") == [expected]

    def test_an_output_that_cannot_be_read_is_made_anew(self, redis: Redis) -> None:
        finished(redis, "a")
        redis.hset(keys.document("a"), "stage:extract_entities", "from another age")
        assert of(redis, Rerun("extract_entities", "1.0"), "a") == [Verdict.OPENED]


class TestRerunFinished:
    def test_finished_documents_are_found_and_others_are_not_touched(self, redis: Redis) -> None:
        finished(redis, "a", "b:c", size=1_000_001)
        accepted(redis, "waiting")
        rows = self.rerun(redis, DocumentFilter())
        assert sorted(row.id for row in rows) == ["a", "b:c"]
        assert {row.verdict for row in rows} == {Verdict.OPENED}

    def test_status_and_time_choose(self, redis: Redis) -> None:
        finished(redis, "a", "old")
        (failed,) = accepted(redis, "failed")
        done(redis, [failed])
        fail(redis, failed)
        redis.hset(keys.document("old"), "finished_at", 1_000)
        hour_ago = datetime.now(UTC) - timedelta(hours=1)
        assert [row.id for row in self.rerun(redis, DocumentFilter(("failed",)), dry_run=True)] == ["failed"]
        assert [row.id for row in self.rerun(redis, DocumentFilter(until=hour_ago), dry_run=True)] == ["old"]
        found = self.rerun(redis, DocumentFilter(since=hour_ago), dry_run=True)
        assert sorted(row.id for row in found) == ["a", "failed"]

    def test_what_ended_after_the_call_is_not_meant(self, redis: Redis) -> None:
        finished(redis, "a")
        redis.hset(keys.document("a"), "finished_at", int(datetime.now(UTC).timestamp() * 1000) + 60_000)
        assert self.rerun(redis, DocumentFilter()) == []

    def rerun(self, redis: Redis, meant: DocumentFilter, *, dry_run: bool = False) -> list[Reopening]:
        return list(rerun_finished(redis, Settings(), meant, ENTITIES, dry_run=dry_run))


def test_stages_of_a_document_that_only_need_its_head_do_without_its_source(redis: Redis) -> None:
    finished(redis, "a")
    redis.hdel(keys.document("a"), "source")
    assert reruns.rerun(redis, Settings(), "a", ENTITIES) == 2
    finished(redis, "b")
    redis.hdel(keys.document("b"), "source")
    with pytest.raises(NotPossible):
        reruns.rerun(redis, Settings(), "b", Rerun("normalize"))
