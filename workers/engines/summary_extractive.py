"""The extractive summarizer: sentences of the document, verbatim, in any language, without a model.

benchmarks/quality/summaries.py measures it beside other software, floors and readers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.entities import Entity
from schemas.options import SummaryOptions
from schemas.summary import Summary
from workers.engines import EngineInfo, Reading, Summarizer
from workers.engines.summary_candidates import Candidate, candidates
from workers.engines.summary_choice import Context, choose, picks
from workers.engines.summary_headline import best_headline, own_headline
from workers.engines.summary_readability import is_fragment
from workers.engines.summary_relevance import Focus, rank
from workers.engines.summary_selection import Room
from workers.engines.summary_terms import term_reader
from workers.engines.summary_writing import printed, write_summary

# Fragments are left aside only where the rest still is a text: at least this share of all characters.
_PROSE_SHARE = 0.2

_INFO = EngineInfo("extractive", "2")


@dataclass(frozen=True, slots=True)
class ExtractiveSummarizer:
    """Chooses the sentences that stand best for the document."""

    info: EngineInfo = _INFO

    def summarize(self, reading: Reading, *, entities: Sequence[Entity], options: SummaryOptions) -> Summary | None:
        """Return the best sentences within the limits, or None when the reading has none that is not junk.

        A document within the limits is returned whole. `text` is the sentences in the asked order, each in one line.
        """
        sentences = candidates(reading)
        if not sentences:
            return None
        own = own_headline(sentences, title=reading.title)
        focus = Focus(reading.title or (own.text if own else None), options.query)
        room = Room(options.sentence_limit, options.max_characters)
        terms_of = term_reader(reading.text)
        if _is_whole(sentences, room=room):
            ranked = rank(sentences, focus=focus, terms_of=terms_of, most=len(sentences))
            chosen = picks(ranked, range(len(sentences)))
            return write_summary(chosen, sort_by=options.sort_by, method="whole", headline=own)
        ranked = rank(_statements(sentences), focus=focus, terms_of=terms_of)
        chosen = choose(ranked, room=room, context=Context(reading, entities))
        headline = own or best_headline([pick.sentence for pick in chosen])
        return write_summary(chosen, sort_by=options.sort_by, method=self.info.name, headline=headline)


def load() -> Summarizer:
    """Return the summarizer; it has nothing to load."""
    return ExtractiveSummarizer()


def _is_whole(sentences: Sequence[Candidate], *, room: Room) -> bool:
    if not room.holds(len(sentences), characters=0) or any(sentence.shortened for sentence in sentences):
        return False
    return room.holds(len(sentences), characters=sum(len(printed(sentence)) + 1 for sentence in sentences) - 1)


def _statements(sentences: Sequence[Candidate]) -> Sequence[Candidate]:
    statements = [sentence for sentence in sentences if not is_fragment(sentence)]
    is_text = _characters(statements) >= _PROSE_SHARE * _characters(sentences)
    return statements if statements and is_text else sentences


def _characters(sentences: Sequence[Candidate]) -> int:
    return sum(len(sentence.text) for sentence in sentences)
