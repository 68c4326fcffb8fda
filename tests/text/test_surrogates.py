from workers.text.alignment import rewrite
from workers.text.surrogates import repair_surrogates


def test_a_pair_is_joined_and_lone_halves_are_replaced():
    text, alignment = rewrite(raw := "\ude00\ud83d\ude00\ud83d", repair_surrogates(raw))
    assert text == "\ufffd😀\ufffd"
    assert alignment.raw_span(1, 2) == (1, 3)


def test_characters_above_the_basic_plane_are_left_alone():
    assert not list(repair_surrogates("😀𐍈"))
