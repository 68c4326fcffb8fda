"""The stage that detects the language of the normalized text."""

from schemas.document import Document
from schemas.language import Language
from schemas.stages import LanguageDetection, NormalizedText
from workers.engines import LanguageDetector
from workers.engines.registry import EngineKind
from workers.stage import stage
from workers.stages.attempts import Attempts

NAME = "detect_language"


@stage
def detect_language(document: Document, normalized: NormalizedText) -> LanguageDetection:
    """Publish the language and its segments; the producer's hint comes before the one declared inside the document."""
    hint = document.language_hint or normalized.language_hint

    def detect(engine: LanguageDetector) -> Language:
        return engine.detect(normalized.text, sentences=normalized.sentences, hint=hint)

    attempts = Attempts(NAME)
    info, language = attempts.first(EngineKind.LANGUAGE, detect)
    return LanguageDetection(
        engine=info.name,
        engine_version=info.version,
        model_sha256=info.model_sha256,
        warnings=tuple(attempts.warnings),
        language=language,
    )
