"""How a sentence begins, for one who has not read what stands before it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache, partial

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_connectives import DROPPABLE
from workers.engines.summary_openers import OPENERS, UNSPACED
from workers.engines.summary_terms import fold
from workers.text.folding import fold_with_offsets, search_key

# A name that early in the sentence says who is meant, whatever word opens it.
_NAMED_WITHIN_CHARACTERS = 60

# Longer than the longest opener.
_OPENING_CHARACTERS = 60

# Less than this is no sentence after its connective is gone.
_SHORTEST_REST_CHARACTERS = 8


class Opening(Enum):
    """How a sentence begins: by itself, joined on to a thought before it, or pointing at something named before."""

    FREE = "free"
    CONNECTIVE = "connective"
    PRONOUN = "pronoun"


def opening_of(sentence: Candidate, *, language: str, names: Sequence[int]) -> Opening:
    """Return how a sentence begins; the first one of a document, and one in an unknown language, begins by itself.

    `names` are the offsets of all names in the document, in order; a connective followed soon by one does no harm, and
    one that the sentence can do without is not looked at.
    """
    table = _table(_base(language))
    if sentence.number == 0 or table is None:
        return Opening.FREE
    opening = fold(sentence.text[:_OPENING_CHARACTERS])
    if not table.knows(opening):
        return Opening.FREE
    rest = table.after_connective(sentence.text, opening)
    if rest:
        opening = fold(sentence.text[rest : rest + _OPENING_CHARACTERS])
    if table.safe.open(opening):
        return Opening.FREE
    if table.pronouns.open(opening):
        return Opening.PRONOUN
    if not table.connectives.open(opening) or _is_named(sentence, names):
        return Opening.FREE
    return Opening.CONNECTIVE


def without_connective(sentence: Candidate, *, language: str) -> Candidate:
    """Return the sentence without a connective at its beginning, where the rest can stand alone."""
    table = _table(_base(language))
    if table is None or not table.droppable.phrases:
        return sentence
    start = table.after_connective(sentence.text, fold(sentence.text[:_OPENING_CHARACTERS]))
    return sentence._replace(start=sentence.start + start, text=sentence.text[start:]) if start else sentence


def _is_named(sentence: Candidate, names: Sequence[int]) -> bool:
    following = bisect_left(names, sentence.start)
    last = min(sentence.start + _NAMED_WITHIN_CHARACTERS, sentence.end)
    return following < len(names) and names[following] <= last


def _base(language: str) -> str:
    return language.split("-", 1)[0].lower()


class _Phrases:
    """Folded phrases by their first word, or by their first character where words are not spaced."""

    def __init__(self, listed: str, key_of: Callable[[str], str], *, unspaced: bool) -> None:
        self.phrases: dict[str, tuple[str, ...]] = {}
        self._key_of = key_of
        for folded in (fold(each) for each in listed.split(",") if each.strip()):
            key = key_of(folded)
            self.phrases[key] = (*self.phrases.get(key, ()), folded.rstrip() if unspaced else folded)

    def open(self, opening: str) -> bool:
        """Tell whether a folded text begins with one of the phrases."""
        return opening.startswith(self.phrases.get(self._key_of(opening), ()))


class _Table:
    """The openers of one language, ready for look-up."""

    def __init__(self, base: str) -> None:
        openers, unspaced = OPENERS[base], base in UNSPACED
        self._key_of = _first_character if unspaced else _first_word
        of = partial(_Phrases, key_of=self._key_of, unspaced=unspaced)
        self.pronouns, self.connectives, self.safe = of(openers.pronouns), of(openers.connectives), of(openers.safe)
        self.droppable = of(DROPPABLE.get(base, ""))
        self._keys = {*self.pronouns.phrases, *self.connectives.phrases, *self.droppable.phrases}
        self._droppable = _droppable(base)

    def knows(self, opening: str) -> bool:
        """Tell whether a folded text begins with the first word of any phrase that matters."""
        return self._key_of(opening) in self._keys

    def after_connective(self, text: str, opening: str) -> int:
        """Return where a text goes on after a connective that it can do without, 0 where it has none."""
        if self._droppable is None or not self.droppable.open(opening):
            return 0
        key, offsets = fold_with_offsets(text[:_OPENING_CHARACTERS])
        found = self._droppable.match(key)
        rest = offsets[found.end()] if found else 0
        return rest if len(text) - rest >= _SHORTEST_REST_CHARACTERS else 0


@cache
def _table(base: str) -> _Table | None:
    return _Table(base) if base in OPENERS else None


def _first_word(folded: str) -> str:
    return folded.split(" ", 2)[1]


def _first_character(folded: str) -> str:
    return folded[1:2]


def _droppable(base: str) -> re.Pattern[str] | None:
    if base not in DROPPABLE:
        return None
    phrases = sorted((search_key(phrase.strip()) for phrase in DROPPABLE[base].split(",")), key=len, reverse=True)
    # Where words are not set apart a comma must follow: 但是 begins 但是的.
    after = r"\s*[،,，、]\s*" if base in UNSPACED else r"(?:\s*[،,]\s*|\s+)"
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))}){after}")
