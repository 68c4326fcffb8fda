"""The article of a page by trafilatura, with what it overlooks: the lead, and the rest of a divided text."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from logging import CRITICAL, getLogger
from re import compile as pattern
from typing import Any, cast

from workers.decoders.html_tree import Tree
from workers.decoders.markup import tidy_lines

# A page's description begins as its lead does; shorter ones are names of sites. Leads have one to three sentences.
_PROBE_CHARACTERS = 50
_DESCRIPTION_CHARACTERS = 40
_LEAD_CHARACTERS = 1_000
# A paragraph that is no button, teaser or signature.
_PARAGRAPH_CHARACTERS = 80
_PARAGRAPH_PROBE = 60

_INLINE = frozenset(("a", "b", "br", "em", "font", "i", "small", "span", "strong", "u"))
_NO_LEAD = frozenset(("h1", "noscript", "script", "style", "template", "title"))
_TABLE_RULE = pattern(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")


# An article of which this share or more was found cannot have overlooked as much as counts.
_FOUND_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article; `overlooked` is the text of like paragraphs in like containers, as a share of it."""

    text: str = ""
    overlooked: float = 0.0


def article_of(tree: Tree, *, descriptions: Iterable[str]) -> Article:
    """Return the article of a page, whose tree stays as it is; empty where none is found."""
    text = _trafilatura(tree.root)
    squeezed = _squeezed(text)
    lead = next((lead for words in descriptions if (lead := _lead(tree, words, without=squeezed))), "")
    is_most = len(squeezed) > _FOUND_SHARE * len(tree.squeezed)
    overlooked = 0.0 if is_most else _overlooked(tree.root, squeezed)
    return Article("\n".join(part for part in (lead, text) if part), overlooked)


def _trafilatura(root: Any) -> str:
    """Return what trafilatura finds in its fast mode, which is as good as the slow one."""
    try:
        text = _extractor()(root, fast=True, include_comments=False)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (whatever it trips over, another extractor reads the page)
        return ""
    return tidy_lines("\n".join(_plain_cells(line) for line in (text or "").split("\n") if not _is_rule(line)))


@cache
def _extractor() -> Callable[..., str | None]:
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


def _lead(tree: Tree, description: str, *, without: str) -> str:
    """Return the block that begins as the description does, unless the text has it already.

    Extractors take leads for teasers of other pages, as they stand above pictures and bylines (measured: on every
    fifth page of the development set of `benchmarks.quality.html`).
    """
    probe = _squeezed(description).rstrip(".…")[:_PROBE_CHARACTERS]
    body = tree.root.find("body")
    if len(probe) < _DESCRIPTION_CHARACTERS or probe in without or body is None or probe not in tree.squeezed:
        return ""
    element, block = body, None
    while element is not None:
        block = block if element.tag in _INLINE else element
        element = next((child for child in element if child.tag not in _NO_LEAD and _has(child, probe)), None)
    lead = " ".join(block.text_content().split()) if block is not None and block is not body else ""
    return lead if len(lead) <= _LEAD_CHARACTERS else ""


def _has(element: Any, probe: str) -> bool:
    return isinstance(element.tag, str) and probe in _squeezed(element.text_content())


def _overlooked(root: Any, text: str) -> float:
    """Return how much stands in paragraphs that the text lacks, whose parents are named as that of most of its own.

    Some pages divide an article by pictures and advertisements into containers of one class; trafilatura takes one.
    """
    found, missing = Counter[str](), Counter[str]()
    for paragraph in root.iter("p"):
        words = _squeezed(paragraph.text_content())
        parent = paragraph.getparent()
        if len(words) >= _PARAGRAPH_CHARACTERS and parent is not None and parent.get("class"):
            (found if words[:_PARAGRAPH_PROBE] in text else missing)[f"{parent.tag} {parent.get('class')}"] += len(
                words
            )
    most = found.most_common(1)
    return missing[most[0][0]] / most[0][1] if most else 0.0


def _squeezed(text: str) -> str:
    return "".join(text.split())
