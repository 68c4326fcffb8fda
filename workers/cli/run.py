"""`warraq run`: the four stages in this process, without Redis."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from schemas.document import Document
from schemas.result import Result
from workers.cli.documents import Description, Reading, collect, describes_documents
from workers.cli.printing import exit_code, print_json, print_pretty, progress

if TYPE_CHECKING:
    from workers.settings import Settings


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--pretty", is_flag=True, help="Show text, entities and summary for reading instead of JSON.")
@describes_documents
def run(*, files: tuple[str, ...], pretty: bool, **described: Any) -> None:
    """Process FILES (or - for standard input) here: JSON for one document, NDJSON for many."""
    paths = collect(files)
    statuses = []
    for result in progress(_results(paths, Description(**described)), total=len(paths), label="processing"):
        statuses.append(result.status)
        if pretty:
            print_pretty(result)
        else:
            print_json(result, one_line=len(paths) > 1)
    sys.exit(exit_code(statuses) or int(len(statuses) < len(paths)))


def _results(paths: list[Path], description: Description) -> Iterator[Result]:
    from workers import environment, logs
    from workers.engines.registry import choose

    settings = environment.settings()
    logs.set_up("ERROR")
    choose(name_lists=settings.name_lists, entity_models=settings.entity_models)
    for document in Reading(paths, description, max_document_bytes=settings.max_document_bytes):
        yield _result(document, settings)


def _result(document: Document, settings: "Settings") -> Result:
    from workers.errors import TooLarge
    from workers.identifiers import new_document_id
    from workers.limits import limited
    from workers.outcome import failed, result_error
    from workers.pipeline import process

    document = document if document.id else document.model_copy(update={"id": new_document_id()})
    size, most = document.size_bytes, settings.max_document_bytes
    if size > most:
        error = TooLarge(f"the body has {size:,} bytes, the limit is {most:,}; send less or raise the limit")
        return failed(document, error=result_error(error, stage="normalize"))
    return next(process([document], stopwatch=perf_counter, runner=limited(settings)))
