import pytest

from workers.engines.summary_selection import Option, Room, preferred, select


def unlike(_one, _other):
    return 0.0


def options(*relevances, **more):
    return [
        Option(number=number, relevance=relevance, length=10, **more) for number, relevance in enumerate(relevances)
    ]


def test_the_most_relevant_come_first():
    assert select(options(1, 3, 2), room=Room(sentences=2), likeness=unlike) == [1, 2]


def test_of_equals_the_earlier_comes_first():
    assert select(options(1, 1, 1), room=Room(sentences=2), likeness=unlike) == [0, 1]


def test_what_repeats_a_choice_loses_to_something_new():
    alike = {(1, 0): 0.5, (2, 0): 0.0}
    assert select(options(3, 2.5, 2), room=Room(sentences=2), likeness=lambda a, b: alike.get((a, b), 0)) == [0, 2]


def test_what_says_the_same_is_never_chosen():
    assert select(options(3, 2, 1), room=Room(sentences=3), likeness=lambda _a, _b: 0.9) == [0]


def test_torn_and_dangling_come_last():
    mixed = [
        Option(0, 9, 10, torn=True),
        Option(5, 8, 10, dangling=True),
        Option(7, 1, 10),
    ]
    assert select(mixed, room=Room(sentences=3), likeness=unlike) == [2, 1, 0]
    assert preferred(mixed) == 2


def test_a_dangling_one_is_free_once_the_one_before_it_is_told():
    mixed = [Option(0, 9, 10), Option(1, 8, 10, dangling=True), Option(2, 7, 10)]
    assert select(mixed, room=Room(sentences=2), likeness=unlike) == [0, 1]


def test_characters_count_with_the_spaces_between():
    assert len(select(options(3, 2, 1), room=Room(characters=32), likeness=unlike)) == 3
    assert len(select(options(3, 2, 1), room=Room(characters=31), likeness=unlike)) == 2


def test_a_shorter_one_takes_the_room_that_is_left():
    mixed = [Option(0, 3, 20), Option(1, 2, 20), Option(2, 1, 5)]
    assert select(mixed, room=Room(characters=30), likeness=unlike) == [0, 2]


@pytest.mark.parametrize(
    ("room", "fits"),
    [(Room(sentences=2), True), (Room(sentences=1), False), (Room(characters=11), True), (Room(characters=10), False)],
)
def test_a_room_knows_what_it_holds(room, fits):
    assert room.holds([5, 5]) is fits
