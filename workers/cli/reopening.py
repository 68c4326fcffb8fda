"""What `requeue` and `rerun` say of each document, and their summary."""

import json
from collections import Counter
from collections.abc import Iterable

import click

from workers.ledger.reopening import Reopening, Verdict

_QUIET = (Verdict.NEW_ENOUGH, Verdict.NOT_ASKED)


def report(rows: Iterable[Reopening], *, verb: str, as_json: bool) -> int:
    """Print a line for each document and a summary on standard error; returns 1 when any could not be opened.

    What need not be done (new enough, not asked for) is counted, not listed.
    """
    counts: Counter[str] = Counter()
    for row in rows:
        counts["done" if row.is_open else "passed over" if row.verdict in _QUIET else "refused"] += 1
        if as_json:
            line = {"id": row.id, "verdict": row.verdict.value, "revision": row.revision, "reason": row.reason}
            click.echo(json.dumps(line, ensure_ascii=False))
        elif row.is_open:
            click.echo(f"{row.id}  revision {row.revision}")
        elif row.verdict not in _QUIET:
            click.echo(f"{row.id}  {row.reason}", err=True)
    summary = f"{verb} {counts['done']:,}; passed over {counts['passed over']:,}; refused {counts['refused']:,}"
    click.echo(summary, err=True)
    return int(counts["refused"] > 0)
