"""Header values of e-mails as people read them: encoded words, raw 8-bit bytes, broken folding."""

from binascii import Error, a2b_base64, a2b_qp
from re import Match
from re import compile as pattern

from workers.decoders.charset import read_bytes

# Far longer than any real header; the parser of Python is quadratic in the length of a Content-Type.
HEADER_CHARACTERS = 4_000
_CHARSET, _LANGUAGE, _TEXT = r"[\w.:-]{1,40}", r"(?:\*[\w-]{1,20})?", r"[^?\s]{0,1000}"
_ENCODED_WORD = pattern(rf"=\?({_CHARSET}){_LANGUAGE}\?([bBqQ])\?({_TEXT})\?=")
# Some senders cut a character of several bytes between two words, so neighbours are read together.
_ANY_WORD = rf"=\?{_CHARSET}{_LANGUAGE}\?[bBqQ]\?{_TEXT}\?="
_ENCODED_WORDS = pattern(rf"{_ANY_WORD}(?:\s*{_ANY_WORD})*")


def readable_header(value: str) -> str:
    """Return a header value, as the parser of Python hands it out, in one line of readable text."""
    raw = value[:HEADER_CHARACTERS].encode("utf-8", "surrogateescape")
    return " ".join(_ENCODED_WORDS.sub(_read_words, read_bytes(raw, declared=None).text).split())


def _read_words(match: Match[str]) -> str:
    text, pending, charset = "", b"", ""
    for word in _ENCODED_WORD.finditer(match[0]):
        if word[1].lower() != charset and pending:
            text, pending = text + read_bytes(pending, declared=charset).text, b""
        charset, pending = word[1].lower(), pending + _word_bytes(word)
    return text + read_bytes(pending, declared=charset).text


def _word_bytes(word: Match[str]) -> bytes:
    encoded = word[3].encode("utf-8")
    if word[2] in "qQ":
        return a2b_qp(encoded, header=True)
    try:
        return a2b_base64(encoded + b"=" * (-len(encoded) % 4))
    except Error:
        return encoded
