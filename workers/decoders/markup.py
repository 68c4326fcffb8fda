"""Text out of markup by one linear scan: no tree, so that no nesting, size or unclosed tag can hurt."""

from collections.abc import Iterator
from html import unescape as _unescape
from re import IGNORECASE
from re import compile as pattern

_OPENING = pattern(r"<(?:(!--|!\[CDATA\[|[!?])|(/?)([a-zA-Z][^\s/>]{0,40}))")
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math mi mn mo q rp rt ruby s "
    "samp script small span strike strong style sub sup svg template time tt u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_CELLS = frozenset(("td", "th"))
# Elements whose content is no text of the page; the end is looked for once each, as nothing nests in them.
_UNREAD = {
    name: pattern(rf"</{name}\b", IGNORECASE)
    for name in ("script", "style", "template", "noscript", "svg", "iframe", "object", "select", "textarea", "title")
}
# Python refuses to read integers of more than 4,300 digits, and no character needs more than 7.
_ENDLESS_REFERENCE = pattern(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
_SPACES = pattern(r"\s+")
_ENDINGS = {"!--": "-->", "!": ">", "?": ">"}


def strip_markup(markup: str, *, is_html: bool) -> str:
    """Return the text between the tags: blocks on lines of their own, inline tags gone, references resolved.

    In HTML scripts and the like are left out; in XML every tag ends a line. Time is linear in the length.
    """
    return tidy_lines(unescape("".join(_pieces(markup.replace("\0", ""), is_html=is_html))))


def well_formed(text: str) -> str:
    """Return text with surrogate pairs joined surrogate pairs and lone ones replaced, which submitted text may hold and no parser takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def unescape(text: str) -> str:
    """Return the text with its character references resolved, however long they are."""
    return _unescape(_ENDLESS_REFERENCE.sub("\ufffd", text))


def tidy_lines(text: str) -> str:
    """Return the text without empty lines and without white space around lines."""
    return "\n".join(stripped for line in text.split("\n") if (stripped := line.strip()))


def _pieces(markup: str, *, is_html: bool) -> Iterator[str]:
    position = 0
    while opening := _OPENING.search(markup, position):
        yield _text(markup[position : opening.start()], is_html=is_html)
        declaration, slash, name = opening.groups()
        position = _end(markup, opening.end(), declaration)
        if position == 0:
            return
        if name:
            tag = name.lower()
            yield _separator(tag, is_html=is_html, is_end=bool(slash))
            if is_html and not slash and tag in _UNREAD:
                position = _end_of_unread(markup, position, tag)
    yield _text(markup[position:], is_html=is_html)


def _text(piece: str, *, is_html: bool) -> str:
    """Return text between tags; the line ends of HTML sources are spaces."""
    return _SPACES.sub(" ", piece) if is_html and piece else piece


def _separator(tag: str, *, is_html: bool, is_end: bool) -> str:
    if is_html and tag in _CELLS:
        return "" if is_end else "\t"
    return "" if is_html and tag in _INLINE else "\n"


def _end(markup: str, position: int, declaration: str | None) -> int:
    """Return where a tag, comment or declaration ends, or 0 when it does not; CDATA ends at once, as it is text."""
    if declaration == "![CDATA[":
        return position
    ending = _ENDINGS.get(declaration or "", ">")
    found = markup.find(ending, position)
    return found + len(ending) if found >= 0 else 0


def _end_of_unread(markup: str, position: int, tag: str) -> int:
    found = _UNREAD[tag].search(markup, position)
    return found.start() if found else len(markup)
