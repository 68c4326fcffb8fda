"""What the tagger sees of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.tagger_names import load_names
from workers.engines.tagger_words import fingerprint, shape_of, word_facts


@pytest.mark.parametrize(
    ("word", "shape"),
    [("Beirut", "Xxx"), ("NATO", "XX"), ("iPhone", "xXxx"), ("U.S.", "X.X."), ("2021", "dd"), ("درعا", "aa"), ("", "")],
)
def test_a_shape_keeps_case_digits_and_marks(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_an_arabic_word_is_also_seen_without_its_clitics() -> None:
    facts = word_facts("وللجيش", names=load_names())
    assert {"w=وللجيش", "c=الجيش"} <= set(facts.full)


@pytest.mark.parametrize(("word", "letter"), [("Ahmed", "P"), ("أحمد", "P"), ("Berlin", "T"), ("Москва", "T")])
def test_name_lists_know_persons_and_places(word: str, letter: str) -> None:
    assert letter in word_facts(word, names=load_names()).flags


def test_an_ordinary_word_has_no_flags() -> None:
    assert load_names().of("qwertyuiop") == ""


@given(st.text(max_size=80))
def test_any_word_has_facts_and_their_fingerprints_are_32_bits(word: str) -> None:
    facts = word_facts(word, names=load_names())
    assert all(0 <= fingerprint(one) < 1 << 32 for one in (*facts.full, *facts.near, *facts.far))
