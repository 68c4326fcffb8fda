"""Test sentences with marked spans: `⟦…⟧` in the last column of a table, and what each should be in a column before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.quality.table import Split

DATA = Path(__file__).parent / "data"


class Verdict(StrEnum):
    """What an answer is worth: OPEN neither helps nor misleads, WRONG misleads in silence."""

    RIGHT = "right"
    OPEN = "open"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, half-open in code points of the text, with all values that are right for it."""

    start: int
    end: int
    values: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its marks, none where it has nothing to find; `columns` are those before values and text."""

    columns: Sequence[str]
    text: str
    marks: Sequence[Mark]

    @property
    def tag(self) -> str:
        """The language of the text, which every system is told."""
        return self.columns[0]


def lines(part: str, *, split: Split) -> Iterator[Line]:
    """Yield the sentences of a part's half."""
    for written in (DATA / part / f"{split}.tsv").read_text("utf-8").splitlines():
        *columns, values, text = written.split("\t")
        yield _line(columns, [one.split("|") for one in values.split(" ; ")] if values else [], text)


def _line(columns: Sequence[str], values: Sequence[Sequence[str]], marked: str) -> Line:
    text, marks = "", []
    for position, piece in enumerate(marked.replace("⟧", "⟦").split("⟦")):
        if position % 2:
            marks.append(Mark(len(text), len(text) + len(piece), values[position // 2]))
        text += piece
    return Line(columns, text, marks)
