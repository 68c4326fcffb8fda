"""`warraq cancel`: stop documents that are not finished."""

from collections.abc import Sequence

import click

_ANSWERS = {
    "cancelled": "cancelled",
    "finished": "already finished",
    "entombed": "unknown; refused should it come",
}


@click.command()
@click.argument("ids", nargs=-1, required=True)
def cancel(*, ids: Sequence[str]) -> None:
    """Cancel the documents IDS; a stage at work on one is interrupted within a second or two."""
    from workers.client import Client

    with Client() as client:
        for document_id in ids:
            click.echo(f"{document_id}  {_ANSWERS[client.cancel(document_id)]}")
