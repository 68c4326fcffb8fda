"""Reads quantities: a number with a unit, and plain counts, a number before the noun that it counts."""

from functools import cache

import regex

from schemas.entities import Label, QuantityValue
from workers.engines import Candidate
from workers.engines.numbers import Number, Numeral
from workers.engines.patterns_context import begins_sentence, counts_a_noun, function_words, label_words, word_before
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_phrases import Phrases, may_follow, phrase_after, phrases, symbols_after
from workers.engines.patterns_words import fold, load_table

# Below dates with a month or a cue word; a plain count is a guess from its neighbours, so anything else goes first.
UNIT_SCORE, COUNT_SCORE = 0.9, 0.6
# A bare number in here before a noun is as often a year: "the 2018 elections".
_YEAR_LIKE = range(1900, 2101)
_PREFIX_PERCENT = regex.compile(r"[%٪]$")
_RANGE = regex.compile(r" ?[-–—−~〜～] ?(?P<last>\p{Nd}{1,9}(?:[.,٫]\p{Nd}{1,3})?)(?![\p{Nd}.,:/-]*\p{Nd})")
_DIGITS_BEFORE = regex.compile(r"\p{Nd} $")
_ORDINAL_BEFORE = regex.compile(r"[第제#№§]\s?$|\p{Lu}-$")
# "m" and "k" are multipliers only before a unit; so many characters, a space included.
_SHORT_MULTIPLIER = 2
# A shorter word before a number is no noun: "na 5", "wa 5".
_SHORTEST_NOUN = 3
_ALWAYS_POSITIVE = frozenset({"person", "d", "h", "min", "week", "month", "a"})


# Degrees are of heat where such a word is near; in English they may be Fahrenheit ones.
_HEAT = regex.compile(
    r"temp|t°|[温溫]|온도|기온|수온|체온|حرار|دما|سرد|температ|θερμοκρ|อุณหภูมิ|तापमान|তাপমাত্রা|suhu|nhiệt|sıcakl|lämpöt|"
    r"teplot|hőmérs|טמפרט|joto|wärme|kälte|calor|caldo|мороз|тепл",
    regex.IGNORECASE,
)
_HEAT_REACH = 40
_WEIGHT = regex.compile(r"[ \u00a0-](?P<name>pound|ounce)s?(?![\p{L}])(?P<of> of (?!sterling))?")
_WEIGHTS = {"pound": "lb", "ounce": "oz"}
_WEIGHING = regex.compile(r"weigh|heav|lift|tipped the scales|overweight|lighter|carcass|baby|calf", regex.IGNORECASE)
_WEIGHT_REACH = 60
_FAHRENHEIT_LANGUAGES = frozenset({"en", "und"})


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
    if unit is None and (before := _unit_before(passage, start=start)):
        return quantity(before[1], end, number=None if last else numeral.value, unit=before[0])
    if unit is None:
        is_percent = _PREFIX_PERCENT.search(passage.text, max(0, start - 1), start) is not None
        return quantity(start - 1, end, number=numeral.value, unit="%") if is_percent else None
    number = None if last else numeral.value  # "5-10 km" is no single number
    if unit[0] == "person" and isinstance(number, float) and not numeral.is_multiplied:
        number = None
    if unit[0] in _ALWAYS_POSITIVE and number is not None and number < 0:
        start, number = start + 1, -number
    symbol = "°C" if unit[0] == "°" and _is_heat(passage, start=start) else unit[0]
    return quantity(start, unit[1], number=number, unit=symbol)


def _is_heat(passage: Passage, *, start: int) -> bool:
    if passage.language_at(start) in _FAHRENHEIT_LANGUAGES:
        return False
    return _HEAT.search(passage.text, max(0, start - _HEAT_REACH), start) is not None


def _unit_before(passage: Passage, *, start: int) -> tuple[str, int] | None:
    """Return the unit that some languages write before the number, and where it begins: yüzde 22, hekta 320."""
    words = _words_before(passage.language_at(start))
    before = word_before(passage.text, start=start) if words else None
    if before is None:
        return None
    if fold(before[0]) not in words:  # scripts without spaces: ขึ้นร้อยละ 12
        ending = next((word for word in words if not word.isascii() and before[0].endswith(word)), None)
        return (words[ending], before[1] + len(before[0]) - len(ending)) if ending else None
    return words[fold(before[0])], before[1]


def quantity(start: int, end: int, *, number: Number | None, unit: str | None) -> Candidate:
    """Return a candidate for a number with its unit."""
    value = None if number is None else QuantityValue(number=number, unit=unit)
    return Candidate(start, end, Label.QUANTITY, UNIT_SCORE, SOURCE, value=value)


def _unit_after(passage: Passage, *, end: int) -> tuple[str | None, int] | None:
    if not may_follow(passage.text, end=end):
        return None
    for language in passage.languages_at(max(0, end - 1)):
        phrase = phrase_after(passage.text, end=end, table=_words(language))
        if phrase is not None:
            return phrase
        if (weight := _weight_after(passage.text, end=end, language=language)) is not None:
            return weight
    match = _symbols().match(passage.text, end)
    return (load_table("units")["symbols"][match["symbol"]], match.end()) if match else None


def _weight_after(text: str, *, end: int, language: str) -> tuple[str, int] | None:
    """Return pounds and ounces, which are money or metal as often, where a word for weight is near."""
    if language != "en" or (match := _WEIGHT.match(text, end)) is None:
        return None
    before = text[max(0, end - _WEIGHT_REACH) : end]
    return (_WEIGHTS[match["name"]], match.end()) if _WEIGHING.search(before) or match["of"] else None


def _counted(passage: Passage, *, numeral: Numeral) -> Candidate | None:
    text, start = passage.text, numeral.start
    language = passage.language_at(start)
    if numeral.words == 1:
        return None  # "two men" is hardly worth a mention; "twelve thousand cows" is
    is_plain = not numeral.is_multiplied and not numeral.words
    end = _count_end(passage.text, numeral=numeral, language=language) if is_plain else numeral.end
    if end is None or _is_label(text, start=start, language=language):
        return None
    value = None if numeral.value is None else QuantityValue(number=numeral.value)
    return Candidate(start, end, Label.QUANTITY, COUNT_SCORE, SOURCE, value=value)


def _count_end(text: str, *, numeral: Numeral, language: str) -> int | None:
    """Return where a plain number with its counter ends, or None where nothing says that it counts."""
    start, end = numeral.start, numeral.end
    has_group = end - start > len(str(numeral.value or ""))
    if text[start] in "-−+0" or (numeral.value in _YEAR_LIKE and not has_group):
        return None
    # "1.600 men" is hardly 1.6, "3.1 movement" is the first of March, and "1016 7519" is an account.
    if isinstance(numeral.value, float) or _DIGITS_BEFORE.search(text, max(0, start - 2), start):
        return None
    if counter := _counters().match(text, end):
        counted: int = counter.end()
        return counted
    if language in _languages_with_nouns_before():
        return end if _follows_a_noun(text, start=start, language=language) else None
    return end if counts_a_noun(text, end=end, language=language) else None


@cache
def _languages_with_nouns_before() -> frozenset[str]:
    return frozenset(load_table("numbers")["nouns_before"].split())


def _follows_a_noun(text: str, *, start: int, language: str) -> bool:
    """Say whether the word before may be what is counted, as in Swahili: wanachama 740."""
    before = word_before(text, start=start)
    if before is None or len(before[0]) < _SHORTEST_NOUN or fold(before[0]) in function_words(language):
        return False
    return before[0].islower() or begins_sentence(text, start=before[1])


def _is_label(text: str, *, start: int, language: str) -> bool:
    """Say whether the word before makes the number a name: page 5, Boeing 747, a list number at the start of a line."""
    before = word_before(text, start=start)
    if before is None:
        return bool(_ORDINAL_BEFORE.search(text, max(0, start - 2), start))
    word = fold(before[0])
    if word in label_words(language) or word.removeprefix("ال") in label_words(language):
        return True
    if not before[0][0].isupper() or language == "de" or word in function_words(language):
        return False
    return not begins_sentence(text, start=before[1])


@cache
def _words(language: str) -> Phrases[str]:
    """Return the names of units: those of CLDR, then those made by hand, which stand where both have one."""
    tables = (load_table("units_cldr"), load_table("units")["words"])
    return phrases(
        {
            word: symbol
            for table in tables
            for symbol, languages in table.items()
            for word in languages.get(language, "").split()
        }
    )


@cache
def _words_before(language: str) -> dict[str, str]:
    rows = load_table("units")["words_before"].get(language, {})
    return {fold(word): symbol for symbol, words in rows.items() for word in words.split()}


@cache
def _counters() -> "regex.Pattern[str]":
    words = sorted(load_table("units")["counters"].split(), key=len, reverse=True)
    return regex.compile(rf" ?(?:{'|'.join(words)})(?![0-9第])")


@cache
def _symbols() -> "regex.Pattern[str]":
    return symbols_after(load_table("units")["symbols"])
