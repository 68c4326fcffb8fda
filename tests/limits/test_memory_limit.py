"""The memory limit on the work on one document."""

import resource
import threading

import pytest

from workers.limits.memory_limit import memory_limit

MEGABYTE = 2**20


def one_block() -> object:
    return bytearray(300 * MEGABYTE)


def many_small_ones() -> object:
    return [[number] for number in range(10**8)]


@pytest.mark.parametrize("hog", [one_block, many_small_ones])
def test_work_that_asks_for_more_gets_a_memory_error_and_the_process_lives(hog: object) -> None:
    with pytest.raises(MemoryError), memory_limit(100_000):
        hog()  # type: ignore[operator]


def test_work_within_the_limit_is_left_alone_and_the_limit_ends_with_the_block() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with memory_limit(100_000):
        assert resource.getrlimit(resource.RLIMIT_DATA) != before
        bytearray(30 * MEGABYTE)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert len(bytearray(300 * MEGABYTE)) == 300 * MEGABYTE


def test_each_block_may_take_as_much_as_the_one_before() -> None:
    kept = []
    for _ in range(3):
        with memory_limit(100_000):
            kept.append(bytearray(70 * MEGABYTE))
    assert len(kept) == 3


def test_a_thread_beside_others_sets_no_limit_for_all() -> None:
    seen = []

    def look() -> None:
        with memory_limit(100_000):
            seen.append(resource.getrlimit(resource.RLIMIT_DATA))

    before = resource.getrlimit(resource.RLIMIT_DATA)
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [before]
