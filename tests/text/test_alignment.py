from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.text import Edit
from workers.text.alignment import Alignment, Change, Segment, from_edits, rewrite


@st.composite
def rewritten(draw, text):
    """Changes at random places, deletions among them, touching each other or not."""
    borders = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    changes = [
        Change(start, end, draw(st.text("xyz", max_size=3)), "test")
        for start, end in zip(borders[::2], borders[1::2], strict=False)
    ]
    return rewrite(text, [change for change in changes if change.start < change.end])


@st.composite
def three_passes(draw):
    text = draw(st.text("abcdefgh", max_size=20))
    first, one = draw(rewritten(text))
    second, two = draw(rewritten(first))
    third, three = draw(rewritten(second))
    return text, third, (one, two, three)


def test_a_text_without_changes_is_the_same_object_and_has_no_segments():
    text = "as it was"
    same, alignment = rewrite(text, ())
    assert same is text
    assert alignment == Alignment()
    assert alignment.raw_span(3, 5) == (3, 5)


def test_a_span_maps_to_the_raw_span_without_what_was_deleted_at_its_borders():
    text, alignment = rewrite("ab--cd--ef", [Change(2, 4, "", "dash"), Change(6, 8, "", "dash")])
    assert text == "abcdef"
    assert alignment.raw_span(2, 4) == (4, 6)
    assert alignment.raw_span(1, 5) == (1, 9)


def test_a_span_that_cuts_a_replacement_maps_to_all_that_was_replaced():
    _, alignment = rewrite("abcdef", [Change(2, 4, "XYZ", "test")])
    assert alignment.raw_span(3, 4) == (2, 4)
    assert alignment.raw_span(0, 3) == (0, 4)
    assert alignment.raw_span(4, 6) == (2, 5)


def test_an_empty_span_maps_to_an_empty_span():
    _, alignment = rewrite("ab--cd", [Change(2, 4, "", "dash")])
    assert alignment.raw_span(2, 2) == (4, 4)


def test_edits_are_published_and_read_back():
    _, alignment = rewrite("abcdef", [Change(2, 4, "X", "test")])
    assert alignment.edits() == (Edit(raw_start=2, raw_end=4, start=2, end=3),)
    assert from_edits(alignment.edits()) == alignment


def test_coarsened_segments_still_cover_every_change():
    text, alignment = rewrite("a-b-c-d-e", [Change(i, i + 1, "", "dash") for i in (1, 3, 5, 7)])
    coarse = alignment.coarsened(2)
    assert coarse.segments == (Segment(1, 4, 1, 2), Segment(5, 8, 3, 4))
    assert coarse.raw_span(4, 5) == (8, 9)
    assert text == "abcde"
    assert alignment.coarsened(4) is alignment


@settings(max_examples=300, deadline=None)
@given(three_passes())
def test_outside_of_the_segments_the_texts_are_equal(passes):
    text, third, (one, two, three) = passes
    composed = one.then(two).then(three)
    position = raw_position = 0
    for segment in (*composed.segments, Segment(len(text), len(text), len(third), len(third))):
        assert text[raw_position : segment.raw_start] == third[position : segment.start]
        raw_position, position = segment.raw_end, segment.end


@settings(max_examples=300, deadline=None)
@given(three_passes())
def test_composition_is_associative(passes):
    _, _, (one, two, three) = passes
    assert one.then(two).then(three) == one.then(two.then(three))


@settings(max_examples=300, deadline=None)
@given(three_passes(), st.data())
def test_unchanged_characters_map_back_to_themselves(passes, data):
    text, third, (one, two, three) = passes
    composed = one.then(two).then(three)
    start = data.draw(st.integers(0, len(third)))
    end = data.draw(st.integers(start, len(third)))
    raw_start, raw_end = composed.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(text)
    if not any(segment.start < end and segment.end > start for segment in composed.segments) and start < end:
        inner = [segment for segment in composed.segments if start < segment.start < end]
        assert inner or text[raw_start:raw_end] == third[start:end]
