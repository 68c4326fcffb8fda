"""Bytes to text: which encoding they are in, and reading them in it without ever failing."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match
from re import compile as compiled

from schemas.text import EncodingSource, Repair
from schemas.warning import Warning
from workers.decoders import Encoding
from workers.decoders.charset_guess import guess
from workers.decoders.charset_names import codec_for, public_name
from workers.decoders.charset_wide import wide_codec

REPLACEMENT = "\ufffd"

# What a declaration is worth, in nats (see charset_guess): servers and mail programs declare their default for anything,
# but nobody declares windows-1256 without having thought of Arabic.
_DECLARED, _DEFAULT, _UTF_8 = 20.0, 6.0, 2.0
_WORTH = {"cp1252": _DEFAULT, "utf-8": _UTF_8}

_BOMS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
# Seven-bit encodings look like ASCII and give themselves away by an escape sequence.
_ESCAPES = (
    (compiled(rb"\x1b\$\)C"), "iso2022_kr"),
    (compiled(rb"\x1b\$"), "iso2022_jp_ext"),
    (compiled(rb"~\{(?:[!-w][!-~])+(?:~\}|[!-~]?\Z)"), "hz"),
)
_SEVEN_BIT = frozenset({"iso2022_jp_ext", "iso2022_jp", "iso2022_kr", "hz", "utf-7"})
# CESU-8: a character beyond U+FFFF as two surrogates of three bytes each, as old MySQL and Java wrote it.
_SURROGATE_PAIR = compiled(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class ReadBytes:
    """Text read from bytes, with what had to be decided or repaired for it."""

    text: str
    encoding: Encoding
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Warning, ...] = ()


_Rule = Callable[[bytes, str | None], ReadBytes | None]


def read_bytes(content: bytes, *, declared: str | None) -> ReadBytes:
    """Return the text of bytes in the likeliest encoding; never fails, what cannot be read becomes U+FFFD."""
    codec = codec_for(declared)
    read = next(found for rule in _RULES if (found := rule(content, codec)) is not None)
    if declared and codec is None:
        message = f"the declared charset is not known; read as {read.encoding.name}"
        return replace(read, warnings=(Warning(code="unknown_charset", stage="normalize", message=message),))
    if codec and public_name(codec) != read.encoding.name and not content.isascii():
        message = f"declared as {public_name(codec)}, read as {read.encoding.name}, which fits the bytes better"
        return replace(read, warnings=(Warning(code="charset_overruled", stage="normalize", message=message),))
    return read


def _by_bom(content: bytes, _: str | None) -> ReadBytes | None:
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return _read(content[len(bom) :], codec, EncodingSource.BOM)
    return None


def _by_units(content: bytes, _: str | None) -> ReadBytes | None:
    codec = wide_codec(content)
    return _read(content, codec, EncodingSource.DETECTED) if codec else None


def _by_escapes(content: bytes, declared: str | None) -> ReadBytes | None:
    if not content.isascii():
        return None
    if declared in _SEVEN_BIT:
        return _read(content, declared, EncodingSource.DECLARED)
    codec = next((codec for escape, codec in _ESCAPES if escape.search(content)), None)
    return _read(content, codec, EncodingSource.DETECTED) if codec else None


def _by_utf_8(content: bytes, _: str | None) -> ReadBytes | None:
    try:
        return ReadBytes(content.decode("utf-8"), Encoding("utf-8", EncodingSource.UTF_8))
    except UnicodeDecodeError:
        return None


def _by_letters(content: bytes, declared: str | None) -> ReadBytes:
    """Read bytes in the encoding in which they make the likeliest letters, with a declaration as evidence."""
    mended, pairs = _SURROGATE_PAIR.subn(_join_surrogates, content)
    declared = None if declared in _SEVEN_BIT else declared
    found = guess(mended, declared=declared, bonus=_WORTH.get(declared, _DECLARED) if declared else 0.0)
    if not found.is_plausible:
        return _read(content, "utf-8", EncodingSource.DETECTED, confidence=0.0)
    if found.codec == declared:
        return _read(content, declared, EncodingSource.DECLARED)
    if found.codec != "utf-8":
        return _read(content, found.codec, EncodingSource.DETECTED, confidence=found.confidence)
    read = _read(mended, "utf-8", EncodingSource.UTF_8)
    joined = (Repair(kind="surrogate_pair", count=pairs),) if pairs else ()
    return replace(read, repairs=(*joined, *read.repairs))


_RULES: tuple[_Rule, ...] = (_by_bom, _by_escapes, _by_units, _by_utf_8, _by_letters)


def _read(content: bytes, codec: str, source: EncodingSource, *, confidence: float | None = None) -> ReadBytes:
    text = content.decode(codec, "replace")
    if codec == "utf-7":
        # The only codec of Python that lets lone surrogates through.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    replaced = text.count(REPLACEMENT)
    if replaced:
        # Those that the producer's own bytes spell out are no repair.
        replaced -= content.count(_encoded_replacement(codec))
    repairs = (Repair(kind="undecodable_byte", count=replaced),) if replaced > 0 else ()
    return ReadBytes(text, Encoding(public_name(codec), source, confidence), repairs)


def _encoded_replacement(codec: str) -> bytes:
    try:
        return REPLACEMENT.encode(codec)
    except UnicodeEncodeError:
        return b"\x00" * 64


def _join_surrogates(match: Match[bytes]) -> bytes:
    return match[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
