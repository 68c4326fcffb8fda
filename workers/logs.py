"""Logging: one line per event on standard error, ids and codes only, never document text."""

import logging
import sys
from pathlib import Path
from traceback import extract_tb

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# These say on INFO what the ledger says better, or quote pages that they cannot read.
QUIET = (
    *("celery.worker.strategy", "celery.app.trace", "celery.pool"),
    *("trafilatura", "htmldate", "courlan", "charset_normalizer"),
)
# Celery quotes, body and headers, each message that it cannot hand to a task.
QUOTING = "celery.worker.consumer.consumer"


def set_up(level: str) -> None:
    """Send all logging to standard error at that level; chatty libraries speak from WARNING on."""
    logging.basicConfig(level=level, format=FORMAT, stream=sys.stderr, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(QUOTING).addFilter(_without_message)


def place(error: BaseException) -> str:
    """Return what an unforeseen error is and where it was raised; its own words may quote a document."""
    frames = extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def _without_message(record: logging.LogRecord) -> bool:
    if "body" in str(record.msg) and isinstance(record.args, tuple):
        reason = next((str(part) for part in record.args[:1] if isinstance(part, Exception)), "unknown form")
        record.msg, record.args = "a message that no task of ours takes was dropped: %s", (reason,)
    return True
