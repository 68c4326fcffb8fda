"""Places of one name are told apart by the names around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.gazetteer import Kind, Place
from workers.engines.place_senses import Name, choose, distance_kilometres, neighbourhood


def place(
    identifier: int, country: str, at: tuple[float, float], population: int = 100_000, kind: Kind = Kind.CITY
) -> Place:
    return Place(identifier, "", country, *at, population, kind)


LONDON = place(1, "GB", (51.5, -0.1), 9_000_000, Kind.CAPITAL)
LONDON_ONTARIO = place(2, "CA", (43.0, -81.2), 400_000)
ONTARIO = place(3, "CA", (43.5, -80.0), 14_000_000, Kind.REGION)
ATHENS = place(4, "GR", (38.0, 23.7), 660_000, Kind.CAPITAL)
ATHENS_GEORGIA = place(5, "US", (33.9, -83.4), 120_000)
MACON = place(6, "US", (32.8, -83.6), 150_000)
MACON_FRANCE = place(7, "FR", (46.3, 4.8), 35_000)


def chosen(*names: Name) -> list[int]:
    return [sense.place.id for sense in choose(names) if sense]


def test_alone_the_larger_is_meant() -> None:
    assert chosen(Name((LONDON, LONDON_ONTARIO))) == [1]


def test_a_name_in_apposition_says_where_the_place_is() -> None:
    near = frozenset({1})
    assert chosen(Name((LONDON, LONDON_ONTARIO), near, near), Name((ONTARIO,), frozenset({0}))) == [2, 3]


def test_names_explain_each_other() -> None:
    athens, macon = Name((ATHENS, ATHENS_GEORGIA), frozenset({1})), Name((MACON, MACON_FRANCE), frozenset({0}))
    assert chosen(athens, macon) == [5, 6]


def test_a_name_without_senses_has_none() -> None:
    assert choose([Name(())]) == [None]


def test_the_likelihoods_of_equal_namesakes_are_equal() -> None:
    (sense,) = choose([Name((MACON, MACON))])
    assert sense is not None
    assert sense.likelihood == pytest.approx(0.5)


def test_distances_are_those_of_the_globe() -> None:
    assert distance_kilometres(LONDON, ATHENS) == pytest.approx(2_390, rel=0.01)


@given(st.lists(st.integers(0, 5), max_size=40))
def test_a_neighbourhood_is_symmetric_within_the_first_mentions_and_never_holds_the_name_itself(
    order: list[int],
) -> None:
    found = neighbourhood(order, {})
    assert set(found) == set(order)
    assert all(name not in around for name, (around, _) in found.items())


def test_an_apposition_leads_from_a_mention_to_the_next() -> None:
    assert neighbourhood([0, 1, 2], {0: 1})[0] == ({1, 2}, {1})
