"""The language of a document and of its parts, as BCP 47 tags."""

from pydantic import Field

from schemas.model import Model
from schemas.text import Span

UNDETERMINED = "und"
NO_LINGUISTIC_CONTENT = "zxx"


class LanguageCandidate(Model):
    """One possible language with its share of belief."""

    tag: str
    confidence: float = Field(ge=0, le=1)


class LanguageSegment(Span):
    """A stretch of the normalized text in one language."""

    tag: str
    confidence: float = Field(ge=0, le=1)


class Language(Model):
    """The language of the whole document: `und` when unsure, `zxx` when there is no language in it."""

    tag: str
    script: str | None = Field(default=None, description="ISO 15924 code of the dominant script.")
    confidence: float = Field(ge=0, le=1)
    candidates: tuple[LanguageCandidate, ...] = Field(default=(), max_length=3)
    segments: tuple[LanguageSegment, ...] = Field(default=(), description="Cover the text without gaps, in order.")
