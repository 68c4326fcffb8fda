from benchmarks.quality.bootstrap import macro_difference


def test_every_set_counts_alike_whatever_its_size():
    ours = {"large": [2.0] * 90, "small": [0.0] * 10}
    theirs = {"large": [1.0] * 90, "small": [1.0] * 10}
    assert macro_difference(ours, theirs).mean == 0.0


def test_a_constant_lead_has_no_spread():
    found = macro_difference({"one": [3.0, 5.0]}, {"one": [1.0, 3.0]})
    assert (found.mean, found.low, found.high) == (2.0, 2.0, 2.0)
    assert str(found) == "+2.0 [+2.0, +2.0]"


def test_a_lead_in_half_of_the_documents_may_be_chance():
    found = macro_difference({"one": [1.0, 0.0] * 10}, {"one": [0.0, 1.0] * 10})
    assert found.low < 0 < found.high
