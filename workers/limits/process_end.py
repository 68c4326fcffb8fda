"""The last resort against native code that never comes back: the process ends, and the ledger has its documents."""

import faulthandler
import logging
from time import monotonic

logger = logging.getLogger(__name__)

# How late the main thread may be in coming back to Python: a single call of native code is not cut short.
MARGIN_SECONDS = 2.0
MARGIN_FRACTION = 0.25
# Setting it anew costs 0.1 ms, so it is not done for each short document.
SLACK_SECONDS = 1.0
# A worker may have replaced sys.stderr by an object that is no file.
_STDERR = 2


class ProcessEnd:
    """Ends the process at a moment that is moved on for as long as the main thread runs Python code.

    It is faulthandler's thread, written in C, which needs no GIL: it works while a call of native code holds it. It
    leaves the place in the source on standard error, without values, and the exit code is 1.
    """

    def __init__(self, limit_seconds: float) -> None:
        self._margin = MARGIN_SECONDS + MARGIN_FRACTION * limit_seconds
        self._moment: float | None = None

    def expect_within(self, seconds: float) -> None:
        """Set the end to that long from now and a margin, unless this is called again."""
        moment = monotonic() + seconds + self._margin
        if self._moment is not None and abs(moment - self._moment) < SLACK_SECONDS:
            return
        try:
            faulthandler.dump_traceback_later(seconds + self._margin, exit=True, file=_STDERR)
        except (RuntimeError, MemoryError) as error:
            logger.warning("nothing ends a call of native code now: %s", type(error).__name__)
        self._moment = moment

    def forget(self) -> None:
        """Let the process live."""
        faulthandler.cancel_dump_traceback_later()
        self._moment = None
