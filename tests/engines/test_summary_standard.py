import pytest

from workers.engines.summary_standard import standardized


def test_values_get_mean_zero_and_deviation_one():
    assert standardized([1, 3]) == pytest.approx([-1, 1])


def test_equal_values_standardize_to_zero():
    assert standardized([0.1] * 7) == [0.0] * 7
    assert standardized([]) == []
