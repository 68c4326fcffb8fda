"""The commands of an operator: choosing, dry runs, what is said of each document, and exit codes."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import click
import pytest
from click.testing import CliRunner, Result
from redis import Redis

from schemas import Document, FailureCode
from tests.ledger.steps import accepted, fail, finish, offer, through
from workers import environment
from workers.cli import cli
from workers.cli.failing import explain
from workers.cli.failure_report import what_to_do
from workers.cli.moments import moment
from workers.embedded import EmbeddedRedis
from workers.ledger import failures, keys
from workers.operations import FailureReport

Run = Callable[..., Result]


@pytest.fixture
def run(redis: Redis, redis_server: EmbeddedRedis, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command in this process, without a terminal, on an empty Redis."""
    monkeypatch.setenv("WARRAQ_REDIS_URL", redis_server.url)
    environment.settings.cache_clear()

    def invoke(*arguments: object, code: int = 0) -> Result:
        result = CliRunner().invoke(cli, [str(part) for part in arguments])
        assert result.exit_code == code, (result.output, result.exception)
        return result

    yield invoke
    environment.settings.cache_clear()


def failed(redis: Redis, *names: str) -> None:
    for ticket in accepted(redis, *names):
        fail(redis, ticket)


def done(redis: Redis, *names: str) -> None:
    tickets = accepted(redis, *names)
    through(redis, tickets)
    for ticket in tickets:
        finish(redis, ticket)


class TestFailures:
    def test_filters_choose_and_json_has_the_key(self, redis: Redis, run: Run) -> None:
        failed(redis, "a", "b")
        assert run("failures", "--code", "corrupt_file", "--since", "1h").output.count("corrupt_file") == 2
        assert run("failures", "--stage", "summarize").output == "no failures\n"
        assert run("failures", "--until", "1h").output == "no failures\n"
        (row,) = map(json.loads, run("failures", "--json", "--limit", 1).output.splitlines())
        assert (row["id"], row["key"]) == ("b", next(failures.listed(redis))[0])

    def test_one_is_shown_with_what_to_do_by_key_and_by_id(self, redis: Redis, run: Run) -> None:
        failed(redis, "a")
        key = next(failures.listed(redis))[0]
        by_id, by_key = run("failures", "show", "a").output, run("failures", "show", key).output
        assert by_id.partition("source_kept")[0] == by_key.partition("source_kept")[0]
        for words in ("corrupt_file", "normalize", "is_source_kept:", "True", "source_kept_until:", "whole file"):
            assert words in by_id
        assert json.loads(run("failures", "show", "a", "--json").output)["status"] == "failed"
        error = run("failures", "show", "nobody", code=1).exception
        assert "no failure has the key or id nobody" in str(explain(error) if isinstance(error, Exception) else "")

    def test_a_time_that_is_none_is_refused_with_the_forms(self, run: Run) -> None:
        assert "2026-05-03" in run("failures", "--since", "yesterday", code=2).output


class TestRequeueAndDiscard:
    def test_a_filter_requeues_without_asking_where_nobody_is_there(self, redis: Redis, run: Run) -> None:
        failed(redis, "a", "b")
        shown = run("requeue", "--code", "corrupt_file", "--dry-run")
        assert "would requeue 2;" in shown.stderr
        assert redis.xlen(keys.FAILURES) == 2
        shown = run("requeue", "--code", "corrupt_file")
        assert sorted(shown.stdout.splitlines()) == ["a  revision 2", "b  revision 2"]
        assert "requeued 2; passed over 0; refused 0" in shown.stderr
        assert "requeued 0" in run("requeue", "--all").stderr

    def test_what_could_not_be_requeued_is_said_with_its_reason(self, redis: Redis, run: Run) -> None:
        done(redis, "done")
        failed(redis, "a")
        shown = run("requeue", "a", "done", "nobody", code=1)
        assert shown.stdout == "a  revision 2\n"
        assert "done  has its result" in shown.stderr
        assert "nobody  is unknown" in shown.stderr
        rows = map(json.loads, run("requeue", "done", "--json", code=1).stdout.splitlines())
        assert [(row["id"], row["verdict"], row["revision"]) for row in rows] == [("done", "completed", 0)]

    def test_failures_are_discarded_by_key_and_by_filter(self, redis: Redis, run: Run) -> None:
        failed(redis, "a", "b", "c")
        key = next(failures.listed(redis))[0]
        assert run("discard", key).stdout == f"{key}  discarded\n"
        assert "not on the list" in run("discard", key, code=1).stderr
        assert run("discard", "--all", "--dry-run").stdout == "would discard 2\n"
        assert run("discard", "--stage", "normalize").stdout == "discarded 2\n"
        assert redis.xlen(keys.FAILURES) == 0

    @pytest.mark.parametrize("command", [["requeue"], ["discard"], ["rerun", "--stage", "summarize"]])
    def test_many_are_changed_only_when_that_was_said(self, run: Run, command: list[str]) -> None:
        assert "give ids, or --all" in run(*command, code=2).output
        assert "give ids, or --all" in run(*command, "a", "--all", code=2).output


class TestRerun:
    def test_documents_are_opened_and_what_is_gone_is_said(self, redis: Redis, run: Run) -> None:
        done(redis, "a")
        shown = run("rerun", "--stage", "extract_entities", "a", "nobody", code=1)
        assert shown.stdout == "a  revision 2\n"
        assert "nobody  cannot be run again" in shown.stderr

    def test_all_that_are_meant_are_opened(self, redis: Redis, run: Run) -> None:
        done(redis, "a", "b")
        assert "rerun 0;" in run("rerun", "--stage", "summarize", "--status", "partial").stderr
        assert "would rerun 2;" in run("rerun", "--stage", "summarize", "--since", "1h", "--dry-run").stderr
        assert sorted(run("rerun", "--stage", "summarize", "--all").stdout.split()[::3]) == ["a", "b"]

    def test_a_stage_that_does_not_exist_is_named(self, run: Run) -> None:
        assert "there are normalize" in str(run("rerun", "--stage", "entities", "a", code=1).exception)


class TestForget:
    def test_what_went_and_what_is_beyond_reach_is_said(self, redis: Redis, run: Run) -> None:
        done(redis, "a")
        offer(redis, Document(id="b", text="x"))
        redis.xgroup_create(keys.RESULTS, "readers", id="0")
        redis.xreadgroup("readers", "me", {keys.RESULTS: ">"})
        shown = run("forget", "a", "b", "nobody", "--rewrite-aof", code=1)
        assert "a  forgotten; entries removed: 1 results, 0 failures, 0 waiting" in shown.stdout
        assert "a  group readers may hold a copy" in shown.stdout
        assert "waits for me to acknowledge it" in shown.stdout
        assert "b  unfinished, forgotten without a result" in shown.stdout
        assert "backups" in shown.stdout
        assert "nobody  nothing of it is here" in shown.stderr
        assert not [key for key in redis.keys("*") if key.decode() not in keys.PERMANENT]

    def test_json_for_scripts(self, redis: Redis, run: Run) -> None:
        done(redis, "a")
        row = json.loads(run("forget", "a", "--json").stdout)
        assert (row["id"], row["is_known"], row["results"], row["holders"]) == ("a", True, 1, [])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-05-03", datetime(2026, 5, 3, tzinfo=UTC)),
        ("2026-05-03T14:00", datetime(2026, 5, 3, 14, tzinfo=UTC)),
        ("2026-05-03T14:00+02:00", datetime(2026, 5, 3, 12, tzinfo=UTC)),
    ],
)
def test_times_are_read(typed: str, expected: datetime) -> None:
    assert moment(typed) == expected


@pytest.mark.parametrize(("typed", "ago"), [("45m", 2700), ("2h", 7200), ("3d", 259_200), ("1w", 604_800)])
def test_durations_are_so_long_ago(typed: str, ago: int) -> None:
    assert abs(datetime.now(UTC) - timedelta(seconds=ago) - moment(typed)) < timedelta(minutes=1)


@pytest.mark.parametrize("typed", ["", "2", "h", "2 h", "99999999999w", "2026-13-01"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(click.BadParameter, match="is no time"):
        moment(typed)


@pytest.mark.parametrize("code", list(FailureCode))
def test_every_code_has_advice_and_a_lost_source_changes_it(redis: Redis, code: FailureCode) -> None:
    failed(redis, "a")
    (key, failure), *_ = failures.listed(redis)
    failure = failure.model_copy(update={"code": code})
    advice = what_to_do(FailureReport(key, failure, None, None, None, is_source_kept=False))
    assert advice != "see docs/contracts.md"
    assert ("requeue" in advice) == ("submit it again instead" in advice)
    finished = FailureReport(key, failure, "completed", 2, None, is_source_kept=True)
    assert "nothing: the document is completed under revision 2" in what_to_do(finished)
