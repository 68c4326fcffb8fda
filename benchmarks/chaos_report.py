"""What a run showed: a table for people, JSON for machines, and the violations that decide about its exit code."""

import json
import os
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from benchmarks.chaos_costs import Attribution, FaultCost, Waste, attributed, costs, overspent
from benchmarks.chaos_faults import FAULTS
from benchmarks.chaos_outcome import Outcome
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_watch import Strike

LETTERS = {"normalize": "n", "detect_language": "d", "extract_entities": "e", "summarize": "s", "publish": "p"}
COUNTERS = ("redispatched", "woken", "splits", "refused", "already", "adopted", "duplicates", "readmitted")
HEADER = (
    "| fault | times | held by the victim, by stage | sent again or begun after s, median / longest "
    "| begun after s | waiting documents begun after s | lost messages sent again after s | longest silence, s "
    "| stage runs wasted | late |"
)


def violations(outcomes: Sequence[Outcome]) -> list[str]:
    """Return one line for everything that breaks the promise."""
    found = [line for outcome in outcomes for line in outcome.verdict.violations]
    for outcome in outcomes:
        over = overspent(outcome.strikes, _attributed(outcome).by_strike) if outcome.names_holders else []
        found += (
            [f"{len(over)} stage runs that nobody held were wasted by a kill: {', '.join(over[:5])}"] if over else []
        )
    return found


def markdown(outcomes: Sequence[Outcome]) -> str:
    """Return both tables."""
    return "\n".join([*_setting(outcomes), "", *_totals(outcomes), "", *fault_table(_fault_costs(outcomes))])


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return everything that is worth keeping."""
    report = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"platform": platform.platform(), "cpus": os.cpu_count(), "python": platform.python_version()},
        "versions": {name: version(name) for name in ("celery", "kombu", "redis", "warraq")},
        "totals": totals(outcomes),
        "violations": violations(outcomes),
        "faults": [asdict(replace(row, stages=dict(row.stages))) for row in _fault_costs(outcomes)],
        "rounds": [_round(outcome) for outcome in outcomes],
    }
    return json.dumps(report, indent=1, default=str)


def totals(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the sums of all rounds by name."""
    published = [row for outcome in outcomes for row in outcome.evidence.published]
    planted = {name for outcome in outcomes for name in outcome.evidence.planted}
    wastes = [_attributed(outcome) for outcome in outcomes]
    return {
        "accepted": sum(len(outcome.evidence.accepted) for outcome in outcomes),
        "published": len(published),
        "lost": sum(len(outcome.verdict.lost) for outcome in outcomes),
        "published twice": sum(len(outcome.verdict.twice) for outcome in outcomes),
        "partial": sum(row.status == "partial" for row in published),
        "failed as planted": sum(row.status == "failed" and row.id in planted for row in published),
        "ended otherwise": sum(len(outcome.verdict.unexpected) for outcome in outcomes),
        "refused as planted": sum(len(outcome.evidence.refused) for outcome in outcomes),
        "faults": sum(len(outcome.strikes) for outcome in outcomes),
        "stage runs": sum(len(outcome.starts) for outcome in outcomes),
        "stage runs wasted": sum(map(_number, wastes)),
        "of them by a planted poison beside them": sum(len(waste.by_poison) for waste in wastes),
        "of them by nothing that we know": sum(len(waste.unexplained) for waste in wastes),
        "worker starts after an end": sum(outcome.restarts for outcome in outcomes),
        "repetitions of producers": sum(outcome.retries for outcome in outcomes),
        "answers “try later”": sum(outcome.turned_away for outcome in outcomes),
        **{name: sum(outcome.counts.get(name, 0) for outcome in outcomes) for name in COUNTERS},
        "seconds": round(sum(outcome.seconds for outcome in outcomes)),
        "drain, seconds": round(max(outcome.drain_seconds for outcome in outcomes), 1),
    }


def fault_table(rows: Iterable[FaultCost]) -> list[str]:
    """Return the lines of the table of faults."""
    return [HEADER, "|" + "---|" * (HEADER.count("|") - 1), *map(_fault_row, rows)]


def _fault_row(row: FaultCost) -> str:
    stages = " ".join(f"{letter} {row.stages[name]}" for name, letter in LETTERS.items() if row.stages.get(name))
    cells = [row.kind, row.times, stages or "–", row.noticed, row.running, row.waiting, row.lost_messages]
    cells += [f"{row.silence:.1f}", f"{row.wasted} of {row.held}" if row.held else row.wasted, len(row.late)]
    return "| " + " | ".join(map(str, cells)) + " |"


def _setting(outcomes: Sequence[Outcome]) -> list[str]:
    plan = outcomes[0].plan
    servers = ", ".join(f"Redis {outcome.server} appendfsync {outcome.plan.append_fsync}" for outcome in outcomes)
    return [
        (
            f"{plan.workers} workers with {plan.concurrency} process each, lease {plan.lease_seconds:g} s, patience "
            f"{plan.patience_seconds:g} s; {servers}; seed {plan.seed}; {os.cpu_count()} cores; "
            f"Celery {version('celery')}, Python {platform.python_version()}; {datetime.now(UTC):%d %B %Y}."
        ),
    ]


def _totals(outcomes: Sequence[Outcome]) -> list[str]:
    return ["| | |", "|---|---|", *(f"| {name} | {value:,} |" for name, value in totals(outcomes).items())]


def _fault_costs(outcomes: Sequence[Outcome]) -> list[FaultCost]:
    """Strikes of all rounds together, in the order of the table of faults; rounds differ in nothing that costs name."""
    strikes: list[Strike] = []
    rows: list[list[Waste]] = []
    moments: list[float] = []
    for outcome in outcomes:
        strikes += outcome.strikes
        rows += _attributed(outcome).by_strike
        moments += sorted(row.at for row in outcome.evidence.published)
    plan: Plan = outcomes[0].plan
    order = list(FAULTS)
    return sorted(costs(plan, strikes, rows, moments), key=lambda row: order.index(row.kind))


def _attributed(outcome: Outcome) -> Attribution:
    return attributed(outcome.starts, outcome.strikes, planted=outcome.evidence.planted)


def _number(waste: Attribution) -> int:
    return sum(map(len, waste.by_strike)) + len(waste.by_poison) + len(waste.unexplained)


def _round(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "plan": outcome.plan.facts(),
        "redis": outcome.server,
        "doors": dict(Counter(outcome.evidence.accepted.values())),
        "counts": outcome.counts,
        "stage_starts": dict(Counter(start.stage for start in outcome.starts)),
        "strikes": [_strike(strike) for strike in outcome.strikes],
    }


def _strike(strike: Strike) -> Mapping[str, Any]:
    groups = {"running": strike.running, "waiting": strike.waiting, "lost_messages": strike.lost_messages}
    return {
        "kind": strike.kind,
        "victim": strike.victim,
        "at": round(strike.started_at, 3),
        "seconds": round(strike.ended_at - strike.started_at, 3),
        "stages": sorted({row.held.stage for row in strike.running}),
        **{
            name: [round((row.went_on_at or 0) - strike.started_at, 2) if row.went_on_at else None for row in rows]
            for name, rows in groups.items()
        },
    }
