"""Finds what a text names: all extractors propose, the linker links, the resolver decides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from schemas.document import Document
from schemas.language import LanguageSegment
from schemas.options import EntityOptions
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText
from schemas.warning import Warning
from workers.engines import Candidate, Reading
from workers.engines.registry import EngineKind
from workers.engines.resolver import group, resolve
from workers.stage import stage
from workers.stages.attempts import Attempts
from workers.text.alignment import from_edits
from workers.version import VERSION

NAME = "extract_entities"

# A long novel has 1,500,000 characters; above this a document is a data dump, and its first part names what it is about.
MAX_CHARACTERS = 2_000_000

# How far back from the limit a word may begin that the limit would cut.
_MAX_WORD_CHARACTERS = 1_000


@stage
def extract_entities(document: Document, normalized: NormalizedText, detection: LanguageDetection) -> ExtractedEntities:
    """Return all entities of the text; an engine that fails is left out with a warning."""
    reading = read(document, normalized, detection)
    attempts = Attempts(NAME)
    standing = _standing(reading, attempts)
    wanted = [candidate for candidate in standing if _is_wanted(candidate, document.options.entities)]
    alignment = None if normalized.edits is None else from_edits(normalized.edits)
    warnings = (*_reservations(reading, normalized), *attempts.warnings)
    return ExtractedEntities(
        engine="+".join(info.name for info in attempts.used) or "none",
        engine_version=VERSION,
        model_sha256=next((info.model_sha256 for info in attempts.used if info.model_sha256), None),
        warnings=warnings,
        incomplete=bool(warnings),
        entities=group(wanted, text=reading.text, alignment=alignment),
    )


def _standing(reading: Reading, attempts: Attempts) -> list[Candidate]:
    proposed: list[Candidate] = []
    replaced: set[str] = set()
    for row, extractor in attempts.loaded(EngineKind.ENTITIES, language=reading.language, but=replaced):
        found: list[Candidate] | None = attempts.of(row, partial(_proposed, extractor, reading), otherwise=None)
        proposed += found or []
        if found is not None and row.instead_of:
            replaced.add(row.instead_of)
    standing = resolve(proposed, text=reading.text)
    for row, linker in attempts.loaded(EngineKind.LINKER):
        standing = attempts.of(row, partial(linker.link, reading, standing), otherwise=standing)
    return standing


def read(document: Document, normalized: NormalizedText, detection: LanguageDetection) -> Reading:
    """Return the text as engines read it, cut at a word's end when it is too long."""
    end = searched_end(normalized.text)
    return Reading(
        text=normalized.text[:end],
        sentences=tuple(sentence for sentence in normalized.sentences if sentence.end <= end),
        junk=tuple(span for span in normalized.junk if span.end <= end),
        language=detection.language.tag,
        segments=tuple(_clipped(detection.language.segments, end)),
        title=document.title or normalized.title,
        published_at=document.published_at or normalized.normalization.published_at,
    )


def searched_end(text: str) -> int:
    """Return how much of a text is searched: all of it, or the words that end within the limit."""
    if len(text) <= MAX_CHARACTERS:
        return len(text)
    low = MAX_CHARACTERS - _MAX_WORD_CHARACTERS
    return next((at for at in range(MAX_CHARACTERS, low, -1) if text[at].isspace()), MAX_CHARACTERS)


def _clipped(segments: Sequence[LanguageSegment], end: int) -> Iterator[LanguageSegment]:
    for segment in segments:
        if segment.start < end:
            yield segment if segment.end <= end else segment.model_copy(update={"end": end})


def _proposed(engine: Any, reading: Reading) -> list[Candidate]:
    (candidates,) = engine.extract([reading])
    return [replace(candidate, score=min(max(candidate.score, 0.0), 1.0)) for candidate in candidates]


def _is_wanted(candidate: Candidate, options: EntityOptions) -> bool:
    return candidate.score >= options.min_score and (options.labels is None or candidate.label in options.labels)


def _reservations(reading: Reading, normalized: NormalizedText) -> Iterator[Warning]:
    if len(reading.text) < len(normalized.text):
        yield _warning("truncated", f"only the first {len(reading.text)} characters were searched for entities")


def _warning(code: str, message: str) -> Warning:
    return Warning(code=code, stage=NAME, message=message)
