"""What the sentence splitter goes by in a passage: the facts of its language, and how it is written."""

from dataclasses import dataclass
from functools import cache

import regex

from workers.text.languages.facts import LanguageFacts, facts_of, shared_facts

# So many letters before a full stop surely end no abbreviation, initial or ordinal, when they are all letters, not all
# capitals, and not among the tails of what the language lists. What is shorter is looked at as a whole.
TAIL = 4

_NEXT_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")


@dataclass(frozen=True, slots=True)
class Rules:
    """The facts of one language, or those that all share when it is unknown; `cased` where the passage has capitals.

    `period` is false where the full stop is another sign, and the passage uses it. `tails` has the last TAIL letters of
    all words that facts are about, in the cases they are written in (dr, Dr, DR, tUas).
    """

    facts: LanguageFacts
    cased: bool
    period: bool
    tails: frozenset[str]


def rules_for(passage: str, *, language: str | None) -> Rules:
    """Return the rules for a passage; an unknown language gets what no other language contradicts."""
    facts = (facts_of(language) if language else None) or shared_facts()
    other_stop = facts.full_stop != "." and (not facts.full_stop or any(map(passage.__contains__, facts.full_stop)))
    return _rules(facts.code, cased=not passage.islower(), period=not other_stop)


@cache
def _rules(code: str, *, cased: bool, period: bool) -> Rules:
    facts = facts_of(code) or shared_facts()
    listed = facts.abbreviations | facts.closing | facts.numeric | facts.final
    eclipsed = {word[:1] + word[1:].capitalize() for word in listed}
    written = {*listed, *map(str.capitalize, listed), *map(str.upper, listed), *eclipsed}
    return Rules(facts, cased, period, frozenset(word[-TAIL:] for word in written if len(word) >= TAIL))


def starts_sentence(text: str, position: int, rules: Rules) -> bool:
    """Tell whether a frequent word follows, other than an initial such as the A in "J. A. Smith"."""
    found = _NEXT_WORD.match(text, position)
    if not found or (len(found.group()) == 1 and text[found.end() : found.end() + 1] == "."):
        return False
    return found.group().lower() in rules.facts.starters
