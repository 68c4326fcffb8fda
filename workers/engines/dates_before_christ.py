"""Finds years before Christ: 44 BC, عام 44 قبل الميلاد, 公元前44年; EDTF counts them as -0043, with a year 0 between."""

from collections.abc import Iterator

import regex

from schemas.entities import DatePrecision, DateValue, Label
from workers.engines import Candidate
from workers.engines.patterns_passage import SOURCE, Passage

# The abbreviations say what they are.
SCORE = 0.95
_AFTER = (
    r"B\.?\s?C\.?(?:\s?E\.?)?(?!\p{L})|av(?:ant|\.) (?:J\.?-?\s?C\.?|Jésus-Christ|notre ère)|v\.\s?(?:Chr|u\.\s?Z)\.?|vor Christus|vor Christi Geburt"
    r"|a\.\s?C\.(?:\s?n\.)?|a\.\s?de\s?C\.|antes de Cristo|avanti Cristo|voor Christus|до н\.\s?[эе]\.|до нашей эры|до нашої ери|п\.\s?н\.\s?е\."
    r"|пр\.\s?(?:н\.\s?е\.|Хр\.)|пре нове ере|p\.\s?n\.\s?e\.|przed naszą erą|př\.\s?(?:n\.\s?l|Kr)\.?|pred (?:n\.\s?l|Kr)\.?|f\.\s?Kr\.?"
    r"|före Kristus|før Kristus|e(?:aa|Kr)\.|قبل الميلاد|ق\.?\s?م(?:\.|(?!\p{L}))|(?:پیش|قبل) از میلاد|قبل مسیح|לפנה[\"״]ס|לפני הספירה|π\.\s?Χ\.|î\.\s?(?:Hr|e\.\s?n)\.?"
    r"|SM(?!\p{L})|sebelum Masehi|TCN|trước Công nguyên|ईसा पूर्व|খ্রিস্টপূর্বাব্দ|ก่อน ค\.ศ\.|ก่อนคริสต์ศักราช"
)
_BEFORE = r"公元前|西元前|紀元前|纪元前|기원전|M\.?Ö\.?|i\.\s?e\.|Kr\.\s?e\.|খ্রিস্টপূর্ব|ईसा पूर्व"
_YEARS = r"(?P<first>\p{Nd}{1,4})(?: ?[-–—] ?(?P<last>\p{Nd}{1,4}))?"
_NUMBER = r"(?<![\p{Nd}.,:/–-])(?<!\p{Nd} )"
_PATTERN = regex.compile(
    rf"{_NUMBER}{_YEARS}[ \u00a0]?(?:{_AFTER})|(?:{_BEFORE})[ \u00a0]?{_YEARS}(?:[ ]?[年년])?(?![\p{{Nd}}])"
)


def find_years_before_christ(passage: Passage) -> Iterator[Candidate]:
    """Yield the years and ranges of years before Christ."""
    for match in _PATTERN.finditer(passage.text):
        first, last = int(match["first"]), int(match["last"] or 0)
        if first == 0 or (last and last >= first):
            continue
        edtf = f"{_edtf(first)}/{_edtf(last)}" if last else _edtf(first)
        value = DateValue(edtf=edtf, precision=DatePrecision.YEAR)
        yield Candidate(match.start(), match.end(), Label.DATE, SCORE, SOURCE, value=value)


def _edtf(year: int) -> str:
    return f"-{year - 1:04}" if year > 1 else "0000"
