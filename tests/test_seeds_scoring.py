"""The scoring of seeds itself, on one invented sentence."""

import pytest

from schemas import DatePrecision, DateValue, Entity, Label, Link, Mention
from tests.seeds_scoring import PATTERNS, PLACES, ExpectedEntity, ExpectedValue, located, mentions_of, score, table

TEXT = "On 3 May 2025 the University of Oslo moved from Oslo\nto Bergen."
DATE = ExpectedEntity(label=Label.DATE, text="3 May 2025", value=ExpectedValue(edtf="2025-05-03"))
UNIVERSITY = ExpectedEntity(label=Label.ORG, text="University of Oslo")
OSLO = ExpectedEntity(label=Label.LOC, text="Oslo", country="NO")
BERGEN = ExpectedEntity(label=Label.LOC, text="Bergen")
EXPECTED = (DATE, UNIVERSITY, OSLO, BERGEN)


def entity(label: Label, words: str, *, after: int = 0, edtf: str | None = None, country: str | None = None) -> Entity:
    start = TEXT.index(words, after)
    end = start + len(words)
    return Entity(
        id="e1",
        label=label,
        canonical=words,
        mentions=(Mention(start=start, end=end, text=words, score=1.0, source="test"),),
        value=DateValue(edtf=edtf, precision=DatePrecision.DAY) if edtf else None,
        links=(Link(scheme="geonames", id="1", name=words, country=country, score=1.0),) if country else (),
    )


def scores(*entities: Entity, labels=PLACES) -> tuple[int, int, int]:
    one = score(list(located(EXPECTED, text=TEXT)), mentions_of(entities), labels=labels)
    return one.hits, len(one.missed), len(one.false)


def test_a_mention_is_looked_for_after_the_one_before() -> None:
    assert [TEXT[place.start : place.end] for place in located(EXPECTED, text=TEXT)] == [one.text for one in EXPECTED]
    assert [place.start for place in located(EXPECTED, text=TEXT)][2] == TEXT.rindex("Oslo")


def test_a_mention_may_be_broken_over_two_lines() -> None:
    (place,) = located([ExpectedEntity(label=Label.LOC, text="Oslo to Bergen")], text=TEXT)
    assert place.end == TEXT.index(".")


def test_an_annotation_that_the_text_lacks_is_an_empty_span_and_missed() -> None:
    places = list(located((BERGEN, BERGEN), text=TEXT))
    assert [place.is_in_text for place in places] == [True, False]
    assert score(places, [], labels=PLACES).missed == ("LOC 'Bergen'", "LOC 'Bergen'")


@pytest.mark.parametrize(
    ("edtf", "expected"), [("2025-05-03", (1, 0, 0)), ("2025-03-05", (0, 1, 1)), (None, (0, 1, 1))]
)
def test_a_date_with_another_value_is_missed_and_false(edtf: str | None, expected: tuple[int, int, int]) -> None:
    assert scores(entity(Label.DATE, "3 May 2025", edtf=edtf), labels=PATTERNS) == expected


@pytest.mark.parametrize(("country", "expected"), [("NO", (1, 1, 0)), ("US", (0, 2, 1))])
def test_a_place_in_another_country_is_missed_and_false(country: str, expected: tuple[int, int, int]) -> None:
    assert scores(entity(Label.LOC, "Oslo", after=40, country=country)) == expected


def test_a_place_inside_the_name_of_an_organisation_is_neither_right_nor_wrong() -> None:
    assert scores(entity(Label.LOC, "Oslo", country="NO")) == (0, 2, 0)


def test_a_span_more_than_twice_as_long_is_no_hit() -> None:
    assert scores(entity(Label.LOC, "to Bergen.")) == (1, 1, 0)
    assert scores(entity(Label.LOC, "from Oslo\nto Bergen.")) == (0, 2, 1)


def test_one_found_mention_answers_one_expected_mention() -> None:
    assert scores(entity(Label.LOC, "Bergen"), entity(Label.LOC, "Bergen")) == (1, 1, 1)


def test_a_table_names_misses_and_false_alarms_under_their_seed() -> None:
    one = score(list(located(EXPECTED, text=TEXT)), mentions_of([entity(Label.LOC, "May")]), labels=PLACES)
    shown = table({"no-oslo.txt": one})
    assert "- LOC 'Oslo' NO" in shown
    assert "+ LOC 'May'" in shown
    assert one.f1 == 0.0
