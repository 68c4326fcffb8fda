"""PDF by PDFium: the text of the pages in reading order, which for Arabic and Hebrew is the logical one."""

from collections.abc import Iterator
from contextlib import closing, suppress
from re import compile as pattern
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from schemas.document import Document
from schemas.text import EncodingSource
from schemas.warning import Warning
from workers.decoders import Decoded, Encoding, content_of
from workers.decoders.pdf_lines import Line, paragraphs
from workers.decoders.pdf_page import page_lines
from workers.decoders.pdf_running import without_running_lines
from workers.decoders.pdf_streams import unpacks_beyond
from workers.errors import CorruptFile, EncryptedFile, TooLarge

# A long book; more pages are archives of documents that should come one by one.
PAGES_MAX = 3_000
CHARACTERS_MAX = 20_000_000
# Pages of text have some 5 kB each, maps and drawings 1 MB. PDFium takes 0.1 s for a megabyte and 18 times its memory
# for letters, 80 times for what nests (measured); pages are read one after the other.
STREAM_BYTES_MAX = 16_000_000
UNPACKED_BYTES_MAX = 64_000_000
_TITLE_CHARACTERS = 1_000

# PDFium is not safe to use from two threads.
_PDFIUM = Lock()
_ENCRYPTED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})
_TOOL_PREFIX = pattern(r"(?i)^microsoft (?:word|powerpoint|excel) - ")
_FILE_NAME = pattern(r"(?i)(?:untitled|.{0,200}\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|odt|rtf))\W{0,9}\d{0,3}")


def decode_pdf(document: Document) -> Decoded:
    """Return the text of a PDF; raises EncryptedFile or CorruptFile. A PDF of images gives an empty, incomplete text."""
    with _PDFIUM, closing(_open(content_of(document))) as file:
        page_count = len(file)
        pages = list(_pages(file))
        title = _title(file)
    read = [lines for lines in pages if lines is not None]
    kept = without_running_lines(read)
    text = paragraphs(kept)
    warnings = tuple(_warnings(text, page_count=page_count, tried=len(pages), read=len(read)))
    return Decoded(
        text=text,
        encoding=Encoding(None, EncodingSource.FORMAT),
        is_raw=False,
        title=title,
        dropped=("running_lines",) if sum(map(len, kept)) < sum(map(len, read)) else (),
        pages=page_count,
        warnings=warnings,
        incomplete=bool(warnings),
    )


def _open(content: bytes) -> Any:
    if unpacks_beyond(content, single=STREAM_BYTES_MAX, total=UNPACKED_BYTES_MAX):
        limits = f"{STREAM_BYTES_MAX:,} bytes in one, {UNPACKED_BYTES_MAX:,} in all"
        raise TooLarge(f"the pages and fonts of the PDF unpack to more than the limits ({limits}); send it in parts")
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _ENCRYPTED:
            raise EncryptedFile("the PDF needs a password; send it without one") from error
        raise CorruptFile("the bytes are not a readable PDF; check that the file is complete") from error


def _pages(file: Any) -> Iterator[list[Line] | None]:
    """Yield the lines of each page, None for one that PDFium cannot load, until a limit is reached."""
    characters = 0
    for number in range(min(len(file), PAGES_MAX)):
        lines = _page_lines(file, number)
        yield lines
        characters += sum(len(line.text) for line in lines or ())
        if characters > CHARACTERS_MAX:
            return


def _page_lines(file: Any, number: int) -> list[Line] | None:
    try:
        with closing(file[number]) as page, closing(page.get_textpage()) as textpage:
            return page_lines(textpage)
    except pypdfium2.PdfiumError:
        return None


def _title(file: Any) -> str | None:
    title = ""
    with suppress(pypdfium2.PdfiumError, UnicodeDecodeError):
        title = " ".join(_TOOL_PREFIX.sub("", file.get_metadata_value("Title").replace("\0", "")).split())
    return None if _FILE_NAME.fullmatch(title) else title[:_TITLE_CHARACTERS] or None


def _warnings(text: str, *, page_count: int, tried: int, read: int) -> Iterator[Warning]:
    if tried < page_count:
        yield _warning("truncated", f"{tried} of {page_count} pages were read; send longer files in parts")
    if read < tried:
        yield _warning("unreadable_pages", f"{tried - read} of {page_count} pages are damaged and were left out")
    if not text:
        yield _warning("image_only", f"{page_count} pages hold no text, only images; text in images needs OCR")


def _warning(code: str, message: str) -> Warning:
    return Warning(code=code, stage="normalize", message=message)
