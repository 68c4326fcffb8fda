"""`warraq submit`: hand documents in."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workers.cli.documents import Description, Reading, collect, describes_documents
from workers.cli.printing import exit_code, print_json, print_pretty, progress

if TYPE_CHECKING:
    from workers.client import Client

_REFUSALS = {"conflict": "was used for other content", "cancelled": "was cancelled before it came"}


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--wait", is_flag=True, help="Wait for the results and print them.")
@click.option("--timeout", "timeout_seconds", type=float, help="Seconds to wait at most.")
@click.option("--pretty", is_flag=True, help="With --wait: show results for reading instead of JSON.")
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
    document_id: str | None,
    **described: Any,
) -> None:
    """Hand in FILES, folders, or - for standard input; prints one receipt per document, or with --wait its result."""
    from workers.client import Client

    paths = collect(files)
    if document_id is not None and len(paths) != 1:
        raise click.UsageError("--id needs exactly one file")
    with Client() as client:
        ids = list(_submit(client, paths, Description(**described), document_id, quiet=wait))
        refused = int(len(ids) < len(paths))
        sys.exit((_print_results(client, ids, timeout_seconds, pretty=pretty) if wait else 0) or refused)


def _submit(
    client: "Client", paths: list[Path], description: Description, document_id: str | None, *, quiet: bool
) -> Iterator[str]:
    """Yield the ids that will have a result; each receipt is printed as it comes, whatever stops the rest."""
    from workers import environment

    reading = Reading(paths, description, max_document_bytes=environment.settings().max_document_bytes)
    source = progress(reading, total=len(paths), label="submitting")
    named = (row.model_copy(update={"id": document_id}) if document_id else row for row in source)
    # The receipt first: asking for it is what reads the file.
    for receipt, path in zip(client.submit_each(named), reading.paths(), strict=False):
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
