"""Cuts the surroundings of numbers into tokens, each with one letter, so that the date grammar is regular.

| letter | token |
|---|---|
| d, n, y, N | a number: 1-31; another of one or two digits; 1000-2999; any other |
| M, m, F, f | a month: full name, abbreviation, long and short name of another language |
| H, J | a Hijri month, a Jalali month |
| W, P, T | weekday; "of"; Vietnamese "month" |
| C, I, A, V | "year" and "in" before a number, "year" and "in" after it |
| K, D | "years" before a decade; decade ending |
| o, E, S, B, G, X | ordinal ending; Hijri, Jalali, Buddhist mark; East Asian era; BC |
| 年 月 日 元 | East Asian date letters, Korean ones included |
| - & / . , ( ) ' : | punctuation of these kinds and words for "to" and "and" |
| space, newline, x | white space within a line, its end, anything else |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from workers.engines.dates_words import first_words, meaning_of, unsegmented_meanings, unsegmented_pattern
from workers.engines.patterns_passage import Passage
from workers.engines.patterns_words import fold

# A date reaches at most this far from its nearest digit: "Wednesday, the 5th of September" is 32 characters long.
REACH = 48
# A zone this long is cut, so that memory stays bounded on a text that is one long number; a date across the cut is lost.
MAX_ZONE = 4_096
# Longer runs of letters are no date words; folding them would only cost time.
_MAX_WORD = 24

_DIGITS = regex.compile(r"\p{Nd}++")
_PUNCTUATION = {
    **dict.fromkeys("-–—−‐‑~〜～", "-"),
    **dict.fromkeys("/⁄／", "/"),
    **dict.fromkeys(".．", "."),
    **dict.fromkeys(",،、，", ","),
    **dict.fromkeys("(（[", "("),
    **dict.fromkeys(")）]", ")"),
    **dict.fromkeys("'’ʼ׳", "'"),
    **dict.fromkeys(":：", ":"),
    "º": "o",
    "ª": "o",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text with its class; `value` is the number, or the number of the month."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Zone:
    """The tokens around some numbers; letter i of `classes` is the class of token i."""

    classes: str
    tokens: Sequence[Token]


def zones(passage: Passage) -> Iterator[Zone]:
    """Yield the stretches of a text that hold numbers, cut into tokens, in order."""
    for start, end in _stretches(passage.text, until=passage.last_number_end):
        yield _tokenize(passage, start=start, end=end)


def _stretches(text: str, *, until: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for digits in _DIGITS.finditer(text, 0, until):
        left, right = max(0, digits.start() - REACH), min(len(text), digits.end() + REACH)
        if start >= 0 and left <= end and right - start <= MAX_ZONE:
            end = right
            continue
        if start >= 0:
            yield start, end
        start, end = left, min(right, left + MAX_ZONE)
    if start >= 0:
        yield start, end


@cache
def _token_pattern() -> "regex.Pattern[str]":
    unsegmented = unsegmented_pattern().pattern
    spaceless = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    letters = rf"[[\p{{L}}\p{{M}}\u200c]--[{spaceless}ºª]]+"
    return regex.compile(
        rf"(?P<digits>\p{{Nd}}+)|(?P<line>[^\S\r\n]*[\r\n]\s*)|(?P<space>\s+)"
        rf"|(?P<unsegmented>{unsegmented})|(?P<word>{letters}(?P<second> {letters})?+)|.",
        regex.V1 | regex.DOTALL,
    )


def _tokenize(passage: Passage, *, start: int, end: int) -> Zone:
    classes: list[str] = []
    tokens: list[Token] = []
    while start < end:
        match = _token_pattern().match(passage.text, start, end)
        letter, value, stop = _classify(match, passage=passage)
        classes.append(letter)
        tokens.append(Token(start, stop, value))
        start = stop
    return Zone("".join(classes), tokens)


def _classify(match: "regex.Match[str]", *, passage: Passage) -> tuple[str, int, int]:
    kind = match.lastgroup
    if kind == "digits":
        return (*_number(match.group()), match.end())
    if kind in {"line", "space"}:
        return "\n" if kind == "line" else " ", 0, match.end()
    if kind == "unsegmented":
        return (*unsegmented_meanings()[match.group()], match.end())
    if kind is None:
        return _PUNCTUATION.get(match.group(), "x"), 0, match.end()
    return _word(match, passage=passage)


def _number(digits: str) -> tuple[str, int]:
    if len(digits) > 4:
        return "N", 0
    value = int(digits)
    if len(digits) <= 2:
        return "d" if 1 <= value <= 31 else "n", value
    return "y" if len(digits) == 4 and 1000 <= value < 3000 else "N", value


def _word(match: "regex.Match[str]", *, passage: Passage) -> tuple[str, int, int]:
    first_end = match.start("second") if match["second"] else match.end()
    languages = passage.languages_at(match.start())
    first = passage.text[match.start() : first_end]
    if len(first) > _MAX_WORD or _is_cut(match, text=passage.text, end=first_end):
        return "x", 0, first_end
    if match["second"] and any(fold(first) in first_words(language) for language in languages):
        both = meaning_of(match.group(), languages=languages)
        if both is not None:
            return (*both, match.end())
    return (*(meaning_of(first, languages=languages) or ("x", 0)), first_end)


def _is_cut(match: "regex.Match[str]", *, text: str, end: int) -> bool:
    before = match.start() == match.pos and match.start() > 0 and text[match.start() - 1].isalpha()
    return before or (end == match.endpos and end < len(text) and text[end].isalpha())
