"""Finds decades that Arabic names by a word: تسعينيات القرن الماضي, الثمانينيات."""

from collections.abc import Iterator

import regex

from schemas.entities import Label
from workers.engines import Candidate
from workers.engines.dates_relative import OPEN_SCORE, RESOLVED_SCORE
from workers.engines.dates_values import decade
from workers.engines.patterns_passage import SOURCE, Passage

_DECADES = {
    "عشرين": 20, "ثلاثين": 30, "أربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90,
}  # fmt: skip
_DECADE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])[وفبل]?(?:ال|ل)?(?P<decade>{'|'.join(_DECADES)})(?:ي)?ات"
    r"(?: من)?(?: (?P<century>القرن (?:الماضي|العشرين|الـ20|الـ19|التاسع عشر)))?(?![\p{L}\p{M}])"
)
_CENTURIES = {"القرن التاسع عشر": 1800, "القرن الـ19": 1800}


def find_arabic_decades(passage: Passage) -> Iterator[Candidate]:
    """Yield the decades of Arabic text; the value is open without a century."""
    for start, end, language in passage.stretches():
        for match in _DECADE.finditer(passage.text, start, end) if language == "ar" else ():
            year = _CENTURIES.get(match["century"], 1900) + _DECADES[match["decade"]]
            found = decade(year) if match["century"] else None
            value = found.value if found else None
            score = RESOLVED_SCORE if value else OPEN_SCORE
            yield Candidate(match.start(), match.end(), Label.DATE, score, SOURCE, value=value)
