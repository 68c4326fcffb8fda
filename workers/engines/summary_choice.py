"""From ranked sentences to picks: their obstacles to reading are looked up and the selection is asked."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from schemas.entities import Entity, Label
from workers.engines import Reading
from workers.engines.summary_centrality import likeness
from workers.engines.summary_readability import is_dangling, is_torn
from workers.engines.summary_relevance import Ranked
from workers.engines.summary_selection import Option, Room, preferred, select
from workers.engines.summary_writing import Pick, printed, shortened

_NAMES = frozenset({Label.PER, Label.LOC, Label.ORG, Label.MISC})


def choose(ranked: Ranked, *, room: Room, reading: Reading, entities: Sequence[Entity]) -> list[Pick]:
    """Return the picks that fit, most relevant first; where none fits, the beginning of the best one."""
    options = _options(ranked, reading=reading, names=_name_starts(entities))
    chosen = select(options, room=room, likeness=likeness(ranked.grams, weights=ranked.weights))
    if chosen or room.characters is None:
        return picks(ranked, chosen)
    best = picks(ranked, [preferred(options)])[0]
    return [Pick(shortened(best.sentence, characters=room.characters), best.score)]


def picks(ranked: Ranked, indexes: Iterable[int]) -> list[Pick]:
    """Return the sentences at the indexes as picks, most relevant first."""
    least, most = min(ranked.relevance), max(ranked.relevance)
    span = most - least
    ordered = sorted(indexes, key=lambda index: (-ranked.relevance[index], index))
    return [
        Pick(ranked.sentences[index], (ranked.relevance[index] - least) / span if span else 1.0) for index in ordered
    ]


def _options(ranked: Ranked, *, reading: Reading, names: Sequence[int]) -> list[Option]:
    language_at = _languages(reading)
    return [
        Option(
            number=sentence.number,
            relevance=relevance,
            length=len(printed(sentence)),
            torn=is_torn(sentence.text),
            dangling=is_dangling(sentence, language=language_at(sentence.start), names=names),
        )
        for sentence, relevance in zip(ranked.sentences, ranked.relevance, strict=True)
    ]


def _name_starts(entities: Iterable[Entity]) -> list[int]:
    named = (entity for entity in entities if entity.label in _NAMES)
    return sorted(mention.start for entity in named for mention in entity.mentions)


def _languages(reading: Reading) -> Callable[[int], str]:
    segments = sorted(reading.segments, key=lambda segment: segment.start)
    starts = [segment.start for segment in segments]

    def language_at(offset: int) -> str:
        index = bisect_right(starts, offset) - 1
        return segments[index].tag if index >= 0 else reading.language

    return language_at
