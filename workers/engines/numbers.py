"""Reads written numbers: all digits of Unicode, grouping and decimal signs by language, multiplier words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from workers.engines.patterns_context import word_before
from workers.engines.patterns_passage import Passage
from workers.engines.patterns_words import fold, load_table

Number = int | float

# Numbers written with more digits are ids or noise; a float would lose digits of them.
MAX_DIGITS = 24
# Letters of scripts that put no space between a word or proclitic and a number: و500, ב-500, 约600, 약 600.
_GLUING = r"\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_NUMERAL = regex.compile(
    rf"(?<!\p{{Nd}}ر)(?<![\p{{Nd}}_]|[[\p{{L}}\p{{M}}]--[{_GLUING}]]|[\p{{L}}--[{_GLUING}]]-|\p{{Nd}}[.,:/٫٬'’·–−-])"
    r"(?P<sign>(?<![\p{N}\p{L}\p{M}\p{Pd})\]])[-−+](?=\p{Nd}))?"
    r"(?P<digits>\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009]\p{Nd}{3}(?!\p{Nd}))++(?:[.,٫]\p{Nd}++)?"
    r"|\p{Nd}++(?:[.,٫٬'’](?=\p{Nd})\p{Nd}++)*+)(?![:/·]\p{Nd})[ \u00a0]?(?P<fraction>[½¼¾⅓⅔⅛])?"
    r"|(?<![\p{L}\p{N}])(?P<lone>[½¼¾⅓⅔⅛])",
    regex.V1,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_PLAIN_SIGNS = {"٫": "d", "٬": "g", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
_GROUPED = regex.compile(r"\d{1,3}(?:(?P<sign>[,.' ])\d{3})(?:(?P=sign)\d{3})*")
_LAKH = regex.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
# 3 ملايين و500 ألف, 2 milioni e 749 mila
_PART = regex.compile(r"(?: و| (?:e|y|et|and|und|și|i|и|en|och|og) | )?(?P<digits>\p{Nd}{1,4})(?![\p{Nd}.,٫٬])")
_MULTIPLIER = regex.compile(r"[ \u00a0\u202f-]?(?P<word>[\p{L}\p{M}]{1,20})\.?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text; `value` is None where its signs leave it open, as in 1.600.

    `plain` is the number without the multipliers after it, such as "million", where there are any.
    """

    start: int
    end: int
    value: Number | None
    plain: "Numeral | None" = None
    words: int = 0
    """How many words spell the number; 0 where it is in digits."""

    @property
    def is_multiplied(self) -> bool:
        """Whether a word such as "million" follows the digits."""
        return self.plain is not None


def numerals(passage: Passage) -> Iterator[Numeral]:
    """Yield the numbers of a text, in order; runs of digits that are no numbers are left out."""
    done = 0
    for match in _NUMERAL.finditer(passage.text, 0, passage.last_number_end):
        language = passage.language_at(match.start())
        if match.start() < done or match.end() - match.start() > MAX_DIGITS:
            continue
        is_number, value = parse_number(match["digits"] or "0", language=language)
        if is_number:
            end = match.end() if match["fraction"] or match["lone"] else match.end("digits")
            value = _signed(value, sign=match["sign"], fraction=match["fraction"] or match["lone"])
            numeral = _multiplied(passage.text, start=match.start(), end=end, value=value, language=language)
            if language in _languages_with_multipliers_before():
                numeral = _with_multiplier_before(numeral, text=passage.text, language=language)
            done = numeral.end
            yield numeral


def _signed(value: Number | None, *, sign: str | None, fraction: str | None) -> Number | None:
    if value is None:
        return None
    whole = value + _FRACTIONS[fraction] if fraction else value
    return -whole if sign in {"-", "−"} else whole


def parse_number(written: str, *, language: str) -> tuple[bool, Number | None]:
    """Say whether digits and signs are one number, and which; None where two readings are possible."""
    if written.isdecimal():
        return True, int(written)
    text = "".join(str(int(sign)) if sign.isdecimal() else _PLAIN_SIGNS.get(sign, sign) for sign in written)
    decimal = _decimal_sign(language)
    if "d" in text or "g" in text:  # the Arabic signs say what they are
        return _plain(text.replace("g", ""), decimal="d")
    if _LAKH.fullmatch(text.split(".")[0]):
        return _plain(text.replace(",", ""), decimal=".")
    grouped = _GROUPED.match(text)
    if grouped is None or (grouped.end() < len(text) and text[grouped.end()].isdigit()):
        return _plain(text, decimal=decimal or next(sign for sign in text if not sign.isdigit()))
    return _with_groups(text, grouped=grouped, decimal=decimal)


@cache
def _decimal_sign(language: str) -> str:
    """Return the decimal sign of the CLDR number format of a language; empty where regions differ or it is unknown."""
    signs = load_table("numbers")["decimal_signs"]
    return next((sign for sign, languages in signs.items() if language in languages.split()), "")


def _with_groups(text: str, *, grouped: "regex.Match[str]", decimal: str) -> tuple[bool, Number | None]:
    sign, rest = grouped["sign"], text[grouped.end() :]
    if sign in "' " and text.startswith("0"):
        return False, None
    whole = grouped.group().replace(sign, "")
    if rest:
        return (False, None) if rest[0] == sign else _plain(whole + rest, decimal=rest[0])
    if grouped.group().count(sign) > 1 or sign in "' ":
        return True, int(whole)
    if text.startswith("0"):
        return _plain(text, decimal=sign)
    if not decimal:  # 1,600 is a thousand more often than not, 1.600 may be either
        return True, int(whole) if sign == "," else None
    return _plain(text, decimal=decimal) if sign == decimal else (True, int(whole))


def _plain(text: str, *, decimal: str) -> tuple[bool, Number | None]:
    whole, sign, fraction = text.partition(decimal)
    if not whole.isdigit() or (sign and not fraction.isdigit()):
        return False, None
    return True, float(f"{whole}.{fraction}") if sign else int(whole)


@cache
def _multipliers(language: str) -> dict[str, float]:
    table = load_table("numbers")["multipliers"]
    return {fold(word): factor for word, factor in table.get(language, {}).items()}


@cache
def _spaceless_multiplier() -> "regex.Pattern[str]":
    words = "|".join(sorted(load_table("numbers")["spaceless_multipliers"], key=len, reverse=True))
    return regex.compile(rf" ?(?P<word>(?:{words})+)")


def _multiplied(text: str, *, start: int, end: int, value: Number | None, language: str) -> Numeral:
    plain, total = Numeral(start, end, value), value
    factor, end = _factor(text, end=end, language=language)
    if factor and total is not None:
        total = _product(total, factor=factor)
    while factor:  # 1억 5000만, 1 करोड़ 20 लाख, 3 ملايين و500 ألف: smaller parts follow
        part, part_end, part_factor = _part(text, end=end, language=language)
        if part is None or part_factor >= factor:
            break
        total = None if total is None else total + _product(part, factor=part_factor)
        end, factor = part_end, part_factor
    return Numeral(start, end, total, plain) if end > plain.end else plain


@cache
def _languages_with_multipliers_before() -> frozenset[str]:
    return frozenset(load_table("numbers")["multipliers_before"].split())


def _with_multiplier_before(numeral: Numeral, *, text: str, language: str) -> Numeral:
    """Return the number with the multiplier that some languages write before it: milioni 18."""
    before = word_before(text, start=numeral.start)
    factor = _multipliers(language).get(fold(before[0]), 0) if before else 0
    if before is None or not factor:
        return numeral
    value = None if numeral.value is None else _product(numeral.value, factor=factor)
    return Numeral(before[1], numeral.end, value, numeral)


def _part(text: str, *, end: int, language: str) -> tuple[int | None, int, float]:
    match = _PART.match(text, end)
    if match is None:
        return None, end, 0
    factor, part_end = _factor(text, end=match.end(), language=language)
    if factor:
        return int(match["digits"]), part_end, factor
    return None, end, 0


def _factor(text: str, *, end: int, language: str) -> tuple[float, int]:
    spaceless = _spaceless_multiplier().match(text, end)
    if spaceless:
        factor = 1.0
        word = spaceless["word"]
        for sign in _spaceless_parts(word):
            factor *= sign
        return factor, spaceless.end()
    match = _MULTIPLIER.match(text, end)
    factor = _multipliers(language).get(fold(match["word"]), 0) if match else 0
    if match is None or not factor:
        return 0, end
    # The full stop belongs to an abbreviation (Mio., тыс.) but not to a word at the end of a sentence.
    is_abbreviated = len(match["word"]) <= 5 and match.group().endswith(".")
    return factor, match.end() if is_abbreviated else match.end("word")


def _spaceless_parts(word: str) -> Iterator[float]:
    table = load_table("numbers")["spaceless_multipliers"]
    if word in table:
        yield table[word]
        return
    for sign in word if all(sign in table for sign in word) else ():
        yield table[sign]


def _product(number: Number, *, factor: float) -> Number:
    product = Decimal(str(number)) * Decimal(str(factor))
    return int(product) if product == product.to_integral_value() else float(product)
