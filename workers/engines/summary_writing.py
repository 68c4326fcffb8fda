"""A summary in its published form: the chosen sentences joined to a text, with their ranks and spans."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.options import SortBy
from schemas.summary import Summary, SummarySentence
from workers.engines.summary_candidates import Candidate
from workers.engines.summary_cut import cut_end
from workers.engines.summary_headline import as_highlight
from workers.engines.summary_scripts import joint, unwrapped

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen sentence with its relevance, from 0 for the least to 1 for the most relevant of the document."""

    sentence: Candidate
    score: float


def printed(sentence: Candidate) -> str:
    """Return a sentence as it stands in the text of a summary: in one line, an ellipsis where it was cut."""
    return unwrapped(sentence.text) + (ELLIPSIS if sentence.shortened else "")


def shortened(sentence: Candidate, *, characters: int) -> Candidate:
    """Return the beginning of a sentence that prints in at most so many characters."""
    length = cut_end(sentence.text, limit=characters - len(ELLIPSIS))
    return sentence._replace(end=sentence.start + length, text=sentence.text[:length], shortened=True)


def write_summary(picks: Sequence[Pick], *, sort_by: SortBy, method: str, headline: Candidate | None) -> Summary:
    """Return the summary of the picks, which come with the most important first."""
    ranked = list(enumerate(picks, start=1))
    if sort_by is SortBy.OFFSET:
        ranked.sort(key=lambda item: item[1].sentence.start)
    return Summary(
        text=_joined([printed(pick.sentence) for _, pick in ranked]),
        method=method,
        sentences=tuple(
            SummarySentence(start=pick.sentence.start, end=pick.sentence.end, rank=rank, score=round(pick.score, 4))
            for rank, pick in ranked
        ),
        headline=as_highlight(headline),
    )


def _joined(texts: Sequence[str]) -> str:
    pieces = list(texts[:1])
    for left, right in pairwise(texts):
        pieces += (joint(left, right), right)
    return "".join(pieces)
