"""The trained tagger: names of persons, places and organisations, whole written words, also where they are repeated."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import Label
from schemas.text import SentenceSpan
from workers.engines import Candidate, Reading
from workers.engines.entities_tagger import load
from workers.engines.tagger_repetition import canonical, repeated
from workers.text.folding import search_key
from workers.text.tokens import tokens


def found(text: str, language: str = "ar") -> list[tuple[str, str]]:
    sentences = (SentenceSpan(start=0, end=len(text)),)
    (candidates,) = load().extract([Reading(text, sentences=sentences, language=language)])
    return [(text[one.start : one.end], one.label) for one in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أعلنت وزارة الصحة التونسية وصول شحنة جديدة من الأدوية إلى تونس.",
            [("وزارة الصحة التونسية", "ORG"), ("تونس", "LOC")],
        ),
        ("قال الرئيس محمد عبد الكريم في بغداد", [("محمد عبد الكريم", "PER"), ("بغداد", "LOC")]),
        ("لم يتغير شيء منذ الصباح، والسماء صافية.", []),
        ("", []),
    ],
)
def test_arabic_names_are_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_language_without_a_model_has_no_names_here() -> None:
    assert found("Ada Lovelace saw London.", "xx") == []


def test_a_long_text_without_sentences_is_read_in_parts() -> None:
    assert len(found("وصل الوفد إلى بغداد مساء. " * 200)) == 200


@given(st.text(st.sampled_from("وزارة الدفاع بغداد، قال. \n Abc12"), max_size=80))
@settings(max_examples=60, deadline=None)
def test_candidates_of_any_text_are_disjoint_and_inside_of_it(text: str) -> None:
    (candidates,) = load().extract([Reading(text, language="ar")])
    spans = sorted((one.start, one.end) for one in candidates)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_a_name_that_was_sure_once_is_believed_where_it_was_overlooked() -> None:
    text = "Ada Lovelace came. Then Ada Lovelace left."
    part = tokens(text, language="en")
    first = Candidate(0, 12, Label.PER, 0.95, "tagger")
    (again,) = repeated(text, [part], [first])
    assert (text[again.start : again.end], again.label) == ("Ada Lovelace", Label.PER)
    assert again.score < first.score


def test_a_name_of_two_labels_or_an_unsure_one_is_not_repeated() -> None:
    text = "Jordan Jordan Jordan Paris Paris"
    part = tokens(text, language="en")
    unsure = [
        Candidate(0, 6, Label.PER, 0.9, "tagger"),
        Candidate(7, 13, Label.LOC, 0.9, "tagger"),
        Candidate(21, 26, Label.LOC, 0.5, "tagger"),
    ]
    assert list(repeated(text, [part], unsure)) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("لوزارة الدفاع", "وزارة الدفاع"),
        ("للقوات الخضراء", "القوات الخضراء"),
        ("وبيروت", "بيروت"),
        ("وليد حسن", "وليد حسن"),
        ("Wadi", "Wadi"),
    ],
)
def test_a_canonical_name_is_without_the_clitics_of_its_first_word(written: str, name: str) -> None:
    known = set(map(search_key, ("وزارة", "القوات", "بيروت", "وليد", "ليد", "wadi")))
    assert canonical(written, begins_name=known.__contains__) == name
