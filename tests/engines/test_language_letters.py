import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.language_letters import looks_like_code, sample, words_in_script, words_only


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see https://example.org/a?b=c now", "see now"),
        ("详见https://example.org/a谢谢", "详见 谢谢"),
        ("write to a.b+c@example.org today", "write to today"),
        ("the A320 of 2019", "the of"),
        ("ping @someone about example.com/x", "ping about"),
        ("snake_case word", "word"),
        ("good 😀 morning\x00\x07", "good morning"),
        ("می\u200cکنند", "می\u200cکنند"),
        ("l'école, déjà!", "l'école, déjà!"),
        ("cut \ud800 pair", "cut pair"),
    ],
)
def test_only_words_are_kept(text, words):
    assert words_only(text) == words


def test_names_in_another_script_are_blanked():
    assert words_in_script("شركة Example Systems للبرمجيات", script="Arab") == "شركة للبرمجيات"
    assert words_in_script("東京で Example を買う", script="Jpan") == "東京で を買う"


@pytest.mark.parametrize(
    "text",
    [
        "for (int i = 0; i < n; i++) { sum += a[i]; }",
        '{"id": [1, 2], "on": {"a": true}}',
        "def f(x):\n    return {a: b[x] for a in y}",
    ],
)
def test_program_text_looks_like_code(text):
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text",
    ["He came (at last) and/or left [sic].", "Prices rose by 3% (from $5 to $6) in 2019.", "", "()", "a (b) c"],
)
def test_prose_with_brackets_does_not_look_like_code(text):
    assert not looks_like_code(text)


def test_a_long_text_is_sampled_at_its_start_middle_and_end():
    text = "a" * 10 + "b" * 100 + "c" * 10 + "b" * 100 + "d" * 10
    assert sample(text, length=10) == f"{'a' * 10} {'c' * 10} {'d' * 10}"
    assert sample("short", length=2) == "short"


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_words_are_encodable_and_stable(text):
    words = words_only(text)
    words.encode("utf-8")
    assert words_only(words) == words
