"""Windows cover a text in order, of whole sentences where those fit."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.text import SentenceSpan
from workers.engines import Reading
from workers.engines.text_windows import windows


@given(st.lists(st.integers(1, 30), max_size=20), st.integers(0, 10), st.integers(1, 40))
def test_every_character_is_in_one_window_and_no_window_is_too_long(lengths: list[int], rest: int, most: int) -> None:
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    sentences = tuple(SentenceSpan(start=end - length, end=end) for end, length in zip(ends, lengths, strict=True))
    text = "x" * (sum(lengths) + rest)
    found = list(windows(Reading(text, sentences=sentences), max_characters=most))
    assert [at for start, end in found for at in range(start, end)] == list(range(len(text)))
    assert all(end - start <= most for start, end in found)


def test_sentences_that_fit_are_whole() -> None:
    sentences = tuple(SentenceSpan(start=at, end=at + 10) for at in range(0, 50, 10))
    found = list(windows(Reading("x" * 50, sentences=sentences), max_characters=25))
    assert found == [(0, 20), (20, 40), (40, 50)]
