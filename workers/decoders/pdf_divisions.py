"""Words divided at the end of a line: which hyphens are the printer's, and which the word's own."""

from collections.abc import Iterable
from functools import cached_property
from re import compile as pattern

from workers.decoders.pdf_characters import DIVISION

_HYPHENS = f"-\u00ad\u2010{DIVISION}"
_DIVIDED = pattern(rf"([^\W\d_]+)[{_HYPHENS}]$")
_SMALL = pattern(r"[^\W\d_]+")
_HYPHENATED = pattern(r"[^\W\d_]+[-\u2010][^\W\d_]+")


class Divisions:
    """Joins divided words; `lines` are all of a document, in which a word with a hyphen of its own may stand whole."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)

    @staticmethod
    def is_divided(line: str) -> bool:
        """Tell whether a line ends within a word."""
        return line.endswith((DIVISION, "\u00ad"))

    def joined(self, line: str, following: str, *, glue: str) -> str:
        """Return a line with what joins it to the following one; a hyphen goes where the next begins in small letters.

        The hyphen stays where the document has the word with it elsewhere, and nowhere without it.
        """
        divided, rest = _DIVIDED.search(line), _SMALL.match(following)
        if divided is None or rest is None or not rest[0][0].islower():
            return self.unjoined(line) + ("" if self.is_divided(line) or line.endswith(("-", "\u2010")) else glue)
        whole, hyphenated = f"{divided[1]}{rest[0]}".lower(), f"{divided[1]}-{rest[0]}".lower()
        return line[:-1] + ("-" if hyphenated in self._hyphenated and whole not in self._whole else "")

    @staticmethod
    def unjoined(line: str) -> str:
        """Return a line that nothing is joined to."""
        return line.rstrip("\u00ad").replace(DIVISION, "-")

    @cached_property
    def _hyphenated(self) -> frozenset[str]:
        found = (word for line in self._lines for word in _HYPHENATED.findall(line))
        return frozenset(word.replace("\u2010", "-").lower() for word in found)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(word.lower() for line in self._lines for word in _SMALL.findall(line))
