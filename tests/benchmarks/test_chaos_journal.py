"""What was begun is on disk, and a line that a kill has torn is no line."""

from pathlib import Path

import pytest

from benchmarks import chaos_journal
from schemas import Document
from workers.pipeline import STAGES
from workers.state import State


def test_a_stage_leaves_a_line_for_each_document_and_does_the_same_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal"
    monkeypatch.setenv(chaos_journal.VARIABLE, str(journal))
    states = [State(Document(id=name, text="Rain fell on Hamburg.")) for name in ("a", "b")]
    outputs = list(chaos_journal.journaled(STAGES[0]).run(states))
    assert outputs == list(STAGES[0].run(states))
    assert [(row.stage, row.id) for row in chaos_journal.read(journal)] == [("normalize", "a"), ("normalize", "b")]


def test_a_torn_line_is_left_out(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    journal.write_text("1.0 7 normalize a\n2.0 7 norm")
    assert [row.id for row in chaos_journal.read(journal)] == ["a"]
