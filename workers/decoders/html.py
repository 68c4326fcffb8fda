"""HTML: the main content of a page, its title and its language."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from logging import CRITICAL, getLogger
from re import compile as pattern
from typing import cast

from schemas.document import Document
from schemas.text import EncodingSource
from schemas.warning import Warning
from workers.decoders import Decoded, Encoding
from workers.decoders.charset import ReadBytes, read_bytes
from workers.decoders.html_head import declared_charset, page_language, page_title
from workers.decoders.html_shape import shape_of
from workers.decoders.markup import strip_markup, tidy_lines, well_formed
from workers.errors import Interruption

# Measured on pages of one kind of tag: trafilatura takes up to 0.15 ms a tag (2.3 s for 20,000 lines of `x<br>`, more
# than 25 s for 500,000). News pages have 1,000 to 5,000 tags.
_CAREFUL_TAGS = 20_000
_CAREFUL_CHARACTERS = 1_000_000
# resiliparse needs 0.5 kB and 3 µs a tag, and its parser is quadratic in the depth of wrongly closed tags (100,000 `<b>` closed
# by `</i>`: more than 20 s); pages of this world are less than 100 deep.
_TREE_TAGS = 300_000
_TREE_DEPTH = 1_000
# A page of 5,000 tags at a depth of 30 makes 150,000 steps; so many take the parser some seconds.
_TREE_STEPS = 20_000_000
# Main content this much shorter than the looser extractor's has lost the article, not the menus.
_LOST_SHARE = 0.1
_LOST_CHARACTERS = 1_000

_XML_DECLARATION = pattern(r"^\s*<\?xml\b[^>]{0,200}>")
_TABLE_RULE = pattern(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_NO_LETTERS = pattern(r"\W+")
_BULLET = pattern(r"(?m)^[ \t]*•[ \t]")


class Keep(StrEnum):
    """How much of a page is text to read."""

    MAIN_CONTENT = "main content"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class _Extraction:
    text: str
    dropped: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = ()


def decode_html(document: Document) -> Decoded:
    """Return the main content of a page; every page has an answer, in the worst case its text with the menus."""
    if document.content is None:
        read = ReadBytes(document.text or "", Encoding(None, EncodingSource.TEXT))
    else:
        read = read_bytes(document.content, declared=document.charset or declared_charset(document.content))
    return read_page(read)


def read_page(read: ReadBytes, *, keep: Keep = Keep.MAIN_CONTENT) -> Decoded:
    """Return the text of a page whose bytes are read already."""
    page = _XML_DECLARATION.sub("", well_formed(read.text).replace("\0", ""), count=1)
    extraction = _extract(page, keep=keep)
    scripts = ("scripts",) if "<script" in page or "<style" in page else ()
    return Decoded(
        text=extraction.text,
        encoding=read.encoding,
        is_raw=False,
        title=page_title(page),
        language=page_language(page),
        repairs=read.repairs,
        dropped=(*extraction.dropped, *scripts),
        warnings=(*read.warnings, *extraction.warnings),
    )


def _extract(page: str, *, keep: Keep) -> _Extraction:
    shape = shape_of(page, most_tags=_TREE_TAGS, most_steps=_TREE_STEPS)
    if shape.tags > _TREE_TAGS or shape.depth > _TREE_DEPTH or shape.steps > _TREE_STEPS:
        message = "the page has too many or too deeply nested tags; all its text was taken, menus included"
        warning = Warning(code="main_content_not_found", stage="normalize", message=message)
        return _Extraction(strip_markup(page, is_html=True), warnings=(warning,))
    tree = import_module("resiliparse.parse.html").HTMLTree.parse(page)
    # Only the scan takes what a frameset says to browsers without frames.
    everything = _resiliparse(tree, main_content=False) or strip_markup(page, is_html=True)
    if keep == Keep.EVERYTHING:
        return _Extraction(everything)
    main = _resiliparse(tree, main_content=True)
    is_small = shape.tags <= _CAREFUL_TAGS and len(page) <= _CAREFUL_CHARACTERS
    careful, warnings = _careful(page) if is_small else ("", ())
    has_lost = len(careful) < _LOST_SHARE * len(main) and len(main) >= _LOST_CHARACTERS
    chosen = (main if has_lost or not is_small else careful) or everything
    dropped = ("boilerplate",) if _letters(chosen) < _letters(everything) else ()
    return _Extraction(chosen, dropped=dropped, warnings=warnings)


def _letters(text: str) -> int:
    """Return the number of letters and digits; bullets and table marks differ between extractors."""
    return len(_NO_LETTERS.sub("", text))


def _careful(page: str) -> tuple[str, tuple[Warning, ...]]:
    """Return what the careful extractor finds; one that takes too long leaves the page to the looser one."""
    try:
        return _trafilatura(page), ()
    except Interruption as interruption:
        interruption.resume()
        message = f"the careful search for the main part of the page was cut short: {interruption.error}"
        return "", (Warning(code=interruption.error.code.value, stage="normalize", message=message),)


def _trafilatura(page: str) -> str:
    """Return the article by trafilatura in its fast mode, as good as the slow one; empty where it finds none."""
    try:
        text = _careful_extractor()(page, fast=True, include_comments=False)
    except Exception:  # noqa: BLE001 (whatever it trips over, the looser extractor reads the page)
        return ""
    return tidy_lines("\n".join(_plain_cells(line) for line in (text or "").split("\n") if not _is_rule(line)))


@cache
def _careful_extractor() -> Callable[..., str | None]:
    """Return trafilatura, silenced: its log lines hold text of the page."""
    for name in ("trafilatura", "htmldate", "justext"):
        getLogger(name).setLevel(CRITICAL + 1)
    return cast(Callable[..., str | None], import_module("trafilatura").extract)


def _is_rule(line: str) -> bool:
    return line.startswith("|") and _TABLE_RULE.fullmatch(line) is not None


def _plain_cells(line: str) -> str:
    if not line.startswith("| "):
        return line
    return "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def _resiliparse(tree: object, *, main_content: bool) -> str:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    text = cast(str, extract(tree, main_content=main_content, alt_texts=False))
    return tidy_lines(_BULLET.sub("- ", text))
