"""Text after normalization, and the way back to the text that was sent."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from schemas.model import Model


class Span(Model):
    """A half-open range of code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Edit(Model):
    """One repair: `raw_start:raw_end` of the submitted text became `start:end` of the normalized text.

    Edits are sorted and do not overlap; between two of them the texts are equal, so clean text has none.
    """

    raw_start: int = Field(ge=0)
    raw_end: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class EncodingSource(StrEnum):
    """How the encoding of bytes was decided."""

    TEXT = "text"
    BOM = "bom"
    UTF_8 = "utf-8"
    DECLARED = "declared"
    DETECTED = "detected"
    FORMAT = "format"


class Repair(Model):
    """How often one kind of repair was made."""

    kind: str
    count: int = Field(ge=1)


class Attachment(Model):
    """A part of an e-mail or a file inside a document that was listed but not read."""

    name: str | None = None
    media_type: str
    size_bytes: int = Field(ge=0)


class Normalization(Model):
    """What was done to turn the submitted bytes or text into the published text."""

    media_type: str
    encoding: str | None = None
    encoding_source: EncodingSource
    encoding_confidence: float | None = Field(default=None, ge=0, le=1)
    repairs: tuple[Repair, ...] = ()
    dropped: tuple[str, ...] = Field(default=(), description="What was left out, by name: menus, scripts, pages.")
    attachments: tuple[Attachment, ...] = ()
    pages: int | None = Field(default=None, ge=0, description="Pages of a paginated format.")
    author: str | None = Field(default=None, description="Who wrote it, as the document says of itself.")
    published_at: datetime | None = Field(default=None, description="When it was published or sent, by itself.")


class SentenceSpan(Span):
    """One sentence of the normalized text; `approximate` where the script marks no sentence ends."""

    approximate: bool = False
