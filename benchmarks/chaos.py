"""The promise under fire: documents through every door while everything that can die is killed, frozen or filled.

    python -m benchmarks.chaos [--short] [--baseline] [--seed N] [--documents N] [--faults N] [--report PATH]

Prints what was accepted, published, lost and published twice, and what each kind of fault cost; exit code 1 when
anything is lost, twice, or ended in a way that was not planted.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks import chaos_report
from benchmarks.chaos_faults import FAULTS
from benchmarks.chaos_outcome import Outcome
from benchmarks.chaos_plan import Plan, long_form, short_form
from benchmarks.chaos_round import Round
from benchmarks.chaos_system import System
from benchmarks.chaos_warraq import Warraq


def run(system: System, plans: list[Plan], *, keep: Path | None = None) -> list[Outcome]:
    """Run one round after another; `keep` names a folder for logs, journals and the accepted ids."""
    outcomes = []
    for number, plan in enumerate(plans, start=1):
        with tempfile.TemporaryDirectory(prefix="warraq-chaos-") as folder:
            try:
                outcomes.append(Round(system, plan, Path(folder)).run())
            finally:
                if keep is not None:
                    shutil.copytree(folder, keep / f"round{number}", dirs_exist_ok=True)
    return outcomes


def plans(chosen: argparse.Namespace) -> list[Plan]:
    """Return the rounds that the options ask for."""
    made = short_form(chosen.seed) if chosen.short else long_form(chosen.seed)
    kinds = tuple(kind for kind in chosen.only or FAULTS if kind not in chosen.without)
    made = [replace(plan, kinds=kinds) for plan in made]
    for name in ("documents", "faults", "workers", "concurrency", "server"):
        value = getattr(chosen, name)
        share = -(-value // len(made)) if name in ("documents", "faults") and value else value
        made = [replace(plan, **{name: share}) for plan in made] if value else made
    return made


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="every kind of fault once, half a minute")
    parser.add_argument("--baseline", action="store_true", help="a plain Celery chain instead of warraq")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, help="of all rounds together")
    parser.add_argument("--faults", type=int, help="of all rounds together")
    parser.add_argument("--workers", type=int)
    parser.add_argument("--concurrency", type=int, help="processes of each worker")
    parser.add_argument("--only", action="append", choices=list(FAULTS), help="kind of fault; may be repeated")
    parser.add_argument("--without", action="append", choices=list(FAULTS), default=[], help="the same, left out")
    parser.add_argument("--server", type=Path, help="Redis server to start")
    parser.add_argument("--report", type=Path, help="where to write the report as JSON")
    parser.add_argument("--keep", type=Path, help="folder for the logs of everything")
    return parser.parse_args()


def system_under_fire(chosen: argparse.Namespace) -> System:
    """Return what is put under fire."""
    if chosen.baseline:
        from benchmarks.chaos_baseline import Baseline

        return Baseline()
    return Warraq()


def main() -> None:
    """Run, print, and say by the exit code whether the promise held."""
    chosen = arguments()
    try:
        outcomes = run(system_under_fire(chosen), plans(chosen), keep=chosen.keep)
    except KeyboardInterrupt:
        print("interrupted; everything is stopped", file=sys.stderr)
        sys.exit(130)
    print(chaos_report.markdown(outcomes))
    if chosen.report:
        chosen.report.write_text(chaos_report.as_json(outcomes), encoding="utf-8")
    violations = chaos_report.violations(outcomes)
    for line in violations:
        print(line, file=sys.stderr)
    sys.exit(int(bool(violations)))


if __name__ == "__main__":
    main()
