"""Decoders: bytes of one media type to text; one file each, a row of `table.DECODERS` each."""

from dataclasses import dataclass
from datetime import datetime

from schemas.document import Document
from schemas.text import Attachment, EncodingSource, Repair
from schemas.warning import Warning
from workers.errors import InvalidDocument


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which character encoding the bytes were read in, and how that was decided."""

    name: str | None
    source: EncodingSource
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes.

    `is_raw` is true where the text is the submitted one, code point for code point, so that offsets lead back to it;
    false where a decoder extracted it from a format. `media_type` is what it was read as, null where as declared.
    """

    text: str
    encoding: Encoding
    is_raw: bool
    title: str | None = None
    language: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    repairs: tuple[Repair, ...] = ()
    dropped: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()
    incomplete: bool = False
    media_type: str | None = None


def content_of(document: Document) -> bytes:
    """Return the bytes of a document in a binary format; raises InvalidDocument for one that came as text."""
    if document.content is None:
        raise InvalidDocument([("text", f"{document.media_type} is a binary format; send it as content, in base64")])
    return document.content
