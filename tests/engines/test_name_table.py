"""A folder of name lists is read whole, or refused with the file and the line."""

from pathlib import Path

import pytest

from workers.engines.name_table import read_name_table
from workers.errors import ConfigurationError


def test_all_files_of_the_folder_are_read_and_the_id_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("label,name\nPER,Ada Lovelace\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text("name,label,id\nAda Lovelace,PER,q7\n", encoding="utf-8")
    rows = read_name_table(tmp_path).rows["ada lovelace"]
    assert [(row.list, row.id) for row in rows] == [("one", ""), ("two", "q7")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name,kind\nA,PER\n", "line 1: the columns must be name,label,id"),
        (b"", "line 1: the columns must be"),
        (b"name,label,id\nAda,PERSON,1\n", "line 2: the label must be one of PER, LOC, ORG, MISC"),
        (b"name,label\nAda,PER\n...,PER\n", "line 3: a name has letters or digits"),
        (b"name,label\n" + b"x" * 201 + b",PER\n", "at most 200 characters"),
        (b"name,label\n\xff\xfe,PER\n", "cannot be read as CSV in UTF-8"),
        (b'name,label\n"Ada,PER\n', "cannot be read as CSV in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "bad.csv").write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"bad\.csv") as raised:
        read_name_table(tmp_path)
    assert message in str(raised.value)


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no \*\.csv"):
        read_name_table(tmp_path)
