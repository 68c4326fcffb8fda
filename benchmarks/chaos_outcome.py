"""What a round left behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.chaos_journal import StageStart
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_verdict import Evidence, Verdict
from benchmarks.chaos_watch import Strike


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything from which the report is made."""

    plan: Plan
    server: str
    verdict: Verdict
    evidence: Evidence
    strikes: Sequence[Strike]
    starts: Sequence[StageStart]
    counts: dict[str, int]
    restarts: int
    retries: int
    turned_away: int
    seconds: float
    drain_seconds: float
    names_holders: bool
