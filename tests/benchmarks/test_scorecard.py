"""The page of the scorecard: sections are replaced one by one, and missing data is named."""

import pytest

from benchmarks.quality import scorecard
from benchmarks.quality.scorecard import PARTS, Part, main, with_section
from benchmarks.quality.table import Table

PAGE = "# Scorecard\n\nWords.\n\n## One\n\nold\n\n## Two\n\nkept\n"


def test_a_section_takes_the_place_of_the_one_with_its_heading() -> None:
    assert with_section(PAGE, "## One\n\nnew\n") == "# Scorecard\n\nWords.\n\n## One\n\nnew\n\n## Two\n\nkept\n"


def test_a_section_without_a_predecessor_comes_last() -> None:
    assert with_section(PAGE, "## Three\n\nnew\n").endswith("## Two\n\nkept\n\n## Three\n\nnew\n")


def test_a_table_is_printed_with_its_notes() -> None:
    table = Table("Speed", ["system", "texts/s"], [["warraq", "1|2"]], ["A note."])
    assert table.markdown() == "### Speed\n\n| system | texts/s |\n| --- | --- |\n| warraq | 1\\|2 |\n\nA note.\n"


def test_a_part_whose_data_is_missing_is_named_and_the_run_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    monkeypatch.setattr(scorecard, "PARTS", {"one": Part("One", "nowhere", needs=("language/one.json",))})
    monkeypatch.setenv("WARRAQ_DATA", str(tmp_path))
    assert main([]) == 1
    assert "one: left out. Sought language/one.json" in capsys.readouterr().err


def test_every_part_names_a_module_that_measures() -> None:
    from importlib.util import find_spec

    assert [name for name, part in PARTS.items() if find_spec(part.module) is None] == []
