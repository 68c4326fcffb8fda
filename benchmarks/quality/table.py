"""One table of the scorecard, as every part hands it in and every page prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Split(StrEnum):
    """The lines that a run may look at: rules and weights are made on DEV, TEST gives the final figures only."""

    DEV = "dev"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of several systems in one run: `rows` are as long as `columns`; `notes` are sentences below it."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()

    def markdown(self) -> str:
        """Return the table under a heading of the third level."""
        lines = [f"### {self.title}", "", _row(self.columns), _row(["---"] * len(self.columns))]
        lines += [_row(row) for row in self.rows]
        return "\n".join([*lines, *(f"\n{note}" for note in self.notes)]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
