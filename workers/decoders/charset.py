"""Bytes to text: which encoding they are in, and reading them in it without ever failing."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match
from re import compile as pattern
from unicodedata import category, name

from schemas.text import EncodingSource, Repair
from schemas.warning import Warning
from workers.decoders import Encoding
from workers.decoders.charset_guess import cost_of, guess
from workers.decoders.charset_names import codec_for, public_name
from workers.decoders.charset_wide import wide_codec

REPLACEMENT = "\ufffd"

# Per byte beyond ASCII, in nats (see charset_guess): true texts cost at most 4.4, random bytes 6.7 and more.
_IMPLAUSIBLE_COST = 6.0
_OVERRULING_COST = 0.7
# With fewer bytes beyond ASCII neither can be told: a declaration is believed, a guess is taken.
_TELLING_BYTES = 20
# A few damaged bytes in ASCII text get at most 0.13 as letters of some encoding; "señor" in Latin-1 gets 0.18.
_GUESSWORK = 0.15
# Letters of another script among this many times as many ASCII ones are damage; quotes and currency signs are few too.
_SPRINKLING = 4
# Of texts in legacy encodings at most 0.6 characters per invalid byte, or 1 in a dozen letters, read as UTF-8 by
# accident (measured on our samples in 38 encodings); damaged UTF-8 has far more.
_CHARACTERS_PER_DAMAGE = 2.0

_BOMS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
# Seven-bit encodings look like ASCII and give themselves away by an escape sequence.
_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_ext"))
_SEVEN_BIT = frozenset({"iso2022_jp_ext", "iso2022_jp", "iso2022_kr", "hz", "utf-7"})
_STRICT_WIDE = frozenset({"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "utf-16-le", "utf-16-be"})
# CESU-8: a character beyond U+FFFF as two surrogates of three bytes each, as old MySQL and Java wrote it.
_SURROGATE_PAIR = pattern(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


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


def _by_zeros(content: bytes, _: str | None) -> ReadBytes | None:
    codec = wide_codec(content)
    return _read(content, codec, EncodingSource.DETECTED) if codec else None


def _by_escapes(content: bytes, declared: str | None) -> ReadBytes | None:
    if not content.isascii():
        return None
    if declared in _SEVEN_BIT:
        return _read(content, declared, EncodingSource.DECLARED)
    codec = next((codec for escape, codec in _ESCAPES if escape in content), None)
    return _read(content, codec, EncodingSource.DETECTED) if codec else None


def _by_utf_8(content: bytes, _: str | None) -> ReadBytes | None:
    try:
        return ReadBytes(content.decode("utf-8"), Encoding("utf-8", EncodingSource.UTF_8))
    except UnicodeDecodeError:
        return None


def _by_strict_declaration(content: bytes, declared: str | None) -> ReadBytes | None:
    """Bytes that a two-byte encoding reads without a fault are in it: a false one would stumble soon."""
    if declared not in _STRICT_WIDE:
        return None
    read = _read(content, declared, EncodingSource.DECLARED)
    return None if read.repairs or _is_overruled(read, content, declared) else read


def _by_damaged_utf_8(content: bytes, _: str | None) -> ReadBytes | None:
    mended, pairs = _SURROGATE_PAIR.subn(_join_surrogates, content)
    read = _read(mended, "utf-8", EncodingSource.UTF_8)
    damage = sum(repair.count for repair in read.repairs)
    characters = len(read.text) - len(read.text.encode("ascii", "ignore")) - damage
    if characters < _CHARACTERS_PER_DAMAGE * damage or (not damage and not pairs):
        return None
    joined = (Repair(kind="surrogate_pair", count=pairs),) if pairs else ()
    return replace(read, repairs=(*joined, *read.repairs))


def _by_declaration(content: bytes, declared: str | None) -> ReadBytes | None:
    if declared is None or declared == "utf-8" or declared in _SEVEN_BIT:
        return None
    read = _read(content, declared, EncodingSource.DECLARED)
    return None if _is_overruled(read, content, declared) else read


def _by_guess(content: bytes, _: str | None) -> ReadBytes | None:
    found = guess(content)
    if found.cost > _IMPLAUSIBLE_COST and _high_bytes(content) >= _TELLING_BYTES:
        return None
    read = _read(content, found.codec, EncodingSource.DETECTED, confidence=found.confidence)
    if _high_bytes(content) < _TELLING_BYTES and (found.confidence < _GUESSWORK or _is_sprinkled(read.text)):
        return None
    return read


def _by_replacement(content: bytes, _: str | None) -> ReadBytes:
    return _read(content, "utf-8", EncodingSource.DETECTED, confidence=0.0)


_RULES: tuple[_Rule, ...] = (
    _by_bom,
    _by_zeros,
    _by_escapes,
    _by_utf_8,
    _by_strict_declaration,
    _by_damaged_utf_8,
    _by_declaration,
    _by_guess,
    _by_replacement,
)


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


def _is_overruled(read: ReadBytes, content: bytes, declared: str) -> bool:
    """Tell whether another encoding makes so much better letters that the declaration must be a server's default."""
    if not read.repairs and _high_bytes(content) < _TELLING_BYTES:
        return False
    cost = cost_of(content, codec=declared)
    return cost is not None and cost - guess(content).cost > _OVERRULING_COST


def _high_bytes(content: bytes) -> int:
    return len(content) - len(content.translate(None, delete=bytes(range(0x80, 0x100))))


def _is_sprinkled(text: str) -> bool:
    """Tell whether a few letters of another script stand among many ASCII ones, as when damage is read as letters."""
    beyond = [character for character in text if not character.isascii() and category(character)[0] in "LMC"]
    letters = sum(character.isascii() and character.isalpha() for character in text)
    is_latin = any(name(character, "").startswith("LATIN") for character in beyond)
    return bool(beyond) and not is_latin and letters >= _SPRINKLING * len(beyond)


def _join_surrogates(match: Match[bytes]) -> bytes:
    return match[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
