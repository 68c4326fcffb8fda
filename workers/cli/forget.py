"""`warraq forget`: remove everything of a document that can be reached, and say what cannot."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from workers.ledger.forgetting import Forgotten

_BEYOND = "Not reached: copies of consumers, replicas, backups and snapshots of Redis"
_APPEND_ONLY = ", and the append-only file until it is rewritten (--rewrite-aof)"


@click.command()
@click.argument("ids", nargs=-1, required=True)
@click.option("--rewrite-aof", is_flag=True, help="Let Redis rewrite its append-only file without them (BGREWRITEAOF).")
@click.option("--json", "as_json", is_flag=True, help="Print NDJSON.")
def forget(*, ids: Sequence[str], rewrite_aof: bool, as_json: bool) -> None:
    """Remove source, state, result, stream entries and failures of the documents IDS.

    Unfinished ones end without a result. Says which consumer groups were given results and may hold copies.
    """
    from workers.client import Client

    unknown = 0
    with Client() as client:
        for document_id in ids:
            found = client.forget(document_id)
            unknown += not found.is_known
            if as_json:
                click.echo(json.dumps(asdict(found)))
                continue
            for line in _lines(found):
                click.echo(line, err=not found.is_known)
        if rewrite_aof:
            client.rewrite_append_only_file()
    if not as_json and unknown < len(ids):
        click.echo(_BEYOND + ("; the append-only file is being rewritten" if rewrite_aof else _APPEND_ONLY))
    sys.exit(int(unknown > 0))


def _lines(found: "Forgotten") -> Iterator[str]:
    if not found.is_known:
        yield f"{found.id}  nothing of it is here: never accepted, expired, or forgotten already"
        return
    what = "unfinished, forgotten without a result" if found.was_unfinished else "forgotten"
    yield f"{found.id}  {what}; entries removed: {found.results} results, {found.failures} failures, {found.waiting} waiting"
    for holder in found.holders:
        state = f"waits for {holder.consumer} to acknowledge it" if holder.consumer else "was read"
        yield f"{found.id}  group {holder.group} may hold a copy: {holder.entry} {state}"
