"""The score of sentence ends: documents are joined as the treebank says, and only exact inner ends count."""

from pathlib import Path

import pytest

from benchmarks.quality.sentences import Passage, ends_of, passages, scored


@pytest.mark.parametrize(
    ("language", "lines", "text", "ends"),
    [
        ("en", "One.\nTwo.\n\nThree.", "One. Two.\n\nThree.", {4, 9}),
        ("zh", "一。\t\n二。\t\n三。", "一。二。三。", {2, 4}),
        ("ja", "一。\n\n二。\n", "一。二。", {2}),
        ("ar", "ا.\n\nب.\n", "ا. ب.", {2}),
    ],
)
def test_sentences_are_joined_as_the_treebank_says(
    tmp_path: Path, language: str, lines: str, text: str, ends: set[int]
) -> None:
    file = tmp_path / "x"
    file.write_text(lines, encoding="utf-8")
    assert list(passages(file, language)) == [Passage(text, frozenset(ends))]


def test_a_document_has_thirty_sentences(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("One.\n" * 61, encoding="utf-8")
    assert [len(passage.ends) for passage in passages(file, "en")] == [29, 29, 0]


def test_blanks_after_a_sentence_do_not_move_its_end() -> None:
    passage = Passage("One. Two. Three.", frozenset({4, 9}))
    assert ends_of([(0, 5), (5, 16, True), (9, 10)], passage) == {4}


def test_f1_counts_what_was_missed_and_what_was_too_much() -> None:
    passage = Passage("One. Two. Three.", frozenset({4, 9}))
    assert scored(lambda text, language: [(0, 5), (5, 7), (7, 16)], "en", [passage]).f1 == pytest.approx(50)
