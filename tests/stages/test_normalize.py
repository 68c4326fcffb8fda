import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.document import Document
from schemas.stages import NormalizedText
from schemas.text import EncodingSource
from workers.errors import UnsupportedMediaType
from workers.stages import normalize as module
from workers.stages.normalize import normalize
from workers.state import State
from workers.text.alignment import from_edits


def outcome(**fields):
    return next(normalize.run((State(Document(id="test", **fields)),)))


def test_text_is_repaired_split_and_reported():
    made = outcome(text="اقرأ أيضا: خبر\nوصلت القـــوات إلى المدينة. ثم عادت.")
    assert made.text == "اقرأ أيضا: خبر\nوصلت القوات إلى المدينة. ثم عادت."
    assert [made.text[span.start : span.end] for span in made.sentences] == [
        "اقرأ أيضا: خبر",
        "وصلت القوات إلى المدينة.",
        "ثم عادت.",
    ]
    assert [made.text[span.start : span.end] for span in made.junk] == ["اقرأ أيضا: خبر"]
    assert [(made_repair.kind, made_repair.count) for made_repair in made.normalization.repairs] == [("tatweel", 1)]
    assert made.normalization.encoding_source == EncodingSource.TEXT
    assert made.engine == "normalizer"


def test_offsets_lead_back_to_the_submitted_text():
    raw = "\ufeffLe  caf\u00e9\r\n\r\n\r\nde l’E\u0301tat"
    made = outcome(text=raw)
    start = made.text.index("État")
    raw_start, raw_end = from_edits(made.edits).raw_span(start, start + 4)
    assert raw[raw_start:raw_end] == "E\u0301tat"


def test_bytes_of_plain_text_map_back_to_their_decoded_text():
    made = outcome(content=b"VGhl4oCLIGVuZA==".decode())
    assert made.text == "The end"
    assert made.edits is not None


def test_text_that_a_decoder_extracted_has_no_way_back():
    made = outcome(text="<html lang='de'><body><p>Ein Satz steht hier.</p></body></html>", media_type="text/html")
    assert "Ein Satz steht hier." in made.text
    assert made.edits is None


@pytest.mark.parametrize("text", ["", "   \n\t\u200b ", "\ufeff"])
def test_blank_documents_give_empty_text(text):
    made = outcome(text=text)
    assert (made.text, made.sentences, made.junk) == ("", (), ())


def test_clean_text_has_no_edits():
    assert outcome(text="A clean sentence.").edits == ()


@pytest.mark.parametrize(("title", "canonical"), [(" A\xa0\n title ", "A title"), ("\u200b", None), (None, None)])
def test_the_title_is_repaired_too(title, canonical):
    assert outcome(text="Body.", title=title).title == canonical


def test_an_unreadable_document_fails_alone():
    bad = Document(id="bad", content="AAAA", media_type="application/x-unknown")
    good = Document(id="good", text="Fine.")
    failed, made = normalize.run((State(bad), State(good)))
    assert isinstance(failed, UnsupportedMediaType)
    assert isinstance(made, NormalizedText)


def test_edits_are_bounded(monkeypatch):
    monkeypatch.setattr(module, "MOST_EDITS", 10)
    made = outcome(text="e\u0301x" * 100)
    assert len(made.edits) == 10
    assert from_edits(made.edits).raw_span(0, len(made.text)) == (0, 300)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_every_outcome_survives_json(text):
    made = outcome(text=text)
    assert NormalizedText.model_validate_json(made.model_dump_json()) == made
