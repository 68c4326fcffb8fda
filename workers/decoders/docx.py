"""DOCX (Office Open XML): paragraphs, headings, tables and notes; headers and footers are left out."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import basename
from re import compile as pattern
from zipfile import BadZipFile, ZipFile

from schemas.document import Document
from schemas.text import Attachment, EncodingSource
from workers.decoders import Decoded, Encoding, content_of
from workers.decoders.docx_parts import part_properties, part_text, relationships
from workers.decoders.signatures import ENCRYPTED_PACKAGE, OLE_SIGNATURE
from workers.errors import CorruptFile, EncryptedFile

_MEMBERS_MAX = 10_000
_TITLE_CHARACTERS = 1_000
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

_DROPPED = (
    ("headers_and_footers", pattern(r"word/(?:header|footer)\d*\.xml")),
    ("comments", pattern(r"word/comments\.xml")),
    ("images", pattern(r"word/media/.+")),
)
_EMBEDDED = pattern(r"word/embeddings/.+")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def decode_docx(document: Document) -> Decoded:
    """Return the text of a DOCX, notes at its end; raises EncryptedFile, CorruptFile or TooLarge."""
    with _open(content_of(document)) as archive:
        names = archive.namelist()
        texts = [part_text(archive, name) for name in (_main_part(archive), *_NOTES) if name in names]
        properties = part_properties(archive, "docProps/core.xml") if "docProps/core.xml" in names else {}
        attachments = tuple(_embedded(archive))
    language = properties.get("language", "").strip()
    return Decoded(
        text="\n".join(text for text in texts if text),
        encoding=Encoding(None, EncodingSource.FORMAT),
        is_raw=False,
        title=" ".join(properties.get("title", "").split())[:_TITLE_CHARACTERS] or None,
        language=language if _LANGUAGE.fullmatch(language) else None,
        dropped=tuple(kind for kind, member in _DROPPED if any(member.fullmatch(name) for name in names)),
        attachments=attachments,
    )


def _open(content: bytes) -> ZipFile:
    if content.startswith(OLE_SIGNATURE):
        if ENCRYPTED_PACKAGE in content:
            raise EncryptedFile("the DOCX needs a password; send it without one")
        raise CorruptFile("the bytes are an old office file, not a DOCX; save it as DOCX or PDF")
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError, UnicodeDecodeError) as error:
        raise CorruptFile(f"the bytes are not a DOCX, which is a zip archive ({type(error).__name__})") from None
    if len(archive.infolist()) > _MEMBERS_MAX:
        raise CorruptFile(f"the archive has more than {_MEMBERS_MAX} members, which no DOCX has")
    return archive


def _main_part(archive: ZipFile) -> str:
    """Return the name of the main part, which is found by its relationship, as some programs name it otherwise."""
    names = frozenset(archive.namelist())
    targets = relationships(archive, "_rels/.rels") if "_rels/.rels" in names else ()
    named = [target.lstrip("/") for kind, target in targets if kind == "officeDocument"]
    found = next((name for name in (*named, "word/document.xml") if name in names), None)
    if found is None or found.startswith(("xl/", "ppt/")):
        raise CorruptFile("the archive holds no Word document; check the media type")
    return found


def _embedded(archive: ZipFile) -> Iterator[Attachment]:
    for info in archive.infolist():
        if _EMBEDDED.fullmatch(info.filename):
            media_type = "application/octet-stream"
            yield Attachment(name=basename(info.filename), media_type=media_type, size_bytes=info.file_size)
