"""A limit on the memory that work on one document may take, kept by the operating system."""

import os
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Seven numbers of pages; the sixth is what RLIMIT_DATA counts: heap, private writable mappings, stacks.
_STATM = "/proc/self/statm"
_STATM_DATA = 5
_PAGE_BYTES = resource.getpagesize()


@contextmanager
def memory_limit(kilobytes: int) -> Iterator[None]:
    """Let the process take that much more than it has now; beyond, allocation raises MemoryError in the block.

    A native library that cannot bear that may abort the process. Only the main thread sets the limit, since it holds
    for the whole process; where the system has no /proc (macOS) there is none.
    """
    in_use = _data_bytes() if threading.current_thread() is threading.main_thread() else None
    if in_use is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_lower(in_use + kilobytes * 1024, before[0]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _lower(limit: int, other: int) -> int:
    return limit if other == resource.RLIM_INFINITY else min(limit, other)


def _data_bytes() -> int | None:
    try:
        file = os.open(_STATM, os.O_RDONLY)
    except OSError:
        return None
    try:
        return int(os.read(file, 256).split()[_STATM_DATA]) * _PAGE_BYTES
    finally:
        os.close(file)
