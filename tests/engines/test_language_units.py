from hypothesis import given
from hypothesis import strategies as st

from schemas.text import SentenceSpan
from workers.engines.language_units import MOST_UNITS, units_of


def test_each_unit_begins_with_a_sentence_and_the_first_with_the_text():
    sentences = [SentenceSpan(start=2, end=5), SentenceSpan(start=6, end=9)]
    assert [(unit.start, unit.end) for unit in units_of("  abc def ", sentences=sentences)] == [(0, 6), (6, 10)]


def test_lines_are_the_units_of_a_text_without_sentences():
    assert [(unit.start, unit.end) for unit in units_of("ab\n\ncd\n", sentences=())] == [(0, 4), (4, 7)]


def test_a_book_has_a_bounded_number_of_units():
    text = "ab\n" * (3 * MOST_UNITS + 1)
    units = units_of(text, sentences=())
    assert MOST_UNITS / 2 < len(units) <= MOST_UNITS
    assert units[-1].end == len(text)


def test_an_empty_text_has_no_units():
    assert units_of("", sentences=()) == ()


@given(st.text(alphabet="a\n ", max_size=50), st.lists(st.integers(0, 80), max_size=10))
def test_units_cover_the_text_whatever_the_sentences(text, starts):
    units = units_of(text, sentences=[SentenceSpan(start=start, end=start + 1) for start in starts])
    assert "".join(text[unit.start : unit.end] for unit in units) == text
