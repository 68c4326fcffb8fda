"""What each stage hands to the next; stored in the ledger between two stages."""

from pydantic import Field

from schemas.entities import Entity
from schemas.language import UNDETERMINED, Language
from schemas.model import Model
from schemas.summary import Summary
from schemas.text import Edit, Normalization, SentenceSpan, Span
from schemas.warning import Warning


class StageOutput(Model):
    """What every stage says beside its result: who did it, and with which reservations."""

    engine: str
    engine_version: str
    model_sha256: str | None = None
    warnings: tuple[Warning, ...] = ()
    incomplete: bool = Field(default=False, description="True makes the document partial.")


class NormalizedText(StageOutput):
    """The published text, its sentences, and the way back to the submitted text.

    `edits` is null where a decoder extracted the text, so that there is no raw text to point into.
    `junk` are spans (menu, share, date lines) that later stages leave out of summaries.
    """

    text: str
    title: str | None = None
    language_hint: str | None = Field(default=None, description="Declared by the document, such as the lang of HTML.")
    normalization: Normalization
    edits: tuple[Edit, ...] | None = None
    sentences: tuple[SentenceSpan, ...] = ()
    junk: tuple[Span, ...] = ()


class LanguageDetection(StageOutput):
    """The detected language with its segments; undetermined when detection could not do its work."""

    language: Language = Language(tag=UNDETERMINED, confidence=0.0)


class ExtractedEntities(StageOutput):
    """All entities, in order of their first mention."""

    entities: tuple[Entity, ...] = ()


class SummarizedText(StageOutput):
    """The summary; null when the text has no sentence to choose from."""

    summary: Summary | None = None
