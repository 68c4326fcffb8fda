"""Lines that a page prints around its text: menus, share buttons, teasers, cookie notes, datelines, running heads."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from schemas.text import Span
from workers.text.folding import search_key
from workers.text.junk_phrases import BUTTONS, LEADS, LINES

# A longer line says more than a button, teaser or cookie note does.
LONGEST_JUNK_LINE = 240
# A head or foot is printed on every page; twice may be a refrain or a coincidence.
LEAST_REPEATS = 3
LONGEST_REPEATED_LINE = 80
# A menu item is a word or a few; a menu has more items than a sentence has dashes.
LONGEST_MENU_ITEM = 28
LEAST_MENU_ITEMS = 4

_LINE = re.compile(r"[^\s][^\n]*")
_MENU_SEPARATOR = re.compile(r"\s*[|¦·•»›>←→]\s+|\s+[|¦·•»›>]\s*")
_SENTENCE_MARK = re.compile(r"[.!?؟۔।。:]\s*$|[.!?؟۔।。،,;:]\s")
_EDGES = " \t.:,;!?…|¦·•»«›‹>-–—*+#()[]\"'“”‘’،؛؟。：、【】「」"
_YEAR = r"(?:1[89]|2[01])\d\d|[۱١][۳٣٤۴]\d\d|٢٠\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?"
_WORDS = r"[^\W\d_][^\W\d_.]*\.?(?:\s*/\s*[^\W\d_]+)?"
_DATE = (
    rf"(?:{_DAY}\s(?:de\s|of\s|di\s)?{_WORDS}(?:\s[\u0621-\u064a]+)?,?\s(?:de\s|del\s)?(?:{_YEAR})|{_WORDS}\s{_DAY},?\s(?:{_YEAR})"
    rf"|\d{{1,4}}\s?([./-])\s?\d{{1,2}}\s?\1\s?\d{{1,4}}|\d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일])"
)
_TIME = r"\d{1,2}[:.h]\d{2}(?::\d{2})?"
# Only a date, with a weekday or a word such as "Updated" before it and a time and its zone after it.
_DATE_LINE = re.compile(
    rf"(?:[^\W\d_]+\s?[:,،]?\s?[-–|]?\s?){{0,2}}{_DATE}(?:\s?(?:г|م)\.?)?"
    rf"(?:[\s,،|–—-]+(?:[^\W\d_]{{1,6}}\s)?{_TIME}(?:\s?[^\W\d_]{{1,6}}(?:[+-]\d+)?\.?){{0,2}})?"
)
_PAGE_NUMBER = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]"
    r"|(?:page|seite|página|pagina|pág|стр|страница|sayfa|strona|صفحة|ص|صفحه|पृष्ठ)\.?\s?\d{1,4}"
    r"(?:\s?(?:/|of|von|de|di|van|sur|из|من|از|z)\s?\d{1,4})?",
    re.IGNORECASE,
)


def junk_spans(text: str) -> tuple[Span, ...]:
    """Return the lines that are not part of the text; when in doubt a line is left out of them.

    A text of a single line is never junk.
    """
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    if len(lines) < 2:
        return ()
    repeated = _repeated(text, lines)
    return tuple(
        Span(start=start, end=end)
        for start, end in lines
        if text[start:end] in repeated or is_junk_line(text[start:end])
    )


def is_junk_line(line: str) -> bool:
    """Tell whether a line is a button, teaser, date, page number or menu, whatever stands around it."""
    if len(line) > LONGEST_JUNK_LINE:
        return False
    if _PAGE_NUMBER.fullmatch(line) or _is_date_line(line) or _is_menu(line):
        return True
    key = search_key(line).strip(_EDGES)
    return key in _lines() or _is_button_row(key) or (_leads().match(key) is not None)


def _repeated(text: str, lines: list[tuple[int, int]]) -> frozenset[str]:
    short = Counter(text[start:end] for start, end in lines if end - start <= LONGEST_REPEATED_LINE)
    return frozenset(
        line
        for line, count in short.items()
        if count >= LEAST_REPEATS and any(map(str.isalpha, line)) and not _SENTENCE_MARK.search(line)
    )


def _is_date_line(line: str) -> bool:
    return (
        len(line) <= LONGEST_REPEATED_LINE
        and any(map(str.isdigit, line))
        and bool(_DATE_LINE.fullmatch(line.strip(_EDGES)))
    )


def _is_menu(line: str) -> bool:
    items = [item for item in _MENU_SEPARATOR.split(line) if item]
    return (
        len(items) >= LEAST_MENU_ITEMS
        and all(len(item) <= LONGEST_MENU_ITEM for item in items)
        and sum(map(_has_letter, items)) * 2 > len(items)
        and not any(map(_SENTENCE_MARK.search, items))
    )


def _has_letter(item: str) -> bool:
    return any(map(str.isalpha, item))


def _is_button_row(key: str) -> bool:
    """Tell whether at least two buttons stand in a row and nothing else."""
    found = [*_buttons().finditer(key)]
    return len(found) >= 2 and not any(map(str.isalnum, _buttons().sub("", key)))


@cache
def _lines() -> frozenset[str]:
    return frozenset(key.strip(_EDGES) for key in _keys(LINES))


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, _keys(LEADS)))})(?![^\\W\\d_])")


@cache
def _buttons() -> re.Pattern[str]:
    longest_first = sorted(_keys(BUTTONS), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _keys(table: str) -> Iterator[str]:
    for phrase in table.replace("\n", "|").split("|"):
        if phrase:
            yield search_key(phrase)
