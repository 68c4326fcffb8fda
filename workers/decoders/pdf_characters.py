"""What stands on a page of a PDF, and where: words of scripts that run to the right, single glyphs of all others."""

from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from functools import cache
from re import compile as pattern
from typing import Any, NamedTuple
from unicodedata import combining, normalize

import pypdfium2.raw as pdfium

# PDFium puts this where it takes a hyphen at the end of a line for a division.
DIVISION = "\ufffe"
# Hebrew to Mandaic with their extensions, and the forms for presentation.
_RIGHT_TO_LEFT = pattern(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PRESENTATION_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_WORD = pattern(r"\S+")
_LINE = pattern(rf"[^\r\n{DIVISION}]+{DIVISION}?")


class Piece(NamedTuple):
    """A word or glyph at its place, in points from the left and the bottom of the page.

    `x` and `y` are where the pen was set down; `left` and `right` are the borders of the ink of marks, and of the room
    that a font gives to other characters, so that letters of a word touch. `height` is that of the room.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    height: float


def has_right_to_left(text: str) -> bool:
    """Tell whether a text has letters of a script that runs to the left."""
    return _RIGHT_TO_LEFT.search(text) is not None


class Places:
    """The places of the characters of one text page; each question costs some microseconds."""

    def __init__(self, textpage: Any) -> None:
        self._page = textpage.raw
        self._x, self._y = c_double(), c_double()
        self._left, self._right, self._bottom, self._top = c_double(), c_double(), c_double(), c_double()
        self._room = pdfium.FS_RECTF()
        self._origin = (byref(self._x), byref(self._y))
        self._ink = (byref(self._left), byref(self._right), byref(self._bottom), byref(self._top))
        self._room_out = byref(self._room)

    def piece(self, text: str, first: int, last: int) -> Piece:
        """Return the piece of the page from one character to another, both included."""
        pdfium.FPDFText_GetCharOrigin(self._page, first, *self._origin)
        x, y = self._x.value, self._y.value
        if combining(text[0]):
            pdfium.FPDFText_GetCharBox(self._page, first, *self._ink)
            return Piece(text, x, y, self._left.value, self._right.value, 0.0)
        pdfium.FPDFText_GetLooseCharBox(self._page, first, self._room_out)
        left, height = self._room.left, self._room.top - self._room.bottom
        if last != first:
            pdfium.FPDFText_GetLooseCharBox(self._page, last, self._room_out)
        return Piece(text, x, y, left, self._room.right, height)

    def origin(self, place: int) -> tuple[float, float]:
        """Return where the pen was set down for a character."""
        pdfium.FPDFText_GetCharOrigin(self._page, place, *self._origin)
        return self._x.value, self._y.value


def words(text: str, places: Places) -> Iterator[tuple[Piece, ...]]:
    """Yield the words of each line that PDFium made; one that ends with DIVISION goes on in the next line."""
    for line in _LINE.finditer(text):
        found = _WORD.finditer(text, line.start(), line.end())
        if pieces := tuple(places.piece(word[0], word.start(), _last(word[0], word.end())) for word in found):
            yield pieces


def glyphs(text: str, places: Places) -> Iterator[Piece]:
    """Yield what was drawn as one: letters that stand at one place are a ligature, spaces have a width."""
    place = 0
    while place < len(text):
        first = place
        place += 1
        if text[first] in "\r\n":
            continue
        origin = places.origin(first)
        while (
            text[first] != " " and place < len(text) and text[place] not in " \r\n" and places.origin(place) == origin
        ):
            place += 1
        letters = text[first:place].replace(DIVISION, "-")
        piece = places.piece(letters, first, first) if len(letters) == 1 else _ligature(letters, first, places)
        if piece.text != " " or piece.left < piece.right:
            yield piece


def usual_height(pieces: Sequence[Piece]) -> float:
    """Return the median height, a bit more than the size of the type; never zero."""
    heights = sorted(piece.height for piece in pieces if piece.height > 0)
    return heights[len(heights) // 2] if heights else 1.0


def _last(word: str, end: int) -> int:
    return end - 2 if len(word) > 1 and word[-1] == DIVISION else end - 1


def _ligature(letters: str, first: int, places: Places) -> Piece:
    """Return the letters that one glyph stands for, in the order of speech.

    Where a file tells them beside the glyph, PDFium gives each a part of its room in the right order. Else it turns
    them around with all right-to-left text, unless the ligature was one character of the forms for presentation.
    """
    parts = [places.piece(letter, first + number, first + number) for number, letter in enumerate(letters)]
    base = [part for part in parts if not combining(part.text)]
    text = "".join(part.text for part in base)
    if has_right_to_left(letters):
        if len({part.left for part in base}) == len(base):
            text = "".join(part.text for part in sorted(base, key=lambda part: -part.left))
        elif text[::-1] in _ligatures() or text not in _ligatures():
            text = text[::-1]
    text += "".join(letter for letter in letters if combining(letter))
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    return parts[0]._replace(text=text, left=min(left, parts[0].x), right=right, height=parts[0].height)


@cache
def _ligatures() -> frozenset[str]:
    forms = (normalize("NFKC", chr(code)) for codes in _PRESENTATION_FORMS for code in codes)
    return frozenset(form for form in forms if len(form) > 1)
