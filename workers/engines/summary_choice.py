"""From ranked sentences to picks: their obstacles to reading are looked up and the selection is asked."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas.entities import Entity, Label
from workers.engines import Reading
from workers.engines.summary_candidates import Candidate
from workers.engines.summary_centrality import likeness
from workers.engines.summary_openings import Opening, opening_of, without_connective
from workers.engines.summary_readability import is_torn
from workers.engines.summary_relevance import Ranked
from workers.engines.summary_selection import Burden, Options, Room, preferred, select
from workers.engines.summary_writing import Pick, printed, shortened

_NAMES = frozenset({Label.PER, Label.LOC, Label.ORG, Label.MISC})

# In deviations of the relevance. Hard rules cost 0.4 of the mean of R1 and R2 on the dev sets, these 0.2.
_BURDENS = {Opening.FREE: 0.0, Opening.CONNECTIVE: 0.4, Opening.PRONOUN: 1.0}
# Above every difference of relevance: half a quotation is the last resort.
_TORN = 1_000.0


@dataclass(frozen=True)
class Context:
    """What the obstacles to reading a sentence depend on."""

    reading: Reading
    entities: Sequence[Entity]

    @cached_property
    def names(self) -> Sequence[int]:
        """Where names begin, in order."""
        named = (entity for entity in self.entities if entity.label in _NAMES)
        return sorted(mention.start for entity in named for mention in entity.mentions)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [segment.start for segment in self.reading.segments]

    def language_at(self, offset: int) -> str:
        """Return the language of the segment at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.reading.segments[index].tag if index >= 0 else self.reading.language

    def burden(self, sentence: Candidate) -> Burden:
        """Return what it costs a reader to meet a sentence outside its text."""
        opening = opening_of(sentence, language=self.language_at(sentence.start), names=self.names)
        return Burden(_TORN if is_torn(sentence.text) else 0.0, _BURDENS[opening])


def choose(ranked: Ranked, *, room: Room, context: Context) -> list[Pick]:
    """Return the picks that fit, most relevant first; where none fits, the beginning of the best one."""
    options = _options(ranked, context)
    chosen = select(options, room=room)
    if chosen or room.characters is None:
        return [_standing_alone(pick, ranked, chosen, context) for pick in picks(ranked, chosen)]
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


def _options(ranked: Ranked, context: Context) -> Options:
    sentences = ranked.sentences
    burdens: dict[int, Burden] = {}

    def burden_of(index: int) -> Burden:
        if index not in burdens:
            burdens[index] = context.burden(sentences[index])
        return burdens[index]

    return Options(
        relevance=ranked.relevance,
        numbers=[sentence.number for sentence in sentences],
        length_of=lambda index: len(printed(sentences[index])),
        likeness=lambda one, other: likeness(ranked.terms[one], ranked.terms[other]),
        burden_of=burden_of,
    )


def _standing_alone(pick: Pick, ranked: Ranked, chosen: Sequence[int], context: Context) -> Pick:
    """Return a pick without the connective at its beginning, unless the sentence that it connects with was chosen."""
    sentence = pick.sentence
    if any(ranked.sentences[index].number == sentence.number - 1 for index in chosen):
        return pick
    return Pick(without_connective(sentence, language=context.language_at(sentence.start)), pick.score)
