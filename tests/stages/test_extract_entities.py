from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.document import Document
from schemas.entities import Label
from schemas.language import Language, LanguageSegment
from schemas.options import EntityOptions, Options
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText
from schemas.text import Edit, EncodingSource, Normalization, SentenceSpan, Span
from workers.engines import Candidate, EngineInfo
from workers.engines.registry import EngineKind, EngineRow
from workers.stages import attempts
from workers.stages import extract_entities as module
from workers.stages.extract_entities import MAX_CHARACTERS, extract_entities, read, searched_end
from workers.state import State

SAMPLE = "عملت روسيا في محافظة درعا السورية، ثم عاد الوفد من سوريا إلى روسيا. وكان العلم فوق المركز."

GAZETTEER = EngineRow(EngineKind.ENTITIES, "gazetteer", "workers.engines.entities_gazetteer:load")
LINKER = EngineRow(EngineKind.LINKER, "geonames", "workers.engines.linker_geonames:load")
SECRET = "words of the document"


class Failing:
    info = EngineInfo(name="failing", version="1")

    def extract(self, readings):
        raise ValueError(SECRET)

    def link(self, reading, candidates):
        raise KeyError(SECRET)


class Careless:
    info = EngineInfo(name="careless", version="1", model_sha256="0" * 64)

    def extract(self, readings):
        return [[Candidate(0, 4, Label.ORG, 1.7, "careless"), Candidate(-3, 10**9, Label.ORG, 1.0, "careless")]]


def load_failing():
    return Failing()


def load_careless():
    return Careless()


def load_nothing():
    raise ImportError(SECRET)


def row(kind, name):
    return EngineRow(kind, name, f"{__name__}:load_{name}")


@pytest.fixture(autouse=True)
def table(monkeypatch):
    def set_rows(*rows):
        monkeypatch.setattr(attempts, "engines", lambda: rows)

    set_rows(GAZETTEER, LINKER)
    return set_rows


def run(text, *, language="ar", edits=(), options=None, **fields):
    document = Document(text=text or " ", options=options or Options(), **fields)
    normalized = NormalizedText(
        engine="test",
        engine_version="1",
        text=text,
        normalization=Normalization(media_type="text/plain", encoding_source=EncodingSource.TEXT),
        edits=edits,
    )
    detection = LanguageDetection(engine="test", engine_version="1", language=Language(tag=language, confidence=1.0))
    state = State(document).with_output(normalized).with_output(detection)
    (output,) = extract_entities.run([state])
    assert isinstance(output, ExtractedEntities)
    return output


def test_the_places_of_the_sample_are_grouped_and_linked():
    output = run(SAMPLE)
    assert [(e.id, e.canonical, e.links[0].country, len(e.mentions)) for e in output.entities] == [
        ("e1", "روسيا", "RU", 2),
        ("e2", "درعا", "SY", 1),
        ("e3", "سوريا", "SY", 1),
    ]
    assert output.warnings == ()
    assert not output.incomplete


def test_the_provenance_names_all_engines_and_the_model():
    output = run(SAMPLE)
    assert output.engine == "gazetteer+geonames"
    assert len(output.model_sha256) == 64


def test_raw_spans_follow_the_edits_and_are_null_without_a_raw_text():
    text = "in Syria"
    (shifted,) = run(text, language="en", edits=(Edit(raw_start=0, raw_end=2, start=0, end=0),)).entities
    assert (shifted.mentions[0].raw_start, shifted.mentions[0].raw_end) == (5, 10)
    (extracted,) = run(text, language="en", edits=None).entities
    assert (extracted.mentions[0].raw_start, extracted.mentions[0].raw_end) == (None, None)


def test_an_engine_that_raises_is_left_out_with_a_warning_that_does_not_quote_the_text(table):
    table(row(EngineKind.ENTITIES, "failing"), GAZETTEER, row(EngineKind.LINKER, "failing"), LINKER)
    output = run(SAMPLE)
    assert output.incomplete
    assert [warning.code for warning in output.warnings] == ["engine_failed"] * 2
    assert [warning.message.split()[4] for warning in output.warnings] == ["ValueError", "KeyError"]
    assert SECRET not in output.model_dump_json()
    assert output.entities[0].links


def test_an_engine_that_cannot_be_loaded_does_not_hide_the_next(table):
    table(row(EngineKind.ENTITIES, "nothing"), GAZETTEER)
    output = run(SAMPLE)
    assert output.engine == "gazetteer"
    assert output.incomplete
    assert len(output.entities) == 3


def test_scores_and_spans_of_a_careless_engine_are_made_valid(table):
    table(row(EngineKind.ENTITIES, "careless"))
    (entity,) = run(SAMPLE).entities
    assert (entity.mentions[0].start, entity.mentions[0].end, entity.mentions[0].score) == (0, 4, 1.0)


def test_without_engines_there_are_no_entities(table):
    table()
    assert run(SAMPLE).entities == ()
    assert run(SAMPLE).engine == "none"


def test_only_the_labels_and_scores_asked_for_are_published():
    assert run(SAMPLE, options=Options(entities=EntityOptions(labels=(Label.PER,)))).entities == ()
    kept = run(SAMPLE, options=Options(entities=EntityOptions(min_score=0.88))).entities
    assert [entity.canonical for entity in kept] == ["روسيا", "سوريا"]


def test_engines_read_the_language_the_title_and_the_date():
    moment = datetime(2018, 8, 1, tzinfo=UTC)
    document = Document(text="x", published_at=moment)
    normalized = NormalizedText(
        engine="t",
        engine_version="1",
        text="Ein Text.",
        title="Titel",
        normalization=Normalization(media_type="text/plain", encoding_source=EncodingSource.TEXT),
        sentences=(SentenceSpan(start=0, end=9),),
        junk=(Span(start=0, end=3),),
    )
    segments = (LanguageSegment(start=0, end=9, tag="de", confidence=1.0),)
    detection = LanguageDetection(
        engine="t", engine_version="1", language=Language(tag="de", confidence=1.0, segments=segments)
    )
    reading = read(document, normalized, detection)
    assert (reading.language, reading.title, reading.published_at) == ("de", "Titel", moment)
    assert (reading.sentences, reading.junk, reading.segments) == (normalized.sentences, normalized.junk, segments)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("short", 5),
        ("", 0),
        ("x" * MAX_CHARACTERS, MAX_CHARACTERS),
        ("x" * (MAX_CHARACTERS - 3) + " " + "yyyyyyy", MAX_CHARACTERS - 3),
        ("x" * (MAX_CHARACTERS + 5), MAX_CHARACTERS),
    ],
)
def test_a_long_text_is_searched_up_to_the_last_word_within_the_limit(text, end):
    assert searched_end(text) == end


def test_a_truncated_search_is_said_and_incomplete(monkeypatch):
    monkeypatch.setattr(module, "MAX_CHARACTERS", 1_010)
    output = run("Syria " + "x " * 510 + "Iraq", language="en")
    assert [warning.code for warning in output.warnings] == ["truncated"]
    assert [entity.canonical for entity in output.entities] == ["Syria"]
    assert output.incomplete


WORDS = st.sampled_from(["Paris", "وبدرعا", "東京", "Москве", " ", "\n", "x", "\u0301", "New York", "U.S."])


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map("".join)))
@settings(max_examples=60, deadline=None)
def test_mentions_of_any_text_are_verbatim_and_disjoint(text):
    spans = []
    for entity in run(text, language="ar").entities:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert (mention.raw_start, mention.raw_end) == (mention.start, mention.end)
            spans.append((mention.start, mention.end))
    spans.sort()
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
