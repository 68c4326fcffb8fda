"""Segments: the likeliest division of a document into languages.

Viterbi's algorithm (Viterbi 1967) over the units of the text: each unit says how well it fits each language, and each
change of language costs, so that one doubtful sentence stays with its neighbours while a paragraph can leave them.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.language import NO_LINGUISTIC_CONTENT, UNDETERMINED
from schemas.text import Span
from workers.engines.language_belief import Belief

# In natural logarithms. Of 120 documents of 12 sentences each in one language (lingua dev) costs of 3, 4.5 and 6 divide
# 3, 2 and none; in joined documents of 2-4 languages 1.4, 1.2 and 1.1% of the characters get the wrong one.
_CHANGE_COST = 6.0
_LOWEST_LOG = -12.0
# A unit with fewer letters counts in proportion.
_FULL_WEIGHT_LETTERS = 40

# A language becomes a possible one of the document when a unit is that sure of it.
_SURE = 0.7
_SURE_LETTERS = 12
_MOST_LANGUAGES = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text and what is believed of it alone; `letters` counts all of it where belief rests on a sample."""

    span: Span
    belief: Belief
    letters: float = 0.0


def divide(units: Sequence[Unit], *, whole: str | None) -> list[str]:
    """Return the language of each unit, `und` everywhere when none names one; `whole` is that of the document."""
    languages = _possible_languages(units, whole=whole)
    if not languages:
        return [UNDETERMINED] * len(units)
    scores = dict.fromkeys(languages, 0.0)
    steps: list[dict[str, str]] = []
    for unit in units:
        best = max(languages, key=scores.__getitem__)
        # On a tie the change comes late, so that a unit without words stays with what is before it.
        origin = {tag: tag if scores[tag] > scores[best] - _CHANGE_COST else best for tag in languages}
        scores = {
            tag: scores[origin[tag]] - _CHANGE_COST * (origin[tag] != tag) + _fit(unit.belief, tag=tag)
            for tag in languages
        }
        steps.append(origin)
    return _path_back(steps, last=max(languages, key=scores.__getitem__))


def _path_back(steps: list[dict[str, str]], *, last: str) -> list[str]:
    path: list[str] = []
    for origin in reversed(steps):
        path.append(last)
        last = origin[last]
    return path[::-1]


def _possible_languages(units: Sequence[Unit], *, whole: str | None) -> list[str]:
    votes: Counter[str] = Counter()
    for unit in units:
        tag = unit.belief.tag
        if tag and unit.belief.confidence >= _SURE and unit.belief.weight >= _SURE_LETTERS:
            votes[tag] += unit.belief.weight
    named = [whole, *(tag for tag, _ in votes.most_common(_MOST_LANGUAGES))]
    return [tag for tag in dict.fromkeys(named) if tag is not None and tag != NO_LINGUISTIC_CONTENT]


def _fit(belief: Belief, *, tag: str) -> float:
    if belief.tag is None or belief.tag == NO_LINGUISTIC_CONTENT:
        return 0.0
    log = math.log(max(belief.probabilities.get(tag, 0.0), math.exp(_LOWEST_LOG)))
    return log * min(1.0, belief.weight / _FULL_WEIGHT_LETTERS)
