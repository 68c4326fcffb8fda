"""A reading as the pattern finders see it: its text, and the language at every offset."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import regex

from schemas.language import UNDETERMINED
from workers.engines import Reading
from workers.engines.patterns_words import base_language

# What stands in the mentions that the pattern finders propose.
SOURCE = "patterns"
# A number costs some 10 to 60 µs in all finders. A book of 300 pages has some 10,000; as many as this are in 2 MB of
# tables, the longest text that is searched, and take a quarter of the time that a stage has.
MAX_NUMBERS = 250_000
_DIGITS = regex.compile(r"\p{Nd}++")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its languages; offsets are those of the reading, numbers after `last_number_end` are not looked at."""

    reading: Reading
    text: str = field(init=False)
    last_number_end: int = field(init=False)
    _starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.reading.text)
        object.__setattr__(self, "last_number_end", _end_of_numbers(self.text))
        object.__setattr__(self, "_starts", tuple(segment.start for segment in self.reading.segments))

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the whole text."""
        return self.reading.language

    @property
    def language(self) -> str:
        """The language of the whole text, as the tables name it."""
        return base_language(self.reading.language)

    def tag_at(self, offset: int) -> str:
        """Return the tag of the segment at an offset, and that of the whole text where the segment is undetermined."""
        position = bisect_right(self._starts, offset) - 1
        if position < 0:
            return self.reading.language
        tag = self.reading.segments[position].tag
        return self.reading.language if tag in {UNDETERMINED, "zxx"} else tag

    def language_at(self, offset: int) -> str:
        """Return the language at an offset, as the tables name it."""
        return base_language(self.tag_at(offset)) if self._starts else self.language

    def stretches(self) -> Iterator[tuple[int, int, str]]:
        """Yield the parts of the text in one language each: start, end, language."""
        if not self.reading.segments:
            yield 0, len(self.text), self.language
        for segment in self.reading.segments:
            yield segment.start, segment.end, self.language_at(segment.start)

    def segment_end(self, offset: int) -> int:
        """Return where the languages of an offset end at the earliest."""
        position = bisect_right(self._starts, offset)
        return self._starts[position] if position < len(self._starts) else len(self.text)

    def languages_at(self, offset: int) -> tuple[str, ...]:
        """Return the languages whose words may stand at an offset: that of the segment, then that of the text."""
        if not self._starts:
            return (self.language,)
        here = self.language_at(offset)
        return (here,) if here == self.language else (here, self.language)


def _end_of_numbers(text: str) -> int:
    """Return the end of the last number that is looked at: that of the text, unless it has more than MAX_NUMBERS."""
    crossing = next(islice(_DIGITS.finditer(text), MAX_NUMBERS, None), None)
    return crossing.start() if crossing else len(text)
