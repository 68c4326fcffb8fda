"""Printing results: one JSON object, NDJSON, or the readable view."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from schemas.result import Result, Status

Item = TypeVar("Item")


def print_json(result: Result, *, one_line: bool) -> None:
    """Print a result as JSON: indented for a person, on one line as NDJSON."""
    click.echo(result.model_dump_json(indent=None if one_line else 2))


def print_pretty(result: Result) -> None:
    """Print the readable view of a result."""
    from workers.cli.pretty import render

    render(result, console=Console())


def progress(items: Iterable[Item], *, total: int, label: str) -> Iterator[Item]:
    """Yield the items with a progress bar on standard error while that is a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        for item in items:
            yield item
            bar.advance(task)


def exit_code(statuses: Iterable[Status]) -> int:
    """Return 1 when any document failed or was cancelled, else 0."""
    return int(any(status in (Status.FAILED, Status.CANCELLED) for status in statuses))
