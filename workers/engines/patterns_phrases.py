"""Looks up what stands right after a number: symbols as they are written, words in any case, phrases of up to three."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import regex

from workers.engines.patterns_words import fold

Value = TypeVar("Value")

# "kilometres per hour" has three words.
_MAX_WORDS = 3
# An inflected form has at most so many letters more than its stem: километр, километрами.
_MAX_ENDING = 4
_SPACE = "[ \u00a0\u202f\u2009]"
_WORD = regex.compile(r"[ \u00a0\u202f\u2009-]?(?P<word>[\p{L}\p{M}\u200c]{1,32}+(?:[\"״׳-][\p{L}\p{M}]{1,32}+)?+)")
# millones de personas, millions d'euros, milioni di euro
_LINK = regex.compile(rf"{_SPACE}(?:d[ei]{_SPACE}|d['’])")
_SEGMENTED_LETTER = regex.compile(
    r"[[\p{L}\p{M}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]$", regex.V1
)


def may_follow(text: str, *, end: int) -> bool:
    """Say whether a unit may stand here: quick, since most numbers have a space and a digit or nothing after them."""
    sign = text[end : end + 1]
    if sign.isspace():
        sign = text[end + 1 : end + 2]
    return not (sign.isdecimal() or sign.isspace() or sign in ".,;:!?)")


def symbols_after(symbols: Iterable[str]) -> "regex.Pattern[str]":
    """Return a pattern for one of the symbols, longest first, after at most one space; `symbol` is its group."""
    return regex.compile(rf"{_SPACE}?(?P<symbol>{_alternatives(symbols)})")


def symbols_before(symbols: Iterable[str]) -> "regex.Pattern[str]":
    """Return a pattern for one of the symbols at the end of a stretch, before at most one space."""
    words = "|".join(regex.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}$])(?P<symbol>{words}){_SPACE}?$")


def _alternatives(symbols: Iterable[str]) -> str:
    """Return alternatives, the longest first under each first character, which is looked at once for all of them."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for symbol in sorted(symbols, key=len, reverse=True):
        end = r"(?![\p{L}\p{M}\p{N}])" if _SEGMENTED_LETTER.search(symbol) else ""
        by_first[symbol[0]].append(regex.escape(symbol[1:]) + end)
    alternatives = "|".join(f"{regex.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return f"(?=[{''.join(map(regex.escape, by_first))}])(?:{alternatives})"


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """A table of phrases: whole ones, stems (`kilomet*`), and the words that whole ones begin with, all folded."""

    whole: Mapping[str, Value]
    stems: Mapping[str, Value]
    first_words: frozenset[str]


def phrases(words: Mapping[str, Value]) -> Phrases[Value]:
    """Return a table to look up phrases in; underscores are spaces, a star at the end makes a stem."""
    whole = {fold(word.replace("_", " ")): value for word, value in words.items() if not word.endswith("*")}
    stems = {fold(word[:-1]): value for word, value in words.items() if word.endswith("*")}
    return Phrases(whole, stems, frozenset(phrase.partition(" ")[0] for phrase in whole))


def phrase_after(text: str, *, end: int, table: Phrases[Value]) -> tuple[Value, int] | None:
    """Return the value and the end of the longest phrase of a table that follows, a "de" left aside, or None."""
    found = _phrase_at(text, end=end, table=table)
    if found is None and (link := _LINK.match(text, end)):
        found = _phrase_at(text, end=link.end(), table=table)
    return found


def _phrase_at(text: str, *, end: int, table: Phrases[Value]) -> tuple[Value, int] | None:
    match = _WORD.match(text, end)
    if match is None:
        return None
    phrase = fold(match["word"])
    found: tuple[Value, int] | None = None
    if (stem := _stem(phrase, table.stems)) is not None:
        found = table.stems[stem], match.end()
    if phrase not in table.first_words:
        return found
    for _ in range(_MAX_WORDS):
        if phrase in table.whole:
            found = table.whole[phrase], match.end()
        match = _WORD.match(text, match.end())
        if match is None:
            break
        phrase = f"{phrase} {fold(match['word'])}"
    return found


def _stem(word: str, stems: Mapping[str, Value]) -> str | None:
    lengths = range(len(word), max(len(word) - _MAX_ENDING, 3) - 1, -1)
    return next((word[:length] for length in lengths if word[:length] in stems), None)
