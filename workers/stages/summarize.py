"""The last language stage: what the document says, in a few of its own sentences."""

from schemas.document import Document
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, SummarizedText
from workers.engines import Reading, Summarizer
from workers.engines.registry import EngineKind, preferred_engine
from workers.stage import stage


@stage
def summarize(
    document: Document,
    normalized: NormalizedText,
    detection: LanguageDetection,
    extracted: ExtractedEntities | None,
) -> SummarizedText:
    """Return the summary that the document's options ask for; null where there is nothing to choose from."""
    engine: Summarizer = preferred_engine(EngineKind.SUMMARY)
    reading = Reading(
        text=normalized.text,
        sentences=normalized.sentences,
        junk=normalized.junk,
        language=detection.language.tag,
        segments=detection.language.segments,
        title=document.title or normalized.title,
        published_at=document.published_at,
    )
    return SummarizedText(
        engine=engine.info.name,
        engine_version=engine.info.version,
        model_sha256=engine.info.model_sha256,
        summary=engine.summarize(
            reading, entities=extracted.entities if extracted else (), options=document.options.summary
        ),
    )
