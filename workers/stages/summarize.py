"""The last language stage: what the document says, in a few of its own sentences."""

from schemas.document import Document
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, SummarizedText
from schemas.summary import Summary
from workers.engines import Reading, Summarizer
from workers.engines.registry import EngineKind
from workers.stage import stage
from workers.stages.attempts import Attempts

NAME = "summarize"


@stage
def summarize(
    document: Document,
    normalized: NormalizedText,
    detection: LanguageDetection,
    extracted: ExtractedEntities | None,
) -> SummarizedText:
    """Return the summary that the document's options ask for; null where there is nothing to choose from."""
    reading = Reading(
        text=normalized.text,
        sentences=normalized.sentences,
        junk=normalized.junk,
        language=detection.language.tag,
        segments=detection.language.segments,
        title=document.title or normalized.title,
        published_at=document.published_at or normalized.normalization.published_at,
    )
    entities = extracted.entities if extracted else ()

    def summary_by(engine: Summarizer) -> Summary | None:
        return engine.summarize(reading, entities=entities, options=document.options.summary)

    attempts = Attempts(NAME)
    info, summary = attempts.first(EngineKind.SUMMARY, summary_by)
    return SummarizedText(
        engine=info.name,
        engine_version=info.version,
        model_sha256=info.model_sha256,
        warnings=tuple(attempts.warnings),
        summary=summary,
    )
