"""A campaign against one target: children under atheris until the executions are done, and the lines they reached."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from re import compile as pattern
from time import monotonic

from tests.fuzz import report
from tests.fuzz.corpora import dictionary_of, seeds_of
from tests.fuzz.report import Report, folder_of
from tests.fuzz.targets import Target

# An input that hangs this long, or a process this large, ends its child; libFuzzer leaves the input as a file.
TIMEOUT_SECONDS = 60
MEMORY_MEGABYTES = 2_500
# A child that dies at once again and again says that the target, not an input, is broken.
CHILDREN_MAX = 20

_EXECUTED = pattern(r"^#(\d+)\s|number_of_executed_units:\s+(\d+)|^Done (\d+) in")
_EDGES = pattern(r"\bcov: (\d+)")


def fuzz(target: Target, *, runs: int, seconds: int | None) -> Report:
    """Execute a target `runs` more times, or for so many seconds; returns the sum of all campaigns so far.

    What was executed before an interruption counts as well.
    """
    folder = folder_of(target.name)
    _write_seeds(target, folder)
    made, edges, started, interrupted = 0, 0, monotonic(), False
    for _ in range(CHILDREN_MAX):
        try:
            _run_child(target, folder, runs=runs - made, seconds=_left(seconds, started))
        except KeyboardInterrupt:
            interrupted = True
        executed, reached = _counted(folder / "log.txt")
        made, edges = made + executed, max(edges, reached)
        if interrupted or made >= runs or (seconds is not None and _left(seconds, started) == 1):
            break
    kept = report.load(target.name)
    total = replace(kept, executions=kept.executions + made, seconds=kept.seconds + monotonic() - started, edges=edges)
    report.save(total)
    if interrupted:
        raise KeyboardInterrupt
    return total


def measure(target: Target) -> Report:
    """Run the whole corpus once more in a process that notes the lines of the target's modules."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.lines", target.name], capture_output=True, text=True, check=True
    )
    covered, lines = map(int, ended.stdout.split()[-2:])
    total = replace(report.load(target.name), lines_covered=covered, lines=lines)
    report.save(total)
    return total


def _left(seconds: int | None, started: float) -> int | None:
    return None if seconds is None else max(1, int(seconds - (monotonic() - started)))


def _write_seeds(target: Target, folder: Path) -> None:
    for seed in seeds_of(target):
        (folder / "corpus" / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = dictionary_of(target)
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words)
    (folder / "dictionary").write_text("".join(lines), encoding="ascii")


def _run_child(target: Target, folder: Path, *, runs: int, seconds: int | None) -> None:
    command = [
        *(sys.executable, "-m", "tests.fuzz.child", target.name),
        *(f"-atheris_runs={runs}", f"-max_len={target.max_bytes}", "-len_control=0", "-print_final_stats=1"),
        *(f"-timeout={TIMEOUT_SECONDS}", f"-rss_limit_mb={MEMORY_MEGABYTES}", f"-dict={folder / 'dictionary'}"),
        *([f"-max_total_time={seconds}"] if seconds else []),
        f"-artifact_prefix={folder / 'findings'}/",
        str(folder / "corpus"),
    ]
    with (folder / "log.txt").open("w") as log:
        subprocess.run(command, stdout=log, stderr=log, check=False)


def _counted(log: Path) -> tuple[int, int]:
    """Return the executions and the edges of which the log of a child tells."""
    executed = edges = 0
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        counted, covered = _EXECUTED.search(line), _EDGES.search(line)
        executed = max(executed, *(int(group or 0) for group in counted.groups())) if counted else executed
        edges = max(edges, int(covered[1])) if covered else edges
    return executed, edges
