"""The date grammar: a table of patterns over token classes (see dates_tokens), each with what it builds.

Rows stand in order of trust: a token belongs to the first row that takes it, whether or not that row finds a real date,
so that "31 February 2018" is not read again as "February 2018".
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from workers.engines import dates_readings as read
from workers.engines.dates_readings import Match
from workers.engines.dates_values import DateFound

# Scores: how often a span of that form is a date, by hand on news text of eight languages; a later measurement may
# replace them. What matters here is their order against money (0.92), quantities (0.9) and plain counts (0.6).
FULL_SCORE, MONTH_SCORE, OPEN_SCORE, YEAR_SCORE, BARE_YEAR_SCORE = 0.95, 0.93, 0.85, 0.91, 0.8

_FREE = r"(?<![dnyN][.,:/-])(?<![dnyN])"  # not inside a longer number
_END = r"(?![.,:/]?[dnyN])"
_MONTH = "[MmFfHJ]"
_ORD = r"(?:[-']?o|\.)?"
_OF = r" ?(?:P[ ']?){0,2}"
_JOIN = r"[-.]"  # 05-Aug-2018
_DASH = r" ?- ?"
_MARK = r"(?: ?(?P<mark>E|S)S?\.?|\.? ?A\.?)?"
_YEAR = rf"(?:(?P<buddhist>B)\.? ?)?(?P<year>y){_MARK}"
_TO_YEAR = r"\.?,?(?: ?'?[PC]\.?){0,2} ?"
_WEEKDAY = r"(?:W,? ?(?:P ?)?)?"
_DAY = rf"(?P<day>d){_ORD}"
# At the end of a date a full stop ends the sentence.
_LAST_DAY = r"(?P<day>d)(?:[-']?o)?"
_DAY2 = rf"(?P<day2>d){_ORD}"


def _month(name: str, *, letters: str = _MONTH) -> str:
    return rf"(?P<{name}>{letters})"


def _twin(name: str) -> str:
    return rf"(?:\.? ?[/(-] ?(?P<{name}>{_MONTH})\)?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of dates: `build` answers None when the match is no date; `blocks` keeps later rows off it even then."""

    name: str
    pattern: "regex.Pattern[str]"
    build: Callable[[Match], DateFound | None]
    score: float
    blocks: bool = True


def _rule(
    name: str, pattern: str, build: Callable[[Match], DateFound | None], score: float, *, blocks: bool = True
) -> Rule:
    return Rule(name, regex.compile(pattern), build, score, blocks)


RULES: tuple[Rule, ...] = (
    _rule(
        "5 July - 8 August 2018",
        rf"{_FREE}{_DAY}{_OF}{_month('month')}(?:{_TO_YEAR}(?P<year2>y))?{_DASH}(?:P ?)?"
        rf"{_DAY2}{_OF}{_month('month2')}{_TO_YEAR}{_YEAR}{_END}",
        read.day_to_day,
        FULL_SCORE,
    ),
    _rule(
        "5-8 August 2018",
        rf"{_FREE}{_WEEKDAY}{_DAY}{_DASH}(?:P ?)?{_DAY2}{_OF}{_month('month')}{_twin('twin')}{_TO_YEAR}{_YEAR}{_END}",
        read.days_of_month,
        FULL_SCORE,
    ),
    _rule(
        "August 5-8, 2018",
        rf"(?P<month>[Mf])\.? {_DAY}{_DASH}{_DAY2},? {_YEAR}{_END}",
        read.days_of_month,
        FULL_SCORE,
    ),
    _rule(
        "5 August 2018",
        rf"{_FREE}{_WEEKDAY}{_DAY}(?:{_OF}|{_JOIN}){_month('month')}{_twin('twin')}(?:{_TO_YEAR}|{_JOIN}){_YEAR}{_END}",
        read.day,
        FULL_SCORE,
    ),
    _rule(
        "2018 August 5",
        rf"{_FREE}(?P<year>y)(?:[.-]|\.? ?A\.?)?[ ,.]{{0,2}}{_month('month', letters='[MmJ]')}\.? ?{_LAST_DAY}{_END}",
        read.year_first,
        FULL_SCORE,
        blocks=False,
    ),
    _rule(
        "August 5, 2018",
        rf"{_WEEKDAY}{_month('month', letters='[MmFf]')}\.? ?{_DAY},? ?{_YEAR}{_END}",
        read.day,
        FULL_SCORE,
    ),
    _rule(
        "2018 year 5 August",
        rf"{_FREE}(?P<year>y)\.? ?A\.?,? ?{_DAY}{_OF}{_month('month', letters='[MmF]')}",
        read.day,
        FULL_SCORE,
    ),
    _rule(
        "2018年8月5日",
        rf"(?:{_FREE}(?P<year>y)|(?P<era>G) ?(?P<count>[dnN元]))年 ?(?P<month>d)月(?: ?(?P<day>d)日)?",
        read.east_asian,
        FULL_SCORE,
    ),
    _rule("8月5日", rf"{_FREE}(?P<month>d)月 ?(?P<day>d)日", read.day, OPEN_SCORE),
    _rule("平成30年", r"(?P<era>G) ?(?P<count>[dnN元])年(?!D)", read.east_asian, FULL_SCORE),
    _rule(
        "5 tháng 8 năm 2018",
        rf"(?:{_FREE}(?P<day>d) )?T (?P<month>d)(?:(?:,? C |/|-|/ ?C )(?P<year>y))?{_END}",
        read.vietnamese,
        MONTH_SCORE,
    ),
    _rule("2018-08-05", rf"{_FREE}(?P<year>y)(?P<sign>[-/.])(?P<month>d)(?P=sign)(?P<day>d){_MARK}(?![./:-]?[dnyN])",
          read.iso, FULL_SCORE),
    _rule("2018. 8. 5.", rf"{_FREE}(?P<year>y)\. (?P<month>d)\. (?P<day>d)\.", read.iso, FULL_SCORE),
    _rule(
        "05/08/2018",
        rf"{_FREE}(?P<first>d)(?P<sign>[-/.]|\. | / )(?P<second>d)(?P=sign)(?P<year>y){_MARK}(?![./:-]?[dnyN])",
        read.numeric,
        FULL_SCORE,
    ),
    _rule("05.08.18", rf"{_FREE}(?P<first>d)(?P<sign>[/.])(?P<second>d)(?P=sign)(?P<short>[dn])(?![./:,-]?[dnyN])",
          read.short_numeric, OPEN_SCORE),
    _rule(
        "July - August 2018",
        rf"{_month('month', letters='[MHJ]')}\.?{_DASH}{_month('month2', letters='[MHJ]')}{_TO_YEAR}{_YEAR}{_END}",
        read.month_to_month,
        MONTH_SCORE,
    ),
    _rule(
        "August 2018",
        rf"(?:{_month('month', letters='[MFHJ]')}\.?|(?P<month>m)\.){_twin('twin')}{_TO_YEAR}{_YEAR}{_END}",
        read.month,
        MONTH_SCORE,
    ),
    _rule("2018-08", r"(?<![dnyN][-./])(?P<year>y)-(?P<month>d)(?![-./:]?[dnyN])", read.year_month, MONTH_SCORE,
          blocks=False),
    _rule("08/2018", rf"{_FREE}(?P<month>d)/(?P<year>y)(?![-./:]?[dnyN])", read.year_month, MONTH_SCORE, blocks=False),
    _rule("2018 year August", rf"{_FREE}(?P<year>y)\.? ?A\.?,? ?(?P<month>M)", read.month, MONTH_SCORE),
    _rule(
        "5-8 August", rf"{_FREE}{_DAY}{_DASH}(?:P ?)?{_DAY2}{_OF}(?P<month>M)", read.days_of_month, OPEN_SCORE
    ),
    _rule("5 August", rf"{_FREE}{_WEEKDAY}{_DAY}{_OF}(?:(?P<month>[MHJ]){_twin('twin')}|(?P<month>m)\.)",
          read.day, OPEN_SCORE),
    _rule("August 5", rf"{_WEEKDAY}(?P<month>M)\.? {_LAST_DAY}{_END}", read.month_day, OPEN_SCORE),
    _rule("from 2014 to 2018", rf"(?:(?<=I )|(?<=\()|(?P<cue>[CK]) (?:[PI] )?)(?P<year>y)(?: ?A\.?)? ?[-&] ?(?:C )?"
          rf"(?P<year2>y)(?P<after> ?A)?{_END}", read.years, YEAR_SCORE),
    _rule("2014-2018 годы", rf"{_FREE}(?P<year>y)(?: ?年)? ?- ?(?P<year2>y)(?P<after> ?[A年]\.?){_END}",
          read.years, YEAR_SCORE),
    _rule("2018/19", rf"(?:(?<=I )|(?P<cue>[CK]) )(?P<year>y)[/-](?P<next>[dn]){_END}", read.season, YEAR_SCORE),
    _rule("1990s", rf"{_FREE}(?P<year>y)[-']?D(?: A)?", read.decade, YEAR_SCORE),
    _rule("années 1990", rf"K (?:P )?'?(?P<year>[ydn]){_END}", read.decade, YEAR_SCORE, blocks=False),
    _rule("2018年", rf"{_FREE}(?P<year>y) ?年", read.year, YEAR_SCORE),
    _rule("year 2018", rf"(?:(?P<cue>[CK])\.? ?(?:P )?|(?P<buddhist>B)\.? ?)(?P<year>y){_MARK}{_END}",
          read.year, YEAR_SCORE),
    _rule("2018 year", rf"{_FREE}(?P<year>y)\.?(?:[ '-]? ?A\.?| ?(?P<mark>E|S)S?)(?! ?-)", read.year, YEAR_SCORE),
    _rule("2018 in", rf"{_FREE}(?P<year>y)(?= ?V)", read.bare_year, BARE_YEAR_SCORE),
    _rule("in 2018", r"(?<=I )(?P<year>y)(?![-.,:/%]?[dnyN])", read.bare_year, BARE_YEAR_SCORE),
    _rule("(2018)", r"(?<=\()(?P<year>y)(?=\))", read.bare_year, BARE_YEAR_SCORE),
)  # fmt: skip
