"""Glyphs set in rows: the lines of a page as they are seen, whatever the order in which they were drawn."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import combining

from workers.decoders.pdf_characters import Piece, usual_height

# In heights of the type: what is nearer to the base line of a row stands in it; a mark is no farther from its letter;
# words stand a quarter apart.
_SAME_ROW = 0.3
_MARK_REACH = 1.2
_WORD_GAP = 0.15
# Cells of a table stand farther apart than words of justified text.
_CELL_GAP = 1.5
# A letter that is printed twice is moved by less; a mark stands over most of its letter.
_STACKED = 0.03
_OVERLAP = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """Words or glyphs on one base line; `height` is that of the type."""

    pieces: tuple[Piece, ...]
    height: float

    @property
    def y(self) -> float:
        """The base line."""
        return self.pieces[0].y

    @property
    def left(self) -> float:
        """Where the ink begins."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where the ink ends."""
        return max(piece.right for piece in self.pieces)


def rows_of(glyphs: Iterable[Piece]) -> list[Row]:
    """Return the rows of a page from top to bottom; marks are joined to their letters, gaps are spaces."""
    drawn = list(glyphs)
    letters = [piece for piece in drawn if not any(map(combining, piece.text))]
    height = usual_height(letters or drawn)
    rows = _clustered(letters, height)
    floating, lost = _by_row([piece for piece in drawn if any(map(combining, piece.text))], rows, height)
    found = [*_settled(rows, floating), *([piece] for piece in lost if not combining(piece.text[0]))]
    found.sort(key=lambda row: -row[0].y)
    return [Row(tuple(_spaced(row, height)), height) for row in found if any(piece.text.strip() for piece in row)]


def cells(row: Row) -> str:
    """Return the words of a row; where they stand as far apart as cells of a table, tabs are between them."""
    text = row.pieces[0].text
    for before, word in pairwise(row.pieces):
        text += ("\t" if word.left - before.right > _CELL_GAP * row.height else " ") + word.text
    return text


def _clustered(letters: Iterable[Piece], height: float) -> list[list[Piece]]:
    """Return letters by base line, from left to right; those that are printed twice to be bold stand once."""
    rows: list[list[Piece]] = []
    for piece in sorted(letters, key=lambda piece: -piece.y):
        if not rows or rows[-1][0].y - piece.y > _SAME_ROW * height:
            rows.append([])
        rows[-1].append(piece)
    return [list(_once(sorted(row, key=_place), height)) for row in rows]


def _place(piece: Piece) -> tuple[float, float]:
    return piece.x, piece.right


def _once(row: Iterable[Piece], height: float) -> Iterator[Piece]:
    before: Piece | None = None
    for piece in row:
        if before is None or piece.text != before.text or piece.x - before.x > _STACKED * height:
            yield piece
        before = piece


def _by_row(
    pieces: Iterable[Piece], rows: Sequence[Sequence[Piece]], height: float
) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """Return what is drawn off the base lines by the number of the row that it belongs to, and what is near none."""
    near: dict[int, list[Piece]] = {}
    lost = []
    # Base lines fall from row to row.
    lines = [-row[0].y for row in rows]
    for piece in pieces:
        at = bisect_left(lines, -piece.y)
        around = [number for number in (at - 1, at) if 0 <= number < len(lines)]
        nearest = min(around, key=lambda number: abs(lines[number] + piece.y), default=None)
        if nearest is not None and abs(lines[nearest] + piece.y) < _MARK_REACH * height:
            near.setdefault(nearest, []).append(piece)
        else:
            lost.append(piece)
    return near, lost


def _settled(rows: Sequence[Sequence[Piece]], floating: Mapping[int, Sequence[Piece]]) -> Iterator[list[Piece]]:
    """Yield the rows with what floats over them: letters between the others, marks after the letters below.

    A letter with its mark may be said to stand where only the mark is drawn. Is another letter there already, then it
    is just the mark.
    """
    for number, row in enumerate(rows):
        marks, letters, nearest = [], list(row), _Nearest(row)
        for piece in floating.get(number, ()):
            below = nearest.to(piece)
            if combining(piece.text[0]) or (below is not None and _covers(row[below], piece)):
                marks += [piece._replace(text=letter) for letter in piece.text if combining(letter)]
            else:
                letters.append(piece._replace(y=row[0].y))
        yield _marked(sorted(letters, key=_place), marks)


def _covers(letter: Piece, piece: Piece) -> bool:
    shared = min(letter.right, piece.right) - max(letter.left, piece.left)
    return piece.y != letter.y and shared > _OVERLAP * (piece.right - piece.left)


def _marked(row: Sequence[Piece], marks: Iterable[Piece]) -> list[Piece]:
    """Return the row with each mark written after the letter that it stands over, which is as wide as both."""
    marked, nearest = list(row), _Nearest(row)
    for mark in marks:
        below = nearest.to(mark)
        if below is not None:
            one = marked[below]
            left, right = min(one.left, mark.left), max(one.right, mark.right)
            marked[below] = one._replace(text=one.text + mark.text, left=left, right=right)
    return marked


class _Nearest:
    """Finds the letter of a row whose middle is nearest to that of a piece, in logarithmic time."""

    def __init__(self, row: Sequence[Piece]) -> None:
        letters = ((piece.left + piece.right, number) for number, piece in enumerate(row) if not piece.text.isspace())
        self._middles = sorted(letters)

    def to(self, piece: Piece) -> int | None:
        """Return the number of that letter, or None in a row of spaces."""
        middle = piece.left + piece.right
        at = bisect_left(self._middles, (middle, 0))
        around = self._middles[max(0, at - 1) : at + 1]
        return min(around, key=lambda letter: abs(letter[0] - middle), default=(0.0, None))[1]


def _spaced(row: Sequence[Piece], height: float) -> Iterator[Piece]:
    before: Piece | None = None
    for piece in row:
        gap = 0.0 if before is None or piece.text.isspace() else (piece.left - before.right) / height
        if before is not None and gap > (_WORD_GAP if not before.text.isspace() else _CELL_GAP):
            space = "\t" if gap > _CELL_GAP else " "
            yield Piece(space, before.right, before.y, before.right, before.right, 0.0)
        yield piece
        before = piece
