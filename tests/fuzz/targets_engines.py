"""Engines and their stages under any text."""

from collections.abc import Sequence

from schemas.document import Document
from schemas.language import Language, LanguageSegment
from schemas.options import SummaryOptions
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, StageOutput, SummarizedText
from schemas.text import EncodingSource, Normalization
from tests.fuzz.inputs import Choices, split_choices, text_of
from tests.fuzz.properties import (
    check_entities,
    check_language,
    check_sentences,
    check_spans,
    check_summary,
    check_survives_json,
)
from workers.engines import Candidate, Reading
from workers.engines.registry import ENGINES, EngineKind, load_engine
from workers.errors import WarraqError
from workers.stage import Stage
from workers.stages.detect_language import detect_language
from workers.stages.extract_entities import extract_entities
from workers.stages.normalize import normalize
from workers.stages.summarize import summarize
from workers.state import State
from workers.text.junk import junk_spans
from workers.text.sentences import split_sentences


def check_detection(data: bytes) -> None:
    """The language of a repaired text, with and without a hint."""
    choices, rest = split_choices(data)
    hint = None if choices.language == "und" else choices.language
    document = Document(id="fuzz", text=text_of(rest), language_hint=hint)
    state = _after(State(document), normalize)
    detection = _after(state, detect_language).get(LanguageDetection)
    assert detection is not None
    check_language(_text(state), detection.language)
    check_survives_json(detection)


def check_patterns(data: bytes) -> None:
    """Dates, amounts and addresses of a text as it came, in a language that is only said to be so."""
    reading = _reading(data)
    for engine in (load_engine(row) for row in ENGINES if row.kind == EngineKind.ENTITIES):
        if engine.info.name == "patterns":
            _check_candidates(reading.text, engine.extract([reading])[0])


def check_all_entities(data: bytes) -> None:
    """All extractors, the linker and the resolver behind them, over a text whose repairs lead back."""
    choices, rest = split_choices(data)
    document = Document(id="fuzz", text=text_of(rest), options=choices.options, published_at=choices.published_at)
    state = _after(State(document), normalize)
    state = _after(state.with_output(_said_to_be(choices, _text(state))), extract_entities)
    found = state.get(ExtractedEntities)
    normalized = state.get(NormalizedText)
    assert found is not None
    assert normalized is not None
    assert not found.incomplete, "an engine raised and was left out"
    check_entities(document.text, normalized, found.entities)
    check_survives_json(found)


def check_summaries(data: bytes) -> None:
    """A summary of a text in every order and under every limit."""
    choices, rest = split_choices(data)
    text = _written(rest)
    document = Document(id="fuzz", text=text, options=choices.options)
    normalized = NormalizedText(
        engine="fuzz",
        engine_version="1",
        text=text,
        normalization=Normalization(media_type="text/plain", encoding_source=EncodingSource.TEXT),
        sentences=split_sentences(text, language=None),
        junk=junk_spans(text),
    )
    check_sentences(text, normalized.sentences)
    check_spans(text, normalized.junk)
    state = State(document).with_output(normalized).with_output(_said_to_be(choices, text))
    summarized = _after(state, summarize).get(SummarizedText)
    assert summarized is not None
    _check_limits(text, summarized, choices.summary)


def _check_limits(text: str, summarized: SummarizedText, options: SummaryOptions) -> None:
    check_survives_json(summarized)
    check_summary(text, summarized.summary, sentences=options.sentence_limit, characters=options.max_characters)


def _check_candidates(text: str, candidates: Sequence[Candidate]) -> None:
    for candidate in candidates:
        assert 0 <= candidate.start < candidate.end <= len(text), "a candidate leaves the text"
        spelled = text[candidate.start : candidate.end]
        assert spelled == spelled.strip(), "a candidate begins or ends with a blank"
        if candidate.value is not None:
            check_survives_json(candidate.value)


def _reading(data: bytes) -> Reading:
    choices, rest = split_choices(data)
    text = _written(rest)
    detection = _said_to_be(choices, text)
    return Reading(
        text,
        sentences=split_sentences(text, language=None),
        language=detection.language.tag,
        segments=detection.language.segments,
        published_at=choices.published_at,
    )


def _written(data: bytes) -> str:
    """Return a text without lone surrogates, as normalize hands it to the engines."""
    return data.decode("utf-8", "replace")


def _said_to_be(choices: Choices, text: str) -> LanguageDetection:
    tag = choices.language
    segments = (LanguageSegment(start=0, end=len(text), tag=tag, confidence=1.0),) if text else ()
    language = Language(tag=tag, confidence=1.0, segments=segments)
    return LanguageDetection(engine="fuzz", engine_version="1", language=language)


def _after(state: State, stage: Stage[StageOutput]) -> State:
    outcome = next(stage.run((state,)))
    if isinstance(outcome, WarraqError):
        raise outcome.__cause__ or outcome
    return state.with_output(outcome)


def _text(state: State) -> str:
    normalized = state.get(NormalizedText)
    assert normalized is not None
    return normalized.text
