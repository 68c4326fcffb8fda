"""Running heads and feet: what stands at the edge of page after page, and is no part of the text."""

from collections import Counter
from collections.abc import Sequence
from math import ceil
from re import compile as pattern

from workers.decoders.pdf_lines import Line

# A line that stands at the same edge of so many pages is a running title; those of left and right pages may differ.
# Two are enough where it stands at the same height of two pages that are full of other lines.
_RUNNING_PAGES = 3
_RUNNING_SHARE = 0.3
_FULL_PAGE_LINES = 10
# Heads have up to three lines: title, author, rule of the journal.
_EDGE_LINES = 3

_PAGE_NUMBER = pattern(
    r"\W*\d{1,5}\W*|\W*[ivxlc]{1,7}\W*|\W*(?:page|seite|página|pagina|стр|sayfa|strona|صفحة|صفحه|עמוד)\W*\d{1,5}"
    r"(?:\W*(?:of|von|de|di|van|sur|из|من|از|z|/|מתוך)\W*\d{1,5})?\W*",
)
_DIGITS = pattern(r"\d+")


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers, and with a title that stands at the edge of many pages only once, at the
    beginning of the first one.

    A single page keeps all its lines, since nothing tells what would come again.
    """
    left = [list(page) for page in pages]
    titles: list[list[Line]] = [[] for _ in pages]
    seen: set[str] = set()
    for _ in range(_EDGE_LINES if len(pages) > 1 else 0):
        edges = [_edges(page) for page in left]
        running = _running(edges, [len(page) for page in left])
        for number, lines in enumerate(edges):
            heads = [line for line in lines if _mask(line) in running and not _is_page_number(line)]
            titles[number] += [line for line in heads if _mask(line) not in seen]
            seen.update(map(_mask, lines))
            dropped = {id(line) for line in (*heads, *filter(_is_page_number, lines))}
            left[number] = [line for line in left[number] if id(line) not in dropped]
    return [[*heads, *page] for heads, page in zip(titles, left, strict=True)]


def _running(edges: Sequence[Sequence[Line]], sizes: Sequence[int]) -> frozenset[str]:
    """Return the masks of the lines at the edges of pages that are running titles."""
    counts = Counter(mask for lines in edges for mask in {_mask(line) for line in lines})
    needed = max(_RUNNING_PAGES, ceil(_RUNNING_SHARE * len(edges)))
    places: dict[str, Counter[int]] = {}
    for lines, size in zip(edges, sizes, strict=True):
        for line in lines if size >= _FULL_PAGE_LINES else ():
            if line.baseline is not None:
                places.setdefault(_mask(line), Counter())[round(line.baseline)] += 1
    at_one_height = (mask for mask, heights in places.items() if max(heights.values()) > 1)
    few = at_one_height if len(edges) < _RUNNING_PAGES else ()
    return frozenset((*(mask for mask, count in counts.items() if count >= needed), *few))


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the highest and the lowest line of a page, whenever they were drawn; of a single line, that one."""
    if not page:
        return []
    ends = (page[0], page[-1])
    if all(line.baseline is not None for line in page):
        ends = (
            max(page, key=lambda line: line.baseline or 0.0),
            min(page, key=lambda line: line.baseline or 0.0),
        )
    return list({id(line): line for line in ends}.values())


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text.lower()) is not None


def _mask(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
