"""Lines of a page made into paragraphs: a PDF knows where letters stand, not what belongs together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf
from re import compile as pattern
from statistics import median_low

# Lines of a paragraph are as long as the column, its last one is not; ragged lines reach about 85 % of it.
_RAGGED_SHARE = 0.85
_SHORT_SHARE = 0.6
# Between paragraphs that are set apart the lead is half a line or more.
_WIDE_LEAD = 1.35
# A line that stands at the same edge of so many pages is a running title.
_RUNNING_PAGES = 3
_RUNNING_SHARE = 0.5

_SENTENCE_END = pattern(r"[.!?…:;。！？؟۔।॥][\"'”’»)\]]*$")
_LIST_ITEM = pattern(r"(?:[•·▪◦‣*–—-]|\(?[\d٠-٩]{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_PAGE_NUMBER = pattern(r"\W*\d{1,5}\W*|\W*[ivxlc]{1,7}\W*")
_DIGITS = pattern(r"\d+")
# Scripts without spaces between words: Thai to Myanmar, Khmer, and the ideographs with kana.
_UNSPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `baseline` is its height on the page in points, null where it is not known."""

    text: str
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    lead: float


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers, and with a title that stands at the edge of most pages only once."""
    edges = Counter(mask for page in pages for mask in {_mask(line) for line in (*page[:1], *page[-1:])})
    needed = max(_RUNNING_PAGES, ceil(_RUNNING_SHARE * len(pages)))
    seen: set[str] = set()
    kept = []
    for page in pages:
        dropped = {id(line) for line in (*page[:1], *page[-1:]) if _runs(line, edges, seen, needed) and len(pages) > 1}
        kept.append([line for line in page if id(line) not in dropped])
        seen.update(_mask(line) for line in (*page[:1], *page[-1:]))
    return kept


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Return one paragraph a line; a sentence that runs over a page goes on."""
    return "".join(_joined(pages)).strip()


def _mask(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _runs(line: Line, edges: Counter[str], seen: set[str], needed: int) -> bool:
    mask = _mask(line)
    return _PAGE_NUMBER.fullmatch(line.text) is not None or (edges[mask] >= needed and mask in seen)


def _joined(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    previous: Line | None = None
    before = _Page(width=0, lead=inf)
    for page in pages:
        here = _Page(_column_width(page), _usual_lead(page))
        for position, line in enumerate(page):
            if previous is not None:
                # Over a page the lead says nothing, and the last line belongs to the column of its own page.
                column = before if position == 0 else here
                ends = _ends_paragraph(previous, line, column=column, over_page=position == 0)
                yield "\n" if ends or _LIST_ITEM.match(line.text) else _glue(previous.text, line.text)
            yield line.text
            previous = line
        before = here


def _column_width(page: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in page)
    return lengths[ceil(0.9 * (len(lengths) - 1))] if lengths else 0


def _usual_lead(page: Sequence[Line]) -> float:
    leads = [lead for upper, lower in pairwise(page) if (lead := _lead(upper, lower)) is not None]
    return median_low(leads) if leads else inf


def _lead(upper: Line, lower: Line) -> float | None:
    if upper.baseline is None or lower.baseline is None or upper.baseline <= lower.baseline:
        return None
    return upper.baseline - lower.baseline


def _ends_paragraph(line: Line, following: Line, *, column: _Page, over_page: bool) -> bool:
    ends_sentence = _SENTENCE_END.search(line.text[-8:]) is not None
    if over_page:
        return ends_sentence or len(line.text) < _SHORT_SHARE * column.width
    lead = _lead(line, following)
    if lead is not None and lead > _WIDE_LEAD * column.lead:
        return True
    return len(line.text) < (_RAGGED_SHARE if ends_sentence else _SHORT_SHARE) * column.width


def _glue(left: str, right: str) -> str:
    return "" if _UNSPACED.match(left[-1:]) and _UNSPACED.match(right[:1]) else " "
