"""How answers about values are judged, and that the test values are well formed."""

import pytest

from benchmarks.quality.marked import Line, Mark, Verdict, lines
from benchmarks.quality.table import Split
from benchmarks.quality.values import Answer, judge


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Answer(0, 4, "MONEY", "20", "EUR"), Verdict.RIGHT),
        (Answer(0, 4, "MONEY", "20.0", "EUR"), Verdict.RIGHT),
        (Answer(0, 4, "MONEY", "20", "-"), Verdict.OPEN),
        (Answer(0, 4, "MONEY", "?", ""), Verdict.OPEN),
        (Answer(0, 4, "MONEY", "21", "EUR"), Verdict.WRONG),
        (Answer(0, 4, "MONEY", "20", "USD"), Verdict.WRONG),
        (Answer(0, 4, "QUANTITY", "20", "m"), Verdict.WRONG),
        (Answer(5, 9, "MONEY", "20", "EUR"), Verdict.WRONG),
    ],
)
def test_an_answer_is_right_open_or_wrong(answer: Answer, verdict: Verdict) -> None:
    line = Line(["en"], "20 € each", [Mark(0, 4, ["MONEY 20 EUR"])])
    assert [case.verdict for case in judge(line, [answer])] == [verdict]


def test_a_line_without_a_mark_wants_no_answer() -> None:
    line = Line(["en"], "Room 101", [])
    assert [case.verdict for case in judge(line, [])] == [Verdict.RIGHT]
    assert [case.verdict for case in judge(line, [Answer(5, 8, "QUANTITY", "101")])] == [Verdict.WRONG]


@pytest.mark.parametrize("split", Split)
def test_every_marked_value_has_a_label_and_what_it_needs(split: Split) -> None:
    values = [value.split(" ") for line in lines("values", split=split) for mark in line.marks for value in mark.values]
    assert len(values) > 150
    shapes = {"MONEY": {3}, "QUANTITY": {2, 3}}
    assert [value for value in values if len(value) not in shapes.get(value[0], {2})] == []


def test_the_halves_share_no_sentence() -> None:
    dev, test = ({line.text for line in lines("values", split=split)} for split in Split)
    assert not dev & test
