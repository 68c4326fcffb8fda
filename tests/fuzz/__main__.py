"""`python -m tests.fuzz`: fuzz targets under atheris and print what came of it; exit status 1 on findings."""

import sys
from argparse import ArgumentParser
from signal import SIGTERM, default_int_handler, signal

from tests.fuzz import campaign, report
from tests.fuzz.targets import TARGETS

RUNS = 100_000


def main() -> int:
    """Fuzz the targets asked for, one after the other; with --runs 0 only report."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--target", action="append", choices=[target.name for target in TARGETS], help="default: all")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"executions of each target (default {RUNS:,})")
    parser.add_argument("--seconds", type=int, help="stop a target after this long")
    parser.add_argument("--lines", action="store_true", help="count the lines that each corpus reaches")
    chosen = parser.parse_args()
    signal(SIGTERM, default_int_handler)
    found = 0
    for target in TARGETS:
        if chosen.target and target.name not in chosen.target:
            continue
        total = report.load(target.name)
        if chosen.runs:
            total = campaign.fuzz(target, runs=chosen.runs, seconds=chosen.seconds)
        if chosen.lines:
            total = campaign.measure(target)
        sys.stdout.write("\n".join([total.row, *(f"    {finding}" for finding in total.findings)]) + "\n")
        sys.stdout.flush()
        found += len(total.findings)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
