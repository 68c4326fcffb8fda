"""What faults cost: stage runs begun in vain, how long documents stood still, how long nothing was published."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.chaos_journal import StageStart, wasted
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_watch import Strike

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
    noticed: Times
    running: Times
    waiting: Times
    lost_messages: Times
    silence: float
    wasted: int
    held: int
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The stage runs that each strike wasted, those that a poison took with it, and those that nothing explains."""

    by_strike: list[list[Waste]]
    by_poison: list[Waste]
    unexplained: list[Waste]


def attributed(starts: Sequence[StageStart], strikes: Sequence[Strike], *, planted: Mapping[str, str]) -> Attribution:
    """Lay each wasted stage run at the door of what wasted it.

    That is the first strike that came before the work was begun again, after it was begun first, and that hit its
    process, if the strike was aimed at processes; else a poison that the same process began in that time.
    """
    rows: list[list[Waste]] = [[] for _ in strikes]
    poisons = [start for start in starts if planted.get(start.id) == "poison"]
    by_poison: list[Waste] = []
    unexplained: list[Waste] = []
    for first, again in wasted(starts, planted=frozenset(planted)):
        for strike, found in zip(strikes, rows, strict=True):
            in_time = first.at <= strike.ended_at and again.at >= strike.started_at
            if in_time and (not strike.pids or first.pid in strike.pids):
                found.append((first, again))
                break
        else:
            taken_along = any(row.pid == first.pid and first.at <= row.at <= again.at for row in poisons)
            (by_poison if taken_along else unexplained).append((first, again))
    return Attribution(rows, by_poison, unexplained)


def overspent(strikes: Sequence[Strike], rows: Sequence[Sequence[Waste]]) -> list[str]:
    """Return the stage runs that a kill wasted although their documents were not in the hands of what was killed.

    What the victim began between the look at it and its end was in its hands too.
    """
    return [
        f"{first.id} {first.stage} after {strike.kind} of {strike.victim}"
        for strike, found in zip(strikes, rows, strict=True)
        if strike.kind in KILLS
        for first, _ in found
        if first.at < strike.started_at
        and (first.id, first.stage) not in {(row.held.id, row.held.stage) for row in strike.running}
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
        noticed=_times(_seconds(strike, row.noticed_at) for strike in mine for row in strike.running),
        running=_times(_seconds(strike, row.went_on_at) for strike in mine for row in strike.running),
        waiting=_times(_seconds(strike, row.went_on_at) for strike in mine for row in strike.waiting),
        lost_messages=_times(_seconds(strike, row.noticed_at) for strike in mine for row in strike.lost_messages),
        silence=max((silence(strike, moments, until=_next(strike, strikes)) for strike in mine), default=0.0),
        wasted=sum(len(found) for strike, found in zip(strikes, rows, strict=True) if strike.kind == kind),
        held=sum(len(strike.running) for strike in mine),
        late=tuple(line for strike in mine for line in late(plan, strike)),
    )


def late(plan: Plan, strike: Strike) -> list[str]:
    """Return documents that were sent again or begun later than promised: after the lease of a dead run, or patience."""
    bounds = [(strike.lost_messages, plan.patience_seconds + MARGIN_SECONDS, "patience")]
    if strike.kind in LEASED:
        bounds.append((strike.running, plan.lease_seconds + MARGIN_SECONDS, "lease"))
    return [
        f"{row.held.id} in {row.held.stage}: {_seconds(strike, row.noticed_at):.1f} s ({name})"
        for rows, bound, name in bounds
        for row in rows
        if _seconds(strike, row.noticed_at) > bound
    ]


def silence(strike: Strike, moments: Sequence[float], *, until: float = NEVER) -> float:
    """Return the longest time without any publication that touches this fault; what comes after `until` is another's."""
    over = max((row.went_on_at or strike.ended_at for row in strike.watched), default=strike.ended_at)
    over = min(over, until)
    return max((b - a for a, b in pairwise(moments) if b > strike.started_at and a < over), default=0.0)


def _next(strike: Strike, strikes: Sequence[Strike]) -> float:
    return min((row.started_at for row in strikes if row.started_at > strike.started_at), default=NEVER)


def _times(unsorted: Iterable[float]) -> Times:
    seconds = sorted(unsorted)
    return Times(len(seconds), seconds[len(seconds) // 2], seconds[-1]) if seconds else Times(0, 0.0, 0.0)


def _seconds(strike: Strike, moment: float | None) -> float:
    return NEVER if moment is None else moment - strike.started_at
