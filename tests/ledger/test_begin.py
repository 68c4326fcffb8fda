"""Beginning work: who may, in what company, and what counts as an attempt."""

import pytest
from redis import Redis

from schemas import FailureCode
from schemas.result import ResultError
from tests.ledger.steps import (
    ORDER,
    accepted,
    due_milliseconds,
    everything,
    expire,
    finish,
    take,
    through,
    work,
)
from workers.ledger import endings, failures, keys, overdue
from workers.ledger import work as work_module
from workers.ledger.bundle import Ticket
from workers.ledger.publication import publish
from workers.ledger.replies import text
from workers.ledger.work import LOST, SAVED_BY_ANOTHER, Output, Verdict
from workers.settings import Settings


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

    def test_a_key_that_somebody_overwrote_keeps_no_neighbour_from_its_work(self, redis: Redis) -> None:
        bundle = accepted(redis, "broken", "a")
        redis.set(keys.document("broken"), "no hash")
        assert work(redis).begin(bundle, order=ORDER) == [Verdict.SKIP, Verdict.GO]

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

    def test_what_another_run_saved_in_the_meantime_is_not_computed_again(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        zombie, fresh = work(redis), work(redis, run="run:2")
        zombie.begin(bundle, order=ORDER)
        expire(redis, ticket)
        overdue.sweep(redis, Settings())
        fresh.begin(bundle, order=ORDER)
        assert zombie.save(ticket, b"zombie", following="detect_language") == "saved"
        assert fresh.start(bundle) == [SAVED_BY_ANOTHER]
        assert work(redis, stage="detect_language", run="run:3").begin(bundle, order=ORDER) == [Verdict.GO]

    def test_a_run_that_lost_its_document_is_told_so(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        run = work(redis)
        run.begin(bundle, order=ORDER)
        expire(redis, ticket)
        overdue.sweep(redis, Settings())
        assert run.start(bundle) == [LOST]


class TestHistory:
    def history(self, redis: Redis) -> list[list[str]]:
        return [line.split(" ")[1:] for line in text(redis.hget(keys.document("a"), "history") or "").splitlines()]

    def crash(self, redis: Redis, bundle: list[Ticket], *, run: str, stage: str = "normalize") -> None:
        begun = work(redis, run=run, stage=stage)
        assert begun.begin(bundle, order=ORDER) == [Verdict.GO]
        begun.start(bundle)
        begun.start(bundle)
        expire(redis, *bundle)
        overdue.sweep(redis, Settings())

    def test_each_begun_attempt_is_remembered_once_with_its_stage_and_worker(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        for number in range(3):
            self.crash(redis, bundle, run=f"run:{number}")
        assert self.history(redis) == [["normalize", "w"]] * 3

    def test_a_stage_that_was_saved_begins_a_new_page(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        self.crash(redis, bundle, run="run:1")
        through(redis, bundle, until="detect_language")
        self.crash(redis, bundle, run="run:2", stage="detect_language")
        assert self.history(redis) == [["detect_language", "w"]]

    def test_an_attempt_that_is_given_back_is_forgotten(self, redis: Redis) -> None:
        bundle = accepted(redis, "a")
        self.crash(redis, bundle, run="run:1")
        run = work(redis, run="run:2")
        run.begin(bundle, order=ORDER)
        run.start(bundle)
        run.release(bundle)
        assert self.history(redis) == [["normalize", "w"]]
        assert redis.hget(keys.document("a"), "tries") == b"1"

    def test_it_stays_short(self, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(work_module, "HISTORY_ATTEMPTS", 2)
        bundle = accepted(redis, "a")
        for number in range(4):
            self.crash(redis, bundle, run=f"run:{number}")
        assert len(self.history(redis)) == 2
        assert redis.hget(keys.document("a"), "tries") == b"4"

    def test_a_failure_lists_it_and_the_next_revision_begins_afresh(self, redis: Redis) -> None:
        (ticket,) = bundle = accepted(redis, "a")
        for number in range(2):
            self.crash(redis, bundle, run=f"run:{number}")
        error = ResultError(code=FailureCode.WORKER_LOST, stage="normalize", message="m", retry_helps=False)
        made = endings.failed(redis, ticket, error=error)
        assert made is not None
        publish(redis, [made], Settings())
        ((_, failure),) = failures.listed(redis)
        assert [(row.stage, row.worker) for row in failure.history] == [("normalize", "w")] * 2
        assert failure.history[0].begun_at <= failure.history[1].begun_at <= failure.failed_at
        failures.requeue(redis, "a")
        self.crash(redis, [row.ticket for row in take(redis)], run="run:3")
        assert self.history(redis) == [["normalize", "w"]]


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
