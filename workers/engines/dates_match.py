"""A match of the date grammar, with the numbers and letters of its named groups."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from workers.engines.dates_tokens import Token, Zone
from workers.engines.patterns_context import counts_a_noun, word_before
from workers.engines.patterns_passage import Passage


@cache
def _groups(pattern: "regex.Pattern[str]") -> frozenset[str]:
    """Return the names of the groups of a pattern, which it makes anew each time that it is asked."""
    return frozenset(pattern.groupindex)


@dataclass(frozen=True, slots=True)
class Match:
    """A match of the grammar over the tokens of a zone."""

    found: "regex.Match[str]"
    zone: Zone
    passage: Passage
    offset: int = 0
    """The token of the zone at which the classes begin that were matched."""
    given_year: int | None = None
    """The year of the other end of a range, for the end that is written without one."""

    def token(self, name: str) -> Token | None:
        """Return the token of a named group, or None where the group did not take part."""
        position = self.found.start(name) if name in _groups(self.found.re) else -1
        return self.zone.token(self.offset + position) if position >= 0 else None

    def number(self, name: str) -> int | None:
        """Return the number of a named group; a year may be that of the other end of a range."""
        token = self.token(name)
        return token.value if token else self.given_year if name == "year" else None

    def letter(self, name: str) -> str:
        """Return the class of a named group, or an empty string."""
        return (self.found[name] or "") if name in _groups(self.found.re) else ""

    @property
    def first(self) -> int:
        """The token of the zone that the match begins with."""
        position: int = self.found.start()
        return self.offset + position

    @property
    def stop(self) -> int:
        """The token of the zone after the match."""
        position: int = self.found.end()
        return self.offset + position

    @property
    def start(self) -> int:
        """Where the match begins in the text."""
        return self.zone.tokens[self.first][0]

    @property
    def end(self) -> int:
        """Where the match ends in the text."""
        return self.zone.tokens[self.stop - 1][1]

    @property
    def language(self) -> str:
        """The language at the match."""
        return self.passage.language_at(self.start)

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        moment = self.passage.reading.published_at
        return moment.date() if moment else None

    @property
    def weekday(self) -> int:
        """The weekday that the match names, Monday 1 to Sunday 7, or 0."""
        position: int = self.found.group().find("W")
        return self.zone.tokens[self.first + position][2] if position >= 0 else 0

    def follows(self, letters: str) -> bool:
        """Say whether one of these classes stands right before the match, a space aside."""
        before = self.zone.classes[max(0, self.first - 2) : self.first].strip()
        return before[-1:] in letters if before else False

    def follows_word(self, words: frozenset[str]) -> bool:
        """Say whether one of these words stands right before the match."""
        before = word_before(self.passage.text, start=self.start)
        return before is not None and before[0].lower() in words

    def precedes(self, letters: str) -> bool:
        """Say whether one of these classes stands right after the match."""
        return self.zone.classes[self.stop : self.stop + 1] in set(letters)

    def counts_after(self, number: "regex.Pattern[str]") -> bool:
        """Say whether the number that follows the match counts the word after it."""
        found = number.match(self.passage.text, self.end)
        return found is not None and counts_a_noun(self.passage.text, end=found.end(), language=self.language)

    def counts_a_noun(self) -> bool:
        """Say whether the number at the end counts the word after it."""
        return counts_a_noun(self.passage.text, end=self.end, language=self.language)
