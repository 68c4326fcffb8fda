"""Finds days, months and years that are counted back from publication: three days ago, قبل عامين, 3日前."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from schemas.entities import DateValue, Label
from workers.engines import Candidate
from workers.engines.dates_relative import shifted
from workers.engines.numbers_spelled import lexicon, spelled
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_words import fold, load_table

# Above quantities (0.9): in "three days ago" the days are no duration.
SCORE = 0.94
# Longer ago is no date but a way to say "long": 3000 years ago.
_MAX_COUNT = 400
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_SUFFIXING = _SPACELESS | {"ko"}
_WORDS = regex.compile(r"[\p{L}\p{M}\u200c'’]+")
_WORDS_BEFORE = regex.compile(r"(?:[\p{L}\p{M}\u200c'’]+[ \u00a0-]){1,3}$")
_WORDS_AFTER = regex.compile(r"(?:[\p{L}\p{M}\u200c'’]+[ \u00a0-]){1,3}")
_DIGITS_BEFORE = regex.compile(r"(?<![\p{Nd}.,-])\p{Nd}{1,3}[ \u00a0]?$")
_DIGITS_AFTER = regex.compile(r"\p{Nd}{1,3}[ \u00a0]?")
_HAN_BEFORE = regex.compile(
    r"(?:(?<![一二三四五六七八九十百千数几幾第])(?:[一二三四五六七八九两兩]|[二三]?十[一二三四五六七八九]?))$"
)
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)} | {"两": 2, "兩": 2}
_THAI = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_THAI_BEFORE = regex.compile(rf"(?:{'|'.join(_THAI)}) ?$")
_BEFORE_REACH = 40


@dataclass(frozen=True, slots=True)
class _Form:
    """What stands around the number of "vor … Tagen", either of them maybe empty, and the unit."""

    before: str
    after: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of a language: those that end in words, found by these; those that begin with words, by those."""

    endings: "regex.Pattern[str] | None"
    by_ending: dict[str, _Form]
    beginnings: "regex.Pattern[str] | None"
    by_beginning: dict[str, Sequence[_Form]]


def find_dates_ago(passage: Passage) -> Iterator[Candidate]:
    """Yield what is counted back from publication; weeks, and all without a day of publication, stay open."""
    for start, end, language in passage.stretches():
        forms = _forms(language)
        if forms.endings:
            for match in forms.endings.finditer(passage.text, start, end):
                yield from _ending(match, passage, language, forms.by_ending[fold(match["words"])])
        if forms.beginnings:
            for match in forms.beginnings.finditer(passage.text, start, end):
                yield from _beginning(match, passage, language, forms.by_beginning[fold(match["words"])])


@cache
def _forms(language: str) -> _Forms:
    written: dict[str, list[str]] = defaultdict(list)
    for table in ("dates_relative_cldr", "dates_ago"):
        for unit, patterns in load_table(table).get(language, {}).get("ago", {}).items():
            written[unit] += patterns
    split = [
        _Form(before.strip(), after.strip(), unit)
        for unit, patterns in written.items()
        for before, _, after in (pattern.replace("\u200b", "").partition("{0}") for pattern in patterns)
    ]
    by_ending = {fold(form.after): form for form in split if not form.before}
    by_beginning: dict[str, list[_Form]] = defaultdict(list)
    for form in split:
        if form.before:
            by_beginning[fold(form.before)].append(form)
    left = "" if language in _SPACELESS else r"(?<![\p{L}\p{M}\p{N}-])"
    return _Forms(
        _any_of([form.after for form in split if not form.before], left="", right=_right(language)),
        by_ending,
        _any_of([form.before for form in split if form.before], left=left, right=" ?"),
        dict(by_beginning),
    )


def _right(language: str) -> str:
    return "" if language in _SUFFIXING else r"(?![\p{L}\p{M}])"


def _any_of(words: Sequence[str], *, left: str, right: str) -> "regex.Pattern[str] | None":
    if not words:
        return None
    forms = {form for word in words for form in (word, word[0].upper() + word[1:])}
    listed = "|".join(map(regex.escape, sorted(forms, key=len, reverse=True)))
    return regex.compile(f"{left}(?P<words>{listed}){right}")


def _ending(match: "regex.Match[str]", passage: Passage, language: str, form: _Form) -> Iterator[Candidate]:
    """Three days ago: the number stands before the words."""
    text = passage.text
    if _is_of_another_event(text, end=match.end(), language=language):
        return
    found = _number_before(text, end=match.start(), language=language)
    if found and not _follows_an_event(text, start=found[1], language=language):
        yield _candidate(passage, found[1], match.end(), unit=form.unit, count=found[0])


def _beginning(
    match: "regex.Match[str]", passage: Passage, language: str, forms: Sequence[_Form]
) -> Iterator[Candidate]:
    """Vor drei Tagen: the number stands after the first words, and more words after it."""
    text = passage.text
    found = _number_after(text, start=match.end(), language=language)
    for form in forms if found else ():
        end = (found[1] if found else 0) + len(form.after)
        is_whole = not (end < len(text) and text[end].isalpha()) or language in _SUFFIXING
        if found and fold(text[found[1] : end]) == fold(form.after) and is_whole:
            if not _is_of_another_event(text, end=end, language=language):
                yield _candidate(passage, match.start("words"), end, unit=form.unit, count=found[0])
            return


def _candidate(passage: Passage, start: int, end: int, *, unit: str, count: int) -> Candidate:
    moment = passage.reading.published_at
    value: DateValue | None = None
    if moment and unit != "w" and 0 < count <= _MAX_COUNT:
        value = shifted(moment.date(), unit=unit, amount=-count)
    return Candidate(start, end, Label.DATE, SCORE, SOURCE, value=value)


def _number_before(text: str, *, end: int, language: str) -> tuple[int, int] | None:
    """Return the number that ends here, spelled or in digits, and where it begins."""
    reach = max(0, end - _BEFORE_REACH)
    if digits := _DIGITS_BEFORE.search(text, reach, end):
        return int(digits.group()), digits.start()
    if language in {"zh", "ja"}:
        han = _HAN_BEFORE.search(text, reach, end)
        return (_han_number(han.group()), han.start()) if han else None
    if language == "th":
        thai = _THAI_BEFORE.search(text, reach, end)
        return (_THAI[thai.group().strip()], thai.start()) if thai else None
    words, before = lexicon(language), _WORDS_BEFORE.search(text, reach, end)
    for word in _WORDS.finditer(text, before.start(), end) if words and before else ():
        rest = [fold(one) for one in _WORDS.findall(text[word.start() : end])]
        found = _one(rest, language) or (spelled(rest, words) if words else None)
        if found and found.words == len(rest):
            return int(found.value), word.start()
    return None


def _number_after(text: str, *, start: int, language: str) -> tuple[int, int] | None:
    """Return the number that begins here and where the next word begins."""
    if digits := _DIGITS_AFTER.match(text, start):
        return int(digits.group()), digits.end()
    words, after = lexicon(language), _WORDS_AFTER.match(text, start)
    if words is None or after is None:
        return None
    given = list(_WORDS.finditer(text, start, after.end()))
    folded = [fold(word.group()) for word in given]
    found = _one(folded, language) or spelled(folded, words)
    if found is None:
        return None
    return int(found.value), given[found.words - 1].end() + 1


@dataclass(frozen=True, slots=True)
class _OneWord:
    value: int = 1
    words: int = 1


def _one(words: Sequence[str], language: str) -> _OneWord | None:
    ones = load_table("dates_ago").get(language, {}).get("one", "").split()
    return _OneWord() if words[:1] and words[0] in map(fold, ones) else None


def _han_number(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    return (10 * _HAN.get(tens, 1) if ten else 0) + _HAN.get(ones, 0)


def _is_of_another_event(text: str, *, end: int, language: str) -> bool:
    """Say whether the words after it make it "three days before the match"."""
    after = load_table("dates_ago").get(language, {}).get("unless_after")
    return bool(after) and regex.match(after, text[end : end + 12]) is not None


def _follows_an_event(text: str, *, start: int, language: str) -> bool:
    before = load_table("dates_ago").get(language, {}).get("unless_before")
    return bool(before) and regex.search(before, text[max(0, start - 12) : start]) is not None
