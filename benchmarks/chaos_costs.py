"""What faults cost: stage runs begun in vain, how long documents stood still, how long nothing was published."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.chaos_journal import StageStart, wasted
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_watch import Strike, Watched

# Beyond the lease or the patience: a sweep comes every second, and the work has to be begun.
MARGIN_SECONDS = 5.0
KILLS = frozenset({"SIGKILL of a child", "SIGKILL of a worker", "SIGKILL of all workers"})
# After these the running documents must go on within the lease.
LEASED = KILLS | {"worker frozen beyond its lease"}
# For messages of workers that died and of queues that were deleted, the patience counts.
NEVER = float("inf")

Waste = tuple[StageStart, StageStart]


@dataclass(frozen=True, slots=True)
class Times:
    """How long documents took to go on."""

    number: int
    median: float
    longest: float

    def __str__(self) -> str:
        return f"{self.median:.1f} / {self.longest:.1f}" if self.number else "–"


@dataclass(frozen=True, slots=True)
class FaultCost:
    """One kind of fault over all rounds."""

    kind: str
    times: int
    stages: Mapping[str, int]
    running: Times
    waiting: Times
    lost_messages: Times
    silence: float
    wasted: int
    held: int
    late: tuple[str, ...]


def attributed(
    starts: Iterable[StageStart], strikes: Sequence[Strike], *, planted: frozenset[str]
) -> tuple[list[list[Waste]], int]:
    """Return the stage runs that each strike wasted, and how many no strike explains.

    A run was wasted by the first strike that came before the work was begun again, after it was begun first, and
    that hit its process, if the strike was aimed at processes.
    """
    rows: list[list[Waste]] = [[] for _ in strikes]
    unexplained = 0
    for first, again in wasted(starts, planted=planted):
        for strike, found in zip(strikes, rows, strict=True):
            in_time = first.at <= strike.ended_at and again.at >= strike.started_at
            if in_time and (not strike.pids or first.pid in strike.pids):
                found.append((first, again))
                break
        else:
            unexplained += 1
    return rows, unexplained


def overspent(strikes: Sequence[Strike], rows: Sequence[Sequence[Waste]]) -> list[str]:
    """Return the stage runs that a kill wasted although their documents were not in the hands of what was killed."""
    return [
        f"{first.id} {first.stage} after {strike.kind} of {strike.victim}"
        for strike, found in zip(strikes, rows, strict=True)
        if strike.kind in KILLS
        for first, _ in found
        if (first.id, first.stage) not in {(row.held.id, row.held.stage) for row in strike.running}
    ]


def costs(
    plan: Plan, strikes: Sequence[Strike], rows: Sequence[Sequence[Waste]], moments: Sequence[float]
) -> list[FaultCost]:
    """Return the cost of each kind, in the order in which the kinds first came; `moments` are those of publications."""
    kinds = dict.fromkeys(strike.kind for strike in strikes)
    return [_cost(plan, kind, strikes, rows, moments) for kind in kinds]


def _cost(
    plan: Plan, kind: str, strikes: Sequence[Strike], rows: Sequence[Sequence[Waste]], moments: Sequence[float]
) -> FaultCost:
    mine = [strike for strike in strikes if strike.kind == kind]
    return FaultCost(
        kind=kind,
        times=len(mine),
        stages=Counter(row.held.stage for strike in mine for row in strike.running),
        running=_times(mine, "running"),
        waiting=_times(mine, "waiting"),
        lost_messages=_times(mine, "lost_messages"),
        silence=max((silence(strike, moments) for strike in mine), default=0.0),
        wasted=sum(len(found) for strike, found in zip(strikes, rows, strict=True) if strike.kind == kind),
        held=sum(len(strike.running) for strike in mine),
        late=tuple(line for strike in mine for line in late(plan, strike)),
    )


def late(plan: Plan, strike: Strike) -> list[str]:
    """Return the documents that went on later than promised: a dead run after its lease, a lost message after patience."""
    bounds = [(strike.lost_messages, plan.patience_seconds + MARGIN_SECONDS, "patience")]
    if strike.kind in LEASED:
        bounds.append((strike.running, plan.lease_seconds + MARGIN_SECONDS, "lease"))
    return [
        f"{row.held.id} in {row.held.stage}: {_seconds(strike, row):.1f} s ({name})"
        for rows, bound, name in bounds
        for row in rows
        if _seconds(strike, row) > bound
    ]


def silence(strike: Strike, moments: Sequence[float]) -> float:
    """Return the longest time without any publication that touches the time of this fault."""
    over = max((row.went_on_at or strike.ended_at for row in strike.watched), default=strike.ended_at)
    return max((b - a for a, b in pairwise(moments) if b > strike.started_at and a < over), default=0.0)


def _times(strikes: Iterable[Strike], group: str) -> Times:
    seconds = sorted(_seconds(strike, row) for strike in strikes for row in getattr(strike, group))
    return Times(len(seconds), seconds[len(seconds) // 2], seconds[-1]) if seconds else Times(0, 0.0, 0.0)


def _seconds(strike: Strike, row: Watched) -> float:
    return NEVER if row.went_on_at is None else row.went_on_at - strike.started_at
