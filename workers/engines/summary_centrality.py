"""How much a sentence says of what the other sentences say, in linear time.

Two views: likeness to the sum of all sentences (centroid, Radev 2004), which favours full sentences, and the sum of
likenesses to each sentence (continuous degree of LexRank, Erkan and Radev 2004). Power iteration over the same graph
changed nothing (33.9/19.9 macro R1/R2 on 18 dev sets with 10 iterations and with none), so the degree stands for it;
as a product with the sum of unit vectors it needs no pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from workers.engines.summary_ngrams import Grams, GramWeights


def centroid(sentence: Grams, *, weights: GramWeights) -> float:
    """Return the cosine between a sentence and the sum of all sentences, up to a constant factor."""
    return sum(map(weights.summed.__getitem__, sentence)) / weights.norm(sentence)


def degrees(sentences: Sequence[Grams], *, weights: GramWeights) -> list[float]:
    """Return for each sentence the sum of its cosines with all sentences; grams of one sentence alone do not count."""
    shared = [sentence & weights.repeated for sentence in sentences]
    norms = [weights.norm(sentence) for sentence in sentences]
    total: defaultdict[str, float] = defaultdict(float)
    for sentence, norm in zip(shared, norms, strict=True):
        share = 1 / norm
        for gram in sentence:
            total[gram] += share
    worth = {gram: share * weights.squared[gram] for gram, share in total.items()}
    return [sum(map(worth.__getitem__, sentence)) / norm for sentence, norm in zip(shared, norms, strict=True)]


def likeness(sentences: Sequence[Grams], *, weights: GramWeights) -> Callable[[int, int], float]:
    """Return what gives the cosine of two of the sentences."""
    norms = [weights.norm(sentence) for sentence in sentences]
    return lambda one, other: weights.worth(sentences[one] & sentences[other]) / (norms[one] * norms[other])
