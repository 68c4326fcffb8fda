"""What words mean in dates, language by language: one letter of the date grammar and a number for each word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from workers.engines.patterns_words import base_language, fold, load_table

Meaning = tuple[str, int]
"""A class of the grammar (see dates_grammar) and the number of the month, 0 where there is none."""

# dates_cues.json names its rows by what they are; the grammar knows them by these letters.
CUE_CLASSES = {
    "year": "C",
    "year_beside": "Q",
    "in": "I",
    "after": "A",
    "postposition": "V",
    "link": "P",
    "article": "L",
    "to": "-",
    "until": "U",
    "between": "Z",
    "between_after": "b",
    "past": "<",
    "next": ">",
    "this": "=",
    "last_year": "{",
    "next_year": "}",
    "and": "&",
    "ordinal": "o",
    "bc": "X",
    "hijri": "E",
    "jalali": "S",
    "month": "T",
    "day": "o",
    "buddhist": "B",
    "decade_before": "K",
    "decade_after": "D",
}
# Written without spaces between words, so that names are found inside runs of letters.
_UNSEGMENTED_LANGUAGES = ("th", "lo", "km", "my")
_CJK = {"年": "年", "년": "年", "月": "月", "월": "月", "日": "日", "일": "日", "号": "日", "號": "日", "元": "元"}
_CJK_DECADES = ("年代", "년대")
_CJK_TO = ("から", "至", "到", "부터", "에서")
_CJK_CENTURIES = {"上世纪": "K", "上世紀": "K", "世纪": "c", "世紀": "c", "세기": "c"}
# Days spelled as ordinals stand for their number: الخامس من آب, primero de agosto.
_ORDINALS = {
    "ar": (
        "الأول|غرة الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر "
        "الرابع_عشر الخامس_عشر السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرين الحادي_والعشرين الثاني_والعشرين "
        "الثالث_والعشرين الرابع_والعشرين الخامس_والعشرين السادس_والعشرين السابع_والعشرين الثامن_والعشرين "
        "التاسع_والعشرين الثلاثين الحادي_والثلاثين"
    ),
    "es": "primero",
    "pt": "primeiro",
    "it": "primo",
    "fr": "premier",
    "ro": "întâi",
    "fa": "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم",
    "ur": "یکم",
}
# Month names of English and German are written with a capital; "may" and "march" are verbs, "mai" is no German word.
CAPITALIZING = frozenset({"en", "de"})
# Proclitics written together with the next word: wa, fa, bi, li, ka; be, le, mi, ha, ve, ke, she; be, ke, ye, le.
_PROCLITICS = {"ar": "وفبلك", "he": "בלמהוכש", "am": "በከየለ"}
# Months in 11 XI 1918; I, V and X alone are too often words.
ROMAN_MONTHS = {
    numeral: n
    for n, numeral in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)
    if len(numeral) > 1
}
# A name shorter than this, or one of these, is too often a word of another language than the one it is a month in.
_FOREIGN_NAME_LENGTH = 5
_NEVER_FOREIGN = frozenset({"march", "marzo", "agosto"})


@cache
def lexicon(language: str) -> Mapping[str, Meaning]:
    """Return folded word → meaning for one language; empty for a language without a table."""
    meanings: dict[str, Meaning] = {}
    for word, meaning in _rows(language):
        meanings.setdefault(word, meaning)
    return meanings


def _rows(language: str) -> Iterator[tuple[str, Meaning]]:
    names = load_table("dates").get(language, {})
    calendars = load_table("dates_calendars")
    yield from ((name, ("M", month)) for name, month in names.get("months", {}).items())
    for calendar, letter in (("jalali", "J"), ("hijri", "H")):
        for month, spellings in enumerate(calendars[calendar].get(language, ()), start=1):
            yield from ((fold(spelling), (letter, month)) for spelling in spellings.split("|"))
    for kind, words in load_table("dates_cues").get(language, {}).items():
        yield from ((fold(word.replace("_", " ")), (CUE_CLASSES[kind], 0)) for word in words.split())
    yield from ((name, ("W", 0)) for name in names.get("weekdays", ()))
    for number, ordinals in enumerate(_ORDINALS.get(language, "").split(), start=1):
        yield from ((fold(ordinal.replace("_", " ")), ("d", number)) for ordinal in ordinals.split("|"))
    abbreviation = "M" if language == "en" else "m"
    yield from ((name, (abbreviation, month)) for name, month in names.get("abbreviations", {}).items())


@cache
def foreign_lexicon() -> Mapping[str, Meaning]:
    """Return the month names that mean one month in every language that has them: `F` long ones, `f` short English."""
    months: dict[str, set[int]] = defaultdict(set)
    for row in load_table("dates").values():
        for name, month in (row["months"] | row["abbreviations"]).items():
            months[name].add(month)
    meanings = {
        name: ("F", next(iter(numbers)))
        for name, numbers in months.items()
        if len(numbers) == 1 and len(name) >= _FOREIGN_NAME_LENGTH and name not in _NEVER_FOREIGN
    }
    english = {name: ("f", month) for name, (letter, month) in lexicon("en").items() if letter == "M"}
    return english | meanings


def meaning_of(word: str, *, languages: tuple[str, ...]) -> Meaning | None:
    """Return what a word means in the first of the languages that knows it, else as a foreign month name or numeral."""
    if word in ROMAN_MONTHS:
        return "R", ROMAN_MONTHS[word]
    folded = fold(word)
    for language in languages:
        found = lexicon(language).get(folded) or _without_proclitic(folded, language=language)
        if found is not None:
            return None if _lacks_capital(word, language=language, letter=found[0]) else found
    return foreign_lexicon().get(folded)


def _lacks_capital(word: str, *, language: str, letter: str) -> bool:
    return letter == "M" and language in CAPITALIZING and word[0].islower()


def _without_proclitic(folded: str, *, language: str) -> Meaning | None:
    if len(folded) < 2 or folded[0] not in _PROCLITICS.get(language, ""):
        return None
    found = lexicon(language).get(folded[1:])
    return found if found is not None and found[0] in "MmHWCIZU" else None


@cache
def first_words(language: str) -> frozenset[str]:
    """Return the first words of the names that have two."""
    return frozenset(word.split(" ")[0] for word in lexicon(language) if " " in word)


@cache
def unsegmented_meanings() -> Mapping[str, Meaning]:
    """Return literal word → meaning for scripts that write no spaces, East Asian date letters and eras included."""
    meanings: dict[str, Meaning] = {sign: (letter, 0) for sign, letter in _CJK.items()}
    meanings |= dict.fromkeys(_CJK_DECADES, ("D", 0))
    meanings |= dict.fromkeys(_CJK_TO, ("-", 0))
    meanings |= {word: (letter, 0) for word, letter in _CJK_CENTURIES.items()}
    meanings |= dict.fromkeys(load_table("dates_calendars")["eras"], ("G", 0))
    for language in _UNSEGMENTED_LANGUAGES:
        for word, meaning in lexicon(base_language(language)).items():
            meanings.setdefault(word, meaning)
    return meanings


def begins_name(word: str, *, languages: tuple[str, ...]) -> bool:
    """Say whether a name of two words begins with this one, such as كانون of كانون الثاني."""
    folded = fold(word)
    return any(
        folded in first_words(language)
        or (folded[:1] in _PROCLITICS.get(language, ()) and folded[1:] in first_words(language))
        for language in languages
    )
