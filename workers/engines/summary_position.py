"""How much a place in the document says: the beginning of a news item much, of a paper or a book little."""

from functools import lru_cache

from workers.engines.summary_standard import standardized

# By hand on the dev halves of 18 sets in 11 languages (benchmarks/quality/summaries.py): lead is the best single hint up
# to about 25 sentences and useless beyond 60. Gates by how central the first sentences are did no better than length,
# and a premium for the last sentences helped papers as much as it hurt others.
_SHORT_SENTENCES = 25
_LONG_SENTENCES = 60
_SHORT_WEIGHT = 1.5
_LONG_WEIGHT = 0.25
_STEEPNESS = 1.5


def position_weight(sentences: int) -> float:
    """Return the weight of the position in a document of so many sentences."""
    beyond = (sentences - _SHORT_SENTENCES) / (_LONG_SENTENCES - _SHORT_SENTENCES)
    return _SHORT_WEIGHT - (_SHORT_WEIGHT - _LONG_WEIGHT) * min(max(beyond, 0.0), 1.0)


@lru_cache(maxsize=256)
def position_values(sentences: int) -> tuple[float, ...]:
    """Return for each sentence what its place is worth beside the others, with mean 0."""
    values = standardized([(1 + place) ** -_STEEPNESS for place in range(sentences)])
    weight = position_weight(sentences)
    return tuple(weight * value for value in values)
