"""Logging: one line per event on standard error, ids and codes only, never document text."""

import logging
import sys
from pathlib import Path
from traceback import extract_tb

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Of DEBUG lines only ours are written: Celery's pool, kombu and others quote messages and pages on that level.
OURS = ("workers", "schemas")
# These say on INFO what the ledger says better, or quote pages that they cannot read.
QUIET = (
    *("celery.worker.strategy", "celery.app.trace", "celery.pool"),
    *("trafilatura", "htmldate", "courlan", "charset_normalizer"),
)
# kombu quotes messages that it cannot read or put back.
QUOTING = ("kombu.transport.redis", "kombu.transport.virtual.base", "kombu.pidbox", "celery.worker.pidbox")


def set_up(level: str) -> None:
    """Send all logging to standard error at that level, but nobody else's below INFO; chatty ones from WARNING on."""
    logging.basicConfig(level=level, format=FORMAT, stream=sys.stderr, force=True)
    logging.getLogger().setLevel(max(logging.getLogger().level, logging.INFO))
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in QUOTING:
        logging.getLogger(name).addFilter(_without_message)


def place(error: BaseException) -> str:
    """Return what an unforeseen error is and where it was raised; its own words may quote a document."""
    frames = extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def _without_message(record: logging.LogRecord) -> bool:
    """Keep the words of the library, not what it puts into them."""
    if record.args:
        record.msg, record.args = f"{record.msg!s} (its arguments are left out, as they may quote a message)", ()
    record.exc_info = record.exc_text = None
    return True
