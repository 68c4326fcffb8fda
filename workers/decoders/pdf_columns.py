"""The rows of a page in the order in which they are read: columns one after the other, tables row by row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from workers.decoders.pdf_rows import Row

# In heights of the type: a gutter is wider than the spaces of justified text.
_GUTTER = 0.6
# Rivers of white run through two lines, seldom through more.
_COLUMN_ROWS = 3
_SHORT_RUN = 6
# The shortest lines of newspapers have 20 characters; cells of tables are shorter, or numbers.
_COLUMN_CHARACTERS = 16
# More rows are a drawing, and more gaps in one a rule of dots; the order of the file is as good as any.
_MOST_ROWS = 3_000
_MOST_GAPS = 50

_Gap = tuple[float, float]


def in_reading_order(rows: Sequence[Row], *, is_right_to_left: bool) -> list[Row]:
    """Return the rows of a page in reading order; those that run through several columns are divided.

    The order of the file is kept unless it goes back up the page where no column can begin.
    """
    if len(rows) > _MOST_ROWS:
        return list(rows)
    downwards = sorted(rows, key=lambda row: -row.y) if _goes_back(rows) else rows
    return list(_by_columns(downwards, is_right_to_left=is_right_to_left))


def _goes_back(rows: Sequence[Row]) -> bool:
    """Tell whether a row stands above the one before it, and not to its right; heads and feet may come at any time."""
    ends = {max((row.y for row in rows), default=0.0), min((row.y for row in rows), default=0.0)}
    inner = [row for row in rows if row.y not in ends]
    return any(below.y > above.y + above.height and below.left < above.right for above, below in pairwise(inner))


def _by_columns(rows: Sequence[Row], *, is_right_to_left: bool) -> Iterator[Row]:
    start = 0
    while start < len(rows):
        end, gutters = _run(rows, start)
        columns = [list(_column(rows[start:end], number, gutters)) for number in range(len(gutters) + 1)]
        if len(columns) > 1 and all(map(_is_text, columns)):
            for column in reversed(columns) if is_right_to_left else columns:
                yield from column
        elif end - start < _SHORT_RUN:
            # A head above the columns may share a gap with their first line, and hide theirs.
            yield rows[start]
            end = start + 1
        else:
            yield from rows[start:end]
        start = end


def _run(rows: Sequence[Row], start: int) -> tuple[int, list[_Gap]]:
    """Return where the rows end that have gutters in common from `start` on, and those gutters from left to right."""
    shared, gutters = _room(rows[start]), list[_Gap]()
    left, right = rows[start].left, rows[start].right
    for end, row in enumerate(rows[start + 1 :], start + 1):
        shared = _common(shared, _room(row), width=_GUTTER * row.height)
        left, right = min(left, row.left), max(right, row.right)
        inner = [gap for gap in shared if left < gap[0] and gap[1] < right]
        if not inner:
            return end, gutters
        gutters = inner
    return len(rows), gutters


def _room(row: Row) -> list[_Gap]:
    """Return the room beside the pieces of a row and between them, from left to right."""
    gaps, reached = [], -inf
    for piece in sorted(row.pieces, key=lambda piece: piece.left):
        if not piece.text.isspace():
            gaps.append((reached, piece.left))
            reached = max(reached, piece.right)
    wide = [gap for gap in (*gaps, (reached, inf)) if gap[1] - gap[0] >= _GUTTER * row.height]
    return wide if len(wide) <= _MOST_GAPS else [(-inf, row.left), (reached, inf)]


def _common(some: Sequence[_Gap], others: Sequence[_Gap], *, width: float) -> list[_Gap]:
    crossed = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [gap for gap in crossed if gap[1] - gap[0] >= width]


def _column(rows: Sequence[Row], number: int, gutters: Sequence[_Gap]) -> Iterator[Row]:
    """Yield what of the rows stands between two gutters."""
    start = gutters[number - 1][0] if number else -inf
    end = gutters[number][0] if number < len(gutters) else inf
    for row in rows:
        inside = tuple(piece for piece in row.pieces if start <= piece.left < end)
        if not all(piece.text.isspace() for piece in inside):
            yield row if len(inside) == len(row.pieces) else Row(inside, row.height)


def _is_text(column: Sequence[Row]) -> bool:
    """Tell whether rows are lines of a text rather than cells of a table."""
    return len(column) >= _COLUMN_ROWS and median(map(_letters, column)) >= _COLUMN_CHARACTERS


def _letters(row: Row) -> int:
    return sum(len(piece.text) for piece in row.pieces if any(map(str.isalpha, piece.text)))
