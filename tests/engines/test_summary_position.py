import pytest

from workers.engines.summary_position import position_values, position_weight


def test_position_counts_less_the_longer_the_document():
    assert [position_weight(count) for count in (1, 25, 60, 10_000)] == pytest.approx([1.5, 1.5, 0.25, 0.25])
    assert position_weight(40) > position_weight(41)


def test_the_beginning_is_worth_most():
    values = position_values(12)
    assert list(values) == sorted(values, reverse=True)
    assert sum(values) == pytest.approx(0)


@pytest.mark.parametrize(("sentences", "values"), [(0, ()), (1, (0.0,))])
def test_where_there_is_no_choice_position_is_worth_nothing(sentences, values):
    assert position_values(sentences) == values
