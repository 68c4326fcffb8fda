"""The words of which place names are made, as the gazetteer's keys have them."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from workers.text.folding import search_key

# Scripts that put no space between words: names are looked for character by character.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}々〆ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
_PART = rf"[[\p{{L}}\p{{M}}\p{{N}}\u200c\u200d]--[{_UNSPACED}]]"

# A word starts a name only if it is capitalised or its script has no capitals (Georgian has them for titles only).
_OPENING = rf"(?: [[\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{Georgian}}]--[{_UNSPACED}]] {_PART}*+ )"

_WORD = regex.compile(rf"(?V1) {_PART}++ | [{_UNSPACED}\p{{M}}]++", regex.VERBOSE)
_START = regex.compile(
    rf"(?V1) (?<! [\p{{L}}\p{{M}}\p{{N}}\u200c\u200d] ) {_OPENING} | [{_UNSPACED}][{_UNSPACED}\p{{M}}]*+", regex.VERBOSE
)
_FIRST_UNSPACED = regex.compile(rf"(?V1) [{_UNSPACED}]", regex.VERBOSE)

# What may stand between two words of one name: Saint-Denis, Guinea–Bissau, St. Louis, Dar'a, Mont‑Blanc, a line break.
_JOINERS = frozenset(
    (
        " ",
        "\u00a0",
        "\n",
        "-",
        "‐",
        "‑",
        "–",
        "'",
        "’",
        "ʼ",
        "‘",
        "ʻ",
        "`",
        "״",
        '"',
        ".",
        ". ",
        ".\u00a0",
        ", ",
        "·",
        "・",
    )
)

# The longest name that is looked up; GeoNames has longer ones, but nobody writes "Municipality of ... and ... Islands".
MAX_WORDS = 6
# Longer words are no names, and would burden the caches.
MAX_WORD_CHARACTERS = 60

# In unspaced scripts a name has at least two characters: 美 or 東 alone is a syllable.
MIN_CHARACTERS = 2
MAX_CHARACTERS = 12

# Distinct words of a long document number some ten thousand; an entry takes about 200 bytes.
_CACHED_WORDS = 32_768


def starts(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans in `start:end` at which a name can start: capitalised or caseless words, runs of unspaced script."""
    for match in _START.finditer(text, start, end):
        yield match.span()


def words(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans in `start:end` of all words, and of runs of unspaced script."""
    for match in _WORD.finditer(text, start, end):
        yield match.span()


def next_word(text: str, end: int) -> tuple[int, int] | None:
    """Return the span of the word that may continue a name whose last word ends at `end`."""
    match = _WORD.search(text, end, min(len(text), end + 3))
    if match is None or text[end : match.start()] not in _JOINERS:
        return None
    match = _WORD.match(text, match.start(), match.start() + MAX_WORD_CHARACTERS + 1)
    return match.span() if match and match.end() - match.start() <= MAX_WORD_CHARACTERS else None


def is_unspaced(text: str, start: int) -> bool:
    """Tell whether the character there belongs to a script without spaces between words."""
    return _FIRST_UNSPACED.match(text, start) is not None


@lru_cache(maxsize=_CACHED_WORDS)
def word_key(word: str) -> str:
    """Return the search key of one word."""
    return search_key(word)


def name_key(name: str) -> str:
    """Return the key of a name: its folded words, joined by single spaces."""
    return " ".join(key for match in _WORD.finditer(name) if (key := word_key(match.group())))
