"""Finds the duals of units, which hold the number: طنين, شخصان, יומיים."""

from collections.abc import Iterator
from functools import cache

import regex

from workers.engines import Candidate
from workers.engines.patterns_passage import Passage
from workers.engines.patterns_words import fold, load_table
from workers.engines.quantities import quantity


def find_duals(passage: Passage) -> Iterator[Candidate]:
    """Yield two of a unit each."""
    for start, end, language in passage.stretches():
        units = _units(language)
        for match in _pattern(language).finditer(passage.text, start, end) if units else ():
            yield quantity(match.start(), match.end(), number=2, unit=units[fold(match["dual"])])


@cache
def _units(language: str) -> dict[str, str]:
    rows = load_table("units")["duals"].get(language, {})
    return {fold(word): symbol for symbol, words in rows.items() for word in words.split()}


@cache
def _pattern(language: str) -> "regex.Pattern[str]":
    written = [word for words in load_table("units")["duals"].get(language, {}).values() for word in words.split()]
    listed = "|".join(sorted(written, key=len, reverse=True))
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])[وفبل]?(?P<dual>{listed})(?![\p{{L}}\p{{M}}])")
