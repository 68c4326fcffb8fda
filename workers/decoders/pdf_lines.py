"""Lines of a page made into paragraphs: a PDF knows where letters stand, not what belongs together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf
from re import compile as pattern
from statistics import median_low

from workers.decoders.pdf_divisions import Divisions

# Lines of a paragraph are as long as the column, its last one is not; ragged lines reach about 85 % of it.
_RAGGED_SHARE = 0.85
_SHORT_SHARE = 0.6
# Between paragraphs that are set apart the lead is half a line or more.
_WIDE_LEAD = 1.35
# The first line of a paragraph is indented by a letter or more, an inset by far more.
_INDENTS = (0.7, 4.0)

_SENTENCE_END = pattern(r"[.!?…:;。！？؟۔।॥][\"'”’»)\]]*$")
_LIST_ITEM = pattern(r"(?:[•·▪◦‣*–—-]|\(?[\d٠-٩]{1,3}[.)]|\(?[a-zA-Z][.)])\s")
# Scripts without spaces between words: Thai to Myanmar, Khmer, and the ideographs with kana.
_UNSPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; null where its place on the page is not known.

    `baseline` is its height on the page, `start` how far from the edge of the page it begins, in the direction in which
    it is read, `size` that of its type, all in points.
    """

    text: str
    baseline: float | None = None
    start: float | None = None
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    lead: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Return one paragraph or row of a table a line; a sentence that runs over a page goes on."""
    return "".join(_joined(pages, Divisions([line.text for page in pages for line in page]))).strip()


def _joined(pages: Sequence[Sequence[Line]], divisions: Divisions) -> Iterator[str]:
    previous: Line | None = None
    before = _Page(width=0, lead=inf)
    for page in pages:
        here = _Page(_column_width(page), _usual_lead(page))
        for position, line in enumerate(page):
            text = line.text
            if previous is not None:
                # Over a page the lead says nothing, and the last line belongs to the column of its own page.
                column = before if position == 0 else here
                if _ends_paragraph(previous, line, column=column, over_page=position == 0):
                    yield divisions.unjoined(previous.text) + "\n"
                else:
                    yield divisions.joined(previous.text, text, glue=_glue(previous.text, text))
            previous = line
        before = here
    if previous is not None:
        yield divisions.unjoined(previous.text)


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
    if "\t" in line.text or "\t" in following.text or _LIST_ITEM.match(following.text):
        return True
    if Divisions.is_divided(line.text):
        return False
    ends_sentence = _SENTENCE_END.search(line.text[-8:]) is not None
    if over_page:
        return ends_sentence or len(line.text) < _SHORT_SHARE * column.width
    lead = _lead(line, following)
    if lead is not None and lead > _WIDE_LEAD * column.lead:
        return True
    if ends_sentence and lead is not None and _is_indented(line, following):
        return True
    return len(line.text) < (_RAGGED_SHARE if ends_sentence else _SHORT_SHARE) * column.width


def _is_indented(line: Line, following: Line) -> bool:
    if line.start is None or following.start is None or not following.size:
        return False
    return _INDENTS[0] <= (following.start - line.start) / following.size <= _INDENTS[1]


def _glue(left: str, right: str) -> str:
    return "" if _UNSPACED.match(left[-1:]) and _UNSPACED.match(right[:1]) else " "
