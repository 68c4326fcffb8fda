"""The answer: beliefs of a document and its units as the published language, rounded and cut off by a threshold."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

from schemas.language import NO_LINGUISTIC_CONTENT, UNDETERMINED, LanguageCandidate, LanguageSegment
from workers.engines.language_belief import Belief
from workers.engines.language_segments import Unit

Key = TypeVar("Key", bound=str | None)

# Below this probability the answer is `und`: between 0.25 and 0.3 one answer in six is right, between 0.3 and 0.35 two
# in five (lingua dev).
THRESHOLD = 0.3
_MOST_CANDIDATES = 3


def candidates_of(belief: Belief) -> tuple[LanguageCandidate, ...]:
    """Return at most three tags, the published one first; their confidences fall and sum to at most 1."""
    if belief.tag is None or belief.confidence < THRESHOLD:
        doubt = 1 - belief.confidence
        ranked = [(UNDETERMINED, doubt), *list(belief.probabilities.items())[:1]]
    else:
        ranked = list(belief.probabilities.items())[:_MOST_CANDIDATES]
    rounded = ((tag, _rounded(confidence)) for tag, confidence in ranked)
    return tuple(
        LanguageCandidate(tag=tag, confidence=confidence)
        for place, (tag, confidence) in enumerate(rounded)
        if place == 0 or confidence > 0
    )


def one_language(units: Sequence[Unit], *, whole: Belief) -> tuple[LanguageSegment, ...]:
    """Return the one segment of a document that is in one language."""
    if not units:
        return ()
    first = candidates_of(whole)[0]
    return (
        LanguageSegment(start=units[0].span.start, end=units[-1].span.end, tag=first.tag, confidence=first.confidence),
    )


def segments_of(units: Sequence[Unit], *, tags: Sequence[str]) -> tuple[LanguageSegment, ...]:
    """Join neighbouring units of one language; they cover what the units cover."""
    runs = [
        (tag, [unit for _, unit in run])
        for tag, run in groupby(zip(tags, units, strict=True), key=lambda pair: pair[0])
    ]
    answers = [_published(tag, confidence=_mean_confidence(members, tag=tag)) for tag, members in runs]
    parts = [
        LanguageSegment(start=members[0].span.start, end=members[-1].span.end, tag=tag, confidence=confidence)
        for (_, members), (tag, confidence) in zip(runs, answers, strict=True)
    ]
    return tuple(_joined(list(run)) for _, run in groupby(parts, key=lambda part: part.tag))


def _published(tag: str, *, confidence: float) -> tuple[str, float]:
    if confidence < THRESHOLD:
        return UNDETERMINED, _rounded(1 - confidence)
    return tag, _rounded(confidence)


def _joined(parts: Sequence[LanguageSegment]) -> LanguageSegment:
    """Neighbours have one tag only where both became `und`."""
    return parts[0].model_copy(update={"end": parts[-1].end})


def _rounded(confidence: float) -> float:
    """Four places, always down, so that confidences that sum to one do not sum to more."""
    return math.floor(confidence * 1e4) / 1e4


def belief_of_mixed(units: Sequence[Unit], *, tags: Sequence[str]) -> Belief:
    """Return the belief of a document in several languages: that with most letters, the others share the doubt."""
    letters = _letters_by(tags, units)
    main = next(iter(letters))
    members = [unit for tag, unit in zip(tags, units, strict=True) if tag == main]
    confidence = _mean_confidence(members, tag=main)
    others = sum(letters.values()) - letters[main]
    shares = {
        tag: min(confidence, (1 - confidence) * count / others)
        for tag, count in letters.items()
        if tag != main and others
    }
    scripts = _letters_by([unit.belief.script for unit in members], members)
    script = next((name for name in scripts if name is not None), None)
    return Belief(script, round(letters[main]), {main: confidence, **shares})


def _letters_by(keys: Sequence[Key], units: Sequence[Unit]) -> dict[Key, float]:
    """The letters of all units of each key, most first, and by first appearance where they are equal."""
    letters: dict[Key, float] = {}
    for key, unit in zip(keys, units, strict=True):
        letters[key] = letters.get(key, 0.0) + unit.letters
    return dict(sorted(letters.items(), key=lambda item: -item[1]))


def _mean_confidence(units: Sequence[Unit], *, tag: str) -> float:
    """The mean probability of the language over the units that say anything, by letters."""
    telling = [unit for unit in units if unit.belief.tag not in (None, NO_LINGUISTIC_CONTENT)]
    letters = sum(unit.letters for unit in telling)
    if not letters:
        return 0.0
    return sum(unit.letters * unit.belief.probabilities.get(tag, 0.0) for unit in telling) / letters
