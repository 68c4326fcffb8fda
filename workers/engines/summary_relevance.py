"""How much each sentence belongs into the summary: a weighted mix of place, centrality, length, title and query."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_centrality import TermWeights
from workers.engines.summary_position import position_values
from workers.engines.summary_standard import standardized
from workers.engines.summary_terms import Terms, fold

# By hand on the dev halves of 18 sets in 11 languages (benchmarks/quality/summaries.py): a plateau, on which every weight
# may be a third larger or smaller for 0.2 of the mean of R1 and R2. A trained model was not significantly better.
_CENTRALITY_WEIGHT = 0.9
_LENGTH_WEIGHT = 0.5
# Nine of the sets have titles; they are worth 0.5.
_TITLE_WEIGHT = 0.4
# Above the spread of everything else together, so that what answers the query comes first.
_QUERY_WEIGHT = 8.0

_FULL_LENGTH_WORDS = 25

# A longer text is thinned before sentences are compared; a book keeps the best of each of its sections.
MOST_RANKED = 300
_SECTIONS = 60


@dataclass(frozen=True, slots=True)
class Focus:
    """What the summary should be about, where that is known."""

    title: str | None = None
    query: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """Sentences with their relevance and their terms."""

    sentences: Sequence[Candidate]
    relevance: Sequence[float]
    terms: Sequence[Terms]


def rank(
    sentences: Sequence[Candidate], *, focus: Focus, terms_of: Callable[[str], Terms], most: int = MOST_RANKED
) -> Ranked:
    """Return the sentences, or the best `most` of a long text, with their relevance; time is linear in the text."""
    terms = [terms_of(sentence.text) for sentence in sentences]
    weights = TermWeights.learn(terms)
    lengths = [min(sentence.words, _FULL_LENGTH_WORDS) for sentence in sentences]
    relevance = _sum(position_values(len(sentences)), standardized(lengths), weight=_LENGTH_WEIGHT)
    relevance = _sum(relevance, standardized(list(map(weights.centrality, terms))), weight=_CENTRALITY_WEIGHT)
    if focus.title:
        title = weights.of_title(terms_of(focus.title))
        said = [sum(map(title.__getitem__, each & title.keys())) for each in terms]
        relevance = _sum(relevance, standardized(said), weight=_TITLE_WEIGHT)
    if focus.query:
        relevance = _sum(relevance, _answers(sentences, terms_of(focus.query)), weight=_QUERY_WEIGHT)
    if len(sentences) <= most:
        return Ranked(sentences, relevance, terms)
    kept = _thinned(relevance, most=most)
    return Ranked(
        [sentences[place] for place in kept],
        [relevance[place] for place in kept],
        [terms[place] for place in kept],
    )


def _answers(sentences: Sequence[Candidate], asked: Terms) -> list[float]:
    """Return for each sentence how much it says of what is asked, 1 for the best.

    The terms are sought anywhere in the words, so that clitics and compounds do not hide them.
    """
    values = [0.0] * len(sentences)
    folded = [fold(sentence.text) for sentence in sentences]
    for term in sorted(asked):
        having = [place for place, text in enumerate(folded) if term in text]
        for place in having:
            values[place] += math.log1p(len(sentences) / len(having))
    best = max(values, default=0.0) or 1.0
    return [value / best for value in values]


def _sum(ones: Sequence[float], others: Sequence[float], *, weight: float) -> list[float]:
    return [one + weight * other for one, other in zip(ones, others, strict=True)]


def _thinned(values: Sequence[float], *, most: int) -> Sequence[int]:
    sections = min(_SECTIONS, most)
    kept: list[int] = []
    for section in range(sections):
        start, end = (len(values) * edge // sections for edge in (section, section + 1))
        best = sorted(range(start, end), key=lambda index: (-values[index], index))
        kept.extend(sorted(best[: most // sections]))
    return kept
