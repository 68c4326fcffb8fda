"""The time limit on the work on one document."""

import threading
from time import sleep

import pytest

from workers.errors import TimeLimitExceeded
from workers.tasks.limits import time_limit


def stubborn() -> str:
    """Catch everything once, as libraries do."""
    try:
        while True:
            sleep(0.01)
    except Exception:  # noqa: BLE001
        while True:
            sleep(0.01)


def test_work_within_the_limit_is_left_alone() -> None:
    with time_limit(60):
        assert sum(range(10)) == 45


def test_work_beyond_the_limit_is_ended_even_if_it_catches_everything() -> None:
    with pytest.raises(TimeLimitExceeded, match="WARRAQ_STAGE_TIME_LIMIT_SECONDS"), time_limit(0.05):
        stubborn()


def test_a_thread_that_cannot_have_alarms_works_without_a_limit() -> None:
    ended = []

    def work() -> None:
        with time_limit(0.01):
            sleep(0.05)
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
