"""Reading order of PDF pages: columns, tables, heads, and pages whose file has another order than the paper."""

import random

import pytest

from schemas.document import Document
from tests.decoders.pdf_files import make_pdf, make_placed_pdf
from workers.decoders.pdf_characters import Piece
from workers.decoders.pdf_columns import in_reading_order
from workers.decoders.pdf_lines import Line, paragraphs
from workers.decoders.pdf_rows import Row, cells, rows_of
from workers.decoders.pdf_running import without_running_lines
from workers.decoders.table import decode

LEFT = ["The council met on Monday", "to hear how the bridge", "had been closed for the", "whole of the winter."]
RIGHT = ["It was agreed that work", "should begin at once and", "be paid for by the town", "and the county alike."]
TABLE = [
    ("City", "People", "Area"),
    ("Homs", "800,000", "48"),
    ("Aleppo", "2,100,000", "190"),
    ("Hama", "460,000", "95"),
]
SIZE = 10.0


def row(*words, y, x=50.0):
    """Return a row of words of five points a letter; a number moves the pen to there."""
    pieces = []
    for word in words:
        if isinstance(word, (int, float)):
            x = word
            continue
        for part in word.split():
            pieces.append(Piece(part, x, y, x, x + 5 * len(part), SIZE))
            x += 5 * len(part) + 3
    return Row(tuple(pieces), SIZE)


def text(rows, *, is_right_to_left=False):
    return [cells(one) for one in in_reading_order(rows, is_right_to_left=is_right_to_left)]


def side_by_side():
    return [row(a, 300, b, y=700 - 12 * n) for n, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True))]


def test_columns_are_read_one_after_the_other():
    assert text(side_by_side()) == [*LEFT, *RIGHT]


def test_the_right_column_comes_first_in_right_to_left_text():
    assert text(side_by_side(), is_right_to_left=True) == [*RIGHT, *LEFT]


def test_a_title_above_and_a_note_below_the_columns_stay_there():
    title = row("Minutes of the meeting of the council in the old town hall", 300, "of Marram", y=720)
    note = row("Printed by order of the council and sold for the benefit of the poor", y=600)
    assert text([title, *side_by_side(), note])[0].startswith("Minutes")
    assert text([title, *side_by_side(), note])[-1].startswith("Printed")


def test_columns_whose_lines_are_not_level_are_read_one_after_the_other():
    left = [row(line, y=700 - 12 * n) for n, line in enumerate(LEFT)]
    right = [row(300, line, y=694 - 12 * n) for n, line in enumerate(RIGHT)]
    mixed = [one for pair in zip(left, right, strict=True) for one in pair]
    assert text(mixed) == [*LEFT, *RIGHT]


def test_a_table_is_read_row_by_row_with_tabs_between_its_cells():
    rows = [row(a, 200, b, 350, c, y=700 - 12 * n) for n, (a, b, c) in enumerate(TABLE)]
    assert text(rows) == ["\t".join(cells_of_row) for cells_of_row in TABLE]


def test_rows_in_the_order_of_the_file_are_kept_where_it_makes_sense():
    rows = [row(line, y=700 - 12 * n) for n, line in enumerate(LEFT)]
    beside = [row(300, line, y=700 - 12 * n) for n, line in enumerate(RIGHT)]
    assert text([*rows, *beside]) == [*LEFT, *RIGHT]


@pytest.mark.parametrize("seed", range(5))
def test_rows_in_no_order_are_sorted_downwards(seed):
    lines = [*LEFT, *RIGHT]
    rows = [row(line, y=700 - 12 * n) for n, line in enumerate(lines)]
    random.Random(seed).shuffle(rows)
    assert text(rows) == lines


def test_no_word_is_lost_on_a_page_without_any_order():
    dice = random.Random(7)
    rows = [row(dice.choice(LEFT), dice.randrange(400), "x", y=dice.randrange(800)) for _ in range(60)]
    words = sorted(piece.text for one in rows for piece in one.pieces)
    ordered = in_reading_order(rows, is_right_to_left=False)
    assert sorted(piece.text for one in ordered for piece in one.pieces) == words


def test_rows_beyond_number_are_left_in_their_order():
    rows = [row("x", y=float(y)) for y in range(4_000)]
    assert in_reading_order(rows, is_right_to_left=False) == rows


@pytest.mark.timeout(20)
def test_a_page_of_dots_and_marks_ends_in_time():
    pieces = [Piece(letter, 3.0 * n, 700.0, 3.0 * n, 3.0 * n + 1, SIZE) for n in range(20_000) for letter in "ب\u064e"]
    rows = rows_of(pieces)
    assert len(in_reading_order(rows * 3, is_right_to_left=True)) == 3


def test_a_page_is_read_in_columns_from_its_file():
    glyphs = [
        glyph
        for n, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, line in zip((50, 330), pair, strict=True)
        for glyph in [(letter, x + 6 * place, 700 - 14 * n) for place, letter in enumerate(line)]
    ]
    decoded = decode(Document(content=make_placed_pdf([glyphs]), media_type="application/pdf"))
    assert decoded.text == "\n".join(" ".join(column) for column in (LEFT, RIGHT))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the infor\ufffe", "mation came"], "the information came"),
        (["the infor\u00ad", "mation came"], "the information came"),
        (["the infor-", "mation came"], "the information came"),
        (["the well\ufffe", "known man, as well-known as ever"], "the well-known man, as well-known as ever"),
        (["the years 1914\ufffe", "1918 were"], "the years 1914-1918 were"),
        (["the Austro\ufffe", "Hungarian army"], "the Austro-Hungarian army"),
        (["a long word and\ufffe"], "a long word and-"),
    ],
)
def test_divided_words_are_made_whole(lines, joined):
    assert paragraphs([[Line(line) for line in lines]]) == joined


def test_an_indented_line_begins_a_paragraph():
    page = [
        Line("The train came late because of the snow and", 700, 50, 10),
        Line("everybody waited for it in the cold station.", 688, 50, 10),
        Line("Nobody had said when it would come, and the", 676, 62, 10),
        Line("people had brought neither food nor blankets", 664, 50, 10),
    ]
    assert paragraphs([page]).count("\n") == 1


def test_heads_of_several_lines_and_numbers_with_words_are_dropped():
    pages = [["Annals", f"Volume {n}", *LEFT, f"end {'of' * n} page.", f"Page {n} of 5"] for n in range(1, 6)]
    decoded = decode(Document(content=make_pdf(pages), media_type="application/pdf"))
    assert (decoded.text.count("Annals"), decoded.text.count("Volume"), decoded.text.count("Page")) == (1, 1, 0)


def test_a_head_of_two_full_pages_is_known_by_its_place():
    pages = [[Line("Annals", 800), *(Line(f"{name} {n}", 700 - n) for n in range(12))] for name in ("first", "second")]
    kept = without_running_lines(pages)
    assert [line.text for page in kept for line in page].count("Annals") == 1


def test_a_head_that_was_drawn_last_comes_first():
    pages = [[*(Line(f"{name} words", 700 - n) for n in range(3)), Line("Annals", 800)] for name in "abc"]
    assert without_running_lines(pages)[0][0].text == "Annals"
