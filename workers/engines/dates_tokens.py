"""Cuts the surroundings of numbers into tokens, each with one letter, so that the date grammar is regular.

| letter | token |
|---|---|
| d, n, y, N | a number: 1-31; another of one or two digits; 1000-2999; any other |
| M, m, F, f | a month: full name, abbreviation, long and short name of another language |
| H, J | a Hijri month, a Jalali month |
| W, P, L, T | weekday; "of"; article; Vietnamese "month" |
| C, I, A, V | "year" and "in" before a number, "year" and "in" after it |
| Q, U, Z | "year" on either side; "until" and "between", which are also "in" |
| K, D | "years" before a decade; decade ending |
| o, E, S, B, G, X | ordinal ending; Hijri, Jalali, Buddhist mark; East Asian era; BC |
| R, c, b | month in Roman numerals; East Asian "century"; "between" after two years |
| <, >, =, {, } | "last" and "next" after a day; "this year", "last year", "next year" |
| 年 月 日 元 | East Asian date letters, Korean ones included |
| - & / . , ( ) ' : | punctuation of these kinds and words for "to" and "and" |
| space, newline, x | white space within a line, its end, anything else |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from workers.engines.dates_words import Meaning, begins_name, meaning_of, unsegmented_meanings
from workers.engines.patterns_passage import Passage

# A date reaches at most this far before and after its nearest digit: "الحادي والعشرين من كانون الثاني 2020" begins 33
# characters before it, and "5 كانون الثاني / يناير" ends 21 after it.
REACH_BEFORE, REACH_AFTER = 40, 28
# A zone this long is cut, so that memory stays bounded on a text that is one long number; a date across the cut is lost.
MAX_ZONE = 4_096
# Longer runs of letters are no date words; folding them would only cost time.
_MAX_WORD = 24

_DIGITS = regex.compile(r"\p{Nd}++")
# So many tokens are remembered for each mixture of languages; a book has some 20,000 words.
_MAX_KNOWN = 32_768
_HAN_DIGITS = "〇零○一二三四五六七八九"
_HAN_NUMBER = rf"[{_HAN_DIGITS}十百]++(?=[年月日号號])"
_HAN_SIGNS = frozenset(_HAN_DIGITS + "十百")
_DIGITS_AND_HAN = regex.compile(rf"\p{{Nd}}++|{_HAN_NUMBER}|元年")
_PUNCTUATION = {
    **dict.fromkeys("-–—−‐‑~〜～־", "-"),
    **dict.fromkeys("/⁄／", "/"),
    **dict.fromkeys(".．․॰", "."),
    **dict.fromkeys(",،、，፣", ","),
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
    """The tokens around some numbers: item i of each sequence is the class, or where token i begins and ends and its value."""

    classes: str
    tokens: Sequence[tuple[int, int, int]]

    def token(self, position: int) -> Token:
        """Return one token."""
        return Token(*self.tokens[position])


def zones(passage: Passage) -> Iterator[Zone]:
    """Yield the stretches of a text that hold numbers, cut into tokens, in order."""
    for start, end in _stretches(passage.text, until=passage.last_number_end):
        yield _tokenize(passage, start=start, end=end)


def _stretches(text: str, *, until: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for digits in (_DIGITS_AND_HAN if "年" in text or "月" in text else _DIGITS).finditer(text, 0, until):
        left, right = max(0, digits.start() - REACH_BEFORE), min(len(text), digits.end() + REACH_AFTER)
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
    words = sorted(unsegmented_meanings(), key=len, reverse=True)
    starts = "".join(sorted({*(word[0] for word in words), *_HAN_DIGITS, "十", "百"}))
    spaceless = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    return regex.compile(
        rf"(?P<word>[[\p{{L}}\p{{M}}\u200c\u200d]--[{spaceless}ºª]]++)|(?P<space>[ \u00a0])(?!\s)|(?P<digits>\p{{Nd}}++)"
        rf"|(?P<han>{_HAN_NUMBER})|(?P<other>[[{spaceless}]--[{starts}]]++)"
        rf"|(?P<unsegmented>(?=[{starts}])(?:{'|'.join(map(regex.escape, words))}))"
        r"|(?P<line>[^\S\r\n]*[\r\n]\s*)|(?P<white>\s+)|(?P<sign>.)",
        regex.V1 | regex.DOTALL,
    )


def _tokenize(passage: Passage, *, start: int, end: int) -> Zone:
    classes: list[str] = []
    tokens: list[tuple[int, int, int]] = []
    first_of_name = ""
    languages, languages_end = passage.languages_at(start), passage.segment_end(start)
    known = _known(languages)
    for match in _token_pattern().finditer(passage.text, start, end):
        written, (left, right) = match.group(), match.span()
        if left >= languages_end:
            languages, languages_end = passage.languages_at(left), passage.segment_end(left)
            known = _known(languages)
        letter, value, begins = known.get(written) or _remembered(match, languages)
        if letter != " ":
            if first_of_name and (name := meaning_of(f"{first_of_name} {written}", languages=languages)):
                letter, value = name
                left, begins = tokens[-2][0], False
                del classes[-2:], tokens[-2:]
            first_of_name = written if begins else ""
        classes.append(letter)
        tokens.append((left, right, value))
    return Zone("".join(_without_cut_words(classes, passage=passage, start=start, end=end)), tokens)


_Known = tuple[str, int, bool]
"""Class and value of a written token, and whether a name of two words begins with it."""


@cache
def _known(languages: tuple[str, ...]) -> dict[str, _Known]:
    """Return what is remembered of the tokens of some languages, so that most tokens cost one look-up."""
    return {}


def _remembered(match: "regex.Match[str]", languages: tuple[str, ...]) -> _Known:
    written, kind = match.group(), match.lastgroup
    if kind == "word":
        is_short = len(written) <= _MAX_WORD
        letter, value = (meaning_of(written, languages=languages) if is_short else None) or ("x", 0)
        found = letter, value, is_short and begins_name(written, languages=languages)
    else:
        found = *_classify(kind, written), False
    # A Han numeral is a number only before a date letter.
    if written[0] not in _HAN_SIGNS and len(written) <= _MAX_WORD:
        known = _known(languages)
        if len(known) >= _MAX_KNOWN:
            known.clear()
        known[written] = found
    return found


def _without_cut_words(classes: list[str], *, passage: Passage, start: int, end: int) -> list[str]:
    """Return the classes without meaning for the words that the ends of a zone cut: half a word may be a month."""
    text = passage.text
    if start > 0 and text[start - 1].isalpha() and text[start].isalpha():
        classes[0] = "x"
    if end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        classes[-1] = "x"
    return classes


def _classify(kind: str | None, written: str) -> Meaning:
    if kind == "digits":
        return _number(written)
    if kind == "han":
        return _number(han_digits(written))
    if kind == "unsegmented":
        return unsegmented_meanings()[written]
    if kind == "sign":
        return _PUNCTUATION.get(written, "x"), 0
    return {"line": "\n", "space": " ", "white": " "}.get(kind or "", "x"), 0


def han_digits(written: str) -> str:
    """Return the digits of a number in Han numerals: 二〇一八 is 2018, 三十一 is 31, 一百零九 is 109."""
    if not set("十百") & set(written):
        return "".join(str(_HAN_DIGITS.find(sign) - 2) if sign in _HAN_DIGITS[3:] else "0" for sign in written)
    total = group = 0
    for sign in written:
        if sign in "十百":
            total, group = total + (group or 1) * (10 if sign == "十" else 100), 0
        else:
            group = max(0, _HAN_DIGITS.find(sign) - 2)
    return str(total + group)


def _number(digits: str) -> Meaning:
    if len(digits) > 4:
        return "N", 0
    value = int(digits)
    if len(digits) <= 2:
        return "d" if 1 <= value <= 31 else "n", value
    return "y" if len(digits) == 4 and 1000 <= value < 3000 else "N", value
