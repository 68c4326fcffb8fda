"""Decoders under any bytes: text that can be published, or a typed error that quotes nothing."""

from schemas.document import Document
from tests.fuzz.inputs import docx_of, split_choices, text_of
from tests.fuzz.properties import check_decoded, check_error
from workers.decoders import Decoded
from workers.decoders.table import OCTET_STREAM, decode, media_type_for
from workers.errors import DocumentError

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHARSETS = (None, "utf-8", "windows-1256", "utf-16", "shift_jis", "utf-7", "idna", "x-unknown", "utf-8-sig", "hz")


def check_plain(data: bytes) -> None:
    """Bytes of a text in a charset that the producer declares, rightly or not."""
    choices, content = split_choices(data)
    charset = _CHARSETS[choices.byte % len(_CHARSETS)]
    decoded = _decoded(Document(content=content, media_type="text/csv", charset=charset))
    assert decoded is not None, "a text is always read"
    assert decoded.is_raw, "a text leads back to what was sent"


def check_html(data: bytes) -> None:
    """A page as bytes in an encoding of its own."""
    assert _decoded(Document(content=data, media_type="text/html")), "a page is always read"


def check_xml(data: bytes) -> None:
    """An XML document as bytes, and as text that somebody decoded."""
    assert _decoded(Document(content=data, media_type="application/xml")), "a page is always read"
    assert _decoded(Document(text=text_of(data), media_type="text/xml")), "a page is always read"


def check_pdf(data: bytes) -> None:
    """A PDF, damaged."""
    _decoded(Document(content=data, media_type="application/pdf"))


def check_docx(data: bytes) -> None:
    """The main part of a DOCX."""
    _decoded(Document(content=docx_of(data), media_type=_DOCX))


def check_docx_archive(data: bytes) -> None:
    """The archive around the parts of a DOCX, damaged."""
    _decoded(Document(content=data, media_type=_DOCX))


def check_email(data: bytes) -> None:
    """A mail with its parts; somebody's words are in it."""
    assert _decoded(Document(content=data, media_type="message/rfc822")), "a mail is always read"


def check_media_type(data: bytes) -> None:
    """A file of any name, and bytes that nobody declared."""
    name, _, content = data.partition(b"\n")
    assert "/" in media_type_for(text_of(name), content)
    _decoded(Document(content=data, media_type=OCTET_STREAM))
    _decoded(Document(content=content))


def _decoded(document: Document) -> Decoded | None:
    try:
        decoded = decode(document)
    except DocumentError as error:
        check_error(error)
        return None
    check_decoded(decoded)
    return decoded
