"""The lines of one page of a PDF in reading order, those of Arabic and Hebrew in the order of speech."""

from collections.abc import Iterator, Sequence
from re import compile as pattern
from typing import Any
from unicodedata import bidirectional

from workers.decoders.pdf_characters import Places, glyphs, has_right_to_left, usual_height, words
from workers.decoders.pdf_columns import in_reading_order
from workers.decoders.pdf_lines import Line
from workers.decoders.pdf_rows import Row, cells, rows_of
from workers.decoders.pdf_speech import brackets_are_turned, is_backwards, spoken, turned

_LINE = pattern(r"[^\r\n\ufffe]+\ufffe?")
_SPACES = pattern(r" +")
_TABS = pattern(r" *\t\s*")


def page_lines(textpage: Any) -> list[Line]:
    """Return the lines of a page.

    PDFium gives text in the order of the file with right-to-left runs turned around, which is right only where a
    program drew letter by letter from the left. Such pages are read anew from the places of their glyphs.
    """
    text = textpage.get_text_range()
    # Characters are counted in UTF-16 units there; only where both counts agree do places as well.
    if textpage.count_chars() != len(text):
        return [Line(line.strip()) for line in _LINE.findall(text) if line.strip()]
    places = Places(textpage)
    return _leftward_lines(text, places) if has_right_to_left(text) else _rightward_lines(text, places)


def _rightward_lines(text: str, places: Places) -> list[Line]:
    drawn = list(words(text, places))
    height = usual_height([piece for pieces in drawn for piece in pieces])
    rows = [Row(pieces, max(pieces[0].height, 0.0) or height) for pieces in drawn]
    ordered = in_reading_order(rows, is_right_to_left=False)
    return [Line(cells(row), row.y, row.left, row.height) for row in ordered]


def _leftward_lines(text: str, places: Places) -> list[Line]:
    classes = [bidirectional(character) for character in text]
    is_right_to_left = sum(map(classes.count, ("R", "AL"))) >= classes.count("L")
    rows = in_reading_order(rows_of(glyphs(text, places)), is_right_to_left=is_right_to_left)
    texts = list(_spoken(rows, is_right_to_left=is_right_to_left))
    if is_backwards(" ".join(texts)):
        texts = [_tidy("".join(piece.text for piece in row.pieces)) for row in rows]
    if brackets_are_turned(texts):
        texts = list(map(turned, texts))
    starts = [-row.right if is_right_to_left else row.left for row in rows]
    return [Line(line, row.y, start, row.height) for line, row, start in zip(texts, rows, starts, strict=True) if line]


def _spoken(rows: Sequence[Row], *, is_right_to_left: bool) -> Iterator[str]:
    for row in rows:
        yield _tidy(spoken([piece.text for piece in row.pieces], is_right_to_left=is_right_to_left))


def _tidy(line: str) -> str:
    return _TABS.sub("\t", _SPACES.sub(" ", line)).strip()
