"""Finds dates without a number: yesterday, last year, next Monday, and decades that are named by a word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product

import regex

from schemas.entities import DatePrecision, DateValue, Label
from workers.engines import Candidate
from workers.engines.dates_values import GREGORIAN_YEARS, decade
from workers.engines.patterns_context import begins_sentence
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_words import fold, load_table

# "today" may mean "nowadays": a reader of the text would agree with about two of three, and one in two without a date.
RESOLVED_SCORE, OPEN_SCORE = 0.7, 0.5
# Written without spaces on either side, or on the right side only.
_SPACELESS, _SUFFIXING = frozenset({"zh", "ja", "th", "lo", "km", "my"}), frozenset({"ko"})
# "上周一", the Monday of last week, has a letter, and the last Monday a digit.
_OF_WEEK = "ABCDEFG"
_MONTHS = "HIJKLMNOPQRS"
_LETTER = r"[\p{L}\p{M}\p{N}-]"
_PROCLITICS = {"ar": "وفبل", "he": "בלמהוכש"}
# In these, "last Monday" said on Friday may be that of this week or of the one before it.
_WEEKS_APART = frozenset({"en", "de", "nl", "da", "no", "sv"})
_GUARD_REACH = 12
_DECADE = "x"
# What stands before or after a phrase that is no date there: "في هذا اليوم", "היום הראשון", "heute morgen", "오늘날".
_GUARDS = {
    ("ar", "اليوم"): (r"(?:في|هذا|ذلك|من|إلى|نفس|طوال|مدار|خلال|حتى|منذ) $",
              r" (?:ال(?!اثنين|إثنين|أحد|احد|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)|نفسه|ذاته|كله)"),
    ("he", "היום"): (r"(?:את|כל|של|אותו|באותו|סוף|תחילת) $", " ה"),
    ("de", "morgen"): (r"(?:heute|gestern|vorgestern|am|jeden|guten|diesen|eines|\w+tag) $", "$^"),
    ("nl", "morgen"): (r"(?:'s|de|elke|iedere|goede|goeie|deze|gisteren|een|\w+dag) $", "$^"),
    ("es", "mañana"): (r"(?:la|esta|por|una|cada|misma|pasado|de|hoy|ayer|aquella|media) $", "$^"),
    ("ko", "오늘"): ("$^", "날"),
    ("ja", "今日"): ("$^", "的"),
}  # fmt: skip


def find_relative_dates(passage: Passage) -> Iterator[Candidate]:
    """Yield words such as "yesterday", with a value where the day of publication is known."""
    for start, end, language in passage.stretches():
        pattern = _pattern(language)
        for match in pattern.finditer(passage.text, start, end) if pattern else ():
            if _is_date(match, text=passage.text, language=language):
                value = _value(_phrases(language)[_key(match["phrase"])], passage=passage, language=language)
                score = RESOLVED_SCORE if value else OPEN_SCORE
                yield Candidate(match.start(), match.end(), Label.DATE, score, SOURCE, value=value)


@cache
def _phrases(language: str) -> Mapping[str, str]:
    """Return folded phrase → unit and shift: those of CLDR, those written by hand, and weekdays with "last" and "next"."""
    listed = load_table("dates_relative_cldr").get(language, {}).get("phrases", {})
    known = (
        dict(_weekdays(language)) | dict(_months(language)) | listed | load_table("dates_relative").get(language, {})
    )
    return {_key(phrase): shift for phrase, shift in known.items()}


def _key(phrase: str) -> str:
    return fold(phrase).replace("’", "'")


def _weekdays(language: str) -> Iterator[tuple[str, str]]:
    names = load_table("dates_relative_cldr").get(language, {}).get("weekdays", ())
    cues = load_table("dates_weekday_cues").get(language, {})
    for number, those in enumerate(names):
        spellings = dict.fromkeys([*those.split("|"), *cues.get("names", {}).get(str(number), "").split()])
        for name, (shift, words) in product(filter(None, spellings), cues.get("after", {}).items()):
            yield from ((f"{name} {word}", f"{number}{shift}") for word in words.split("|"))
        for name, (shift, words) in product(filter(None, spellings), cues.get("before", {}).items()):
            yield from ((f"{word} {name}", f"{number}{shift}") for word in words.split("|"))


def _months(language: str) -> Iterator[tuple[str, str]]:
    """Yield months with "last" and "next", such as آب الماضي; the letters H to S stand for January to December."""
    cues = load_table("dates_weekday_cues").get(language, {})
    for name, number in load_table("dates").get(language, {}).get("spelled", {}).items():
        letter = chr(ord(_MONTHS[0]) + number - 1)
        for shift, words in cues.get("after", {}).items():
            yield from ((f"{name} {word}", f"{letter}{shift}") for word in words.split("|"))
        for shift, words in cues.get("before", {}).items():
            yield from ((f"{word} {name}", f"{letter}{shift}") for word in words.split("|"))


@cache
def _pattern(language: str) -> "regex.Pattern[str] | None":
    listed = load_table("dates_relative_cldr").get(language, {}).get("phrases", {})
    known = (
        dict(_weekdays(language)) | dict(_months(language)) | listed | load_table("dates_relative").get(language, {})
    )
    if not known:
        return None
    decades = [phrase for phrase, shift in known.items() if shift[0] == _DECADE]
    words = _alternatives([phrase for phrase, shift in known.items() if shift[0] != _DECADE])
    if decades:  # "anni Sessanta", "Fünfzigerjahre": capitals say nothing
        words = f"{words}|(?i:{_alternatives(decades)})"
    left = "" if language in _SPACELESS else rf"(?<!{_LETTER})"
    right = "" if language in _SPACELESS | _SUFFIXING else rf"(?!{_LETTER})"
    clitic = f"[{_PROCLITICS[language]}]?" if language in _PROCLITICS else ""
    return regex.compile(f"{left}{clitic}(?P<phrase>{words}){right}")


def _alternatives(phrases: Iterable[str]) -> str:
    """Return the phrases, with and without a capital, the longest first under each first letter."""
    by_first: dict[str, list[str]] = defaultdict(list)
    forms = {form for phrase in phrases for form in (phrase, phrase[0].upper() + phrase[1:])}
    for form in sorted(forms, key=len, reverse=True):
        by_first[form[0]].append(regex.escape(form[1:]).replace("’", "'").replace("'", "['’]"))
    alternatives = "|".join(f"{regex.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return f"(?=[{''.join(map(regex.escape, by_first))}])(?:{alternatives})"


def _is_date(match: "regex.Match[str]", *, text: str, language: str) -> bool:
    """Say whether the words around a phrase leave it a date: a capital within a sentence makes it a name."""
    phrase, start = match["phrase"], match.start("phrase")
    if (guard := _GUARDS.get((language, phrase.lower()))) and (
        regex.search(guard[0], text[max(0, start - _GUARD_REACH) : start], regex.IGNORECASE)
        or regex.match(guard[1], text[match.end() : match.end() + _GUARD_REACH])
    ):
        return False
    key = _key(phrase)
    if not phrase[0].isupper() or key in _capital_keys(language) or _phrases(language)[key][0] == _DECADE:
        return True
    return begins_sentence(text, start=start)


@cache
def _capital_keys(language: str) -> frozenset[str]:
    listed = load_table("dates_relative_cldr").get(language, {}).get("phrases", {})
    written = [*dict(_weekdays(language)), *dict(_months(language)), *listed]
    return frozenset(_key(phrase) for phrase in written if phrase[0].isupper() and " " in phrase)


def _value(shift: str, *, passage: Passage, language: str) -> DateValue | None:
    if shift[0] == _DECADE:  # "los años noventa": those of the last century, whenever it was written
        found = decade(int(shift[1:]))
        return found.value if found else None
    moment = passage.reading.published_at
    if moment is None or shift[0] in "?w":
        return None
    return shifted(moment.date(), unit=shift[0], amount=int(shift[1:]), is_week_open=language in _WEEKS_APART)


def shifted(today: date, *, unit: str, amount: int, is_week_open: bool = False) -> DateValue | None:
    """Return what is so many units away: `d`, `m`, `y`, or a letter or digit of the last or next weekday or month.

    None where that is open: `is_week_open` is for languages whose "last Monday" may be that of this week or not.
    """
    if not 2 < today.year + (amount if unit == "y" else 0) < GREGORIAN_YEARS.stop - 1:
        return None
    if unit == "y":
        return DateValue(edtf=f"{today.year + amount:04}", precision=DatePrecision.YEAR)
    if unit in _MONTHS:
        return _named_month(today, month=_MONTHS.index(unit) + 1, is_next=amount > 0, is_year_open=is_week_open)
    if unit == "m":
        year, month = divmod(today.year * 12 + today.month - 1 + amount, 12)
        return DateValue(edtf=f"{year:04}-{month + 1:02}", precision=DatePrecision.MONTH) if year > 0 else None
    days = amount if unit == "d" else _days_to_weekday(today, unit, amount, is_week_open=is_week_open)
    if days is None:
        return None
    return DateValue(edtf=(today + timedelta(days=days)).isoformat(), precision=DatePrecision.DAY)


def _days_to_weekday(today: date, unit: str, amount: int, *, is_week_open: bool) -> int | None:
    if unit == _OF_WEEK[-1]:  # where the week begins with Sunday, that day is of another week
        return None
    if unit in _OF_WEEK:
        return 7 * amount + _OF_WEEK.index(unit) - today.weekday()
    away = (int(unit) - today.weekday()) % 7 or 7
    days = away if amount > 0 else (away - 7 or -7)
    return None if is_week_open and 0 <= today.weekday() + days < 7 else days


def _named_month(today: date, *, month: int, is_next: bool, is_year_open: bool) -> DateValue | None:
    """Return the last or next month of a name; "last March" said in May may be of either year in some languages."""
    if month == today.month or (is_year_open and is_next == (month > today.month)):
        return None
    year = today.year + int(is_next and month < today.month) - int(not is_next and month > today.month)
    return DateValue(edtf=f"{year:04}-{month:02}", precision=DatePrecision.MONTH)
