"""How answers about dates are judged, and that the test dates are well formed."""

import re

import pytest

from benchmarks.quality.dates import Answer, judge
from benchmarks.quality.edtf import judged
from benchmarks.quality.marked import Line, Mark, Verdict, lines
from benchmarks.quality.table import Split

VALUE = re.compile(
    r"\?|-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?~?"
    r"(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?(?:@(?:hijri|jalali|buddhist|hebrew))?|\d{3}X"
)


@pytest.mark.parametrize(
    ("answer", "wanted", "verdict"),
    [
        ("2018-08-05", "2018-08-05", Verdict.RIGHT),
        ("2018-08-05T14:30", "2018-08-05T14:30:00", Verdict.RIGHT),
        ("2018-08", "2018-08-05", Verdict.OPEN),
        ("199X", "1994", Verdict.OPEN),
        ("2018-XX-XX", "2018-08-05", Verdict.OPEN),
        ("2018", "2014/2018", Verdict.OPEN),
        ("2018-08-05T14:30:00", "2018-08-05T14:30:00Z", Verdict.OPEN),
        ("2018-08-05", "2018-08-05T14:30:00", Verdict.OPEN),
        ("2018-08-06", "2018-08-05", Verdict.WRONG),
        ("2018-08-05", "2018-08", Verdict.WRONG),
        ("2018-08-05T15:30:00", "2018-08-05T14:30:00", Verdict.WRONG),
        ("2017", "2018-22", Verdict.WRONG),
    ],
)
def test_an_answer_is_right_open_or_wrong(answer: str, wanted: str, verdict: Verdict) -> None:
    assert judged(answer, wanted=wanted) is verdict


def test_days_that_are_sighted_may_be_one_beside() -> None:
    assert judged("2021-04-12", wanted="2021-04-13", days_off=1) is Verdict.RIGHT
    assert judged("2021-04-11", wanted="2021-04-13", days_off=1) is Verdict.WRONG


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ([], Verdict.RIGHT),
        ([Answer(3, 12, None)], Verdict.RIGHT),
        ([Answer(3, 12, "2019-XX-XX")], Verdict.RIGHT),
        ([Answer(3, 12, "2019-03-04")], Verdict.WRONG),
        ([Answer(0, 2, "2019")], Verdict.WRONG),
        ([Answer(0, 2, None)], Verdict.RIGHT),
    ],
)
def test_what_is_open_is_right_without_an_answer_and_wrong_with_a_full_one(
    answers: list[Answer], verdict: Verdict
) -> None:
    line = Line(["en", "-"], "By 03/04/2019.", [Mark(3, 13, ["?", "2019-XX-XX"])])
    assert [case.verdict for case in judge(line, answers)] == [verdict]


def test_a_date_where_there_is_none_is_wrong() -> None:
    line = Line(["en", "-"], "Chapter 12", [])
    assert [case.verdict for case in judge(line, [Answer(8, 10, "2012")])] == [Verdict.WRONG]
    assert [case.verdict for case in judge(line, [])] == [Verdict.RIGHT]


@pytest.mark.parametrize("split", Split)
def test_every_marked_date_has_well_formed_values(split: Split) -> None:
    cases = [(line, mark) for line in lines("dates", split=split) for mark in line.marks]
    assert len(cases) > 400
    assert [(line.text, mark.values) for line, mark in cases if not all(map(VALUE.fullmatch, mark.values))] == []
    assert {len(line.columns) for line, _ in cases} == {2}


def test_the_halves_share_no_case_and_have_forty_languages_each() -> None:
    dev, test = ({(*line.columns, line.text) for line in lines("dates", split=split)} for split in Split)
    assert not dev & test
    assert min(len({tag.partition("-")[0] for tag, *_ in half}) for half in (dev, test)) >= 40
