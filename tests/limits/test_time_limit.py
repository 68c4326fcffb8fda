"""The time limit on the work on one document."""

import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from itertools import count
from subprocess import PIPE
from time import monotonic, sleep

import pytest

from workers.errors import Interruption, TimeLimitExceeded
from workers.limits.time_limit import within_time

ERROR = TimeLimitExceeded("the words of the limit")


def endless() -> str:
    while True:
        sleep(0.01)


def swallowing() -> str:
    """Catch every Exception, again and again, as some libraries do."""
    for _ in count():
        with suppress(Exception):
            endless()
    return ""


def stubborn() -> str:
    """Catch whatever comes, once."""
    try:
        return endless()
    except BaseException:  # noqa: BLE001
        return endless()


def backtracking() -> str:
    """Match for longer than anybody lives, in native code that keeps the GIL."""
    return str(re.match(r"(a+)+$", "a" * 60 + "b"))


def test_work_within_the_limit_is_left_alone() -> None:
    assert within_time(lambda: sum(range(10)), seconds=60, error=ERROR) == 45


@pytest.mark.parametrize("work", [endless, swallowing, stubborn, backtracking])
def test_work_beyond_the_limit_is_ended_whatever_it_catches(work: object) -> None:
    with pytest.raises(TimeLimitExceeded, match="the words of the limit"):
        within_time(work, seconds=0.05, error=ERROR)  # type: ignore[arg-type]


def test_an_error_of_the_work_comes_out_as_it_is_and_the_alarm_ends_with_it() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(ZeroDivisionError):
        within_time(lambda: 1 // 0, seconds=0.05, error=ERROR)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_whoever_goes_on_has_half_of_the_time_and_all_together_less_than_twice_the_limit() -> None:
    cuts = 0

    def go_on() -> str:
        nonlocal cuts
        while cuts < 3:
            try:
                endless()
            except Interruption as interruption:
                cuts += 1
                interruption.resume()
        return "the rest"

    begun = monotonic()
    assert within_time(go_on, seconds=0.4, error=ERROR) == "the rest"
    assert cuts == 3
    assert monotonic() - begun >= 0.4 + 0.2 + 0.1


def test_the_rest_is_ended_when_it_too_takes_longer_than_its_time() -> None:
    def go_on() -> str:
        try:
            return endless()
        except Interruption as interruption:
            interruption.resume()
            return endless()

    with pytest.raises(TimeLimitExceeded):
        within_time(go_on, seconds=0.1, error=ERROR)


def test_native_code_that_keeps_the_gil_but_looks_for_signals_does_not_stop_the_heartbeat() -> None:
    ended, beats = threading.Event(), list[float]()

    def beat() -> None:
        while not ended.wait(0.05):
            beats.append(monotonic())

    thread = threading.Thread(target=beat)
    thread.start()
    begun = monotonic()
    with pytest.raises(TimeLimitExceeded):
        within_time(backtracking, seconds=1.2, error=ERROR)
    late = [moment for moment in beats if moment > begun + 0.1]
    ended.set()
    thread.join()
    assert len(late) >= 2


def test_time_in_which_the_process_was_stopped_does_not_count() -> None:
    program = f"""
import sys
from {__name__} import ERROR
from workers.limits.time_limit import within_time
def work():
    print("begun", flush=True)
    return sys.stdin.readline()
print(within_time(work, seconds=1.5, error=ERROR))
"""
    with subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGSTOP)
        sleep(2)
        process.send_signal(signal.SIGCONT)
        assert process.communicate("done") == ("done\n", None)


def test_a_thread_that_cannot_have_alarms_works_without_a_limit() -> None:
    ended = []

    def work() -> None:
        within_time(lambda: sleep(0.05), seconds=0.01, error=ERROR)
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
