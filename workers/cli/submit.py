"""`warraq submit`: hand documents in."""

import json
import sys
from collections.abc import Iterable, Iterator
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import click

from workers.cli.documents import Description, Reading, collect, describes_documents
from workers.cli.printing import exit_code, print_json, print_pretty, progress

if TYPE_CHECKING:
    from workers.client import Client
    from workers.errors import TryLater
    from workers.ledger.door import Receipt

# How often a waiting submission says that it waits.
REMINDER_SECONDS = 60.0
_REFUSALS = {"conflict": "was used for other content", "cancelled": "was cancelled before it came"}


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--wait", is_flag=True, help="Wait for the results and print them.")
@click.option("--timeout", "timeout_seconds", type=float, help="Seconds to wait at most.")
@click.option("--pretty", is_flag=True, help="With --wait: show results for reading instead of JSON.")
@click.option(
    "--if-full",
    type=click.Choice(["wait", "fail"]),
    default="wait",
    show_default=True,
    help="While the system is full: wait for room, or end with exit code 75.",
)
@click.option("--id", "document_id", help="Id of the document; only with one file.")
@click.option("--batch", help="Name of the group that these documents belong to.")
@click.option("--priority", type=click.Choice(["high", "normal"]), help="Intake lane.")
@describes_documents
def submit(
    *,
    files: tuple[str, ...],
    wait: bool,
    timeout_seconds: float | None,
    pretty: bool,
    if_full: str,
    document_id: str | None,
    **described: Any,
) -> None:
    """Hand in FILES, folders, or - for standard input; prints one receipt per document, or with --wait its result."""
    from workers import environment
    from workers.client import Client

    paths = collect(files)
    if document_id is not None and len(paths) != 1:
        raise click.UsageError("--id needs exactly one file")
    with Client() as client:
        limit = environment.settings().max_document_bytes
        reading = Reading(paths, Description(**described), max_document_bytes=limit)
        source = progress(reading, total=len(paths), label="submitting")
        named = (row.model_copy(update={"id": document_id}) if document_id else row for row in source)
        receipts = client.submit_each(named, on_full=_Patience() if if_full == "wait" else None)
        ids = list(_answered(reading, receipts, quiet=wait))
        refused = int(len(ids) < len(paths))
        sys.exit((_print_results(client, ids, timeout_seconds, pretty=pretty) if wait else 0) or refused)


class _Patience:
    """Waits while the system is full, and says so now and then."""

    def __init__(self) -> None:
        self._quiet_until = 0.0

    def __call__(self, error: "TryLater") -> None:
        if monotonic() >= self._quiet_until:
            self._quiet_until = monotonic() + REMINDER_SECONDS
            click.echo(f"waiting for room: {error}", err=True)
        sleep(error.retry_after_seconds)


def _answered(reading: Reading, receipts: Iterable["Receipt"], *, quiet: bool) -> Iterator[str]:
    """Yield the ids that will have a result; each receipt is printed as it comes, whatever stops the rest."""
    # The receipt first: asking for it is what reads the file.
    for receipt, path in zip(receipts, reading.paths(), strict=False):
        if receipt.answer in _REFUSALS:
            click.echo(f"{path}: id {receipt.id} {_REFUSALS[receipt.answer]}; choose another id", err=True)
            continue
        if not quiet:
            row = {"id": receipt.id, "answer": receipt.answer, "entry": receipt.entry, "file": str(path)}
            click.echo(json.dumps(row))
        yield receipt.id


def _print_results(client: "Client", ids: list[str], timeout_seconds: float | None, *, pretty: bool) -> int:
    statuses = []
    missing = set(ids)
    waiting = client.wait_many(ids, timeout_seconds=timeout_seconds)
    for result in progress(waiting, total=len(ids), label="processing"):
        statuses.append(result.status)
        missing.discard(result.id)
        if pretty:
            print_pretty(result)
        else:
            print_json(result, one_line=len(ids) > 1)
    for document_id in ids:
        if document_id in missing:
            click.echo(f"{document_id} is not finished yet; `warraq status` and `warraq result` follow it", err=True)
    return exit_code(statuses) or int(bool(missing))
