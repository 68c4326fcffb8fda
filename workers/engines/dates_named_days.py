"""Tells days that name something from days of the calendar: 14 July Street, the revolution of 25 January, every 1 May.

Such a day, written without a year, is of no year that can be told, however near to publication it lies.
"""

from functools import cache

import regex

from workers.engines.dates_match import Match
from workers.engines.patterns_context import word_before
from workers.engines.patterns_words import fold, load_table

# The word that makes it a name is one or two words away; a recurrence may be anywhere in the sentence, within this reach.
_WORDS_BEFORE = 2
_SENTENCE_REACH = 80
_SENTENCE_END = regex.compile(r"[.!?؟。！？।\n](?!\p{Nd})")
# In these a month begins with a small letter, so that a capital makes it part of a name.
_SMALL_MONTHS = frozenset(
    [
        "fr",
        "es",
        "pt",
        "it",
        "ca",
        "gl",
        "nl",
        "ru",
        "uk",
        "be",
        "bg",
        "mk",
        "sr",
        "hr",
        "bs",
        "sl",
        "pl",
        "cs",
        "sk",
        "ro",
        "hu",
        "fi",
        "sv",
        "da",
        "no",
        "is",
        "et",
        "lv",
        "lt",
        "eu",
        "sq",
        "az",
        "vi",
        "kk",
        "ky",
    ]
)
# In these a capital right after the month makes both part of a name: 19 Mayıs Stadyumu.
_CAPITAL_AFTER = frozenset({"tr", "az"})
_CAPITAL_WORD = regex.compile(r" \p{Lu}\p{Ll}")
# In these a day stands after a preposition, a word for day or a weekday; after any other noun it belongs to that noun.
_CUED = frozenset({"ar"})
_CUE_CLASSES = "IUZCQPL-&W,(:/"
_WEEKDAY = "W"
# A year that was told shortly before goes on for the days after it.
_YEAR_REACH = 120
_YEAR_BEFORE = regex.compile(r"(?<![\p{Nd}.,])(?:1[89]|20)\p{Nd}{2}(?![\p{Nd}.,]\p{Nd}|\p{Nd})")
_SHORT_YEAR_AFTER = regex.compile(r" ?['’]?(?:3[2-9]|[4-9]\p{Nd}|[٤-٩๔-๙]\p{Nd})(?![\p{Nd}:.,hH%]\p{Nd}|\p{Nd})")


def names_a_day(match: Match, *, month: int | None, day: int | None) -> bool:
    """Say whether a day without a year may be that of a name, a feast or an event."""
    if match.letter("told") or month is None or day is None:
        return False
    if _is_of_another_year(match):
        return True
    if _WEEKDAY in match.found.group():
        return False
    return (
        _is_known(month, day, language=match.language)
        or _belongs_to_a_noun(match)
        or _recurs(match)
        or _is_capitalized(match)
    )


@cache
def _days(language: str) -> frozenset[str]:
    days = load_table("dates_named_days")["days"]
    return frozenset([*days["*"].split(), *days.get(language, "").split()])


def _is_known(month: int, day: int, *, language: str) -> bool:
    return f"{month:02}-{day:02}" in _days(language)


@cache
def _naming_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load_table("dates_named_days")["naming"].get(language, "").split())


def _belongs_to_a_noun(match: Match) -> bool:
    text, start = match.passage.text, match.start
    words = _naming_words(match.language)
    if match.language in _CUED and not _is_cued(match):
        return True
    for _ in range(_WORDS_BEFORE):
        before = word_before(text, start=start)
        if before is None:
            return False
        folded = fold(before[0])
        if folded in words or folded.removeprefix("ال") in words:
            return True
        start = before[1]
    return False


def _is_cued(match: Match) -> bool:
    """Say whether the day stands where adverbs stand: at the start, after punctuation or after a word for "on"."""
    before = match.zone.classes[: match.first].rstrip(" ")
    if not before or before[-1] in _CUE_CLASSES or before[-1] == "\n":
        return True
    word = word_before(match.passage.text, start=match.start)
    return word is None or fold(word[0]) in _naming_cues(match.language)


@cache
def _naming_cues(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load_table("dates_named_days")["cues"].get(language, "").split())


@cache
def _recurrence(language: str) -> "regex.Pattern[str] | None":
    phrases = load_table("dates_named_days")["recurring"].get(language, "")
    listed = "|".join(regex.escape(phrase) for phrase in phrases.split("|") if phrase)
    return regex.compile(rf"(?<!\p{{L}})(?:{listed})", regex.IGNORECASE) if listed else None


def _is_of_another_year(match: Match) -> bool:
    """Say whether a year beside it is not that of publication: Ley 15/2003, de 18 de diciembre; 24 Aug 79."""
    text, published = match.passage.text, match.published
    if _SHORT_YEAR_AFTER.match(text, match.end):
        return match.language == "th" or not match.counts_after(_SHORT_YEAR_AFTER)
    before = text[max(0, match.start - _YEAR_REACH) : match.start].rpartition("\n")[2]
    years = [int(year) for year in _YEAR_BEFORE.findall(before)]
    return bool(years) and published is not None and years[-1] != published.year


def _recurs(match: Match) -> bool:
    pattern, text = _recurrence(match.language), match.passage.text
    if pattern is None:
        return False
    before = text[max(0, match.start - _SENTENCE_REACH) : match.start]
    after = text[match.end : match.end + _SENTENCE_REACH]
    first = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    last = _SENTENCE_END.search(after)
    return bool(pattern.search(before[first:]) or pattern.search(after[: last.start() if last else len(after)]))


def _is_capitalized(match: Match) -> bool:
    text, token = match.passage.text, match.token("month")
    if token is None:
        return False
    if match.language in _SMALL_MONTHS and text[token.start].isupper() and match.start < token.start:
        return True
    return match.language in _CAPITAL_AFTER and _CAPITAL_WORD.match(text, match.end) is not None
