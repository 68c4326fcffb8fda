"""Finds the numbers of a text that are spelled out: three hundred, خمسة آلاف, 三万, 오만, ห้าร้อย."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from workers.engines.numbers import Number, Numeral
from workers.engines.numbers_spelled import Lexicon, Spelled, lexicon, may_begin, may_continue, spelled
from workers.engines.patterns_passage import Passage
from workers.engines.patterns_words import fold

# "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf" has ten words.
_MAX_WORDS = 12
_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\u200c]{1,40}+")
_NEXT_WORD = regex.compile(r"[ \u00a0-](?P<word>[\p{L}\p{M}\u200c]{1,40}+)")
_PROCLITICS = {"ar": "وفبلك", "he": "בלמהוכש"}
_WORDS_BEFORE = regex.compile(r"[\p{L}\p{M}\u200c]+")
_BEFORE_REACH = 30
_THOUSAND = 1000
# A number in brackets before a multiplier, (982ر2) مليون, is more than the multiplier alone.
_CLOSED_BEFORE = regex.compile(r"[)\]»”\p{Nd}] ?$")
_RANGE_WORDS = frozenset(
    map(
        fold,
        [
            "to",
            "or",
            "à",
            "a",
            "ou",
            "bis",
            "oder",
            "o",
            "u",
            "до",
            "или",
            "або",
            "do",
            "lub",
            "až",
            "nebo",
            "تا",
            "یا",
            "إلى",
            "أو",
            "till",
            "eller",
            "tot",
            "of",
            "sampai",
            "atau",
            "ila",
            "veya",
            "και",
            "έως",
        ],
    )
)
# After digits a word such as "million" is read with them.
_DIGITS_BEFORE = regex.compile(r"\p{Nd}[ \u00a0-]?$")
_HAN_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九", start=1)} | {"两": 2, "兩": 2, "〇": 0, "零": 0}
_HANGUL_DIGITS = {sign: n for n, sign in enumerate("일이삼사오육칠팔구", start=1)}
_HAN_TENS, _HANGUL_TENS = {"十": 10, "百": 100, "千": 1000}, {"십": 10, "백": 100, "천": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HANGUL_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12}
# The first sign is a digit, since 千 and 만 alone begin many words, and there are two signs at least, but for 三人.
_HAN = regex.compile(
    r"(?<![一二三四五六七八九十百千万萬亿億兆两兩数數几幾第\p{Nd}])[一二三四五六七八九十两兩][一二三四五六七八九十百千万萬亿億兆两兩〇零]*+"
)
_HANGUL = regex.compile(
    r"(?<![\p{L}\p{Nd}])(?=[일이삼사오육칠팔구]*[십백천만억조])[일이삼사오육칠팔구십][일이삼사오육칠팔구십백천만억조]+"
)
_THAI = {
    "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10, "ยี่สิบ": 20,
    "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000,
}  # fmt: skip
_THAI_WORDS = "|".join(sorted(_THAI, key=len, reverse=True))
_THAI_NUMBER = regex.compile(rf"(?:{_THAI_WORDS})+")
_THAI_WORD = regex.compile(_THAI_WORDS)


def spelled_numerals(passage: Passage) -> Iterator[Numeral]:
    """Yield the numbers in words of two and more; those after digits are left to them."""
    for start, end, language in passage.stretches():
        if language in {"zh", "ja"}:
            yield from _east_asian(passage.text, _HAN, start, end)
        elif language == "th":
            yield from _thai(passage.text, start, end)
        elif lexicon(language) is not None:
            yield from _spaced(passage.text, start, end, language)
        if language == "ko":
            yield from _east_asian(passage.text, _HANGUL, start, end)


def _spaced(text: str, start: int, end: int, language: str) -> Iterator[Numeral]:
    done = start
    for match in _WORD.finditer(text, start, end):
        first = _beginning(match.group(), language)
        if match.start() < done or not first or _DIGITS_BEFORE.search(text, max(0, match.start() - 2), match.start()):
            continue
        numeral = _numeral(text, match.start(), match.end(), first, language)
        if numeral:
            done = numeral.end
            yield numeral


@lru_cache(maxsize=16_384)
def _beginning(word: str, language: str) -> str:
    """Return the folded word that a number may begin with, a proclitic left aside, or an empty string."""
    words, folded = lexicon(language), fold(word)
    if words is None:
        return ""
    if may_begin(folded, words):
        return folded
    has_proclitic = len(folded) > 2 and folded[0] in _PROCLITICS.get(language, "")
    return folded[1:] if has_proclitic and may_begin(folded[1:], words) else ""


@lru_cache(maxsize=16_384)
def _goes_into_numbers(word: str, language: str) -> bool:
    """Say whether a folded word may be part of a number, so that what follows is worth reading."""
    words = lexicon(language)
    return words is not None and may_continue(word, words)


def _numeral(text: str, start: int, end: int, first: str, language: str) -> Numeral | None:
    words, ends = [first], [end]
    while len(words) < _MAX_WORDS and (match := _NEXT_WORD.match(text, ends[-1])):
        word = fold(match["word"])
        words.append(word)
        ends.append(match.end())
        if not _goes_into_numbers(word, language):
            break
    table = lexicon(language)
    found = spelled(words, table) if table else None
    if table is None or found is None or found.value < 2 or _goes_on(words, found, table):
        return None
    before = [fold(word) for word in _WORDS_BEFORE.findall(text[max(0, start - _BEFORE_REACH) : start])]
    if _is_rest(before, first, table) or _CLOSED_BEFORE.search(text, max(0, start - 2), start):
        return None
    value = None if _ends_range(before, table) else int(found.value)
    return Numeral(start, ends[found.words - 1], value, words=found.words)


def _goes_on(words: list[str], found: Spelled, table: Lexicon) -> bool:
    """Say whether "and" follows right after it, so that more of the number may: چهارصد و شصت و پنجمین."""
    after = words[found.words : found.words + 1]
    return bool(after) and after[0] in table.joiners and words[found.words + 1 : found.words + 2] != []


def _is_rest(before: list[str], first: str, table: Lexicon) -> bool:
    """Say whether a multiplier or fraction belongs to what stands before it: یک و نیم میلیون."""
    is_open = first in table.fractions or table.beginnings.get(first, 0) >= _THOUSAND
    return is_open and bool(before) and (before[-1] in table.joiners or before[-1] in table.numbers)


def _ends_range(before: list[str], table: Lexicon) -> bool:
    """Say whether it is the second of two numbers: five to six weeks, quattro cinque anni."""
    if before and before[-1] in table.numbers:
        return True
    return len(before) > 1 and before[-1] in _RANGE_WORDS and before[-2] in table.numbers


def _east_asian(text: str, pattern: "regex.Pattern[str]", start: int, end: int) -> Iterator[Numeral]:
    for match in pattern.finditer(text, start, end):
        value = east_asian_value(match.group())
        if value > 1:
            yield Numeral(match.start(), match.end(), value, words=1)


def east_asian_value(written: str) -> int:
    """Return the value of 三万五千, or 0 where the signs stand in no order of a number."""
    total = group = digit = 0
    for sign in written:
        if sign in _HAN_DIGITS or sign in _HANGUL_DIGITS:
            if digit:
                return 0
            digit = _HAN_DIGITS.get(sign, _HANGUL_DIGITS.get(sign, 0))
        elif sign in _HAN_TENS or sign in _HANGUL_TENS:
            group, digit = group + (digit or 1) * (_HAN_TENS.get(sign) or _HANGUL_TENS[sign]), 0
        else:
            total, group, digit = (total + group + digit) * (_HAN_MYRIADS.get(sign) or _HANGUL_MYRIADS[sign]), 0, 0
    return total + group + digit


def _thai(text: str, start: int, end: int) -> Iterator[Numeral]:
    for match in _THAI_NUMBER.finditer(text, start, end):
        value = _thai_value([_THAI[word] for word in _THAI_WORD.findall(match.group())])
        if value > 1 and not _DIGITS_BEFORE.search(text, max(0, match.start() - 2), match.start()):
            yield Numeral(match.start(), match.end(), value, words=1)


def _thai_value(parts: list[int]) -> Number:
    total = digit = 0
    for part in parts:
        if part == 1_000_000:
            total, digit = max(1, total + digit) * part, 0
        elif part in {10, 100, 1000, 10_000, 100_000}:
            total, digit = total + max(1, digit) * part, 0
        elif part == 20:
            total += part
        elif digit:
            return 0
        else:
            digit = part
    return total + digit
