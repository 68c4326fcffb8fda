import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.summary_selection import Burden, Options, Room, preferred, select

FREE = Burden()


def options(*relevances, lengths=None, likeness=None, burdens=None, numbers=None):
    alike = likeness or {}
    return Options(
        relevance=relevances,
        numbers=numbers or list(range(len(relevances))),
        length_of=lambda index: lengths[index] if lengths else 10,
        likeness=lambda one, other: alike.get((one, other), alike.get((other, one), 0.0)),
        burden_of=lambda index: (burdens or {}).get(index, FREE),
    )


def test_the_most_relevant_come_first():
    assert select(options(1, 3, 2), room=Room(sentences=2)) == [1, 2]


def test_of_equals_the_earlier_comes_first():
    assert select(options(1, 1, 1), room=Room(sentences=2)) == [0, 1]


def test_what_repeats_a_choice_loses_to_something_new():
    assert select(options(3, 2.2, 2, likeness={(1, 0): 0.5}), room=Room(sentences=2)) == [0, 2]


def test_what_says_the_same_is_never_chosen():
    alike = {(1, 0): 0.9, (2, 0): 0.9, (2, 1): 0.9}
    assert select(options(3, 2, 1, likeness=alike), room=Room(sentences=3)) == [0]


def test_a_burden_is_weighed_against_relevance():
    burdened = {0: Burden(always=5.0), 1: Burden(alone=1.0)}
    assert select(options(4, 2, 1.5, burdens=burdened), room=Room(sentences=3)) == [2, 1, 0]
    assert preferred(options(4, 2, 1.5, burdens=burdened)) == 2


def test_the_burden_of_standing_alone_falls_once_the_one_before_is_told():
    burdened = {1: Burden(alone=5.0)}
    assert select(options(9, 8, 7, burdens=burdened), room=Room(sentences=2)) == [0, 1]
    assert select(options(9, 8, 7, burdens=burdened, numbers=[0, 5, 7]), room=Room(sentences=2)) == [0, 2]


def test_characters_count_with_the_spaces_between():
    assert len(select(options(3, 2, 1), room=Room(characters=32))) == 3
    assert len(select(options(3, 2, 1), room=Room(characters=31))) == 2


def test_a_shorter_one_takes_the_room_that_is_left():
    assert select(options(3, 2, 1, lengths=[20, 20, 5]), room=Room(characters=30)) == [0, 2]


@pytest.mark.parametrize(
    ("room", "fits"),
    [(Room(sentences=2), True), (Room(sentences=1), False), (Room(characters=11), True), (Room(characters=10), False)],
)
def test_a_room_knows_what_it_holds(room, fits):
    assert room.holds(2, characters=11) is fits


def plainly(given_options, *, room):
    """The same choice without short cuts: every option is looked at in every round."""
    chosen = []
    remaining = set(range(len(given_options.relevance)))
    while remaining and len(chosen) < room.sentences:
        told = {given_options.numbers[index] for index in chosen}

        def worth(index, told=told):
            repetition = max((given_options.likeness(index, other) for other in chosen), default=0.0)
            if repetition > 0.6:
                return None
            burden = given_options.burden_of(index)
            alone = burden.alone if given_options.numbers[index] - 1 not in told else 0.0
            return given_options.relevance[index] - repetition - (burden.always + alone)

        worths = {index: worth(index) for index in remaining}
        remaining -= {index for index, value in worths.items() if value is None}
        if not remaining:
            break
        best = max(remaining, key=lambda index: (worths[index], -index))
        chosen.append(best)
        remaining.discard(best)
    return chosen


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(-3, 3), min_size=1, max_size=8),
    st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.sampled_from([0.25, 0.5, 0.75]), max_size=12),
    st.dictionaries(st.integers(0, 7), st.builds(Burden, st.integers(0, 2), st.integers(0, 2)), max_size=4),
    st.integers(1, 5),
)
def test_the_short_cuts_of_the_choice_change_nothing(relevances, alike, burdens, sentences):
    given_options = options(*map(float, relevances), likeness=alike, burdens=burdens)
    room = Room(sentences=sentences)
    assert select(given_options, room=room) == plainly(given_options, room=room)
