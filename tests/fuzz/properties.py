"""What must hold of every answer, whatever came in; each check raises AssertionError with the property that broke."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from re import fullmatch

from jsonschema import Draft202012Validator
from pydantic import BaseModel

from schemas.entities import Entity
from schemas.export import CONTRACTS
from schemas.language import Language
from schemas.result import Result
from schemas.stages import NormalizedText
from schemas.summary import Summary
from schemas.text import Span
from workers.decoders import Decoded
from workers.text.alignment import Alignment, Segment, from_edits

# It stands in seeds and dictionaries, so that the fuzzer carries it to where messages are made.
MARKER = "Zebrafink"


def check_error(error: Exception) -> None:
    """An error that is promised speaks of the document without quoting it."""
    assert MARKER.lower() not in str(error).lower(), "the message of an error quotes the document"


def check_text(text: str) -> None:
    """A text can be written to JSON, a terminal and a file."""
    assert not any("\ud800" <= character <= "\udfff" for character in text), "a lone surrogate is left"


def check_decoded(decoded: Decoded) -> None:
    """What a decoder made can be published."""
    if not decoded.is_raw:
        check_text(decoded.text)
    check_text(decoded.title or "")
    check_text("".join((found.name or "") + found.media_type for found in decoded.attachments))
    check_text("".join(decoded.dropped) + (decoded.language or ""))
    assert len(decoded.title or "") <= 1_000, "the title is longer than a title may be"
    assert decoded.encoding.confidence is None or 0 <= decoded.encoding.confidence <= 1, "confidence out of range"
    for warning in decoded.warnings:
        assert MARKER.lower() not in warning.message.lower(), "a warning quotes the document"


def check_canonical(text: str) -> None:
    """A repaired text holds no surrogate and no superfluous blank."""
    check_text(text)
    assert text == text.strip(), "a blank at an end"
    assert "\n\n\n" not in text, "two empty lines in a row"
    assert "  " not in text, "two blanks in a row"


def check_alignment(raw: str, text: str, alignment: Alignment) -> None:
    """Between two edits the texts are equal, and edits are sorted."""
    ends = Segment(len(raw), len(raw), len(text), len(text))
    for before, after in pairwise((Segment(0, 0, 0, 0), *alignment.segments, ends)):
        assert before.raw_end <= after.raw_start, "edits overlap in the raw text"
        assert before.end <= after.start, "edits overlap in the text"
        assert raw[before.raw_end : after.raw_start] == text[before.end : after.start], "unedited text differs"


def check_spans(text: str, spans: Iterable[Span]) -> None:
    """Spans are ordered, disjoint, not empty and inside the text."""
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text), "spans overlap or leave the text"
        position = span.end


def check_cover(text: str, spans: Sequence[Span]) -> None:
    """Nothing visible is left between spans."""
    position = 0
    for start, end in [*((span.start, span.end) for span in spans), (len(text), len(text))]:
        assert not text[position:start].strip(), "visible text is in no span"
        position = end


def check_sentences(text: str, sentences: Sequence[Span]) -> None:
    """Sentences are trimmed and hold all that is visible."""
    check_spans(text, sentences)
    check_cover(text, sentences)
    for sentence in sentences:
        spelled = text[sentence.start : sentence.end]
        assert spelled == spelled.strip(), "a sentence begins or ends with a blank"


def check_language(text: str, language: Language) -> None:
    """Tags are BCP 47, candidates descend, and segments cover the text without gaps."""
    tags = [language.tag, *(row.tag for row in (*language.candidates, *language.segments))]
    assert all(fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", tag) for tag in tags), "no BCP 47 tag"
    confidences = [candidate.confidence for candidate in language.candidates]
    assert confidences == sorted(confidences, reverse=True), "candidates are not in order"
    assert sum(confidences) <= 1.01, "candidates share more belief than there is"
    position = 0
    for segment in language.segments:
        assert segment.start == position, "segments leave a gap or overlap"
        assert segment.end > position, "an empty segment"
        position = segment.end
    assert not text.strip() or position == len(text), "segments do not cover the text"


def check_entities(raw: str | None, normalized: NormalizedText, entities: Sequence[Entity]) -> None:
    """Mentions are verbatim and disjoint, and their raw spans are those of the alignment."""
    text = normalized.text
    alignment = None if normalized.edits is None else from_edits(normalized.edits)
    mentions = [mention for entity in entities for mention in entity.mentions]
    check_spans(text, sorted(mentions, key=lambda mention: mention.start))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text, "a mention is not verbatim"
        if alignment is None:
            assert mention.raw_start is mention.raw_end is None, "a raw span without a raw text"
        else:
            assert (mention.raw_start, mention.raw_end) == alignment.raw_span(mention.start, mention.end)
            _check_raw_span(raw, mention.raw_start or 0, mention.raw_end or 0)
    ids = [entity.id for entity in entities]
    assert len(ids) == len(set(ids)), "an id is used twice"
    assert all(entity.canonical for entity in entities), "an entity without a name"


def _check_raw_span(raw: str | None, start: int, end: int) -> None:
    assert raw is None or 0 <= start < end <= len(raw), "a raw span is empty or leaves the raw text"


def check_summary(text: str, summary: Summary | None, *, sentences: int | None, characters: int | None) -> None:
    """Sentences are spans of the text, ranks count from 1, and the limits hold."""
    if summary is None:
        return
    check_spans(text, sorted(summary.sentences, key=lambda sentence: sentence.start))
    assert sorted(sentence.rank for sentence in summary.sentences) == list(range(1, len(summary.sentences) + 1))
    assert sentences is None or len(summary.sentences) <= sentences, "more sentences than asked for"
    assert characters is None or len(summary.text) <= characters, "more characters than asked for"
    for highlight in (*summary.highlights, *([summary.headline] if summary.headline else [])):
        assert text[highlight.start : highlight.end] == highlight.text, "a highlight is not verbatim"
    visible = "".join(summary.text.split()).replace("…", "")
    spelled = "".join(text[sentence.start : sentence.end] for sentence in summary.sentences)
    assert visible == "".join(spelled.split()).replace("…", ""), "the summary says what its sentences do not say"


def check_survives_json(model: BaseModel) -> None:
    """What is written can be read, and is written the same again."""
    written = model.model_dump_json()
    assert type(model).model_validate_json(written).model_dump_json() == written, "JSON changes it"


def check_result(result: Result) -> None:
    """A result fits its published schema, and no stage failed for a reason that nobody foresaw."""
    check_survives_json(result)
    check_schema("result", result)
    codes = {warning.code for warning in result.warnings} | ({result.error.code.value} if result.error else set())
    assert not codes & {"engine_failed", "internal"}, "a stage or an engine raised"
    messages = [warning.message for warning in result.warnings] + ([result.error.message] if result.error else [])
    assert not any(MARKER.lower() in message.lower() for message in messages), "a message quotes the document"


def check_schema(contract: str, model: BaseModel) -> None:
    """A model fits the JSON Schema that is published for it."""
    _validator(contract).validate(model.model_dump(mode="json", exclude_none=contract == "document"))


@cache
def _validator(contract: str) -> Draft202012Validator:
    mode = "validation" if contract == "document" else "serialization"
    return Draft202012Validator(CONTRACTS[contract].model_json_schema(mode=mode))  # type: ignore[arg-type]
