"""Files, folders and standard input as documents, and the options that describe them."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from errno import EFBIG
from pathlib import Path
from typing import Any, TypeVar

import click

from schemas.document import Document
from workers.errors import InvalidDocument
from workers.ledger.codec import validate_document

STANDARD_INPUT = "-"
HEAD_BYTES = 8_192
# A file above the limit is read and fails with its size; one above this many times the limit is not even read.
LARGEST_READ = 4
# Whatever the limit, reading so much hurts nobody.
SMALL_BYTES = 1_000_000

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Description:
    """What the command line says of all its documents."""

    media_type: str | None = None
    charset: str | None = None
    language_hint: str | None = None
    title: str | None = None
    published_at: str | None = None
    batch: str | None = None
    priority: str | None = None
    stages: tuple[str, ...] = ()
    sentences: int | None = None
    max_characters: int | None = None
    query: str | None = None
    without_text: bool = False


_OPTIONS = (
    click.option("--media-type", help="Media type, where name and content do not tell it."),
    click.option("--charset", help="Declared character encoding of text and HTML."),
    click.option("--language-hint", help="Language to prefer when the text leaves it open, for example ar."),
    click.option("--title", help="Title of the document."),
    click.option("--published-at", help="Moment that relative dates refer to, for example 2026-11-22T10:00:00Z."),
    click.option("--stage", "stages", multiple=True, help="Publish this stage and what it needs; may be repeated."),
    click.option("--sentences", "--summary-sentences", type=int, help="Sentences of the summary (default 3)."),
    click.option("--max-characters", type=int, help="Length of the summary instead of a number of sentences."),
    click.option("--query", help="What the summary should be about."),
    click.option("--without-text", is_flag=True, help="Leave the normalized text out of the result."),
)


def describes_documents(command: Command) -> Command:
    """Add the options that describe documents to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Reading:
    """The documents of files, one after the other; one that cannot be read is named on standard error and left out.

    Raises InvalidDocument with the name of the file and the option.
    """

    def __init__(self, paths: Iterable[Path], description: Description, *, max_document_bytes: int) -> None:
        self._paths = paths
        self._description = description
        self._most = max(max_document_bytes * LARGEST_READ, SMALL_BYTES)
        self._read: deque[Path] = deque()

    def __iter__(self) -> Iterator[Document]:
        for path in self._paths:
            try:
                content = _content(path, most=self._most)
            except OSError as error:
                click.echo(f"{path} cannot be read and is left out: {error.strerror or error}", err=True)
                continue
            self._read.append(path)
            yield document_of(path, content, self._description)

    def paths(self) -> Iterator[Path]:
        """Yield the path of each document that was yielded, to be asked after it."""
        while self._read:
            yield self._read.popleft()


def document_of(path: Path, content: bytes, description: Description) -> Document:
    """Return the document of what one file, or standard input for `-`, holds."""
    from workers.decoders.table import media_type_for

    is_input = str(path) == STANDARD_INPUT
    name = "" if is_input else path.name
    fields = {
        "content": content,
        "media_type": description.media_type or media_type_for(name, content[:HEAD_BYTES]),
        "source": None if is_input else path.resolve().as_uri(),
        "options": _options(description),
        **_given(description, "charset", "language_hint", "title", "published_at", "batch", "priority"),
    }
    try:
        return validate_document({key: value for key, value in fields.items() if value is not None})
    except InvalidDocument as error:
        raise InvalidDocument(
            [(f"{name or 'standard input'}: {where}", why) for where, why in error.problems]
        ) from None


def _content(path: Path, *, most: int) -> bytes:
    """Return what a file holds; one without end, such as a device, must not fill the memory."""
    if str(path) == STANDARD_INPUT:
        content = sys.stdin.buffer.read(most + 1)
    else:
        with path.open("rb") as file:
            content = file.read(most + 1)
    if len(content) > most:
        raise OSError(EFBIG, f"it has more than {most:,} bytes, far more than WARRAQ_MAX_DOCUMENT_BYTES allows")
    return content


def collect(paths: Sequence[str]) -> list[Path]:
    """Return the files behind the arguments: folders are walked for files that a decoder knows by name."""
    from workers.decoders.table import DECODERS

    known = {extension for row in DECODERS for extension in row.extensions}
    found: list[Path] = []
    for argument in paths:
        path = Path(argument)
        if path.is_dir():
            found += sorted(file for file in path.rglob("*") if _is_document(file, known))
        elif argument == STANDARD_INPUT or path.exists():
            found.append(path)
        else:
            raise click.UsageError(f"{argument} is no file or folder; use - for standard input")
    if not found:
        raise click.UsageError("there is no document in that folder")
    return found


def _is_document(path: Path, known: set[str]) -> bool:
    """A folder of documents may hold notes on them; `x.expected.json` and READMEs are not documents."""
    if path.name.startswith(".") or path.name.endswith(".expected.json") or path.stem.upper() == "README":
        return False
    return path.is_file() and path.suffix.lower() in known


def _given(description: Description, *names: str) -> dict[str, str | None]:
    return {name: getattr(description, name) for name in names}


def _options(description: Description) -> dict[str, Any]:
    summary = _given(description, "sentences", "max_characters", "query")
    options: dict[str, Any] = {"summary": {name: value for name, value in summary.items() if value is not None}}
    if description.stages:
        options["stages"] = list(description.stages)
    if description.without_text:
        options["include_text"] = False
    return options
