"""The headline: the document's own first line, or the best short sentence."""

from collections.abc import Sequence

from schemas.summary import Highlight
from workers.engines.summary_candidates import Candidate
from workers.engines.summary_readability import ends_sentence

# Headlines of news agencies have at most about 15 words; a longer line is a sentence.
_MOST_WORDS = 18
_MOST_CHARACTERS = 140
_FEWEST_WORDS = 2


def own_headline(sentences: Sequence[Candidate], *, title: str | None) -> Candidate | None:
    """Return the first sentence where it is the title or looks like one: short, alone, without a full stop."""
    if len(sentences) < 2:
        return None
    first = sentences[0]
    if title and first.text.casefold().split() == title.casefold().split():
        return first
    return first if _is_short(first) and not ends_sentence(first.text) and not first.approximate else None


def best_headline(chosen: Sequence[Candidate]) -> Candidate | None:
    """Return the first of the chosen sentences, most important first, that is short enough for a headline."""
    return next((sentence for sentence in chosen if _is_short(sentence)), None)


def as_highlight(sentence: Candidate | None) -> Highlight | None:
    """Return the span of the sentence, with its text."""
    if sentence is None:
        return None
    return Highlight(start=sentence.start, end=sentence.end, text=sentence.text)


def _is_short(sentence: Candidate) -> bool:
    return len(sentence.text) <= _MOST_CHARACTERS and _FEWEST_WORDS <= sentence.words <= _MOST_WORDS
