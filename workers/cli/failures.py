"""`warraq failures` and `warraq requeue`: what failed, and another try."""

import sys
from collections.abc import Sequence

import click

from workers.errors import NotPossible, UnknownDocument


@click.command()
@click.option("--stage", help="Only failures of this stage.")
@click.option("--code", help="Only failures with this code.")
@click.option("--limit", type=int, default=50, show_default=True, help="Most rows to show.")
@click.option("--json", "as_json", is_flag=True, help="Print NDJSON with all fields.")
@click.option("--discard", multiple=True, metavar="KEY", help="Take the failure with this key off the list.")
def failures(*, stage: str | None, code: str | None, limit: int, as_json: bool, discard: Sequence[str]) -> None:
    """List failures, the newest first: key, id, stage, code, attempts and reason."""
    from workers.client import Client

    with Client() as client:
        if discard:
            for key in discard:
                click.echo(f"{key}  {'discarded' if client.discard(key) else 'not on the list'}")
            return
        shown = 0
        for key, failure in client.failures():
            if (stage and failure.stage != stage) or (code and failure.code != code):
                continue
            line = f"{key}  {failure.id or '-'}  {failure.stage or '-'}  {failure.code}  {failure.message}"
            click.echo(failure.model_dump_json() if as_json else f"{line} (attempts {failure.attempts})")
            shown += 1
            if shown >= limit:
                return
        if not shown and not as_json:
            click.echo("no failures")


@click.command()
@click.argument("ids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All documents on the list of failures.")
@click.option("--stage", help="With --all: only failures of this stage.")
@click.option("--code", help="With --all: only failures with this code.")
def requeue(*, ids: Sequence[str], everything: bool, stage: str | None, code: str | None) -> None:
    """Process the failed or cancelled documents IDS again, under their next revision."""
    from workers.client import Client

    if bool(ids) == everything:
        raise click.UsageError("give ids, or --all")
    refused = 0
    with Client() as client:
        if everything:
            # Revision 0 is an entry that was refused: its id, if any, is that of another document.
            rows = [row for _, row in client.failures() if row.id and row.revision]
            rows = [row for row in rows if (not stage or row.stage == stage) and (not code or row.code == code)]
            ids = list(dict.fromkeys(row.id for row in rows if row.id))
        for document_id in ids:
            try:
                click.echo(f"{document_id}  revision {client.requeue(document_id)}")
            except (UnknownDocument, NotPossible) as error:
                click.echo(f"{document_id}  {error}", err=True)
                refused += 1
    sys.exit(int(refused > 0))
