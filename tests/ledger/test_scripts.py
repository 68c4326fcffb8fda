"""The protocol of the ledger, script by script, against a real Redis (research: ledger, section 12)."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from schemas import Document, Failure, FailureCode, Provenance, Result, Status
from tests.waiting import wait_until
from workers.errors import TooLarge
from workers.ledger import codec, failures, keys, lanes, overdue, scripts
from workers.ledger.bundle import Ticket
from workers.ledger.door import Answer, Receipt, intake, submit
from workers.ledger.lanes import Entry, Taken
from workers.ledger.publication import Ending, publish
from workers.ledger.work import Output, Verdict, Work
from workers.settings import Settings

ORDER = ("normalize", "detect_language", "extract_entities", "summarize", "publish")
CONSUMER = "tester"


def offer(redis: Redis, *documents: Document) -> list[Receipt]:
    return submit(redis, [intake(row, document_id=str(row.id), max_document_bytes=1_000) for row in documents])


def read(redis: Redis, *, lane: str = keys.DOCUMENTS, count: int = 10) -> list[Entry]:
    lanes.ensure_groups(redis)
    return lanes.read(redis, consumer=CONSUMER, lane=lane, count=count)


def take(redis: Redis, settings: Settings | None = None) -> list[Taken]:
    return lanes.take(redis, read(redis), settings or Settings())[0]


def accepted(redis: Redis, *ids: str) -> list[Ticket]:
    offer(redis, *(Document(id=name, text=f"text of {name}") for name in ids))
    return [row.ticket for row in take(redis)]


def work(redis: Redis, *, stage: str = "normalize", run: str = "run:1", **changes: object) -> Work:
    return Work(redis, Settings.model_validate(changes), stage=stage, run=run, worker="w")


def through(redis: Redis, tickets: Sequence[Ticket], *, until: str = "publish") -> None:
    """Let documents pass the stages before `until`."""
    for position, stage in enumerate(ORDER[: ORDER.index(until)]):
        run = work(redis, stage=stage, run=f"run:{stage}")
        assert run.begin(list(tickets), order=ORDER) == [Verdict.GO] * len(tickets)
        for ticket in tickets:
            assert run.save(ticket, stage.encode(), following=ORDER[position + 1]) == "saved"


def ending(ticket: Ticket, *, status: Status = Status.COMPLETED, failure: Failure | None = None) -> Ending:
    result = Result(id=ticket.id, status=status, provenance=Provenance(version="0"))
    return Ending(ticket, "normal", result, None, failure)


def finish(redis: Redis, ticket: Ticket, *, status: Status = Status.COMPLETED) -> str:
    return publish(redis, [ending(ticket, status=status)], Settings())[0]


def fail(redis: Redis, ticket: Ticket) -> str:
    failure = Failure(
        id=ticket.id,
        entry=ticket.mark,
        revision=1,
        code=FailureCode.CORRUPT_FILE,
        stage="normalize",
        message="broken",
        retry_helps=False,
        attempts=1,
        failed_at=datetime.now(UTC),
    )
    return publish(redis, [ending(ticket, status=Status.FAILED, failure=failure)], Settings())[0]


def due_milliseconds(redis: Redis, document_id: str) -> float:
    """Return how far in the future somebody looks at the document."""
    seconds, microseconds = redis.time()
    score = redis.zscore(keys.DUE, document_id)
    assert score is not None
    return score - (seconds * 1000 + microseconds / 1000)


def expire(redis: Redis, *tickets: Ticket) -> None:
    """Let the moment of documents come now."""
    for ticket in tickets:
        redis.zadd(keys.DUE, {ticket.id: 0})


def everything(redis: Redis) -> dict[bytes, bytes | None]:
    return {key: redis.dump(key) for key in redis.keys("*")}


class TestSubmit:
    def test_a_new_document_is_accepted_and_due(self, redis: Redis) -> None:
        receipt = offer(redis, Document(id="a", text="one"))[0]
        assert receipt.answer is Answer.ACCEPTED
        assert redis.xlen(keys.DOCUMENTS) == 1
        assert due_milliseconds(redis, "a") > 3_000_000

    def test_the_same_content_again_is_answered_with_the_first_entry(self, redis: Redis) -> None:
        first, second = offer(redis, Document(id="a", text="one"), Document(id="a", text="one", batch="b"))
        assert (second.answer, second.entry) == (Answer.EXISTS, first.entry)
        assert redis.xlen(keys.DOCUMENTS) == 1

    def test_other_content_under_the_same_id_is_a_conflict(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="one"))
        assert offer(redis, Document(id="a", text="two"))[0].answer is Answer.CONFLICT

    def test_the_lane_carries_the_id_and_no_text(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="secret words"))
        assert b"secret" not in b"".join(
            value for _, fields in redis.xrange(keys.DOCUMENTS) for value in fields.values()
        )

    def test_a_lone_surrogate_survives_the_ledger(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="a\ud800b"))
        source = redis.hget(keys.document("a"), "source")
        assert isinstance(source, bytes)
        assert codec.decode_document(source).text == "a\ud800b"

    def test_too_large_a_body_is_accepted_without_it(self, redis: Redis) -> None:
        assert offer(redis, Document(id="a", text="x" * 1_001))[0].answer is Answer.ACCEPTED
        assert redis.hget(keys.document("a"), "fault_code") == b"too_large"
        assert len(redis.hget(keys.document("a"), "source") or b"") < 100


class TestTake:
    def test_a_submitted_document_is_taken_once(self, redis: Redis) -> None:
        assert [row.ticket.id for row in (offer(redis, Document(id="a", text="x")) and take(redis))] == ["a"]
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert 50_000 < due_milliseconds(redis, "a") <= 60_000

    def test_a_foreign_entry_without_id_gets_its_entry_as_id(self, redis: Redis) -> None:
        entry = redis.xadd(keys.DOCUMENTS, {"document": '{"text": "hello"}'})
        assert [row.ticket.id for row in take(redis)] == [entry.decode()]

    def test_the_same_entry_taken_again_is_known(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "hello"}'})
        entries = read(redis)
        assert len(lanes.take(redis, entries, Settings())[0]) == 1
        assert lanes.take(redis, entries, Settings()) == ([], [])
        assert redis.zcard(keys.DUE) == 1

    def test_the_same_id_and_content_in_one_read_is_a_duplicate_event(self, redis: Redis) -> None:
        with redis.pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(keys.EVENTS)
            first, second = (redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'}) for _ in "ab")
            assert len(take(redis)) == 1
            heard: list[bytes] = []
            wait_until(lambda: heard.extend(m["data"] for m in [channel.get_message()] if m) or heard, what="event")
        assert b"duplicate" in heard[0]
        assert first in heard[0]
        assert second in heard[0]
        assert redis.xlen(keys.DOCUMENTS) == 0

    def test_other_content_under_a_known_id_is_refused_and_changes_nothing(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        before = redis.hgetall(keys.document("a"))
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "other"}'})
        taken, refusals = lanes.take(redis, read(redis), Settings())
        assert taken == []
        assert refusals[0].error.code is FailureCode.ID_CONFLICT
        assert ticket.mark.partition("#")[0] in str(refusals[0].error)
        assert redis.hgetall(keys.document("a")) == before

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"document": "no json"}, "$"),
            ({"document": b"\xff\xfe"}, "$"),
            ({"document": '{"text": "x", "colour": 1}'}, "colour"),
            ({"document": '{"text": "x", "id": "a b"}'}, "id"),
            ({"document": '{"text": "x", "options": {"summary": {"sentences": 99}}}'}, "options.summary.sentences"),
            ({"document": "{}"}, "$"),
            ({"document": "[" * 100_000}, "$"),
            ({"document": '{"text": "x", "text": "y"}'}, "$"),
            ({"document": '{"text": NaN}'}, "$"),
            ({"document": '{"text": ' + "9" * 5_000 + "}"}, "$"),
            ({"document": '{"text": ["' + '","' * 100_000 + '"]}'}, "$"),
            ({"document": '{"text": "x", "id": "a\\u0000b"}'}, "id"),
            ({"document": '{"text": "x", "a word of a text": 1}'}, "(a name that is none)"),
            ({"document": '{"content": "%%%"}'}, "content"),
            ({"something": "else"}, "document"),
            ({"id": "a", "text": "an entry that is no envelope"}, "document"),
            ({"id": "a", "size": "many"}, "document"),
            ({"id": b"\xff", "size": "x"}, "document"),
        ],
    )
    def test_what_is_no_document_is_refused_with_its_path(
        self, redis: Redis, fields: dict[str, str | bytes], path: str
    ) -> None:
        redis.xadd(keys.DOCUMENTS, fields)  # type: ignore[arg-type]
        _, refusals = lanes.take(redis, read(redis), Settings())
        assert str(refusals[0].error).startswith(f"{path}: ")

    def test_a_refusal_stays_short_however_much_is_wrong(self, redis: Redis) -> None:
        fields = {f"{number} {'word ' * 50}": 1 for number in range(200)}
        redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"text": "x", **fields})})
        _, (refusal,) = lanes.take(redis, read(redis), Settings())
        assert len(str(refusal.error)) < 2_000
        assert "190 more problems" in str(refusal.error)

    def test_large_documents_are_taken_in_parts(self, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "TAKE_BYTES", 100)
        for name in ("a", "b", "a", "c"):
            redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": name, "text": "x" * 90})})
        assert [row.ticket.id for row in take(redis)] == ["a", "b", "c"]
        assert redis.hget(keys.COUNTS, "duplicates") == b"1"

    def test_large_entries_are_read_one_after_the_other(self, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "READ_BYTES", 1_000)
        for size in (400, 400, 400, 5_000, 10):
            redis.xadd(keys.DOCUMENTS, {"document": "x" * size})
        assert [len(read(redis, count=9)) for _ in range(4)] == [3, 1, 1, 0]

    def test_an_entry_above_its_limit_is_refused_before_it_is_parsed(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": "{" * (lanes.ENTRY_BYTES + 40)})
        _, (refusal,) = lanes.take(redis, read(redis), Settings(max_document_bytes=10))
        assert isinstance(refusal.error, TooLarge)

    @pytest.mark.parametrize("fields", [{"id": "a b", "size": "1"}, {"id": "a", "size": "9" * 5_000}, {"id": "a"}])
    def test_an_entry_that_looks_like_ours_and_is_not_is_refused(self, redis: Redis, fields: dict[str, str]) -> None:
        redis.xadd(keys.DOCUMENTS, fields)  # type: ignore[arg-type]
        assert len(lanes.take(redis, read(redis), Settings())[1]) == 1

    def test_a_refused_entry_leaves_the_lane_and_is_listed_once(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": "no json"})
        _, (refusal,) = lanes.take(redis, read(redis), Settings())
        failure = Failure(
            entry=refusal.entry.id,
            revision=0,
            code=refusal.error.code,
            message=str(refusal.error),
            retry_helps=False,
            attempts=0,
            failed_at=datetime.now(UTC),
        )
        for _ in range(2):
            lanes.refuse(redis, refusal.entry, failure, Settings())
        assert [row for _, row in failures.listed(redis)] == [failure]
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert redis.zcard(keys.DUE) == 0

    def test_the_group_is_made_again_when_redis_lost_it(self, redis: Redis) -> None:
        assert lanes.read(redis, consumer=CONSUMER, lane=keys.DOCUMENTS, count=1) == []
        redis.xadd(keys.DOCUMENTS, {"document": '{"text": "x"}'})
        assert len(lanes.read(redis, consumer=CONSUMER, lane=keys.DOCUMENTS, count=1)) == 1


class TestBegin:
    def test_a_waiting_document_may_be_worked_on(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        assert work(redis).begin(bundle, order=ORDER) == [Verdict.GO, Verdict.GO]
        assert due_milliseconds(redis, "a") <= 15_000

    def test_the_same_run_may_ask_again(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        run = work(redis)
        assert run.begin(bundle, order=ORDER) == run.begin(bundle, order=ORDER) == [Verdict.GO]

    def test_a_document_that_another_run_holds_is_left_alone(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        work(redis).begin(bundle, order=ORDER)
        assert work(redis, run="run:2").begin(bundle, order=ORDER) == [Verdict.HELD]

    @pytest.mark.parametrize("stage", ["detect_language", "publish"])
    def test_a_stage_whose_predecessor_is_missing_is_skipped(self, redis: Redis, stage: str) -> None:
        before = accepted(redis, "a") and everything(redis)
        assert work(redis, stage=stage).begin([Ticket("a", "wrong#1")], order=ORDER) == [Verdict.SKIP]
        assert everything(redis) == before

    def test_another_mark_is_skipped(self, redis: Redis) -> None:
        accepted(redis, "a")
        assert work(redis).begin([Ticket("a", "0-1#1")], order=ORDER) == [Verdict.SKIP]

    def test_a_stage_that_was_done_is_passed_on(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle, until="extract_entities")
        assert work(redis, run="late:1").begin(bundle, order=ORDER) == [Verdict.DONE]

    def test_a_finished_document_is_skipped(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        finish(redis, bundle[0])
        assert work(redis, stage="publish").begin(bundle, order=ORDER) == [Verdict.SKIP]

    def test_a_suspect_is_never_begun_in_company(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        first = work(redis)
        first.begin(bundle, order=ORDER)
        first.start(bundle[:1])
        expire(redis, *bundle)
        overdue.sweep(redis, Settings())
        assert work(redis, run="run:2").begin(bundle, order=ORDER) == [Verdict.SPLIT, Verdict.GO]
        assert work(redis, run="run:3").begin(bundle[:1], order=ORDER) == [Verdict.GO]

    def test_a_document_is_exhausted_after_the_attempts_allowed(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        for number in range(3):
            run = work(redis, run=f"run:{number}", max_attempts=3)
            assert run.begin(bundle, order=ORDER) == [Verdict.GO]
            assert run.start(bundle) == [number + 1]
            expire(redis, *bundle)
            overdue.sweep(redis, Settings())
        assert work(redis, run="run:9", max_attempts=3).begin(bundle, order=ORDER) == [Verdict.EXHAUSTED]


class TestStart:
    def test_an_attempt_is_counted_once_however_often_it_is_told(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        assert [run.start(bundle), run.start(bundle)] == [[1], [1]]

    def test_a_run_that_does_not_hold_the_document_counts_nothing(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        assert work(redis).start(bundle) == [0]

    def test_the_next_document_is_started_as_the_one_before_is_saved(self, redis: Redis) -> None:
        first, second = bundle = accepted(redis, "a", "b")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.start([first])
        assert run.exchange([Output(first, b"x", "detect_language")], begin=[second]) == (["saved"], [1])
        assert redis.hget(keys.document("b"), "tries") == b"1"

    def test_documents_that_only_waited_in_a_bundle_are_no_suspects(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.start(bundle[:1])
        assert redis.hget(keys.document("b"), "tries") is None


class TestBeat:
    def test_a_heartbeat_pushes_the_lease(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        redis.zadd(keys.DUE, {"a": 5})
        assert run.beat(bundle) == 1
        assert due_milliseconds(redis, "a") > 14_000

    def test_a_zombie_cannot_renew(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        zombie = work(redis)
        zombie.begin(bundle, order=ORDER)
        expire(redis, *bundle)
        overdue.sweep(redis, Settings())
        before = redis.zscore(keys.DUE, "a")
        assert zombie.beat(bundle) == 0
        assert redis.zscore(keys.DUE, "a") == before


class TestSave:
    def test_the_first_writer_wins(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        assert run.save(ticket, b"first", following="detect_language") == "saved"
        assert work(redis, run="run:2").save(ticket, b"second", following="detect_language") == "present"
        assert redis.hget(keys.document("a"), "stage:normalize") == b"first"

    def test_a_saved_document_waits_with_patience_and_without_attempts(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.start(bundle)
        run.save(ticket, b"x", following="detect_language")
        assert redis.hmget(keys.document("a"), "tries", "run", "begun") == [None, None, None]
        assert due_milliseconds(redis, "a") > 50_000

    def test_a_zombie_that_writes_first_does_not_disturb_the_new_run(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        zombie, fresh = work(redis), work(redis, run="run:2")
        zombie.begin(bundle, order=ORDER)
        expire(redis, ticket)
        overdue.sweep(redis, Settings())
        fresh.begin(bundle, order=ORDER)
        assert zombie.save(ticket, b"zombie", following="detect_language") == "saved"
        assert fresh.beat(bundle) == 1
        assert fresh.save(ticket, b"fresh", following="detect_language") == "present"
        assert redis.hget(keys.document("a"), "run") is None

    @pytest.mark.parametrize("ended", ["expired", "cancelled"])
    def test_a_late_save_is_refused_and_creates_nothing(self, redis: Redis, ended: str) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        if ended == "expired":
            redis.delete(keys.document("a"))
        else:
            finish(redis, ticket, status=Status.CANCELLED)
        assert run.save(ticket, b"late", following="detect_language") == "refused"
        assert redis.hget(keys.document("a"), "stage:normalize") is None

    def test_a_large_output_is_kept_beside_the_hash_and_read_back(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        output = b"{" + b"x" * 1_000_001
        run.save(ticket, output, following="detect_language")
        assert len(redis.hget(keys.document("a"), "stage:normalize") or b"") < 200
        assert run.load(bundle, ["stage:normalize"]) == [[output]]


class TestRelease:
    def test_the_attempt_is_given_back(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        run = work(redis, run="task:1")
        run.begin(bundle, order=ORDER)
        run.start(bundle[:1])
        assert run.release(bundle) == 2
        assert redis.hmget(keys.document("a"), "tries", "run", "begun") == [None, None, None]
        assert due_milliseconds(redis, "a") <= 2_000

    def test_a_task_gives_back_all_its_runs_and_no_others(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        work(redis, run="task:1").begin(bundle[:1], order=ORDER)
        work(redis, run="other:1").begin(bundle[1:], order=ORDER)
        assert work(redis, run="task:").release(bundle) == 1


class TestPublish:
    def test_a_document_is_published_once(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        assert [finish(redis, bundle[0]) for _ in "ab"] == ["published", "already"]
        assert redis.xlen(keys.RESULTS) == 1
        assert redis.exists(keys.result("a")) == 1
        assert redis.zcard(keys.DUE) == 0

    def test_an_incomplete_document_is_not_published(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle, until="summarize")
        before = everything(redis)
        assert finish(redis, bundle[0]) == "incomplete"
        assert everything(redis) == before

    def test_nothing_is_published_after_the_hash_expired(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        finish(redis, bundle[0])
        redis.delete(keys.document("a"))
        assert finish(redis, bundle[0]) == "already"
        assert redis.xlen(keys.RESULTS) == 1

    def test_a_results_key_of_the_wrong_type_leaves_the_document_pending(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        redis.set(keys.RESULTS, "in the way")
        with pytest.raises(ResponseError, match="WRONGTYPE"):
            finish(redis, bundle[0])
        assert redis.zscore(keys.DUE, "a") is not None
        redis.delete(keys.RESULTS)
        assert finish(redis, bundle[0]) == "published"

    def test_cancelling_a_document_at_the_door_empties_the_lane(self, redis: Redis) -> None:
        receipt = offer(redis, Document(id="a", text="x"))[0]
        assert finish(redis, Ticket("a", f"{receipt.entry}#1"), status=Status.CANCELLED) == "published"
        assert redis.xlen(keys.DOCUMENTS) == 0
        assert take(redis) == []

    def test_what_the_stages_made_is_kept_for_a_day_so_that_one_can_be_run_again(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        through(redis, bundle)
        finish(redis, bundle[0])
        assert redis.hget(keys.document("a"), "stage:normalize") == b"normalize"

    def test_a_large_output_expires_with_its_document(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.save(bundle[0], b"x" * 1_000_001, following="publish")
        run.load(bundle, ["stage:normalize"])
        run.expire_large_outputs(bundle)
        (key,) = redis.keys(keys.document("a") + ":*")
        assert 0 < redis.ttl(key) <= Settings().state_expiry_seconds

    def test_failures_that_are_kept_for_ever_are_published_too(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        failure = Failure(
            entry="1-1",
            revision=1,
            code=FailureCode.INTERNAL,
            message="m",
            retry_helps=False,
            attempts=1,
            failed_at=datetime.now(UTC),
        )
        made = ending(ticket, status=Status.FAILED, failure=failure)
        assert publish(redis, [made], Settings(failure_expiry_seconds=10**10)) == ["published"]
        failures.record(redis, failure, Settings(failure_expiry_seconds=10**10))
        assert len(list(failures.listed(redis))) == 2

    def test_an_ended_document_expires(self, redis: Redis) -> None:
        bundle = accepted(redis, "a", "b")
        through(redis, bundle[:1])
        finish(redis, bundle[0])
        fail(redis, bundle[1])
        assert 0 < redis.ttl(keys.document("a")) <= Settings().state_expiry_seconds
        assert Settings().state_expiry_seconds < redis.ttl(keys.document("b")) <= Settings().failure_expiry_seconds
        assert redis.ttl(keys.result("a")) > 0


@pytest.fixture
def full(redis: Redis) -> Iterator[Redis]:
    """A Redis at its memory limit."""
    yield redis
    redis.config_set("maxmemory", 0)


class TestMemoryLimit:
    def fill(self, redis: Redis) -> None:
        redis.config_set("maxmemory", 1)

    def test_publication_works_and_frees_the_document(self, full: Redis) -> None:
        bundle = accepted(full, "a")
        through(full, bundle)
        self.fill(full)
        assert finish(full, bundle[0]) == "published"

    def test_the_door_refuses_and_changes_nothing(self, full: Redis) -> None:
        before = everything(full)
        self.fill(full)
        with pytest.raises(ResponseError, match=r"OOM|memory"):
            offer(full, Document(id="a", text="x"))
        full.config_set("maxmemory", 0)
        assert everything(full) == before

    @pytest.mark.parametrize("step", ["begin", "save"])
    def test_work_is_refused_without_a_partial_effect(self, full: Redis, step: str) -> None:
        bundle = accepted(full, "a")
        run = work(full)
        if step == "save":
            run.begin(bundle, order=ORDER)
        before = everything(full)
        self.fill(full)
        steps = {
            "begin": lambda: run.begin(bundle, order=ORDER),
            "save": lambda: run.save(bundle[0], b"x", following="detect_language"),
        }
        with pytest.raises(ResponseError, match=r"OOM|memory"):
            steps[step]()
        full.config_set("maxmemory", 0)
        assert everything(full) == before


class TestOverdue:
    def test_a_waiting_document_is_sent_again_after_its_patience(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        assert overdue.sweep(redis, Settings()) == []
        expire(redis, ticket)
        assert overdue.sweep(redis, Settings()) == [overdue.Overdue(ticket, 0, "normalize", len("text of a"))]

    def test_each_document_is_handed_to_one_caller(self, redis: Redis) -> None:
        expire(redis, *accepted(redis, "a", "b"))
        assert [len(overdue.sweep(redis, Settings())) for _ in "ab"] == [2, 0]

    def test_patience_doubles_up_to_a_cap_and_survives_a_save(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        waits = []
        for _ in range(7):
            expire(redis, ticket)
            overdue.sweep(redis, Settings())
            waits.append(round(due_milliseconds(redis, "a") / 60_000))
        assert waits == [2, 4, 8, 16, 32, 32, 32]
        run = work(redis)
        run.begin(bundle, order=ORDER)
        run.save(ticket, b"x", following="detect_language")
        assert round(due_milliseconds(redis, "a") / 60_000) == 32

    def test_a_document_at_the_door_is_left_there(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="x"))
        redis.zadd(keys.DUE, {"a": 0})
        assert overdue.sweep(redis, Settings()) == []
        assert due_milliseconds(redis, "a") > 3_000_000
        assert redis.xlen(keys.DOCUMENTS) == 1

    @pytest.mark.parametrize("loss", ["trimmed", "deleted"])
    def test_a_document_whose_entry_was_lost_comes_back_into_its_lane(self, redis: Redis, loss: str) -> None:
        offer(redis, Document(id="a", text="x"))
        if loss == "trimmed":
            redis.xtrim(keys.DOCUMENTS, maxlen=0)
        else:
            redis.delete(keys.DOCUMENTS)
        redis.zadd(keys.DUE, {"a": 0})
        overdue.sweep(redis, Settings())
        assert [row.ticket.id for row in take(redis)] == ["a"]

    def test_the_row_of_a_document_that_is_gone_is_removed(self, redis: Redis) -> None:
        redis.zadd(keys.DUE, {"ghost": 0})
        assert overdue.sweep(redis, Settings()) == []
        assert redis.zcard(keys.DUE) == 0


class TestWake:
    def test_waiting_documents_are_due_now_when_celery_has_no_message(self, redis: Redis) -> None:
        accepted(redis, "a")
        assert overdue.nothing_travels(redis, ["normalize"])
        assert overdue.wake(redis) == 1
        assert len(overdue.sweep(redis, Settings())) == 1

    @pytest.mark.parametrize("where", ["queue", "unacked"])
    def test_a_message_anywhere_means_patience(self, redis: Redis, where: str) -> None:
        accepted(redis, "a")
        if where == "queue":
            redis.lpush("normalize", "message")
        else:
            redis.hset("unacked", "tag", "message")
        assert not overdue.nothing_travels(redis, ["normalize"])

    def test_running_documents_and_those_at_the_door_are_left_alone(self, redis: Redis) -> None:
        work(redis).begin(accepted(redis, "running"), order=ORDER)
        offer(redis, Document(id="door", text="x"))
        before = redis.zrange(keys.DUE, 0, -1, withscores=True)
        assert overdue.wake(redis) == 0
        assert redis.zrange(keys.DUE, 0, -1, withscores=True) == before


class TestAdopt:
    def adopted(self, redis: Redis, cursor: str = "0-0") -> tuple[list[Entry], str]:
        return lanes.adopt(redis, consumer="other", lane=keys.DOCUMENTS, cursor=cursor)

    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lanes, "ADOPT_IDLE_MILLISECONDS", 0)

    def test_entries_that_were_read_and_not_taken_are_adopted(self, redis: Redis) -> None:
        redis.xadd(keys.DOCUMENTS, {"document": '{"id": "a", "text": "x"}'})
        assert len(read(redis)) == 1
        entries, _ = self.adopted(redis)
        assert [row.ticket.id for row in lanes.take(redis, entries, Settings())[0]] == ["a"]
        assert self.adopted(redis)[0] == []

    def test_rows_of_the_living_do_not_hide_those_of_the_dead(
        self, redis: Redis, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lanes, "ADOPT_COUNT", 10)
        for number in range(100):
            redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{number}", "text": "x"}}'})
        read(redis, count=100)
        seen, cursor = set(), "0-0"
        for _ in range(10):
            entries, cursor = self.adopted(redis, cursor)
            seen |= {entry.id for entry in entries}
        assert len(seen) == 100

    def test_a_deleted_entry_leaves_no_ghost(self, redis: Redis) -> None:
        entry = redis.xadd(keys.DOCUMENTS, {"document": "{}"})
        read(redis)
        redis.xdel(keys.DOCUMENTS, entry)
        self.adopted(redis)
        assert redis.xpending(keys.DOCUMENTS, keys.INTAKE_GROUP)["pending"] == 0


class TestRetire:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scripts, "RETIRE_IDLE_MILLISECONDS", 0)

    def consumers(self, redis: Redis) -> set[bytes]:
        return {row["name"] for row in redis.xinfo_consumers(keys.DOCUMENTS, keys.INTAKE_GROUP)}

    def test_a_consumer_is_forgotten_when_it_owes_nothing(self, redis: Redis) -> None:
        accepted(redis, "a")
        assert self.consumers(redis) == {CONSUMER.encode()}
        scripts.retire(redis, keys.DOCUMENTS, group=keys.INTAKE_GROUP)
        assert self.consumers(redis) == set()

    def test_a_consumer_that_holds_an_entry_stays(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="x"))
        entries = read(redis)
        scripts.retire(redis, keys.DOCUMENTS, group=keys.INTAKE_GROUP)
        assert self.consumers(redis) == {CONSUMER.encode()}
        assert len(lanes.take(redis, entries, Settings())[0]) == 1


class TestRequeue:
    def test_a_failed_document_comes_back_under_its_next_revision(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        through(redis, bundle, until="extract_entities")
        fail(redis, ticket)
        assert failures.requeue(redis, "a") == 2
        assert list(failures.listed(redis)) == []
        (again,) = [row.ticket for row in take(redis)]
        assert again.mark == ticket.mark.replace("#1", "#2")
        run = work(redis, stage="extract_entities", run="run:9")
        assert run.begin([again], order=ORDER) == [Verdict.GO]
        assert redis.ttl(keys.document("a")) == -1

    def test_an_old_message_of_the_earlier_revision_is_skipped(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        fail(redis, ticket)
        failures.requeue(redis, "a")
        assert work(redis).begin([ticket], order=ORDER) == [Verdict.SKIP]


def test_every_key_is_permanent_or_expires_or_belongs_to_an_unfinished_document(redis: Redis) -> None:
    first, second, third = accepted(redis, "a", "b", "c")
    through(redis, [first])
    finish(redis, first)
    fail(redis, second)
    unfinished = {keys.document(third.id)}
    leaked = [
        key.decode()
        for key in redis.keys("*")
        if redis.ttl(key) == -1 and key.decode() not in keys.PERMANENT | unfinished
    ]
    assert leaked == []
