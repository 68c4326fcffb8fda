"""DECODERS, the one table of file formats, and `decode`, which reads a document by it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from schemas.document import Document
from schemas.warning import Warning
from workers.decoders import Decoded
from workers.decoders.signatures import UNREAD, media_type_of_text, signature
from workers.errors import UnsupportedMediaType

PLAIN_TEXT = "text/plain"
OCTET_STREAM = "application/octet-stream"
ENTRY_POINT_GROUP = "warraq.decoders"

Decoder = Callable[[Document], Decoded]


@dataclass(frozen=True, slots=True)
class DecoderRow:
    """One format: `decoder` is `module:function`, imported on first use; `text/*` stands for all that no row names."""

    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    decoder: str


DECODERS: tuple[DecoderRow, ...] = (
    DecoderRow(
        (PLAIN_TEXT, "text/*", "application/json", "application/x-ndjson", "application/yaml", "application/x-subrip"),
        (".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".log", ".json", ".jsonl", ".yaml", ".yml", ".srt"),
        "workers.decoders.plain:decode_plain",
    ),
    DecoderRow(
        ("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), "workers.decoders.html:decode_html"
    ),
    DecoderRow(("text/xml", "application/xml"), (".xml", ".rss", ".atom"), "workers.decoders.xml:decode_xml"),
    DecoderRow(("application/pdf",), (".pdf",), "workers.decoders.pdf:decode_pdf"),
    DecoderRow(
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        (".docx",),
        "workers.decoders.docx:decode_docx",
    ),
    DecoderRow(("message/rfc822",), (".eml",), "workers.decoders.email:decode_email"),
)


def decode(document: Document) -> Decoded:
    """Return the text of a document; raises a DocumentError when no decoder can read it.

    The declared media type is trusted, except `application/octet-stream` and `text/plain` (the default, so often not
    meant) over bytes that bear the signature of a binary format.
    """
    media_type = _believed_media_type(document)
    if media_type == document.media_type:
        return _decoder(media_type)(document)
    decoded = _decoder(media_type)(document.model_copy(update={"media_type": media_type}))
    if document.media_type == OCTET_STREAM:
        return replace(decoded, media_type=media_type)
    message = f"declared as {document.media_type}, read as {media_type}, whose signature the bytes bear"
    warning = Warning(code="media_type_overruled", stage="normalize", message=message)
    return replace(decoded, media_type=media_type, warnings=(warning, *decoded.warnings))


def media_type_for(name: str, head: bytes) -> str:
    """Return the media type of a file by its name and its first bytes (some thousands are enough)."""
    by_name = _by_extension().get(_extension(name))
    by_signature = signature(head, expected=by_name)
    return by_signature or by_name or media_type_of_text(head) or OCTET_STREAM


def _believed_media_type(document: Document) -> str:
    if document.content is None or document.media_type not in (PLAIN_TEXT, OCTET_STREAM):
        return document.media_type
    found = signature(document.content, expected=None)
    if document.media_type == PLAIN_TEXT:
        return found or PLAIN_TEXT
    return found or media_type_of_text(document.content) or OCTET_STREAM


@cache
def _decoder(media_type: str) -> Decoder:
    installed = _installed_decoders()
    if media_type in installed:
        return cast(Decoder, installed[media_type].load())
    for wanted in (media_type, "text/*" if media_type.startswith("text/") and media_type not in UNREAD else None):
        for row in DECODERS:
            if wanted in row.media_types:
                module, function = row.decoder.split(":")
                return cast(Decoder, getattr(import_module(module), function))
    raise UnsupportedMediaType(_unsupported(media_type))


@cache
def _installed_decoders() -> dict[str, EntryPoint]:
    """Return other people's decoders by media type, which is the name of the entry point; they win over the table."""
    return {point.name: point for point in entry_points(group=ENTRY_POINT_GROUP)}


def _unsupported(media_type: str) -> str:
    known = sorted({*_installed_decoders(), *(name for row in DECODERS for name in row.media_types)})
    hint = f" ({UNREAD[media_type].advice})" if media_type in UNREAD else ""
    return (
        f"no decoder reads {media_type}{hint}; there are decoders for {', '.join(known)}, "
        f"and packages can add others by the entry-point group {ENTRY_POINT_GROUP}"
    )


@cache
def _by_extension() -> dict[str, str]:
    unread = {extension: name for name, kind in UNREAD.items() for extension in kind.extensions}
    return unread | {extension: row.media_types[0] for row in DECODERS for extension in row.extensions}


def _extension(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""
