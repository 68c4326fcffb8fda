"""A run that lost its document while it worked, as a frozen process does, has no say about it any more."""

from collections.abc import Callable
from typing import Any

import pytest
from redis import Redis

from schemas.options import StageName
from tests.ledger.steps import ORDER, accepted, expire, work
from workers.errors import TimeLimitExceeded
from workers.ledger import keys, overdue
from workers.ledger.bundle import Ticket
from workers.ledger.work import Verdict
from workers.limits import StageLimits
from workers.pipeline import STAGES
from workers.settings import Settings
from workers.tasks.stage_run import StageBundle

NORMALIZE = next(stage for stage in STAGES if stage.name == StageName.NORMALIZE.value)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None], Any], None]:
    """Let something happen while a stage is at work, and the work end as it is told."""

    def arrange(happens: Callable[[], None], ends: Any) -> None:
        def limited(self: StageLimits, stage: Any, state: Any) -> Any:
            happens()
            return ends

        monkeypatch.setattr(StageLimits, "run", limited)

    return arrange


def run(redis: Redis, ticket: Ticket) -> tuple[list[Ticket], list[Ticket]]:
    bundle = StageBundle(redis, Settings(), stage=NORMALIZE, work=work(redis, run="task:zombie"))
    return bundle.run([ticket])


def taken_over(redis: Redis, ticket: Ticket) -> None:
    expire(redis, ticket)
    overdue.sweep(redis, Settings())
    assert work(redis, run="task:fresh").begin([ticket], order=ORDER) == [Verdict.GO]


@pytest.mark.parametrize("taken", [False, True])
def test_a_document_is_failed_only_by_the_run_that_holds_it(
    redis: Redis, meanwhile: Callable[[Callable[[], None], Any], None], taken: bool
) -> None:
    (ticket,) = accepted(redis, "a")
    meanwhile(lambda: taken_over(redis, ticket) if taken else None, TimeLimitExceeded("too long"))
    assert run(redis, ticket) == ([], [])
    assert (redis.zscore(keys.DUE, "a") is not None) is taken
    assert (redis.hget(keys.document("a"), "state") is None) is taken
    if taken:
        assert redis.hget(keys.document("a"), "run") == b"task:fresh"


def test_what_was_saved_by_another_goes_on_without_work(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    (ticket,) = accepted(redis, "a")
    load = StageBundle._load

    def slow_load(self: StageBundle, bundle: list[Ticket]) -> Any:
        loaded = load(self, bundle)
        assert work(redis, run="task:other").save(ticket, b"other", following="detect_language") == "saved"
        return loaded

    monkeypatch.setattr(StageBundle, "_load", slow_load)
    monkeypatch.setattr(StageLimits, "run", lambda self, stage, state: pytest.fail("computed again"))
    assert run(redis, ticket) == ([ticket], [])
    assert redis.hget(keys.document("a"), "stage:normalize") == b"other"
