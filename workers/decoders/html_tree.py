"""The tree of a page, made fast: what is never text is cut out before it is parsed and before anybody searches it."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import IGNORECASE
from re import compile as pattern
from typing import Any

from lxml.etree import ErrorTypes, ParserError
from lxml.html import HTMLParser, document_fromstring

_NEVER_TEXT = pattern(r"<(?:(!--)|!(doctype)\b|(script|style)\b)", IGNORECASE)
_ENDINGS = {
    "!--": pattern(r"--!?>"),
    "doctype": pattern(r">"),
    "script": pattern(r"</script\b[^>]{0,100}>", IGNORECASE),
    "style": pattern(r"</style\b[^>]{0,100}>", IGNORECASE),
}
# Characters that XML forbids; lxml refuses to write them.
_NO_XML = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Elements beside the text, by their tag or by the names that they bear all over the web. Without them a search of the
# tree takes a third less time (measured on the development halves of `benchmarks.quality.html`).
_FURNITURE = (
    *("aside", "footer", "button", "select", "menu", "dialog", "textarea", "input", "label", "legend", "head"),
    *("svg", "canvas", "audio", "video", "source", "picture", "img"),
)
_NAMED = ("ul", "div", "section")
_FURNITURE_NAME = pattern(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|(?:main|sub|top|mega)?-?menu|footer|breadcrumbs?|share|sharing|social|"
    r"newsletter|cookies?|comments?|related|sidebar|recommended|author-?bio|author-?box)(?:$|[\s_-])",
    IGNORECASE,
)
# What bears such a name and holds more of the page than this is the page.
_FURNITURE_SHARE = 0.25
_PARSER = HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)


def without_scripts(page: str) -> str:
    """Return the markup without comments, scripts and styles, in linear time; those that never end stay."""
    return _NO_XML.sub("", "".join(_texts(page)))


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a page without its furniture, and the text of the whole page without white space."""

    root: Any
    squeezed: str


def tree_of(markup: str) -> Tree | None:
    """Return the tree of such markup; None where it has no element, or more levels (256) than the parser reads."""
    try:
        root = document_fromstring(markup.encode("utf-8"), parser=_PARSER)
    except ParserError:
        return None
    if any(error.type == ErrorTypes.ERR_RESOURCE_LIMIT for error in _PARSER.error_log.filter_from_fatals()):
        return None
    body = root.find("body")
    squeezed = "" if body is None else _squeezed(body.text_content())
    for element in [*root.iter(*_FURNITURE), *(menu for menu in root.iter("nav") if _is_menu(menu))]:
        element.drop_tree()
    for element in [named for named in root.iter(*_NAMED) if _is_named_furniture(named)]:
        if len(_squeezed(element.text_content())) < _FURNITURE_SHARE * len(squeezed):
            element.drop_tree()
    return Tree(root, squeezed)


def _is_menu(element: Any) -> bool:
    """Tell whether a `nav` is one: some pages never close it, and their article stands within."""
    return next(element.iter("p"), None) is None


def _is_named_furniture(element: Any) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return len(names) > 1 and _FURNITURE_NAME.search(names) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _texts(page: str) -> Iterator[str]:
    position = done = 0
    endless: set[str] = set()
    while opening := _NEVER_TEXT.search(page, position):
        position = opening.end()
        kind = (opening[1] or opening[2] or opening[3]).lower()
        end = _end(page, position, kind) if kind not in endless else 0
        if end:
            yield page[done : opening.start()]
            done = position = end
        else:
            endless.add(kind)
    yield page[done:]


def _end(page: str, position: int, kind: str) -> int:
    """Return where a comment, script or style ends, or 0 when it does not."""
    if kind == "!--" and page.startswith((">", "->"), position):
        return page.index(">", position) + 1
    found = _ENDINGS[kind].search(page, position)
    return found.end() if found else 0
