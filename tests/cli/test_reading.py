"""What the command line reads: one file that cannot be read is named, and the rest goes on."""

from pathlib import Path

import pytest

from workers.cli.documents import Description, Reading, collect


def read(*paths: Path) -> tuple[list[bytes | None], list[Path]]:
    reading = Reading(paths, Description(), max_document_bytes=100)
    return [document.content for document in reading], list(reading.paths())


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, loop = tmp_path / "good.txt", tmp_path / "loop.txt"
    good.write_text("A note.")
    loop.symlink_to(loop)
    contents, paths = read(loop, Path("/dev/zero"), tmp_path, tmp_path / "gone", good)
    assert (contents, paths) == ([b"A note."], [good])
    said = capsys.readouterr().err
    assert said.count("cannot be read and is left out") == 4
    assert "/dev/zero" in said
    assert "more than 1,000,000 bytes" in said


def test_a_file_a_little_above_the_limit_is_read_so_that_it_fails_with_its_size(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * 300)
    assert read(file)[0] == [b"x" * 300]


def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One.")
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in collect([str(tmp_path)])] == ["one.txt"]
