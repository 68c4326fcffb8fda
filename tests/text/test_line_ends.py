from workers.text.line_ends import passages

WRAPPED = """The caravan left the old gate at dawn and followed the dry river
until the heat forced everyone to rest. Nobody spoke, for the water
was low and the next well lay beyond the hills. In the evening they
saw a light."""


def parts(text):
    return [text[start:end] for start, end in passages(text)]


def test_wrapped_lines_are_one_part():
    assert parts(WRAPPED) == [WRAPPED]


def test_an_item_of_a_list_begins_a_part_even_in_wrapped_text():
    assert len(parts(WRAPPED + "\n- and an item of a list that is as long as the lines before it")) == 2


def test_short_lines_are_parts_of_their_own():
    assert parts("home\nabout us\ncontact") == ["home", "about us", "contact"]


def test_lines_with_room_for_the_next_word_are_not_wrapped():
    lines = [
        "The first headline of this newspaper page today",
        "Second headline",
        "A third headline that is a little longer",
    ]
    assert parts("\n".join(lines)) == lines


def test_a_long_line_that_goes_on_in_lower_case_is_wrapped():
    text = "This line is longer than forty characters and it\nends here"
    assert parts(text) == [text]


def test_an_empty_line_parts_wrapped_text():
    assert parts(f"{WRAPPED}\n \n{WRAPPED}") == [WRAPPED, WRAPPED]


def test_no_part_has_blanks_around_it():
    assert parts("\n \n  a \n\t\nb\u2003\n") == ["a", "b"]
