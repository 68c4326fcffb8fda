"""The first bytes by which a format is known, and the formats that are known but not read."""

from dataclasses import dataclass
from re import Pattern
from re import compile as pattern
from re import escape as re_escape

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ZIP = "application/zip"
_OLE = "application/x-ole-storage"

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted DOCX is an OLE container with this stream name, in UTF-16.
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """A format that is recognised only to say what to do with it."""

    extensions: tuple[str, ...]
    advice: str


UNREAD: dict[str, UnreadKind] = {
    "application/msword": UnreadKind((".doc",), "an old Word file; save it as DOCX or PDF"),
    "application/rtf": UnreadKind((".rtf",), "rich text; save it as DOCX or PDF"),
    "text/rtf": UnreadKind((), "rich text; save it as DOCX or PDF"),
    "application/vnd.oasis.opendocument.text": UnreadKind((".odt",), "an OpenDocument text; save it as DOCX or PDF"),
    "application/epub+zip": UnreadKind((".epub",), "an e-book; send its chapters as HTML"),
    "application/vnd.ms-powerpoint": UnreadKind((".ppt",), "slides; save them as PDF"),
    _SLIDES: UnreadKind((".pptx",), "slides; save them as PDF"),
    "application/vnd.oasis.opendocument.presentation": UnreadKind((".odp",), "slides; save them as PDF"),
    "application/vnd.ms-excel": UnreadKind((".xls",), "a spreadsheet; save it as CSV"),
    _SHEET: UnreadKind((".xlsx",), "a spreadsheet; save it as CSV"),
    "application/vnd.oasis.opendocument.spreadsheet": UnreadKind((".ods",), "a spreadsheet; save it as CSV"),
    _ZIP: UnreadKind((".zip",), "an archive; submit its files one by one"),
    "application/gzip": UnreadKind((".gz",), "a compressed file; unpack it first"),
    "application/vnd.rar": UnreadKind((".rar",), "an archive; submit its files one by one"),
    "application/x-7z-compressed": UnreadKind((".7z",), "an archive; submit its files one by one"),
    _OLE: UnreadKind((), "an old office file; save it as DOCX or PDF"),
    "image/png": UnreadKind((".png",), "an image; text in images needs OCR, which is out of scope"),
    "image/jpeg": UnreadKind((".jpg", ".jpeg"), "an image; text in images needs OCR, which is out of scope"),
    "image/gif": UnreadKind((".gif",), "an image; text in images needs OCR, which is out of scope"),
    "image/tiff": UnreadKind((".tif", ".tiff"), "an image; text in images needs OCR, which is out of scope"),
}

# Bytes that no text begins with.
_SIGNATURES: tuple[tuple[Pattern[bytes], str], ...] = (
    (pattern(rb"%PDF-\d\.\d\s{0,4}[\r\n]"), "application/pdf"),
    (pattern(rb"PK\x03\x04"), _ZIP),
    (pattern(re_escape(OLE_SIGNATURE)), _OLE),
    (pattern(rb"\{\\rtf\d"), "application/rtf"),
    (pattern(rb"\x1f\x8b\x08"), "application/gzip"),
    (pattern(rb"Rar!\x1a\x07"), "application/vnd.rar"),
    (pattern(rb"7z\xbc\xaf\x27\x1c"), "application/x-7z-compressed"),
    (pattern(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (pattern(rb"\xff\xd8\xff[\xc0-\xef]"), "image/jpeg"),
    (pattern(rb"II\*\x00|MM\x00\*"), "image/tiff"),
)

_ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub+zip", "application/epub+zip"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.presentation"),
    (b"word/document.xml", _WORD),
    (b"xl/workbook.xml", _SHEET),
    (b"ppt/presentation.xml", _SLIDES),
)

# How far a text is read to tell what it is.
_HEAD_BYTES = 4096
_HTML = pattern(rb"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]")
_XML = pattern(rb"\s*<\?xml\s")
_HEADER_LINE = rb"(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)"
_EMAIL = pattern(
    rb"(?i)(?:From [^\r\n]{1,200}\r?\n)?" + _HEADER_LINE + rb"{0,40}?(?:received|message-id|mime-version|return-path):"
)


def signature(content: bytes, *, expected: str | None) -> str | None:
    """Return the binary format that the first bytes tell, or None; `expected` decides what a bare container holds."""
    start = content[:_HEAD_BYTES].lstrip()
    found = next((name for magic, name in _SIGNATURES if magic.match(start)), None)
    if found not in (_ZIP, _OLE):
        return found
    if expected not in (None, "text/plain") and expected in {_WORD, *UNREAD}:
        return expected
    if found == _OLE:
        return _WORD if ENCRYPTED_PACKAGE in content else _OLE
    return next((name for member, name in _ZIP_MEMBERS if member in content), _ZIP)


def media_type_of_text(content: bytes) -> str | None:
    """Return the kind of text that the first bytes look like, or None where they are not text."""
    head = content[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    for kind, media_type in ((_HTML, "text/html"), (_XML, "text/xml"), (_EMAIL, "message/rfc822")):
        if kind.match(head):
            return media_type
    return "text/plain" if _is_texty(head) else None


def _is_texty(head: bytes) -> bool:
    """Tell text in any encoding from binary data: control bytes are rare in it, but for the zeros of UTF-16 and 32."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    controls = len(head.translate(None, delete=bytes(range(9, 14)) + b"\x1a\x1b" + bytes(range(32, 256))))
    return controls * 100 <= len(head) or (b"\x00" in head and controls == head.count(0))
