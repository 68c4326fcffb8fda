"""The promise under fire: the chaos bench in its short form, with the very driver and verdict of the long one."""

import pytest

from benchmarks import chaos_report
from benchmarks.chaos import run
from benchmarks.chaos_faults import FAULTS
from benchmarks.chaos_plan import short_form
from benchmarks.chaos_warraq import Warraq


@pytest.mark.timeout(600)
def test_nothing_is_lost_or_published_twice_while_everything_that_can_die_does() -> None:
    (outcome,) = run(Warraq(), short_form(seed=1))
    assert chaos_report.violations([outcome]) == [], chaos_report.markdown([outcome])
    assert {strike.kind for strike in outcome.strikes} == set(FAULTS)
    assert set(outcome.evidence.accepted.values()) == {"client", "client_many", "redis", "celery", "cli"}
    assert set(outcome.evidence.planted.values()) == {"poison", "hanging"}
