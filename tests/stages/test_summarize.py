from schemas import (
    Document,
    Language,
    LanguageDetection,
    Normalization,
    NormalizedText,
    SentenceSpan,
    SummarizedText,
    SummaryOptions,
)
from schemas.options import Options
from workers.stages.summarize import summarize
from workers.state import State

SENTENCES = (
    "The library of Orsova opens a reading room for children on Monday.",
    "It has four thousand books in seven languages.",
    "The town paid for the shelves, and parents painted the walls.",
    "Until now children had to take the bus to the next town.",
)
TEXT = " ".join(SENTENCES)


def normalized(text, *, title=None):
    spans = tuple(
        SentenceSpan(start=text.index(sentence), end=text.index(sentence) + len(sentence))
        for sentence in SENTENCES
        if sentence in text
    )
    normalization = Normalization(media_type="text/plain", encoding_source="text")
    return NormalizedText(
        engine="test", engine_version="1", text=text, title=title, normalization=normalization, sentences=spans
    )


def summarized(text=TEXT, *, title=None, **document):
    detection = LanguageDetection(engine="test", engine_version="1", language=Language(tag="en", confidence=1.0))
    state = State(Document(text=text, **document)).with_output(normalized(text, title=title)).with_output(detection)
    (output,) = summarize.run((state,))
    assert isinstance(output, SummarizedText)
    return output


def test_the_stage_reads_text_and_language_and_uses_entities_where_they_are():
    assert summarize.name == "summarize"
    assert [kind.__name__ for kind in summarize.reads] == ["NormalizedText", "LanguageDetection"]
    assert [kind.__name__ for kind in summarize.uses] == ["ExtractedEntities"]


def test_the_summary_is_made_by_the_preferred_engine():
    output = summarized()
    assert output.engine == "extractive"
    assert output.engine_version
    assert output.summary is not None
    assert len(output.summary.sentences) == 3


def test_the_options_of_the_document_are_followed():
    output = summarized(options=Options(summary=SummaryOptions(sentences=1, query="bus")))
    assert output.summary is not None
    assert output.summary.text == SENTENCES[3]


def test_an_empty_text_has_no_summary_and_is_no_failure():
    output = summarized("")
    assert output.summary is None
    assert not output.incomplete


def test_the_title_of_the_document_becomes_the_headline_where_the_text_begins_with_it():
    output = summarized(title=SENTENCES[0])
    assert output.summary is not None
    assert output.summary.headline is not None
    assert output.summary.headline.text == SENTENCES[0]
