from unicodedata import is_normalized, normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from workers.text.alignment import rewrite
from workers.text.composition import MARKS_PER_LETTER, compose, drop_excess_marks

_MARKED = st.text(
    st.sampled_from("aeko\u0301\u0323\u0327\u0958\u0915\u093c\u1100\u1161\u11a8\u212b\u2126\u0344가"), max_size=25
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(_MARKED, st.text(max_size=30)))
def test_the_result_is_what_unicode_says(text):
    fewer = rewrite(text, drop_excess_marks(text))[0]
    assert rewrite(fewer, compose(fewer))[0] == normalize("NFC", fewer)


def test_only_the_pieces_that_change_are_edits():
    text, alignment = rewrite("abce\u0301fgh", compose("abce\u0301fgh"))
    assert text == "abcéfgh"
    assert len(alignment.segments) == 1
    assert alignment.raw_span(3, 4) == (3, 5)


def test_a_letter_keeps_thirty_marks():
    tower = "e" + "\u0301\u0316" * 40
    fewer = rewrite(tower, drop_excess_marks(tower))[0]
    assert len(fewer) == 1 + MARKS_PER_LETTER


def test_marks_without_end_take_linear_time():
    text = "e" + "\u0316\u0301" * 300_000
    fewer = rewrite(text, drop_excess_marks(text))[0]
    assert is_normalized("NFC", rewrite(fewer, compose(fewer))[0])
