"""The parts of an Office Open XML file, read as a stream of events: no tree, no entities, nothing loaded whole."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 (an exception by name)

from workers.decoders.markup import tidy_lines
from workers.errors import CorruptFile, EncryptedFile, TooLarge

# The text of a book of 1,000 pages takes some 10 MB of XML; what unpacks to more is no text, or a bomb.
PART_BYTES_MAX = 64_000_000
_CHUNK_BYTES = 65_536
# Each costs 2.5 µs: a book of 1,000 pages, cut into runs by a spelling checker, has some 500,000.
ELEMENTS_MAX = 1_500_000
# A tag or comment this long is no text; the parser would begin it again with each chunk (measured: 50 MB take minutes).
_TAG_BYTES = 1_000_000
# Open Packaging (ECMA-376-2) knows no others; LZMA would let a few bytes ask for gigabytes of memory.
_COMPRESSIONS = frozenset({ZIP_STORED, ZIP_DEFLATED})
_PROPERTY_CHARACTERS = 4_000

_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr"})
# Expat asks Python for the encoding that a part declares, and Python may know none of that name.
_UNREADABLE = (ExpatError, BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, ValueError, LookupError)
_IN_RUN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Collector:
    """Gathers text while the parser goes through a part; cells of a table row are joined by tabs."""

    pieces: list[str] = field(default_factory=list)
    skipped: int = 0
    cells: int = 0
    is_first_cell: bool = True
    is_text: bool = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        name = _local(tag)
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
        elif name == "t":
            self.is_text = True
        elif name == "tr":
            self.is_first_cell = True
        elif name == "tc":
            self.pieces.append("" if self.is_first_cell else "\t")
            self.is_first_cell = False
            self.cells += 1
        elif name in _IN_RUN:
            self.pieces.append(" " if self.cells and name in ("br", "cr") else _IN_RUN[name])

    def end(self, tag: str) -> None:
        name = _local(tag)
        if self.skipped:
            self.skipped -= 1
        elif name == "t":
            self.is_text = False
        elif name == "tc":
            self.cells -= 1
        elif name in ("p", "tr"):
            self.pieces.append(" " if self.cells else "\n")

    def characters(self, text: str) -> None:
        if self.is_text and not self.skipped:
            self.pieces.append(text)


def part_text(archive: ZipFile, name: str) -> str:
    """Return the text of a part with one paragraph or table row a line; deleted text and field codes are left out."""
    collector = _Collector()
    _parse(archive, name, start=collector.start, end=collector.end, characters=collector.characters)
    return tidy_lines("".join(collector.pieces).replace(" \t", "\t").replace(" \n", "\n"))


def part_properties(archive: ZipFile, name: str) -> dict[str, str]:
    """Return the text of each element of a small part, by local name; of one name the texts are joined."""
    found: dict[str, str] = {}
    path: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        path.append(_local(tag))

    def end(_: str) -> None:
        path.pop()

    def characters(text: str) -> None:
        if path and len(found.get(path[-1], "")) < _PROPERTY_CHARACTERS:
            found[path[-1]] = found.get(path[-1], "") + text

    _parse(archive, name, start=start, end=end, characters=characters)
    return found


def relationships(archive: ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind, the last word of its type, and the target of each relationship."""
    found: list[tuple[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == "Relationship":
            found.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))

    _parse(archive, name, start=start, end=lambda _: None, characters=lambda _: None)
    yield from found


def _parse(
    archive: ZipFile,
    name: str,
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    characters: Callable[[str], None],
) -> None:
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise EncryptedFile("the parts of the DOCX are encrypted; send it without a password")
    if info.compress_type not in _COMPRESSIONS:
        raise CorruptFile("a part of the DOCX is compressed by a method that the format forbids; save it again as DOCX")
    if info.file_size > PART_BYTES_MAX:
        raise TooLarge(f"a part of the DOCX unpacks to {info.file_size} bytes, above the limit of {PART_BYTES_MAX}")
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _counted(start)
    parser.EndElementHandler, parser.CharacterDataHandler = end, characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with archive.open(info) as part:
            _feed(parser, part)
    except _UNREADABLE as error:
        raise CorruptFile(f"a part of the DOCX cannot be read ({type(error).__name__})") from None


def _counted(start: Callable[[str, dict[str, str]], None]) -> Callable[[str, dict[str, str]], None]:
    """Return the handler with an end to its patience."""
    elements = 0

    def counting(tag: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > ELEMENTS_MAX:
            raise TooLarge(f"a part of the DOCX has more than {ELEMENTS_MAX:,} elements; send it in parts")
        start(tag, attributes)

    return counting


def _feed(parser: XMLParserType, part: IO[bytes]) -> None:
    fed = 0
    while chunk := part.read(_CHUNK_BYTES):
        parser.Parse(chunk, False)  # noqa: FBT003 (expat takes no keywords)
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > _TAG_BYTES:
            raise CorruptFile(f"a part of the DOCX has a tag or comment of more than {_TAG_BYTES:,} bytes")
    parser.Parse(b"", True)  # noqa: FBT003


def _refuse_doctype(*_: object) -> None:
    raise CorruptFile("a part of the DOCX has a document type declaration, which the format forbids")


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
