"""Reads quantities: a number with a unit, and plain counts, a number before the noun that it counts."""

from functools import cache

import regex

from schemas.entities import Label, QuantityValue
from workers.engines import Candidate
from workers.engines.numbers import Number, Numeral
from workers.engines.patterns_context import counts_a_noun, function_words, label_words, word_before
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_phrases import may_follow, phrase_after, split_stems, symbols_after
from workers.engines.patterns_words import fold, load_table

# Below dates with a month or a cue word; a plain count is a guess from its neighbours, so anything else goes first.
UNIT_SCORE, COUNT_SCORE = 0.9, 0.6
# A bare number in here before a noun is as often a year: "the 2018 elections".
_YEAR_LIKE = range(1900, 2101)
_PREFIX_PERCENT = regex.compile(r"[%٪]$")
_RANGE = regex.compile(r" ?[-–—−~〜～] ?(?P<last>\p{Nd}{1,9}(?:[.,٫]\p{Nd}{1,3})?)(?![\p{Nd}.,:/-]*\p{Nd})")
_ORDINAL_BEFORE = regex.compile(r"[第제#№§]\s?$|\p{Lu}-$")
# "m" and "k" are multipliers only before a unit; so many characters, a space included.
_SHORT_MULTIPLIER = 2
_ALWAYS_POSITIVE = frozenset({"person", "d", "h", "min", "week", "month", "a"})


def quantity_at(passage: Passage, *, numeral: Numeral) -> Candidate | None:
    """Return the quantity that a number is part of, or None."""
    measured = _measured(passage, numeral=numeral)
    if measured is None and numeral.plain is not None and numeral.end - numeral.plain.end <= _SHORT_MULTIPLIER:
        return quantity_at(passage, numeral=numeral.plain)  # "5m" without a unit after it is five metres, or nothing
    return measured or _counted(passage, numeral=numeral)


def _measured(passage: Passage, *, numeral: Numeral) -> Candidate | None:
    start, end = numeral.start, numeral.end
    if _ORDINAL_BEFORE.search(passage.text, max(0, start - 2), start):
        return None
    last = None if numeral.is_multiplied else _RANGE.match(passage.text, end)
    unit = _unit_after(passage, end=last.end() if last else end)
    if unit is None:
        is_percent = _PREFIX_PERCENT.search(passage.text, max(0, start - 1), start) is not None
        return _quantity(start - 1, end, number=numeral.value, unit="%") if is_percent else None
    number = None if last else numeral.value  # "5-10 km" is no single number
    if unit[0] == "person" and isinstance(number, float) and not numeral.is_multiplied:
        number = None
    if unit[0] in _ALWAYS_POSITIVE and number is not None and number < 0:
        start, number = start + 1, -number
    return _quantity(start, unit[1], number=number, unit=unit[0])


def _quantity(start: int, end: int, *, number: Number | None, unit: str | None) -> Candidate:
    value = None if number is None else QuantityValue(number=number, unit=unit)
    return Candidate(start, end, Label.QUANTITY, UNIT_SCORE, SOURCE, value=value)


def _unit_after(passage: Passage, *, end: int) -> tuple[str, int] | None:
    if not may_follow(passage.text, end=end):
        return None
    for language in passage.languages_at(max(0, end - 1)):
        whole, stems = _words(language)
        phrase = phrase_after(passage.text, end=end, whole=whole, stems=stems)
        if phrase is not None:
            return phrase
    match = _symbols().match(passage.text, end)
    return (load_table("units")["symbols"][match["symbol"]], match.end()) if match else None


def _counted(passage: Passage, *, numeral: Numeral) -> Candidate | None:
    text, start, end = passage.text, numeral.start, numeral.end
    language = passage.language_at(start)
    if not numeral.is_multiplied:
        has_group = end - start > len(str(numeral.value or ""))
        if text[start] in "-−+0" or (numeral.value in _YEAR_LIKE and not has_group):
            return None
        if isinstance(numeral.value, float):
            return None  # "1.600 men" is hardly 1.6, and "3.1 movement" is the first of March
        if not counts_a_noun(text, end=end, language=language):
            return None
    if _is_label(text, start=start, language=language):
        return None
    value = None if numeral.value is None else QuantityValue(number=numeral.value)
    return Candidate(start, end, Label.QUANTITY, COUNT_SCORE, SOURCE, value=value)


def _is_label(text: str, *, start: int, language: str) -> bool:
    """Say whether the word before makes the number a name: page 5, Boeing 747, a list number at the start of a line."""
    before = word_before(text, start=start)
    if before is None:
        return bool(_ORDINAL_BEFORE.search(text, max(0, start - 2), start))
    word = fold(before)
    if word in label_words(language) or word.removeprefix("ال") in label_words(language):
        return True
    return before[0].isupper() and language != "de" and word not in function_words(language)


@cache
def _words(language: str) -> tuple[dict[str, str], dict[str, str]]:
    table = {
        word: symbol
        for symbol, languages in load_table("units")["words"].items()
        for word in languages.get(language, "").split()
    }
    return split_stems(table)


@cache
def _symbols() -> "regex.Pattern[str]":
    return symbols_after(load_table("units")["symbols"])
