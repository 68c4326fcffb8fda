"""Waiting for a condition instead of for a time."""

from collections.abc import Callable
from time import monotonic, sleep

import pytest


def wait_until(condition: Callable[[], object], *, seconds: float = 30, what: str = "the condition") -> None:
    """Return when the condition holds; fail with its name when it does not in time."""
    deadline = monotonic() + seconds
    while not condition():
        if monotonic() > deadline:
            pytest.fail(f"waited {seconds} s for {what}")
        sleep(0.02)
