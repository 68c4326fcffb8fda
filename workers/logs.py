"""Logging: one line per event on standard error, ids and codes only, never document text."""

import logging
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# These say on INFO what the ledger says better, or quote pages that they cannot read.
QUIET = ("celery.worker.strategy", "celery.app.trace", "trafilatura", "htmldate", "courlan", "charset_normalizer")


def set_up(level: str) -> None:
    """Send all logging to standard error at that level; chatty libraries speak from WARNING on."""
    logging.basicConfig(level=level, format=FORMAT, stream=sys.stderr, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
