"""Finds dates without a number: yesterday, last year, and decades that are named by a word."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import regex

from schemas.entities import DatePrecision, DateValue, Label
from workers.engines import Candidate
from workers.engines.dates_values import GREGORIAN_YEARS, decade
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_words import fold, load_table

# "today" may mean "nowadays": a reader of the text would agree with about two of three, and one in two without a date.
RESOLVED_SCORE, OPEN_SCORE = 0.7, 0.5
_SPACELESS = frozenset({"zh", "ja", "ko", "th"})
# اليوم is also "the day": after a preposition or demonstrative, and before an adjective, it is not today.
_NOT_TODAY_BEFORE = regex.compile(r"(?:في|هذا|ذلك|من|إلى|نفس|طوال|مدار|خلال|حتى|منذ) $")
_NOT_TODAY_AFTER = regex.compile(r" (?:ال(?!اثنين|إثنين|أحد|احد|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)|نفسه|ذاته|كله)")
_ARABIC_DECADES = {
    "عشرينيات": 20, "ثلاثينيات": 30, "أربعينيات": 40, "خمسينيات": 50, "ستينيات": 60, "سبعينيات": 70,
    "ثمانينيات": 80, "تسعينيات": 90, "عشرينات": 20, "ثلاثينات": 30, "أربعينات": 40, "خمسينات": 50, "ستينات": 60,
    "سبعينات": 70, "ثمانينات": 80, "تسعينات": 90,
}  # fmt: skip
_ARABIC_DECADE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])[وفبل]?(?:ال|ل)?(?P<decade>{'|'.join(_ARABIC_DECADES)})"
    r"(?: من)?(?: (?P<century>القرن (?:الماضي|العشرين|الـ20|التاسع عشر)))?(?![\p{L}\p{M}])"
)
_CENTURIES = {"القرن التاسع عشر": 1800}


def find_relative_dates(passage: Passage) -> Iterator[Candidate]:
    """Yield words such as "yesterday", with a value where the day of publication is known."""
    for start, end, language in _stretches(passage):
        pattern = _pattern(language)
        for match in pattern.finditer(passage.text, start, end) if pattern else ():
            if _is_date(match, text=passage.text):
                value = _value(_phrases(language)[fold(match["phrase"])], passage=passage)
                score = RESOLVED_SCORE if value else OPEN_SCORE
                yield Candidate(match.start(), match.end(), Label.DATE, score, SOURCE, value=value)
        if language == "ar":
            yield from _arabic_decades(passage, start=start, end=end)


def _stretches(passage: Passage) -> Iterator[tuple[int, int, str]]:
    segments = passage.reading.segments
    if not segments:
        yield 0, len(passage.text), passage.language
    for segment in segments:
        yield segment.start, segment.end, passage.language_at(segment.start)


@cache
def _phrases(language: str) -> dict[str, str]:
    return {fold(phrase): shift for phrase, shift in load_table("dates_relative").get(language, {}).items()}


@cache
def _pattern(language: str) -> "regex.Pattern[str] | None":
    phrases = sorted(load_table("dates_relative").get(language, ()), key=len, reverse=True)
    if not phrases:
        return None
    words = "|".join(regex.escape(phrase) for phrase in phrases)
    edges = ("", "") if language in _SPACELESS else (r"(?<![\p{L}\p{M}\p{N}-])", r"(?![\p{L}\p{M}\p{N}-])")
    proclitic = "[وفبل]?" if language == "ar" else ""
    return regex.compile(f"{edges[0]}{proclitic}(?P<phrase>{words}){edges[1]}", regex.IGNORECASE)


def _is_date(match: "regex.Match[str]", *, text: str) -> bool:
    if match["phrase"] != "اليوم":
        return True
    before = _NOT_TODAY_BEFORE.search(text, max(0, match.start() - 8), match.start())
    return before is None and _NOT_TODAY_AFTER.match(text, match.end()) is None


def _value(shift: str, *, passage: Passage) -> DateValue | None:
    if shift[0] == "x":  # "los años noventa": those of the last century, whenever it was written
        found = decade(int(shift[1:]))
        return found.value if found else None
    moment = passage.reading.published_at
    if moment is None:
        return None
    unit, amount, today = shift[0], int(shift[1:]), moment.date()
    if not 2 < today.year < GREGORIAN_YEARS.stop:
        return None
    if unit == "d":
        return DateValue(edtf=(today + timedelta(days=amount)).isoformat(), precision=DatePrecision.DAY)
    if unit == "m":
        return DateValue(edtf=_shifted_month(today, months=amount), precision=DatePrecision.MONTH)
    return DateValue(edtf=f"{today.year + amount:04}", precision=DatePrecision.YEAR)


def _shifted_month(today: date, *, months: int) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def _arabic_decades(passage: Passage, *, start: int, end: int) -> Iterator[Candidate]:
    for match in _ARABIC_DECADE.finditer(passage.text, start, end):
        found = None
        if match["century"]:
            found = decade(_CENTURIES.get(match["century"], 1900) + _ARABIC_DECADES[match["decade"]])
        value = found.value if found else None
        score = RESOLVED_SCORE if value else OPEN_SCORE
        yield Candidate(match.start(), match.end(), Label.DATE, score, SOURCE, value=value)
