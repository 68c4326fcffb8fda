"""The charset suite: enough cases, and each can be read right."""

import pytest

from benchmarks.quality.charset_cases import Case, Condition, cases
from benchmarks.quality.table import Split

TEST = list(cases(Split.TEST))


def test_the_suite_has_many_cases_in_many_encodings() -> None:
    assert len(TEST) >= 200
    assert len({case.encoding for case in TEST}) >= 40
    assert {case.condition for case in TEST} == set(Condition)


def test_whole_bytes_read_in_their_own_encoding_are_right() -> None:
    whole = [case for case in TEST if case.condition not in (Condition.CUT, Condition.STRAY)]
    assert [case for case in whole if not case.is_right(case.content.decode(case.encoding))] == []


@pytest.mark.parametrize(
    ("reading", "is_right"),
    [("head\ufffdtail", True), ("headtail", True), ("heat tail", False), ("head... tail", False)],
)
def test_only_what_the_damage_took_may_differ(reading: str, *, is_right: bool) -> None:
    case = Case("en", "sentence", "utf-8", Condition.STRAY, b"", None, head="head", tail="tail")
    assert case.is_right(reading) is is_right
