import pytest

from benchmarks.quality.summary_own import Judged, annotators, f1, judged, read_document

PAGE = """# title: Harbour deepened
# kind: news

Home | News | Sport | Culture

The harbour will be deepened.
Larger ships can then enter.

The mayor is glad.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "01-news.txt"
    path.write_text(PAGE, encoding="utf-8")
    return read_document(path, language="en")


def test_a_document_is_its_sentences_without_the_header(document):
    reading = document.reading
    assert reading.title == "Harbour deepened"
    assert [reading.text[span.start : span.end] for span in reading.sentences] == [
        "Home | News | Sport | Culture",
        "The harbour will be deepened.",
        "Larger ships can then enter.",
        "The mayor is glad.",
    ]
    assert "deepened. Larger" in reading.text
    assert "enter.\n\nThe mayor" in reading.text


def test_page_junk_is_found_as_the_pipeline_does(document):
    assert [document.reading.text[span.start : span.end] for span in document.reading.junk] == [
        "Home | News | Sport | Culture"
    ]


def test_agreement_is_the_mean_over_annotators(document):
    one = Judged("01", document, {"a": frozenset({0, 1, 2}), "b": frozenset({1})})
    assert one.agreement([1, 2, 3, 0]) == pytest.approx((200 / 3 + 50) / 2)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"), [({1, 2}, {2, 3}, 50.0), ({1}, {2}, 0.0), ({1, 2}, {1, 2}, 100.0)]
)
def test_f1_of_two_choices(ours, theirs, expected):
    assert f1(frozenset(ours), frozenset(theirs)) == expected


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_choice_names_sentences_of_its_document_and_not_too_many(language):
    documents = list(judged(language))
    assert documents
    for one in documents:
        assert set(one.choices) == set(annotators())
        for chosen in one.choices.values():
            assert 1 <= len(chosen) <= one.count
            assert max(chosen) < len(one.sample.sentences)
