"""`warraq failures`, `warraq requeue` and `warraq discard`: what failed, another try, or off the list."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from workers.cli.choosing import confirm, failure_filter, require_choice

if TYPE_CHECKING:
    from schemas.failure import Failure
    from workers.client import Client
    from workers.ledger.failures import FailureFilter
    from workers.ledger.reopening import Reopening


@click.group(invoke_without_command=True)
@failure_filter
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Most rows to show.")
@click.option("--json", "as_json", is_flag=True, help="Print NDJSON with all fields.")
@click.pass_context
def failures(context: click.Context, *, wanted: "FailureFilter | None", limit: int, as_json: bool) -> None:
    """List failures, the newest first: key, time, id, stage, code, attempts and reason."""
    if context.invoked_subcommand is not None:
        return
    from workers.client import Client
    from workers.ledger.failures import EVERY_FAILURE

    shown = 0
    with Client() as client:
        for key, failure in client.failures(wanted or EVERY_FAILURE):
            click.echo(_json(key, failure) if as_json else _line(key, failure))
            shown += 1
            if shown >= limit:
                return
    if not shown and not as_json:
        click.echo("no failures")


@failures.command()
@click.argument("key_or_id", metavar="KEY|ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(*, key_or_id: str, as_json: bool) -> None:
    """Show one failure: all of its record, where its document is now, and what to do."""
    from workers.cli.failure_report import lines, row
    from workers.client import Client

    with Client() as client:
        found = client.failure(key_or_id)
    if as_json:
        click.echo(json.dumps(row(found), ensure_ascii=False))
        return
    for line in lines(found):
        click.echo(line)


@click.command()
@click.argument("ids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All documents on the list of failures.")
@failure_filter
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print NDJSON.")
def requeue(
    *,
    ids: Sequence[str],
    everything: bool,
    wanted: "FailureFilter | None",
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Process the failed or cancelled documents IDS, or those of the failures chosen, under their next revision."""
    from workers.cli.reopening import report
    from workers.client import Client
    from workers.ledger.failures import EVERY_FAILURE

    require_choice(ids, everything or wanted)
    verb = "would requeue" if dry_run else "requeued"
    with Client() as client:
        if ids:
            rows: Iterator[Reopening] = client.requeue_each(ids, dry_run=dry_run)
        else:
            confirm("Requeue the documents of these failures?", is_sure=yes or dry_run)
            rows = client.requeue_failures(wanted or EVERY_FAILURE, dry_run=dry_run)
        sys.exit(report(rows, verb=verb, as_json=as_json))


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--all", "everything", is_flag=True, help="All failures.")
@failure_filter
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def discard(*, keys: Sequence[str], everything: bool, wanted: "FailureFilter | None", dry_run: bool, yes: bool) -> None:
    """Take failures off the list by KEY, or all that are chosen; their results and documents expire as they would."""
    from workers.client import Client
    from workers.ledger.failures import EVERY_FAILURE

    require_choice(keys, everything or wanted)
    with Client() as client:
        if keys:
            sys.exit(_discard_keys(client, keys))
        confirm("Take these failures off the list?", is_sure=yes or dry_run)
        discarded = sum(1 for _ in client.discard_failures(wanted or EVERY_FAILURE, dry_run=dry_run))
    click.echo(f"{'would discard' if dry_run else 'discarded'} {discarded:,}")


def _discard_keys(client: "Client", keys: Sequence[str]) -> int:
    missing = 0
    for key in keys:
        is_gone = client.discard(key)
        missing += not is_gone
        click.echo(f"{key}  {'discarded' if is_gone else 'not on the list'}", err=not is_gone)
    return int(missing > 0)


def _json(key: str, failure: "Failure") -> str:
    return json.dumps({"key": key, **failure.model_dump(mode="json")}, ensure_ascii=False)


def _line(key: str, failure: "Failure") -> str:
    what = f"{failure.id or '-'}  {failure.stage or '-'}  {failure.code}  {failure.message}"
    return f"{key}  {failure.failed_at:%Y-%m-%d %H:%M:%S}  {what} (attempts {failure.attempts})"
