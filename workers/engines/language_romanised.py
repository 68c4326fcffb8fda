"""Arabic and Hindi in Latin letters, as people type them: Arabizi (`7abibi, shu 3am ta3mel?`) and Hinglish.

Nobody's orthography rules them, and no corpus that is free has them, so they are told by a list of frequent words in
their usual spellings, which was written for this project, and by digits within words, which stand for Arabic letters.
"""

import json
import re
from collections.abc import Mapping
from functools import cache

from workers.engines.language_tables import FOLDER

_FILE = FOLDER / "language_romanised.json"
_WORD = re.compile(r"[^\W_][\w']*")
# Digits as letters: 2 ء, 3 ع, 5 خ, 6 ط, 7 ح, 8 ق or غ, 9 ق or ص, before a letter or, after three, at the end.
_DIGITS_AS_LETTERS = re.compile(r"[a-z']*[2356789]'?[a-z]+(?:[23567][a-z]*)*|[a-z]{3,}[2357]")
_SHORT = 2

# Of 44,557 sentences, word pairs and words of lingua (dev) one has so many of the words.
_LEAST_SHARE, _LEAST_HITS = 0.34, 1.5


def romanised_language(text: str) -> dict[str, float]:
    """Return `ar` or `hi` with its probability where the words of the text are mostly of its list; else nothing."""
    words = [word.strip("'") for word in _WORD.findall(text.lower())]
    hits = {language: sum(_hit(word, language) for word in words) for language in _words()}
    language = max(hits, key=hits.__getitem__)
    if hits[language] < _LEAST_HITS or hits[language] < _LEAST_SHARE * len(words):
        return {}
    return {language: min(0.97, 0.5 + hits[language] / len(words) / 2)}


def _hit(word: str, language: str) -> float:
    """One for a word of the list, less for a short one or one that only looks like it."""
    if word in _words()[language]:
        return 0.5 if len(word) <= _SHORT and word.isalpha() else 1.0
    return 0.75 if language == "ar" and len(word) > _SHORT and _DIGITS_AS_LETTERS.fullmatch(word) else 0.0


@cache
def _words() -> Mapping[str, frozenset[str]]:
    lists = json.loads(_FILE.read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in lists.items()}
