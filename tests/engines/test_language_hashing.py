import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.language_hashing import LONGEST_RUN, fingerprints_of, pairs_of, runs_of, words_of


def test_a_run_has_the_same_fingerprint_wherever_it_stands():
    runs = runs_of("band and")
    assert runs.fingerprints[2, 2] == runs.fingerprints[2, 6] == fingerprints_of(["and"])[0]


def test_runs_are_of_small_letters():
    assert np.array_equal(runs_of("ÄRGER").fingerprints, runs_of("ärger").fingerprints)


def test_a_text_begins_and_ends_with_a_gap_and_marks_are_signs_but_no_letters():
    runs = runs_of("कि!")
    assert list(runs.is_sign) == [False, True, True, False, False]
    assert list(runs.is_letter) == [False, True, False, False, False]


def test_words_have_one_fingerprint_each_and_pairs_depend_on_the_order():
    one, two = words_of(runs_of("kava kavana")), words_of(runs_of("kavana, kava"))
    assert list(one) == list(two[::-1])
    assert list(pairs_of(one)) != list(pairs_of(two))


@pytest.mark.parametrize("text", ["", " ", "!?", "12"])
def test_a_text_without_words_has_none(text):
    assert len(words_of(runs_of(text))) == 0


@given(st.text(max_size=60))
def test_any_text_has_a_run_of_each_length_at_each_sign(text):
    runs = runs_of(text)
    assert runs.fingerprints.shape == (LONGEST_RUN, len(text.lower()) + 2)
    assert runs.is_letter.sum() <= runs.is_sign.sum()


@given(st.lists(st.text(alphabet="abcčд", min_size=1, max_size=5), min_size=2, max_size=2, unique=True))
def test_different_runs_have_different_fingerprints(runs):
    one, two = fingerprints_of(runs)
    assert one != two
