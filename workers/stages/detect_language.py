"""The stage that detects the language of the normalized text."""

from schemas.document import Document
from schemas.stages import LanguageDetection, NormalizedText
from workers.engines import LanguageDetector
from workers.engines.registry import EngineKind, preferred_engine
from workers.stage import stage


@stage
def detect_language(document: Document, normalized: NormalizedText) -> LanguageDetection:
    """Publish the language and its segments; the producer's hint comes before the one declared inside the document."""
    engine: LanguageDetector = preferred_engine(EngineKind.LANGUAGE)
    hint = document.language_hint or normalized.language_hint
    return LanguageDetection(
        engine=engine.info.name,
        engine_version=engine.info.version,
        model_sha256=engine.info.model_sha256,
        language=engine.detect(normalized.text, sentences=normalized.sentences, hint=hint),
    )
