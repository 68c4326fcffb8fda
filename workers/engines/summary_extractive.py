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
from workers.engines.summary_choice import choose, picks
from workers.engines.summary_headline import best_headline, own_headline
from workers.engines.summary_ngrams import gram_size
from workers.engines.summary_readability import is_fragment
from workers.engines.summary_relevance import Focus, rank
from workers.engines.summary_selection import Room
from workers.engines.summary_writing import printed, write_summary

# Fragments are left aside only where the rest still is a text: at least this share of all characters.
_PROSE_SHARE = 0.2

_INFO = EngineInfo("extractive", "1")


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
        size = gram_size(reading.text)
        if _is_whole(sentences, room=room):
            ranked = rank(sentences, focus=focus, size=size, most=len(sentences))
            chosen = picks(ranked, range(len(sentences)))
            return write_summary(chosen, sort_by=options.sort_by, method="whole", headline=own)
        ranked = rank(_statements(sentences), focus=focus, size=size)
        chosen = choose(ranked, room=room, reading=reading, entities=entities)
        headline = own or best_headline([pick.sentence for pick in chosen])
        return write_summary(chosen, sort_by=options.sort_by, method=self.info.name, headline=headline)


def load() -> Summarizer:
    """Return the summarizer; it has nothing to load."""
    return ExtractiveSummarizer()


def _is_whole(sentences: Sequence[Candidate], *, room: Room) -> bool:
    is_complete = not any(sentence.shortened for sentence in sentences)
    return is_complete and room.holds([len(printed(sentence)) for sentence in sentences])


def _statements(sentences: Sequence[Candidate]) -> Sequence[Candidate]:
    statements = [sentence for sentence in sentences if not is_fragment(sentence)]
    is_text = _characters(statements) >= _PROSE_SHARE * _characters(sentences)
    return statements if statements and is_text else sentences


def _characters(sentences: Sequence[Candidate]) -> int:
    return sum(len(sentence.text) for sentence in sentences)
