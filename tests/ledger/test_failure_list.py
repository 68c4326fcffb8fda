"""The list of failures is chosen from, requeued and discarded page by page."""

from datetime import UTC, datetime, timedelta

import pytest
from redis import Redis

from schemas import Failure, FailureCode
from tests.ledger.steps import accepted, fail, take
from workers.ledger import failures, keys, reopening
from workers.ledger.failures import FailureFilter
from workers.ledger.publication import failure_fields
from workers.ledger.reopening import Verdict
from workers.settings import Settings

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def listed(redis: Redis, *, hours_ago: int, stage: str = "normalize", code: str = "corrupt_file") -> str:
    """Put a failure on the list as it would have been then; returns its key."""
    moment = NOW - timedelta(hours=hours_ago)
    failure = Failure(
        id=f"{stage}-{hours_ago}",
        entry="1-1",
        revision=1,
        code=FailureCode(code),
        stage=stage,
        message="m",
        retry_helps=False,
        attempts=1,
        failed_at=moment,
    )
    fields = failure_fields(failure)
    pairs = dict(zip(fields[::2], fields[1::2], strict=True))
    return redis.xadd(keys.FAILURES, pairs, id=f"{int(moment.timestamp() * 1000)}-0").decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (FailureFilter(), ["normalize-1", "summarize-2", "normalize-5"]),
        (FailureFilter(stage="summarize"), ["summarize-2"]),
        (FailureFilter(code="time_limit"), ["summarize-2"]),
        (FailureFilter(since=NOW - timedelta(hours=2)), ["normalize-1", "summarize-2"]),
        (FailureFilter(until=NOW - timedelta(hours=2)), ["summarize-2", "normalize-5"]),
        (FailureFilter(stage="normalize", until=NOW - timedelta(hours=4)), ["normalize-5"]),
        (FailureFilter(since=NOW), []),
    ],
)
@pytest.mark.parametrize("page", [1, 500])
def test_what_is_meant_comes_newest_first(
    redis: Redis, monkeypatch: pytest.MonkeyPatch, wanted: FailureFilter, expected: list[str], page: int
) -> None:
    monkeypatch.setattr(failures, "PAGE_ENTRIES", page)
    listed(redis, hours_ago=5)
    listed(redis, hours_ago=2, stage="summarize", code="time_limit")
    listed(redis, hours_ago=1)
    assert [row.id for _, row in failures.listed(redis, wanted)] == expected


def test_a_failure_is_found_by_its_key_and_by_its_document(redis: Redis) -> None:
    old = listed(redis, hours_ago=3)
    (ticket,) = accepted(redis, "a")
    fail(redis, ticket)
    assert failures.found(redis, old) is not None
    by_id = failures.found(redis, "a")
    assert by_id is not None
    assert by_id[1].id == "a"
    by_expired_id = failures.found(redis, "normalize-3")
    assert by_expired_id is not None
    assert by_expired_id[0] == old
    assert failures.found(redis, "nobody") is None


class TestRequeueListed:
    @pytest.fixture(autouse=True)
    def _small_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reopening, "PAGE_DOCUMENTS", 2)

    def test_every_document_of_a_failure_is_opened_once_and_its_record_goes(self, redis: Redis) -> None:
        for ticket in accepted(redis, "a", "b", "c"):
            fail(redis, ticket)
        rows = list(failures.requeue_listed(redis, Settings(), FailureFilter(code="corrupt_file")))
        assert sorted((row.id, row.revision) for row in rows) == [("a", 2), ("b", 2), ("c", 2)]
        assert redis.xlen(keys.FAILURES) == 0
        assert len(take(redis)) == 3
        assert list(failures.requeue_listed(redis, Settings(), FailureFilter())) == []

    def test_a_dry_run_says_the_same_and_changes_nothing(self, redis: Redis) -> None:
        for ticket in accepted(redis, "a", "b", "c"):
            fail(redis, ticket)
        before = {key: redis.dump(key) for key in redis.keys("*")}
        rows = list(failures.requeue_listed(redis, Settings(), FailureFilter(), dry_run=True))
        assert {row.verdict for row in rows} == {Verdict.POSSIBLE}
        assert {key: redis.dump(key) for key in redis.keys("*")} == before

    def test_a_record_that_is_not_the_last_word_on_its_document_is_left(self, redis: Redis) -> None:
        (ticket,) = accepted(redis, "a")
        fail(redis, ticket)
        (key,) = [key for key, _ in failures.listed(redis)]
        redis.hset(keys.document("a"), "failure", "9-9")
        (row,) = failures.requeue_listed(redis, Settings(), FailureFilter())
        assert (row.verdict, "discard" in row.reason) == (Verdict.SUPERSEDED, True)
        assert [found for found, _ in failures.listed(redis)] == [key]

    def test_a_document_whose_source_has_gone_is_named(self, redis: Redis) -> None:
        for ticket in accepted(redis, "a", "b"):
            fail(redis, ticket)
        redis.delete(keys.document("a"))
        redis.hdel(keys.document("b"), "source")
        rows = list(failures.requeue_listed(redis, Settings(), FailureFilter()))
        assert {(row.id, row.verdict) for row in rows} == {("a", Verdict.UNKNOWN), ("b", Verdict.GONE)}
        assert all("submit it again" in row.reason for row in rows)
        assert redis.xlen(keys.DOCUMENTS) == 0
