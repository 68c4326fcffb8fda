"""HTML: the main content of a page, its title, author, day and language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from re import compile as pattern
from typing import cast

from schemas.document import Document
from schemas.text import EncodingSource
from schemas.warning import Warning
from workers.decoders import Decoded, Encoding
from workers.decoders.charset import ReadBytes, read_bytes
from workers.decoders.html_article import article_of
from workers.decoders.html_head import Head, declared_charset, head_of
from workers.decoders.html_shape import is_small, shape_of
from workers.decoders.html_tree import tree_of, without_scripts
from workers.decoders.markup import strip_markup, tidy_lines, well_formed
from workers.errors import Interruption
from workers.text.junk import is_junk_line

# Measured on pages of one kind of tag: trafilatura takes up to 0.15 ms a tag (2.3 s for 20,000 lines of `x<br>`, more
# than 25 s for 500,000). News pages have 1,000 to 5,000 tags.
_CAREFUL_TAGS = 20_000
_CAREFUL_CHARACTERS = 1_000_000
# Shorter pages are no articles; trafilatura itself takes all text of them.
_ARTICLE_CHARACTERS = 250
# resiliparse needs 0.5 kB and 3 µs a tag, and its parser is quadratic in the depth of wrongly closed tags (100,000 `<b>` closed
# by `</i>`: more than 20 s); pages of this world are less than 100 deep.
_TREE_TAGS = 300_000
_TREE_DEPTH = 1_000
# A page of 5,000 tags at a depth of 30 makes 150,000 steps; so many take the parser some seconds.
_TREE_STEPS = 20_000_000
# An article this much shorter than what the looser extractor finds is a part of it, or something else; so is one that
# overlooked this share. Chosen on the development halves of `benchmarks.quality.html`.
_LOST_SHARE = 0.2
_LOST_CHARACTERS = 1_000
_OVERLOOKED_SHARE = 0.7

_XML_DECLARATION = pattern(r"^\s*<\?xml\b[^>]{0,200}>")
_BULLET = pattern(r"(?m)^[ \t]*•[ \t]")


class Keep(StrEnum):
    """How much of a page is text to read."""

    MAIN_CONTENT = "main content"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class _Extraction:
    """Text of a page; `characters` is how many the page has in all, `is_part` tells that the article goes on elsewhere."""

    text: str = ""
    characters: int = 0
    is_part: bool = False
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
    head, markup = head_of(page), without_scripts(page)
    found = _main_content(markup, head) if keep == Keep.MAIN_CONTENT else _loose(markup, keep=keep)
    return Decoded(
        text=found.text,
        encoding=read.encoding,
        is_raw=False,
        title=head.title,
        language=head.language,
        author=head.author,
        published_at=head.published_at,
        repairs=read.repairs,
        dropped=tuple(_dropped(found, has_scripts="<script" in page or "<style" in page)),
        warnings=(*read.warnings, *found.warnings),
    )


def _dropped(found: _Extraction, *, has_scripts: bool) -> Iterator[str]:
    if _characters(found.text) < found.characters:
        yield "boilerplate"
    if has_scripts:
        yield "scripts"


def _main_content(markup: str, head: Head) -> _Extraction:
    """Return what the careful search finds, or the looser one where that cannot be all."""
    careful = _careful(markup, head)
    if careful.text and not careful.is_part and len(careful.text) >= _LOST_SHARE * careful.characters:
        return careful
    loose = _loose(markup, keep=Keep.MAIN_CONTENT)
    if len(head.article_text) >= _LOST_CHARACTERS and len(head.article_text) > len(loose.text):
        loose = replace(loose, text=head.article_text)
    has_lost = len(careful.text) < _LOST_SHARE * len(loose.text) and len(loose.text) >= _LOST_CHARACTERS
    goes_on = careful.is_part and len(careful.text) < len(loose.text)
    chosen = loose if has_lost or goes_on or not careful.text else careful
    return replace(
        chosen, characters=max(careful.characters, loose.characters), warnings=(*careful.warnings, *loose.warnings)
    )


def _careful(markup: str, head: Head) -> _Extraction:
    """Return what trafilatura and its complements find; nothing where they cannot or may not read on."""
    if not is_small(markup, most_tags=_CAREFUL_TAGS, most_characters=_CAREFUL_CHARACTERS):
        return _Extraction()
    try:
        tree = tree_of(markup)
        if tree is None or len(tree.squeezed) < _ARTICLE_CHARACTERS:
            return _Extraction()
        article = article_of(tree, descriptions=head.descriptions)
    except Interruption as interruption:
        interruption.resume()
        message = f"the careful search for the main part of the page was cut short: {interruption.error}"
        return _Extraction(warnings=(_warning(interruption.error.code.value, message),))
    return _Extraction(_without_junk(article.text), len(tree.squeezed), is_part=article.overlooked > _OVERLOOKED_SHARE)


def _loose(markup: str, *, keep: Keep) -> _Extraction:
    """Return what resiliparse finds, or all text where a page would cost it too much."""
    shape = shape_of(markup, most_tags=_TREE_TAGS, most_steps=_TREE_STEPS)
    if shape.tags > _TREE_TAGS or shape.depth > _TREE_DEPTH or shape.steps > _TREE_STEPS:
        message = "the page has too many or too deeply nested tags; all its text was taken, menus included"
        warning = _warning("main_content_not_found", message)
        return _Extraction(strip_markup(markup, is_html=True), warnings=(warning,))
    tree = import_module("resiliparse.parse.html").HTMLTree.parse(markup)
    # Only the scan takes what a frameset says to browsers without frames.
    everything = _resiliparse(tree, keep=Keep.EVERYTHING) or strip_markup(markup, is_html=True)
    main = _without_junk(_resiliparse(tree, keep=keep)) if keep == Keep.MAIN_CONTENT else everything
    return _Extraction(main or everything, characters=_characters(everything))


def _resiliparse(tree: object, *, keep: Keep) -> str:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    is_main = keep == Keep.MAIN_CONTENT
    text = cast(str, extract(tree, main_content=is_main, comments=not is_main, alt_texts=False))
    return tidy_lines(_BULLET.sub("- ", text))


def _without_junk(text: str) -> str:
    """Return the text without lines that are share buttons, datelines or menus, unless it has no others."""
    lines = text.split("\n")
    return "\n".join(line for line in lines if not is_junk_line(line)) or text


def _characters(text: str) -> int:
    """Return the number of characters that are no white space, without the bullets that an extractor makes."""
    return len("".join(text.split())) - f"\n{text}".count("\n- ")


def _warning(code: str, message: str) -> Warning:
    return Warning(code=code, stage="normalize", message=message)
