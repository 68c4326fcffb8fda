"""What a page says about its article in JSON-LD by the words of schema.org: author, day of publication, text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from json import loads
from re import IGNORECASE
from re import compile as pattern
from typing import Any

from workers.decoders.markup import strip_markup

# Pages have up to five of some 10 kB.
_BLOCKS = 20
_BLOCK_CHARACTERS = 200_000
_NODES = 5_000
_AUTHORS = 5

_BLOCK = pattern(r"<script\b[^<>]{0,400}\bld\+json\b[^<>]{0,400}>", IGNORECASE)
_BLOCK_END = pattern(r"</script\b", IGNORECASE)
# `NewsArticle`, `BlogPosting`, `Report`; of a `WebPage` only where no article is described.
_ARTICLE = pattern(r"Article$|Posting$|Report$|Recipe$")
_PAGE = pattern(r"Page$")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """Names and a date as they were written; `text` is the longest that is there, without markup."""

    author: str | None = None
    published: str | None = None
    text: str = ""


def linked_article(page: str) -> LinkedArticle:
    """Return what the first article that the page describes says of itself."""
    nodes = list(_nodes(page)) if "ld+json" in page else []
    named = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    articles = [node for node in nodes if _is(node, _ARTICLE)] or [node for node in nodes if _is(node, _PAGE)]
    authors = (_names(node.get("author") or node.get("creator"), named) for node in articles)
    dates = (node.get("datePublished") or node.get("dateCreated") for node in articles)
    return LinkedArticle(
        author=next((", ".join(names) for names in authors if names), None),
        published=next((date for date in dates if isinstance(date, str)), None),
        text=strip_markup(
            max((body for node in articles for body in _bodies(node)), key=len, default=""), is_html=True
        ),
    )


def _nodes(page: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all blocks in the order of the page; what is no JSON says nothing."""
    left = _NODES
    for block in islice(_blocks(page), _BLOCKS):
        waiting = [_parsed(block)]
        while waiting and left:
            left -= 1
            node = waiting.pop()
            if isinstance(node, dict):
                yield node
            values = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
            waiting += [value for value in reversed([*values]) if isinstance(value, dict | list)]


def _blocks(page: str) -> Iterator[str]:
    position = 0
    while (opened := _BLOCK.search(page, position)) and (closed := _BLOCK_END.search(page, opened.end())):
        yield page[opened.end() : closed.start()]
        position = closed.end()


def _parsed(block: str) -> object:
    try:
        return loads(block, strict=False) if len(block) <= _BLOCK_CHARACTERS else None
    except (ValueError, RecursionError):
        return None


def _bodies(node: Mapping[str, Any]) -> Iterator[str]:
    return (body for name in ("articleBody", "text") if isinstance(body := node.get(name), str))


def _is(node: Mapping[str, Any], kind: Any) -> bool:
    kinds = node.get("@type")
    return any(isinstance(name, str) and kind.search(name) for name in (kinds if isinstance(kinds, list) else [kinds]))


def _names(author: object, named: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the names of one or several authors: text, an object with a name, or a reference to such an object."""
    authors = author if isinstance(author, list) else [author]
    found = (_name(named.get(str(one.get("@id")), one) if isinstance(one, dict) else one) for one in authors[:_AUTHORS])
    return [name for name in dict.fromkeys(found) if name]


def _name(author: object) -> str:
    name = author.get("name") if isinstance(author, dict) else author
    return " ".join(name.split()) if isinstance(name, str) else ""
