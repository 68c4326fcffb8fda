import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.summary_cut import cut_end


@pytest.mark.parametrize(
    ("text", "limit", "beginning"),
    [
        ("short", 20, "short"),
        ("the boats came home, and the wind fell", 30, "the boats came home"),
        ("the boats, all of them, came home in the evening", 30, "the boats, all of them"),
        ("no, the boats came home in the evening", 30, "no, the boats came home in the"),
        ("عادت القوارب مساء، ثم هدأت الريح", 22, "عادت القوارب مساء"),
        ("渔船晚上回到了港口以后风也停了下来", 8, "渔船晚上回到了港"),
        ("渔船晚上回来了，风停了下来", 10, "渔船晚上回来了"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudampf"),
        ("paid 1,000,000 crowns", 8, "paid"),
    ],
)
def test_a_text_is_cut_after_a_clause_else_between_words(text, limit, beginning):
    assert text[: cut_end(text, limit=limit)] == beginning


@pytest.mark.parametrize(
    ("text", "limit", "beginning"),
    [("eeee\u0301eee", 4, "eee"), ("aa👩\u200d🚀bb", 3, "aa"), ("aa👍🏽bb", 3, "aa"), ("นกมากที่", 7, "นกมาก")],
)
def test_a_cut_does_not_go_through_a_character(text, limit, beginning):
    assert text[: cut_end(text, limit=limit)] == beginning


def test_endless_marks_are_cut_all_the_same():
    assert cut_end("a" + "\u0301" * 100_000, limit=50) == 50


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=80), st.integers(1, 60))
def test_a_cut_is_never_empty_nor_too_long(text, limit):
    text = "x" + text
    assert 1 <= cut_end(text, limit=limit) <= max(1, min(limit, len(text)))
