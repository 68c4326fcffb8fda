"""`warraq submit`: hand documents in."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from workers.cli.documents import Description, collect, describes_documents, documents
from workers.cli.printing import exit_code, print_json, print_pretty, progress

if TYPE_CHECKING:
    from workers.client import Client

CHUNK_DOCUMENTS = 50


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
        receipts = _submit(client, paths, Description(**described), document_id, quiet=wait)
        if not wait:
            sys.exit(int(any(receipt.answer == "conflict" for receipt in receipts)))
        ids = [receipt.id for receipt in receipts if receipt.answer != "conflict"]
        sys.exit(_print_results(client, ids, timeout_seconds, pretty=pretty) or int(len(ids) < len(receipts)))


def _submit(
    client: "Client", paths: list[Any], description: Description, document_id: str | None, *, quiet: bool
) -> list[Any]:
    receipts: list[Any] = []
    chunk = []
    source = progress(documents(paths, description), total=len(paths), label="submitting")
    for number, document in enumerate(source, start=1):
        chunk.append(document.model_copy(update={"id": document_id}) if document_id else document)
        if len(chunk) >= CHUNK_DOCUMENTS or number == len(paths):
            receipts += client.submit_many(chunk)
            chunk = []
    for path, receipt in zip(paths, receipts, strict=True):
        if receipt.answer == "conflict":
            click.echo(f"{path}: id {receipt.id} was used for other content; choose another id", err=True)
        elif not quiet:
            click.echo(
                json.dumps({"id": receipt.id, "answer": receipt.answer, "entry": receipt.entry, "file": str(path)})
            )
    return receipts


def _print_results(client: "Client", ids: list[str], timeout_seconds: float | None, *, pretty: bool) -> int:
    statuses = []
    waiting = client.wait_many(ids, timeout_seconds=timeout_seconds)
    for result in progress(waiting, total=len(ids), label="processing"):
        statuses.append(result.status)
        if pretty:
            print_pretty(result)
        else:
            print_json(result, one_line=len(ids) > 1)
    missing = len(ids) - len(statuses)
    if missing:
        click.echo(f"{missing} of {len(ids)} documents are not finished yet; `warraq status` tells more", err=True)
    return exit_code(statuses) or int(missing > 0)
