"""`warraq result` and `warraq results`: take results out."""

import sys

import click

from workers.cli.printing import print_json, print_pretty


@click.command()
@click.argument("document_id", metavar="ID")
@click.option("--pretty", is_flag=True, help="Show the result for reading instead of JSON.")
def result(*, document_id: str, pretty: bool) -> None:
    """Print the latest result of the document ID."""
    from workers.client import Client

    with Client() as client:
        found = client.result(document_id)
        if found is None:
            state = client.status(document_id)
            when = "yet" if state.finished_at is None else "any more"
            click.echo(f"{document_id} has no result {when}: {state.status}", err=True)
            sys.exit(1)
    if pretty:
        print_pretty(found)
    else:
        print_json(found, one_line=False)


@click.command()
@click.option(
    "--group", default="warraq-cli", show_default=True, help="Consumer group; each result goes to one member."
)
@click.option("--follow", is_flag=True, help="Go on and wait for new results.")
@click.option("--pretty", is_flag=True, help="Show results for reading instead of NDJSON.")
def results(*, group: str, follow: bool, pretty: bool) -> None:
    """Print results that the group has not had yet; what was printed is acknowledged."""
    from workers.client import Client

    with Client() as client:
        for found in client.results(group, follow=follow):
            if pretty:
                print_pretty(found)
            else:
                print_json(found, one_line=True)
            sys.stdout.flush()
