"""ROUGE-N for every script: tokens are words in their search key, or characters where a script writes no spaces.

The counts are those of Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries". The package `rouge-score`
keeps only a-z and 0-9 of a text, so that two equal Arabic sentences score 0 there.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from workers.text.folding import search_key

# One token a character, as the LCSTS corpus of Chinese is scored (Hu, Chen and Zhu 2015).
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(rf"(?V1)[{_UNSPACED}]|[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+")

Tokens = Sequence[str]


def tokens(text: str) -> list[str]:
    """Return the words of a text, or the characters of a script without spaces, in their search key."""
    return [match.group() for match in _TOKEN.finditer(search_key(text))]


class References:
    """The reference summaries of one document, counted once."""

    def __init__(self, references: Iterable[Tokens]) -> None:
        self._counted = [(_grams(reference, 1), _grams(reference, 2)) for reference in references]

    def scores(self, summary: Tokens) -> tuple[float, float]:
        """Return ROUGE-1 and ROUGE-2 F1 of a summary, from 0 to 100, the means over the references."""
        ours = _grams(summary, 1), _grams(summary, 2)
        one, two = (sum(_f1(ours[n], theirs[n]) for theirs in self._counted) for n in (0, 1))
        return 100 * one / len(self._counted), 100 * two / len(self._counted)

    def mean(self, summary: Tokens) -> float:
        """Return the mean of ROUGE-1 and ROUGE-2."""
        return sum(self.scores(summary)) / 2


def _grams(words: Tokens, size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _f1(ours: Counter[tuple[str, ...]], theirs: Counter[tuple[str, ...]]) -> float:
    both = sum(min(count, theirs[gram]) for gram, count in ours.items() if gram in theirs)
    return 2 * both / (ours.total() + theirs.total()) if both else 0.0
