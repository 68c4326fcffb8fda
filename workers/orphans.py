"""No process outlives the one that it works for: when its parent dies, even by SIGKILL, a child gets a signal.

Celery's prefork children go on with their stage when their main process is killed alone, and billiard may keep them
after it: each holds copies of its siblings' pipes, so that none of them reads an end.
"""

import ctypes
import os
import signal
import sys

# linux/prctl.h
PR_SET_PDEATHSIG = 1
_PRCTL = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def end_with_parent(number: signal.Signals, *, parent: int) -> None:
    """Ask the kernel for that signal when the thread that forked this process ends; a no-op outside Linux."""
    if _PRCTL is None:
        return
    _PRCTL(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
    if os.getppid() != parent:
        # It died before the kernel was asked.
        os.kill(os.getpid(), number)
