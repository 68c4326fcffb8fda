"""Costs are laid at the door of the fault that caused them, and what a kill may waste has a bound."""

from benchmarks.chaos_costs import attributed, costs, overspent, silence
from benchmarks.chaos_journal import StageStart
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_report import fault_table
from benchmarks.chaos_watch import Held, Strike, Watched

PLAN = Plan(seed=1, documents=1, faults=1, poisons=0, hangings=0, lease_seconds=2, patience_seconds=4)


def start(at: float, *, pid: int = 1, name: str = "a", stage: str = "summarize") -> StageStart:
    return StageStart(at, pid, stage, name)


def kill(at: float, *held: Watched, pid: int = 1) -> Strike:
    return Strike("SIGKILL of a worker", "chaos1", at, frozenset({pid}), running=list(held), ended_at=at)


def held(name: str, *, went_on_at: float | None, stage: str = "summarize") -> Watched:
    return Watched(Held(name, stage, "run", "chaos1@host"), went_on_at)


def test_what_a_victim_had_begun_and_others_begin_again_was_wasted_by_its_kill() -> None:
    strikes = [kill(5, pid=9), kill(10, pid=1), kill(20, pid=1)]
    found = attributed([start(9), start(12, pid=2)], strikes, planted={})
    assert [len(row) for row in found.by_strike] == [0, 1, 0]
    assert found.unexplained == []


def test_work_that_is_repeated_without_a_fault_is_said_to_be() -> None:
    found = attributed([start(9), start(12)], [kill(20)], planted={})
    assert (found.by_strike, len(found.unexplained)) == ([[]], 1)


def test_what_a_poison_took_with_it_is_its_waste() -> None:
    rows = [start(9), start(10, name="bad"), start(12, pid=2)]
    found = attributed(rows, [kill(20)], planted={"bad": "poison"})
    assert (len(found.by_poison), found.unexplained) == (1, [])


def test_repetitions_of_planted_documents_are_no_waste() -> None:
    found = attributed([start(9), start(12)], [kill(10)], planted={"a": "hanging"})
    assert (found.by_strike, found.by_poison, found.unexplained) == ([[]], [], [])


def test_a_kill_may_waste_what_its_victim_held_and_nothing_else() -> None:
    waste = [[(start(9), start(12)), (start(8, name="b"), start(13, name="b"))]]
    strikes = [kill(10, held("a", went_on_at=12))]
    assert overspent(strikes, waste) == ["b summarize after SIGKILL of a worker of chaos1"]


def test_what_a_victim_began_after_the_look_at_it_is_no_surprise() -> None:
    assert overspent([kill(10)], [[(start(10.1), start(12))]]) == []


def test_documents_that_go_on_late_or_never_are_flagged() -> None:
    rows = [held("in-time", went_on_at=16), held("late", went_on_at=18), held("never", went_on_at=None)]
    (cost,) = costs(PLAN, [kill(10, *rows)], [[]], [])
    assert cost.late == ("late in summarize: 8.0 s (lease)", "never in summarize: inf s (lease)")


def test_a_document_that_was_sent_again_in_time_is_not_late_because_others_are_before_it() -> None:
    row = held("queued", went_on_at=40)
    row.sent_at = 13
    (cost,) = costs(PLAN, [kill(10, row)], [[]], [])
    assert cost.late == ()
    assert (cost.noticed.longest, cost.running.longest) == (3, 30)


def test_silence_is_the_longest_gap_that_touches_the_time_of_a_fault() -> None:
    struck = kill(10, held("a", went_on_at=15))
    assert silence(struck, [1, 9, 12, 16, 40]) == 4
    assert silence(struck, [1, 9, 12, 16, 40], until=12) == 3


def test_the_table_has_a_line_for_each_kind_of_fault() -> None:
    struck = kill(10, held("a", went_on_at=12), held("b", went_on_at=14, stage="normalize"))
    lines = fault_table(costs(PLAN, [struck, kill(30)], [[(start(9), start(12))], []], [9, 13]))
    assert lines[2] == "| SIGKILL of a worker | 2 | n 1 s 1 | 4.0 / 4.0 | 4.0 / 4.0 | – | – | 4.0 | 1 of 2 | 0 |"
    assert len(lines) == 3
