import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.text.alignment import rewrite
from workers.text.whitespace import repair_white_space


def tidy(text):
    return rewrite(text, repair_white_space(text))[0]


@pytest.mark.parametrize(
    ("untidy", "expected"),
    [
        ("a\xa0b", "a b"),
        ("a\u3000b", "a b"),
        ("a \t b", "a b"),
        ("a  \n b", "a\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \t\nb", "a\n\nb"),
        (" a ", "a"),
        (" \n ", ""),
    ],
)
def test_runs_of_white_space_become_canonical(untidy, expected):
    assert tidy(untidy) == expected


def test_tidy_text_has_no_change():
    assert not list(repair_white_space("one two\nthree\n\nfour"))


@settings(max_examples=200, deadline=None)
@given(st.text("a \t\n\xa0\u3000", max_size=40))
def test_words_and_paragraphs_are_kept(text):
    assert tidy(text).split() == text.split()
    assert tidy(tidy(text)) == tidy(text)
