from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import AddressValue, Label, Link, QuantityValue
from workers.engines import Candidate
from workers.engines.resolver import group, resolve
from workers.text.alignment import Alignment, Segment

TEXT = "Alexander Gulyaev met Gulyaev in Daraa, in Deraa and in DARAA."
DARAA = Link(scheme="geonames", id="170905", name="Daraa", country="SY", score=1.0)


def candidate(start, end, label=Label.LOC, score=0.8, **fields):
    return Candidate(start, end, label, score, fields.pop("source", "test"), **fields)


def named(name, label=Label.LOC, nth=0, **fields):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(name, start + 1)
    return candidate(start, start + len(name), label, **fields)


def grouped(*candidates, text=TEXT, alignment=None):
    return group(sorted(candidates, key=lambda c: c.start), text=text, alignment=alignment)


def test_the_longer_span_wins_over_the_higher_score():
    longer, shorter = candidate(0, 9, score=0.2), candidate(3, 6, score=1.0)
    assert resolve([shorter, longer], text=TEXT) == [longer]


def test_of_equal_spans_the_higher_score_wins_and_then_the_earlier_engine():
    first, second, third = (
        candidate(0, 4, source="a"),
        candidate(0, 4, source="b"),
        candidate(0, 4, source="c", score=0.9),
    )
    assert resolve([first, second], text=TEXT) == [first]
    assert resolve([first, second, third], text=TEXT) == [third]


def test_neighbours_both_stand():
    left, right = candidate(0, 4), candidate(4, 8)
    assert resolve([right, left], text=TEXT) == [left, right]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1)])
def test_impossible_spans_are_dropped(start, end):
    assert resolve([candidate(start, end)], text=TEXT) == []


SPANS = st.tuples(st.integers(-2, 40), st.integers(-2, 40), st.floats(0, 1))


@given(st.lists(SPANS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_what_stands_is_disjoint_and_nothing_more_would_fit(spans):
    text = "x" * 38
    candidates = [candidate(start, end, score=score) for start, end, score in spans]
    standing = resolve(candidates, text=text)
    assert all(left.end <= right.start for left, right in pairwise(standing))
    for other in candidates:
        if 0 <= other.start < other.end <= len(text):
            assert any(other.start < kept.end and kept.start < other.end for kept in standing)


def test_one_name_in_several_writings_is_one_entity():
    entities = grouped(named("Daraa"), named("DARAA"))
    assert [(e.id, e.canonical, len(e.mentions)) for e in entities] == [("e1", "Daraa", 2)]


def test_different_names_with_one_link_are_one_entity_with_that_link():
    entities = grouped(named("Daraa", links=(DARAA,)), named("Deraa", links=(DARAA,)), named("DARAA"))
    assert len(entities) == 1
    assert entities[0].links == (DARAA,)
    assert [mention.text for mention in entities[0].mentions] == ["Daraa", "Deraa", "DARAA"]


def test_labels_keep_things_apart():
    assert [e.label for e in grouped(named("Daraa"), named("DARAA", Label.ORG))] == [Label.LOC, Label.ORG]


def test_equal_values_are_one_entity_and_unequal_ones_are_not():
    text = "5 km, five km, 6 km, a@b.c"
    five, six = QuantityValue(number=5, unit="km"), QuantityValue(number=6, unit="km")
    entities = grouped(
        candidate(0, 4, Label.QUANTITY, value=five),
        candidate(6, 13, Label.QUANTITY, value=five),
        candidate(15, 19, Label.QUANTITY, value=six),
        candidate(21, 26, Label.EMAIL, value=AddressValue(address="a@b.c")),
        text=text,
    )
    assert [(e.value, len(e.mentions)) for e in entities] == [(five, 2), (six, 1), (AddressValue(address="a@b.c"), 1)]


def test_a_family_name_joins_the_only_full_name_that_ends_with_it():
    (person,) = grouped(named("Alexander Gulyaev", Label.PER), named("Gulyaev", Label.PER, nth=1))
    assert person.canonical == "Alexander Gulyaev"
    assert [mention.text for mention in person.mentions] == ["Alexander Gulyaev", "Gulyaev"]


def test_a_family_name_of_two_persons_stays_alone():
    text = "Ann Smith, Bob Smith, Smith"
    entities = grouped(
        candidate(0, 9, Label.PER), candidate(11, 20, Label.PER), candidate(22, 27, Label.PER), text=text
    )
    assert [e.canonical for e in entities] == ["Ann Smith", "Bob Smith", "Smith"]


def test_entities_are_numbered_by_first_mention():
    entities = grouped(named("Daraa"), named("Gulyaev", Label.PER))
    assert [(e.id, e.canonical) for e in entities] == [("e1", "Gulyaev"), ("e2", "Daraa")]


def test_the_canonical_form_is_the_one_without_clitics():
    text = "بدرعا"
    (entity,) = grouped(candidate(0, 5, canonical="درعا"), text=text)
    assert (entity.canonical, entity.mentions[0].text) == ("درعا", "بدرعا")


def test_mentions_lead_back_to_the_raw_text_where_there_is_one():
    shifted = Alignment((Segment(0, 3, 0, 0),))
    (entity,) = grouped(named("Daraa"), alignment=shifted)
    mention = entity.mentions[0]
    assert (mention.raw_start, mention.raw_end) == (mention.start + 3, mention.end + 3)
    (without,) = grouped(named("Daraa"))
    assert (without.mentions[0].raw_start, without.mentions[0].raw_end) == (None, None)


def test_scores_are_rounded_for_readers():
    (entity,) = grouped(named("Daraa", score=1 / 3))
    assert entity.mentions[0].score == 0.3333


def test_many_overlapping_candidates_are_resolved_in_linear_time():
    text = "x" * 40_000
    candidates = [candidate(start, start + 100) for start in range(0, len(text) - 100, 2)]
    assert len(resolve(candidates, text=text)) == 400 - 1
