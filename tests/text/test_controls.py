import pytest

from workers.text.alignment import rewrite
from workers.text.controls import repair_controls


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_spelling_of_a_line_end_becomes_a_line_feed(line_end):
    assert rewrite(f"a{line_end}b", repair_controls(f"a{line_end}b"))[0] == "a\nb"


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x1b", "\x7f", "\x80", "\x9f", "\ufdd0", "\uffff", "\U0010fffe"])
def test_controls_and_noncharacters_are_removed(control):
    assert rewrite(f"a{control}b", repair_controls(f"a{control}b"))[0] == "ab"


def test_tabs_and_line_feeds_are_not_controls():
    assert not list(repair_controls("a\tb\nc"))
