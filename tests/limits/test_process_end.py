"""The end of a process that is stuck where no exception reaches it."""

import subprocess
import sys
from time import monotonic

import pytest

from workers.limits.process_end import MARGIN_SECONDS

PROGRAM = """
import itertools, re
from workers.errors import TimeLimitExceeded
from workers.limits.process_end import ProcessEnd
from workers.limits.time_limit import within_time

def stuck():
    # An endless sum in C: it keeps the GIL and never looks for signals.
    sum(itertools.repeat(0))

def deaf():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass

def done():
    print("done")

end = ProcessEnd(1.0)
try:
    within_time({work}, seconds=1.0, error=TimeLimitExceeded("limit"), process_end=end)
finally:
    end.forget()
"""


@pytest.mark.parametrize("work", ["stuck", "deaf"])
def test_a_process_that_cannot_be_interrupted_ends_and_says_where_it_was(work: str) -> None:
    begun = monotonic()
    ended = subprocess.run([sys.executable, "-c", PROGRAM.format(work=work)], capture_output=True, check=False)
    assert ended.returncode == 1
    assert f"in {work}".encode() in ended.stderr
    assert monotonic() - begun >= MARGIN_SECONDS


def test_a_process_whose_work_ends_lives() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM.format(work="done")], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"done\n", b"")
