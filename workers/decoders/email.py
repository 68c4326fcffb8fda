"""E-mail (RFC 5322 with MIME): subject and body; what is attached is listed, not read."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from re import compile as pattern

from schemas.document import Document
from schemas.text import Attachment, EncodingSource, Repair
from schemas.warning import Warning
from workers.decoders import Decoded, Encoding
from workers.decoders.charset import read_bytes
from workers.decoders.email_headers import HEADER_CHARACTERS, readable_header
from workers.decoders.html import Keep, read_page
from workers.decoders.html_head import declared_charset
from workers.decoders.markup import well_formed

# The parser of Python recurses into parts and looks at every line once for each boundary; mails have fewer than ten.
_BOUNDARIES = 100
_PARTS = 1_000
# So many looks of some 0.3 µs; a mail with 20 MB of attachments has 260,000 lines.
_LINE_LOOKS = 5_000_000
# The parser makes an object of 2 kB for each part, and two strings of each header line.
_DELIMITERS = 20_000
_HEAD_BYTES = 1_000_000
_TITLE_CHARACTERS = 1_000
# A plain part this short beside an HTML part says "your program cannot show this mail".
_TRIVIAL_CHARACTERS = 200
_TRIVIAL_SHARE = 0.1

_BOUNDARY = pattern(rb"(?i)\bboundary\s{0,20}\*?=")
_BLANK_LINE = pattern(rb"\r?\n\r?\n")
_LANGUAGE = pattern(r"\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\s*")


class _ShortHeaders(Compat32):
    """The tolerant policy of Python, with headers cut at a length that cannot hurt."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:HEADER_CHARACTERS]


@dataclass(frozen=True, slots=True)
class _Body:
    """The text of one or more parts with what was found out about them."""

    text: str = ""
    is_html: bool = False
    encoding: Encoding | None = None
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Warning, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def decode_email(document: Document) -> Decoded:
    """Return the body of an e-mail with its subject as title; malformed mails are read as far as they go."""
    content = document.content
    if content is None:
        content = well_formed(document.text or "").encode("utf-8")
    content = content.removeprefix(BOM_UTF8).lstrip()
    message = _parse(content)
    headers = Message() if message is None else message
    body = _read_unparsed(content) if message is None else _read_part(message)
    language = _LANGUAGE.fullmatch(_header(headers, "content-language"))
    return Decoded(
        text=body.text,
        encoding=body.encoding or Encoding(None, EncodingSource.FORMAT),
        is_raw=False,
        title=_header(headers, "subject")[:_TITLE_CHARACTERS] or None,
        language=language[1] if language else None,
        repairs=body.repairs,
        dropped=("headers",),
        attachments=body.attachments[:_PARTS],
        warnings=body.warnings,
    )


def _parse(content: bytes) -> Message | None:
    boundaries = sum(1 for _ in _BOUNDARY.finditer(content))
    if boundaries > _BOUNDARIES or boundaries * content.count(b"\n") > _LINE_LOOKS:
        return None
    if content.count(b"\n--") > _DELIMITERS or _head_bytes(content) > _HEAD_BYTES:
        return None
    try:
        return message_from_bytes(content, policy=_ShortHeaders())
    except RecursionError:
        return None


def _head_bytes(content: bytes) -> int:
    """Return the size of what stands before the first empty line."""
    blank = _BLANK_LINE.search(content)
    return blank.start() if blank and b":" in content[:_HEAD_BYTES] else 0


def _read_unparsed(content: bytes) -> _Body:
    body = _BLANK_LINE.split(content, maxsplit=1)[-1]
    read = read_bytes(body, declared=None)
    message = "the mail has too many nested parts; its body was read as it stands"
    warning = Warning(code="mail_not_parsed", stage="normalize", message=message)
    return _Body(text=read.text, encoding=read.encoding, repairs=read.repairs, warnings=(*read.warnings, warning))


def _read_part(part: Message) -> _Body:
    media_type = part.get_content_type()
    if part.is_multipart() and media_type.startswith("multipart/"):
        children = [child for child in part.get_payload() if isinstance(child, Message)][:_PARTS]
        bodies = [_read_part(child) for child in children]
        return _choose(bodies) if media_type == "multipart/alternative" else _join(bodies)
    if part.is_multipart() or _is_attached(part, media_type):
        return _Body(attachments=(_attachment(part, media_type),))
    return _read_text(part, is_html=media_type == "text/html")


def _is_attached(part: Message, media_type: str) -> bool:
    if part.get_content_disposition() == "attachment" or media_type not in ("text/plain", "text/html"):
        # A multipart without a boundary is one part, and its text is all there is.
        return not media_type.startswith("multipart/")
    return part.get_content_disposition() == "inline" and _file_name(part) is not None


def _read_text(part: Message, *, is_html: bool) -> _Body:
    payload = _payload(part)
    charset = _parameter(part, "charset")
    if is_html:
        declared = charset or declared_charset(payload)
        page = read_page(read_bytes(payload, declared=declared), keep=Keep.EVERYTHING)
        return _Body(page.text, is_html=True, encoding=page.encoding, repairs=page.repairs, warnings=page.warnings)
    read = read_bytes(payload, declared=charset)
    text = read.text.replace("\r\n", "\n")
    if _parameter(part, "format") == "flowed":
        text = _unflow(text, has_extra_spaces=_parameter(part, "delsp") == "yes")
    return _Body(text.strip(), encoding=read.encoding, repairs=read.repairs, warnings=read.warnings)


def _unflow(text: str, *, has_extra_spaces: bool) -> str:
    """Join the soft line breaks of format=flowed (RFC 3676): a line that ends with a space goes on, but not `-- `."""
    return "".join(
        line[: -1 if has_extra_spaces else None] if line.endswith(" ") and line != "-- " else line + "\n"
        for line in text.split("\n")
    )


def _choose(bodies: list[_Body]) -> _Body:
    """Return the plain one of several forms of the same text, unless it says nothing that the HTML one says."""
    attachments = tuple(attachment for body in bodies for attachment in body.attachments)
    plain = next((body for body in bodies if body.text and not body.is_html), _Body())
    rich = next((body for body in reversed(bodies) if body.text and body.is_html), _Body())
    is_trivial = len(plain.text) < min(_TRIVIAL_CHARACTERS, _TRIVIAL_SHARE * len(rich.text))
    chosen = rich if not plain.text or is_trivial else plain
    return _Body(chosen.text, chosen.is_html, chosen.encoding, chosen.repairs, chosen.warnings, attachments=attachments)


def _join(bodies: list[_Body]) -> _Body:
    with_text = [body for body in bodies if body.text]
    return _Body(
        text="\n\n".join(body.text for body in with_text),
        is_html=any(body.is_html for body in with_text),
        encoding=next((body.encoding for body in with_text), None),
        repairs=tuple(_sum_repairs(with_text)),
        warnings=tuple(dict.fromkeys(warning for body in with_text for warning in body.warnings)),
        attachments=tuple(attachment for body in bodies for attachment in body.attachments),
    )


def _sum_repairs(bodies: list[_Body]) -> Iterator[Repair]:
    counts: dict[str, int] = {}
    for repair in (repair for body in bodies for repair in body.repairs):
        counts[repair.kind] = counts.get(repair.kind, 0) + repair.count
    return (Repair(kind=kind, count=count) for kind, count in counts.items())


def _attachment(part: Message, media_type: str) -> Attachment:
    name = _file_name(part)
    if part.is_multipart():
        leaves = [leaf for leaf in part.walk() if not leaf.is_multipart()]
        return Attachment(name=name, media_type=media_type, size_bytes=sum(len(_payload(leaf)) for leaf in leaves))
    return Attachment(name=name, media_type=media_type, size_bytes=len(_payload(part)))


def _file_name(part: Message) -> str | None:
    return _parameter(part, "filename", header="content-disposition") or _parameter(part, "name")


def _payload(part: Message) -> bytes:
    """Return the bytes of a part; where its transfer encoding cannot be undone, they are left as they are."""
    try:
        payload = part.get_payload(decode=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (broken transfer encodings raise what they like)
        payload = None
    if isinstance(payload, bytes) and payload:
        return payload
    return str(part.get_payload()).encode("utf-8", "surrogateescape")


def _parameter(part: Message, name: str, *, header: str = "content-type") -> str | None:
    try:
        value = part.get_param(name, header=header)
        text = value if isinstance(value, str) else "" if value is None else _from_rfc_2231(value)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (the parser of Python trips over malformed parameters; they say nothing)
        return None
    return readable_header(text) or None


def _from_rfc_2231(value: tuple[str | None, str | None, str]) -> str:
    return read_bytes(value[2].encode("latin-1", "replace"), declared=value[0]).text


def _header(message: Message, name: str) -> str:
    return next((readable_header(str(value)) for key, value in message.raw_items() if key.lower() == name), "")
