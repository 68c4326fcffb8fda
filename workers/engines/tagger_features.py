"""The features of each token of a sentence: facts of its word and of its neighbours, and some of both together."""

from collections.abc import Iterator, Sequence

from workers.engines.tagger_words import WordFacts

# Offsets of the neighbours that are looked at, and which of their facts count.
OFFSETS = (-2, -1, 0, 1, 2)
EDGE = WordFacts("", "^", "", "", ("w=^",), ("w=^",), ("w=^",))


def own_features(facts: WordFacts, offset: int) -> Iterator[str]:
    """Yield the features that a word gives to the token `offset` places before it."""
    seen = facts.full if offset == 0 else facts.near if abs(offset) == 1 else facts.far
    for fact in seen:
        yield f"{offset}{fact}"


def joint_features(sentence: Sequence[WordFacts], place: int) -> tuple[str, ...]:
    """Return the features that take several words together, of the token at `place`."""
    before = sentence[place - 1] if place else EDGE
    here = sentence[place]
    after = sentence[place + 1] if place + 1 < len(sentence) else EDGE
    beyond = sentence[place + 2] if place + 2 < len(sentence) else EDGE
    return (
        f"ww<{before.key}|{here.key}",
        f"ww>{here.key}|{after.key}",
        f"wh<{before.key}|{here.shape}",
        f"hw>{here.shape}|{after.key}",
        f"hhh{before.shape}|{here.shape}|{after.shape}",
        f"ff<{before.flags}|{here.flags}",
        f"ff>{here.flags}|{after.flags}",
        f"fff{before.flags}|{here.flags}|{after.flags}",
        f"se<{before.ending}|{here.ending}",
        f"www{here.key}|{after.key}|{beyond.key}" if len(here.key) == 1 else f"fs{here.flags}|{here.ending}",
    )


def all_features(sentence: Sequence[WordFacts], place: int) -> Iterator[str]:
    """Yield every feature of the token at `place`, for training."""
    for offset in OFFSETS:
        at = place + offset
        yield from own_features(sentence[at] if 0 <= at < len(sentence) else EDGE, offset)
    yield from joint_features(sentence, place)
