"""How much each sentence belongs into the summary: a weighted mix of place, centrality, length, title and query."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_centrality import centroid, degrees
from workers.engines.summary_ngrams import Grams, GramWeights, grams, sample_places
from workers.engines.summary_position import position_value, position_weight
from workers.engines.summary_scripts import word_count

# Weights by hand on the dev part of 18 sets in 11 languages; a trained model was not significantly better.
_CENTROID_WEIGHT = 0.4
_DEGREE_WEIGHT = 0.4
_LENGTH_WEIGHT = 0.4
# Six of the sets have titles; with this weight the macro R1/R2 rose from 33.9/19.9 to 34.2/20.2, with 0.6 no further.
_TITLE_WEIGHT = 0.3
# Above the spread of everything else together, so that what answers the query comes first.
_QUERY_WEIGHT = 8.0

_FULL_LENGTH_WORDS = 30

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
    """Sentences with their relevance and what is needed to compare them."""

    sentences: Sequence[Candidate]
    relevance: Sequence[float]
    grams: Sequence[Grams]
    weights: GramWeights


@dataclass(frozen=True, slots=True)
class _Hints:
    """What is known of one sentence without looking at the others."""

    place: float
    centroid: float
    length: float
    title: float
    query: float


def rank(sentences: Sequence[Candidate], *, focus: Focus, size: int, most: int = MOST_RANKED) -> Ranked:
    """Return the sentences, or the best `most` of a long text, with their relevance; time is linear in the text."""
    vector_at = _vectors(sentences, size=size, keep=len(sentences) <= most)
    weights = GramWeights.learn([vector_at(place) for place in sample_places(len(sentences))])
    title, query = grams(focus.title or "", size=size), grams(focus.query or "", size=size)
    hints = [
        _hints_of(sentence, place=place, vector=vector_at(place), weights=weights, title=title, query=query)
        for place, sentence in enumerate(sentences)
    ]
    kept = _thinned(_mixed(hints, count=len(sentences)), most=most)
    vectors = [vector_at(place) for place in kept]
    mixed = _mixed([hints[place] for place in kept], count=len(sentences))
    degree = standardized(degrees(vectors, weights=weights))
    relevance = [mix + _DEGREE_WEIGHT * value for mix, value in zip(mixed, degree, strict=True)]
    return Ranked([sentences[place] for place in kept], relevance, vectors, weights)


def _vectors(sentences: Sequence[Candidate], *, size: int, keep: bool) -> Callable[[int], Grams]:
    """Return what gives the grams of a sentence; those of a book are made anew each time rather than kept in memory."""
    if keep:
        return [grams(sentence.text, size=size) for sentence in sentences].__getitem__
    return lambda place: grams(sentences[place].text, size=size)


def _hints_of(
    sentence: Candidate, *, place: int, vector: Grams, weights: GramWeights, title: Grams, query: Grams
) -> _Hints:
    return _Hints(
        place=position_value(place),
        centroid=centroid(vector, weights=weights),
        length=min(word_count(sentence.text), _FULL_LENGTH_WORDS),
        title=weights.coverage(vector, of=title) if title else 0.0,
        query=weights.coverage(vector, of=query) if query else 0.0,
    )


def _mixed(hints: Sequence[_Hints], *, count: int) -> list[float]:
    place = standardized([hint.place for hint in hints])
    central = standardized([hint.centroid for hint in hints])
    length = standardized([hint.length for hint in hints])
    title = standardized([hint.title for hint in hints])
    best_query = max((hint.query for hint in hints), default=0.0) or 1.0
    weight = position_weight(count)
    return [
        weight * place[index]
        + _CENTROID_WEIGHT * central[index]
        + _LENGTH_WEIGHT * length[index]
        + _TITLE_WEIGHT * title[index]
        + _QUERY_WEIGHT * hint.query / best_query
        for index, hint in enumerate(hints)
    ]


def _thinned(values: Sequence[float], *, most: int) -> Sequence[int]:
    if len(values) <= most:
        return range(len(values))
    sections = min(_SECTIONS, most)
    kept: list[int] = []
    for section in range(sections):
        start, end = (len(values) * edge // sections for edge in (section, section + 1))
        best = sorted(range(start, end), key=lambda index: (-values[index], index))
        kept.extend(sorted(best[: most // sections]))
    return kept


def standardized(values: Sequence[float]) -> list[float]:
    """Return the values with mean 0 and deviation 1; all 0 where they do not differ."""
    if not values:
        return []
    mean = math.fsum(values) / len(values)
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))
    if deviation < 1e-9:
        return [0.0] * len(values)
    return [(value - mean) / deviation for value in values]
