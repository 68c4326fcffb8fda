"""More sentences from few: each name is exchanged for another of its label, from the corpus or the name lists."""

import random
from collections.abc import Iterator, Sequence

from training.tagger_corpora import Tagged

# How often a name is exchanged; the rest keeps the sentence as it was written.
_EXCHANGED = 0.7


def swapped(sentences: Sequence[Tagged], *, seed: int) -> Iterator[Tagged]:
    """Yield a copy of each sentence that has names, with other names of the same corpus in their places."""
    chance = random.Random(seed)
    pools = _pools(sentences)
    for sentence in sentences:
        if any(tag != "O" for tag in sentence.tags):
            yield _exchanged(sentence, pools, chance)


def _pools(sentences: Sequence[Tagged]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for sentence in sentences:
        for low, high, label in names_of(sentence.tags):
            found.setdefault(label, {})[sentence.words[low:high]] = None
    return {label: list(names) for label, names in found.items()}


def names_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a tagged sentence as half-open word numbers and label."""
    start = None
    for place, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, place, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = place


def _exchanged(sentence: Tagged, pools: dict[str, list[tuple[str, ...]]], chance: random.Random) -> Tagged:
    words: list[str] = []
    tags: list[str] = []
    done = 0
    for low, high, label in names_of(sentence.tags):
        words += sentence.words[done:low]
        tags += sentence.tags[done:low]
        name = chance.choice(pools[label]) if chance.random() < _EXCHANGED else sentence.words[low:high]
        words += name
        tags += [f"B-{label}", *[f"I-{label}"] * (len(name) - 1)]
        done = high
    words += sentence.words[done:]
    tags += sentence.tags[done:]
    return Tagged("", tuple(words), tuple(tags), ())
