"""The text of our own keeps the form and the variety that its README promises."""

import pytest

from training.check_corpus import report
from training.corpus_text import SECOND, CorpusError, files, languages, parse, read

LEAST_SENTENCES = 300


@pytest.mark.parametrize("language", languages())
def test_no_rule_of_the_readme_is_broken(language: str) -> None:
    assert report(language) == []


@pytest.mark.parametrize("language", languages())
def test_a_language_has_enough_sentences_to_learn_from(language: str) -> None:
    assert sum(len(read(path)) for path in files(language)) >= LEAST_SENTENCES


def test_the_second_annotators_marks_are_no_language() -> None:
    assert SECOND not in languages()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("ב[LOC חיפה] ירד גשם.", "cuts a written word"),
        ("[LOC Huế ] mưa.", "begins or ends with a space"),
        ("[DATE 1926] pluit.", "a bracket that is no mark"),
        ("[ORG [LOC Roma] Capitale]", "a bracket that is no mark"),
    ],
)
def test_a_mark_out_of_form_is_refused(line: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        parse(line, where="file:1")


def test_marks_become_spans_of_the_bare_text() -> None:
    text, mentions = parse("[PER Lan] về [LOC Phan Thiết].", where="file:1")
    assert text == "Lan về Phan Thiết."
    assert [(text[m.start : m.end], m.label) for m in mentions] == [("Lan", "PER"), ("Phan Thiết", "LOC")]
