"""`warraq rerun`: do one stage of finished documents again, and what depends on it."""

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from schemas.options import StageName
from workers.cli.choosing import confirm, require_choice
from workers.cli.moments import moment

if TYPE_CHECKING:
    pass

_STATUSES = ("completed", "partial", "failed")


@click.command()
@click.argument("ids", nargs=-1)
@click.option("--stage", required=True, help=f"The stage: {', '.join(StageName)}, or one of your own.")
@click.option("--engine-version-below", metavar="VERSION", help="Only what an older engine did.")
@click.option("--all", "everything", is_flag=True, help="All finished documents whose state is kept.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(_STATUSES), help="Only those that ended so.")
@click.option(
    "--since", type=moment, metavar="TIME", help="Only those that ended since then: a date, a time, or 2h, 3d (ago)."
)
@click.option("--until", type=moment, metavar="TIME", help="Only those that ended until then.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print NDJSON.")
def rerun(
    *,
    ids: Sequence[str],
    stage: str,
    engine_version_below: str | None,
    everything: bool,
    statuses: Sequence[str],
    since: datetime | None,
    until: datetime | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Do a stage of the finished documents IDS again, and what depends on it, under their next revision.

    The other stages keep their outputs and times. Possible as long as source and state are kept.
    """
    from workers.cli.reopening import report
    from workers.client import Client
    from workers.reruns import DocumentFilter

    require_choice(ids, everything or statuses or since or until)
    meant: Iterable[str] | DocumentFilter = ids
    if not ids:
        confirm(f"Do {stage} of all these documents again?", is_sure=yes or dry_run)
        meant = DocumentFilter(tuple(statuses) or _STATUSES, since, until)
    verb = "would rerun" if dry_run else "rerun"
    with Client() as client:
        rows = client.rerun_documents(meant, stage=stage, engine_version_below=engine_version_below, dry_run=dry_run)
        sys.exit(report(rows, verb=verb, as_json=as_json))
