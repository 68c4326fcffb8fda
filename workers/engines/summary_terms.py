"""Sentences as terms: the beginnings of their words, one view of what they say for every language.

Without stemmer or stop list the first five letters of a word did better than its character 4-grams (mean R1/R2 over 18
dev sets in 11 languages 27.4 against 27.0, benchmarks/quality/summaries.py), and there are seven times fewer of them.
"""

import re
from collections.abc import Callable

from workers.engines.summary_scripts import is_dense

_WORD_BEGINNING = 5

# Letters and digits with the marks that belong to words; the module re counts marks as what stands between words.
_LETTER = (
    r"[\w\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0df3\u0e31-\u0e3a"
    r"\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18-\u0fbc\u102b-\u103e\u135d-\u135f\u17b4-\u17d3]"
)
_WORD = re.compile(f"{_LETTER}+")

# Conjunction, preposition and article of Arabic, or the conjunction alone where a word is left after it.
_ARABIC_CLITICS = re.compile(
    r" (?:(?:و?(?:ال|بال|كال|لل)|ف(?:ال|بال|كال|لل))(?=[\u0621-\u064a]{3})|و(?=[\u0621-\u064a]{4}))"
)

# Spelling variants that a writer of Arabic chooses freely, the vowel signs, and the letters of Persian and Urdu that
# Arabic has too; the full search key of a text costs ten times as much.
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_SIGNS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARABIC_SPELLINGS = (*((alef, "ا") for alef in "أإآٱ"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"), ("ة", "ه"), ("ہ", "ه"))

# What a sentence is about is said in its beginning.
_SENTENCE_CHARACTERS = 600

Terms = frozenset[str]


def fold(text: str) -> str:
    """Return the words of a text in lower case and plain Arabic between single spaces, for comparison only."""
    return f" {' '.join(_words(text))} "


def term_reader(text: str) -> Callable[[str], Terms]:
    """Return what gives the terms of a sentence of this text: pairs of characters where words are not spaced."""
    if is_dense(text):
        return pairs
    return arabic_beginnings if not text.isascii() and _ARABIC.search(text) else beginnings


def beginnings(sentence: str) -> Terms:
    """Return the first letters of each word."""
    words = _WORD.findall(sentence[:_SENTENCE_CHARACTERS].casefold())
    return frozenset([word[:_WORD_BEGINNING] for word in words])


def arabic_beginnings(sentence: str) -> Terms:
    """Return the first letters of each word in plain Arabic, clitics aside."""
    plain = _plain(sentence[:_SENTENCE_CHARACTERS].casefold())
    words = _WORD.findall(_ARABIC_CLITICS.sub(" ", f" {plain}"))
    return frozenset([word[:_WORD_BEGINNING] for word in words])


def pairs(sentence: str) -> Terms:
    """Return each two neighbouring characters; in Chinese or Japanese they carry what a short word does."""
    return frozenset([run[at : at + 2] for run in _words(sentence) for at in range(max(len(run) - 1, 1))])


def _words(text: str) -> list[str]:
    plain = text[:_SENTENCE_CHARACTERS].casefold()
    return _WORD.findall(_plain(plain) if not plain.isascii() and _ARABIC.search(plain) else plain)


def _plain(arabic: str) -> str:
    plain = _ARABIC_SIGNS.sub("", arabic)
    for variant, letter in _ARABIC_SPELLINGS:
        plain = plain.replace(variant, letter)
    return plain
