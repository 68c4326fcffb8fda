"""The date grammar: a table of patterns over token classes (see dates_tokens), each with what it builds.

Rows stand in order of trust: a token belongs to the first row that takes it, whether or not that row finds a real date,
so that "31 February 2018" is not read again as "February 2018".
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from workers.engines import dates_readings as read
from workers.engines import dates_readings_numbers as numbers
from workers.engines import dates_readings_years as years
from workers.engines.dates_match import Match
from workers.engines.dates_values import DateFound

# Scores: how often a span of that form is a date, by hand on news text of eight languages; a later measurement may
# replace them. What matters here is their order against money (0.92), quantities (0.9) and plain counts (0.6).
FULL_SCORE, MONTH_SCORE, OPEN_SCORE, YEAR_SCORE, BARE_YEAR_SCORE = 0.95, 0.93, 0.85, 0.91, 0.8

_FREE = r"(?<![dnyN][.,:/-])(?<![dnyN])"  # not inside a longer number
_END = r"(?![.,:/]?[dnyN])"
_MONTH = "[MmFfHJ]"
_ORD = r"(?:[-']?o(?: o)?|\.)?"
_OF = r" ?(?:P'? ?){0,2}"
_JOIN = r"[-.]"  # 05-Aug-2018
# 5-8, 5 to 8, 5 tot en met 8, מ-5 ל-8, du 5 au 8: what stands between the two ends of a range.
TO = r" ?[-U](?: ?(?:& ?)?-)? ?(?:[PLI][ '-]?)?"
# "and" joins the ends of a range only after "between"; otherwise it joins two dates.
AND = r" ?& ?-? ?(?:[PL][ '-]?)?"
BETWEEN = r"(?<=Z (?:[PL][ '-]?){0,2}(?:C )?)"
# هـ, ش, هجری قمری, ه‍.ش: the last of two marks decides.
_MARK = r"(?: ?(?:S[ .]?)?(?P<mark>[ES])\.?|\.? ?[AQ]\.?)?"
# The year may stand in brackets: 3 October (2011).
_YEAR = rf"(?P<open>\()?(?:(?P<buddhist>B)\.? ?)?(?P<year>y){_MARK}(?(open)\))"
_TO_YEAR = r"[.']?,?(?: ?'?[PC]\.?){0,2} ?"
# 2018-ci il, 2018-yil, 2018(e)ko
_YEAR_WORD = r"(?:\([^)]\))?(?:-?o)?\.?[ -]?A\.?"
_YEAR_FIRST = rf"{_FREE}(?P<year>y)(?:[.-]|{_YEAR_WORD})?[ ,.]{{0,2}}(?:P )?"
# 5 August last, 15 حزيران الجاري, 5 августа прошлого года
_TOLD = r"(?: ?(?:P )?(?P<told>[<>={}]))?"
_WEEKDAY = r"(?:W,? ?(?:P ?)?)?"
_DAY = rf"(?P<day>d){_ORD}"
# At the end of a date a full stop ends the sentence.
_LAST_DAY = r"(?P<day>d)(?:[-']?o)?"
_EAST_ASIAN_YEAR = rf"(?:{_FREE}(?P<year>y)|(?P<era>G) ?(?P<count>[dnN元]))"
# The weekday in 8月5日(日)から8日.
_SMALL_PRINT = r"(?:\([^)]\))?"
_DAY2 = rf"(?P<day2>d){_ORD}"


_RANGE_OF_DAYS = rf"(?:{_WEEKDAY}{_DAY}{TO}|{BETWEEN}{_WEEKDAY}{_DAY}{AND}){_WEEKDAY}{_DAY2}"


def _month(name: str, *, letters: str = _MONTH) -> str:
    return rf"(?P<{name}>{letters})"


def _twin(name: str) -> str:
    return rf"(?:\.? ?[/(-] ?(?P<{name}>{_MONTH})\)?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of dates: `build` answers None when the match is no date; `blocks` keeps later rows off it even then.

    `needs` are classes that every match has: without them a zone is not searched, which is most of the time saved.
    """

    name: str
    pattern: "regex.Pattern[str]"
    build: Callable[[Match], DateFound | None]
    score: float
    needs: frozenset[str]
    blocks: bool


def _rule(
    name: str,
    pattern: str,
    build: Callable[[Match], DateFound | None],
    score: float,
    *,
    needs: str = "y",
    blocks: bool = True,
) -> Rule:
    return Rule(name, regex.compile(pattern), build, score, frozenset(needs), blocks)


RULES: tuple[Rule, ...] = (
    _rule(
        "5-8 August 2018",
        rf"{_FREE}{_RANGE_OF_DAYS}{_OF}{_month('month')}{_twin('twin')}{_TO_YEAR}{_YEAR}{_END}",
        read.days_of_month,
        FULL_SCORE, needs="yd",
    ),
    _rule(
        "August 5-8, 2018",
        rf"(?P<month>[Mmf])\.? {_RANGE_OF_DAYS},? ?{_YEAR}{_END}",
        read.days_of_month,
        FULL_SCORE, needs="yd",
    ),
    _rule("4 Oct - 3 Nov 2018", rf"{_FREE}{_WEEKDAY}{_DAY}{_OF}{_month('month')}\.?{TO}{_WEEKDAY}{_DAY2}{_OF}{_month('month2')}"
          rf"{_TO_YEAR}{_YEAR}{_END}", read.day_to_day, FULL_SCORE, needs="yd", blocks=False),
    _rule("Oct 4 - Nov 3, 2018", rf"{_month('month', letters='[MmFf]')}\.? {_DAY}{TO}{_month('month2', letters='[MmFf]')}\.? {_DAY2},? ?"
          rf"{_YEAR}{_END}", read.day_to_day, FULL_SCORE, needs="yd", blocks=False),
    _rule("2018 Oct 4 - Nov 3", rf"{_YEAR_FIRST}{_month('month', letters='[MmJ]')}\.? ?{_DAY}{TO}{_month('month2', letters='[MmJ]')}\.? ?"
          rf"{_DAY2}", read.year_first_day_to_day, FULL_SCORE, needs="yd", blocks=False),
    _rule("2018 year 5-8 August", rf"{_FREE}(?P<year>y){_YEAR_WORD},? ?{_RANGE_OF_DAYS}{_OF}{_month('month')}", read.days_of_month,
          FULL_SCORE, needs="yd", blocks=False),
    _rule("2018 October-November", rf"{_YEAR_FIRST}{_month('month', letters='[MJ]')}{TO}{_month('month2', letters='[MJ]')}",
          read.year_first_months, MONTH_SCORE, blocks=False),
    _rule("1.1.-31.12.2018", rf"{_FREE}(?P<day>d)\. ?(?P<month>d)\.?{TO}(?P<day2>d)\. ?(?P<month2>d)\. ?(?P<year>y){_END}",
          read.day_to_day, FULL_SCORE),
    _rule("5.-8.3.2018", rf"{_FREE}(?P<day>d)\.?{TO}(?P<day2>d)\. ?(?P<month>d)\. ?(?P<year>y){_END}",
          read.days_of_month, FULL_SCORE),
    _rule(
        "5 August 2018",
        rf"{_FREE}{_WEEKDAY}{_DAY}(?:{_OF}|{_JOIN}){_month('month')}{_twin('twin')}(?:{_TO_YEAR}|{_JOIN}){_YEAR}{_END}",
        read.day,
        FULL_SCORE, needs="yd",
    ),
    _rule(
        "2018 August 5-8",
        rf"{_YEAR_FIRST}{_month('month', letters='[MmJ]')}\.? ?{_RANGE_OF_DAYS}",
        read.year_first_days,
        FULL_SCORE,
        needs="yd",
        blocks=False,
    ),
    _rule(
        "2018 August 5",
        rf"{_YEAR_FIRST}{_month('month', letters='[MmJ]')}(?: T)?\.?[ -]?{_LAST_DAY}{_END}",
        read.year_first,
        FULL_SCORE, needs="yd",
        blocks=False,
    ),
    _rule("2018 5-August", rf"{_FREE}(?P<year>y) (?P<day>d)-(?P<month>M)", read.year_first, FULL_SCORE, needs="yd", blocks=False),
    _rule("5, August 2018", rf"{_FREE}(?P<day>d), (?P<month>M),? (?P<year>y){_END}", read.day_with_comma, FULL_SCORE, needs="yd",
          blocks=False),
    _rule(
        "August 5, 2018",
        rf"{_WEEKDAY}{_month('month', letters='[MmFf]')}\.? ?{_DAY},? ?{_YEAR}{_END}",
        read.day,
        FULL_SCORE, needs="yd",
    ),
    _rule(
        "2018 year 5 August",
        rf"{_FREE}(?P<year>y){_YEAR_WORD},? ?{_DAY}(?:{_OF}|{_JOIN}){_month('month', letters='[MmF]')}",
        read.day,
        FULL_SCORE, needs="yd",
    ),
    _rule("8月5日-8日", rf"(?:{_EAST_ASIAN_YEAR}年 ?)?{_FREE}(?P<month>d)月 ?(?P<day>d)日?{_SMALL_PRINT}{TO}(?P<day2>d)日",
          numbers.east_asian_days, FULL_SCORE, needs="月-"),
    _rule("2018年8月-10月", rf"{_EAST_ASIAN_YEAR}年 ?(?P<month>d)月?{TO}(?P<month2>d)月(?! ?d日)",
          numbers.east_asian_months, FULL_SCORE, needs="年月"),
    _rule(
        "2018年8月5日",
        rf"{_EAST_ASIAN_YEAR}年 ?(?P<month>d)月(?: ?(?P<day>d)日)?",
        numbers.east_asian,
        FULL_SCORE, needs="年月",
    ),
    _rule("今年8月5日", r"(?P<told>[={}]) ?(?P<month>d)月(?: ?(?P<day>d)日)?", numbers.of_told_year, FULL_SCORE, needs="月"),
    _rule("107年8月5日", rf"{_FREE}(?P<republic>[nN])年 ?(?P<month>d)月 ?(?P<day>d)日", numbers.east_asian, FULL_SCORE, needs="年月日",
          blocks=False),
    _rule("8月5日", rf"{_FREE}(?P<month>d)月 ?(?P<day>d)日", read.day, OPEN_SCORE, needs="月日"),
    _rule("平成30年", r"(?P<era>G) ?(?P<count>[dnN元])年(?!D)", numbers.east_asian, FULL_SCORE, needs="G年"),
    _rule("2018 year 8 month 5", rf"{_FREE}(?:(?P<year>y)(?: ?A)? )?(?P<month>d)(?:[ -]?o)? ?T(?:,? (?P<day>d)(?:-?o)?)?",
          numbers.numbered_month, FULL_SCORE, needs="T", blocks=False),
    _rule(
        "5-8 tháng 8 năm 2018",
        rf"{_FREE}(?P<day>d){TO}(?P<day2>d) T (?P<month>d)(?:(?:,? C |/|-|/ ?C )(?P<year>y))?{_END}",
        read.days_of_month,
        MONTH_SCORE,
        needs="T",
    ),
    _rule("tháng 8 - tháng 10 năm 2018", r"T (?P<month>d) ?- ?T (?P<month2>d)(?:,? C |/)(?P<year>y)", read.month_to_month,
          MONTH_SCORE, needs="T"),
    _rule(
        "5 tháng 8 năm 2018",
        rf"(?:{_FREE}(?P<day>d) )?T (?P<month>d)(?:(?:,? C |/|-|/ ?C |, )(?P<year>y))?{_END}",
        numbers.vietnamese,
        MONTH_SCORE, needs="T", blocks=False,
    ),
    _rule("2018-08-05", rf"{_FREE}(?P<year>y)(?P<sign>[-/.])(?P<month>d)(?P=sign)(?P<day>d){_MARK}(?![./:-]?[dnyN])",
          numbers.iso, FULL_SCORE),
    _rule("11 XI 1918", rf"{_FREE}(?P<day>d)[. ]{{1,2}}(?P<month>R)[. ]{{1,2}}(?P<year>y){_END}", read.day, FULL_SCORE, needs="yR"),
    _rule("2018. 8. 5.", rf"{_FREE}(?P<year>y)\. (?P<month>d)\. (?P<day>d)\.", numbers.iso, FULL_SCORE),
    _rule(
        "05/08/2018",
        rf"{_FREE}(?P<first>d)(?P<sign>[-/.]|\. | / )(?P<second>d)(?P=sign)(?P<year>y){_MARK}(?![./:-]?[dnyN])",
        numbers.numeric,
        FULL_SCORE,
    ),
    _rule("05.08.18", rf"{_FREE}(?P<first>d)(?P<sign>[/.])(?P<second>d)(?P=sign)(?P<short>[dn])(?![./:,-]?[dnyN])",
          numbers.short_numeric, OPEN_SCORE, needs="d"),
    _rule(
        "July - August 2018",
        rf"{_month('month', letters='[MHJ]')}\.?{TO}{_month('month2', letters='[MHJ]')}{_TO_YEAR}{_YEAR}{_END}",
        read.month_to_month,
        MONTH_SCORE,
    ),
    _rule(
        "August 2018",
        rf"(?:{_month('month', letters='[MFHJ]')}\.?|(?P<month>m)\.){_twin('twin')}{_TO_YEAR}{_YEAR}{_END}",
        read.month,
        MONTH_SCORE,
    ),
    _rule("2018-08", r"(?<![dnyN][-./])(?P<year>y)-(?P<month>d)(?![-./:]?[dnyN])", numbers.year_month, MONTH_SCORE,
          blocks=False),
    _rule("08/2018", rf"{_FREE}(?P<month>d)/(?P<year>y)(?![-./:]?[dnyN])", numbers.year_month, MONTH_SCORE, blocks=False),
    _rule("2018 year August", rf"{_FREE}(?P<year>y){_YEAR_WORD},? ?(?P<month>[MmF])(?: T)?", read.month, MONTH_SCORE),
    _rule("2018 August", rf"{_FREE}(?P<year>y)\.? (?:P )?(?P<month>M)(?: T)?", read.year_first_month, MONTH_SCORE, blocks=False),
    _rule("24 آبان 98", rf"{_FREE}{_WEEKDAY}{_DAY}{_OF}(?P<month>J) ?'?(?P<short>[dn]){_END}", read.short_jalali, OPEN_SCORE,
          needs="dJ", blocks=False),
    _rule("5-8 August", rf"{_FREE}{_RANGE_OF_DAYS}{_OF}(?P<month>[MHJ]){_TOLD}", read.days_of_month, OPEN_SCORE, needs="d"),
    _rule("August 5-8", rf"(?P<month>M)\.? {_RANGE_OF_DAYS}{_END}", read.days_after_month, OPEN_SCORE, needs="Md"),
    _rule("5, 6 and 8 August", rf"{_FREE}{_DAY}(?=(?:(?:, ?|{AND})d{_ORD}){{0,3}},?{AND}d{_ORD}{_OF}(?P<month>[MHJ])"
          rf"(?:{_TO_YEAR}(?P<year>y))?)", read.day, OPEN_SCORE, needs="d&"),
    _rule("5 August", rf"{_FREE}{_WEEKDAY}{_DAY}{_OF}(?:(?P<month>[MHJ]){_twin('twin')}|(?P<month>m)\.){_TOLD}",
          read.day, OPEN_SCORE, needs="d"),
    _rule("August 5", rf"{_WEEKDAY}(?P<month>M)\.? {_LAST_DAY}{_TOLD}{_END}", read.month_day, OPEN_SCORE, needs="Md"),
    _rule("between 2014 and 2018", rf"(?:(?<=Z )(?P<cue>C) |{BETWEEN})(?P<year>y)(?: ?[AQ]\.?)?{AND}(?:C )?"
          rf"(?P<year2>y)(?P<after> ?[AQ])?{_END}", years.years, YEAR_SCORE, needs="y&"),
    _rule("2014 és 2018 között", rf"{_FREE}(?P<year>y)(?: ?[AQ]\.?)?(?:{AND}| D )(?:C )?(?P<year2>y)(?P<after>(?: ?[AQV'])*-? ?b)",
          years.years, YEAR_SCORE, needs="yb"),
    _rule("from 2014 to 2018", rf"(?:(?<=[IUZP][ -])|(?<=\()|(?P<cue>[CKQ]) (?:[PI] )?|{_FREE})(?P<year>y)(?: ?[AQ]\.?)?'?"
          rf"{TO}(?:C )?(?P<year2>y)(?:(?P<after> ?[AQ年]\.?)|(?=(?P<cue>[ ']V)))?{_END}(?!-[dnyN])", years.years, YEAR_SCORE),
    _rule("2026年至2030年", rf"{_FREE}(?P<year>y) ?年{TO}(?P<year2>y)(?P<after> ?年)", years.years, YEAR_SCORE, needs="y年"),
    _rule("2018/19", rf"(?:(?<=[IU] )|(?P<cue>[CKQ]) )(?P<year>y)[/-](?P<next>[dn]){_END}", years.season, YEAR_SCORE),
    _rule("2018/19 season", rf"{_FREE}(?P<year>y)[/-](?P<next>[dn])(?= A)", years.season, YEAR_SCORE, needs="yA"),
    _rule("上世纪90年代", r"(?:(?P<century>d)c|K)(?P<year>[dn])D", years.decade_of_century, YEAR_SCORE, needs="D"),
    _rule("90-те години", rf"{_FREE}(?P<year>n)[-']?D (?:A|C|K)", years.decade, YEAR_SCORE, needs="nD", blocks=False),
    _rule("1990s", rf"{_FREE}(?P<year>y)[-']?D(?: A)?", years.decade, YEAR_SCORE, needs="yD"),
    _rule("années 1990", rf"K (?:P )?'?(?P<year>[ydn])(?P<after> A)?{_END}", years.decade, YEAR_SCORE, needs="K", blocks=False),
    _rule("2018年", rf"{_FREE}(?P<year>y) ?年", years.year, YEAR_SCORE, needs="y年"),
    _rule("year 2018", rf"(?:(?P<cue>[CKQ])\.? ?(?:P )?|(?P<buddhist>B)\.? ?)(?P<year>y){_MARK}{_END}",
          years.year, YEAR_SCORE),
    _rule("2018 year", rf"{_FREE}(?P<year>y)\.?(?:[ '-]? ?[AQ]\.?| ?(?P<mark>E|S)S?)(?! ?-)", years.year, YEAR_SCORE),
    _rule("656 AH", rf"(?:(?P<cue>[CKQ])\.? ?)?{_FREE}(?P<year>N) ?(?P<mark>E)", years.year, YEAR_SCORE, needs="NE"),
    _rule("2018 in", rf"{_FREE}(?P<year>y)(?= ?V|'[V-])", years.bare_year, BARE_YEAR_SCORE),
    _rule("in 2018", r"(?<=[IUZ](?:[ -]|[ '](?:[-PL][ '])?)?)(?P<year>y)(?![-.,:/%]?[dnyN])", years.bare_year, BARE_YEAR_SCORE),
    _rule("of 2018", r"(?<=[PL] )(?P<year>y)(?![-.,:/%]?[dnyN])", years.year_of, BARE_YEAR_SCORE),
    _rule("in 2014 and 2018", r"(?<=[ICKQUP] (?:y, ?){0,3}y,? ?(?:& ?-?|,) ?)(?P<year>y)(?![-.,:/%]?[dnyN])",
          years.bare_year, BARE_YEAR_SCORE),
    _rule("(2018)", r"(?<=\()(?P<year>y)(?=\))", years.bare_year, BARE_YEAR_SCORE, needs="y("),
)  # fmt: skip
