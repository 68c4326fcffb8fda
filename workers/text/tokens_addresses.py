"""Where URLs, domain names and e-mail addresses stand in a text, so that no token cuts them."""

import re
from collections.abc import Iterator

import regex

_Span = tuple[int, int]

# Browsers and mail servers take no more (RFC 5321: 64 for the local part).
_LONGEST_URL, _LONGEST_LOCAL = 2_048, 64

# Top-level domains that are no word of a language: the text "fin.de la" lacks a blank, and holds no domain.
_DOMAINS = ("com", "org", "net", "edu", "gov", "info", "biz", "ru")
_SIGNS = ("://", "www.", "WWW.", *(f".{domain}" for domain in _DOMAINS))

_NO_URL = r"\s<>\"«»“”„‹›|\\^`{}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20؟،؛।\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}"
_URL = regex.compile(
    rf"""
    (?<![A-Za-z0-9@._-])
    (?: (?: (?:https?|ftps?):// | www\. (?=[^\W_]) ) [^{_NO_URL}]{{1,{_LONGEST_URL}}}+
      | (?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}+\.){{1,4}} (?:{"|".join(_DOMAINS)}) (?![\p{{L}}\p{{N}}_-]|\.[\p{{L}}\p{{N}}])
        (?: / [^{_NO_URL}]{{0,{_LONGEST_URL}}}+ )?+ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TRAILING = ".,;:!?'’…*_~—–"
_BRACKETS = {")": "(", "]": "["}

_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&*+/=?^_~-"
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,63}")


def addresses(text: str, start: int, end: int) -> Iterator[_Span]:
    """Yield the addresses of `text[start:end]` in order. Linear in the text, and next to free where there is none."""
    found: list[_Span] = []
    if any(sign in text for sign in _SIGNS):
        found += _urls(text, start, end)
    if "@" in text:
        found += _mails(text, start, end)
    covered = start
    for address_start, address_end in sorted(found):
        if address_start >= covered:
            covered = address_end
            yield address_start, address_end


def _urls(text: str, start: int, end: int) -> Iterator[_Span]:
    for match in _URL.finditer(text, start, end):
        yield match.start(), _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of a URL without the marks and unopened brackets of the sentence around it."""
    while text[end - 1] in _TRAILING or (
        (opener := _BRACKETS.get(text[end - 1]))
        and text.count(opener, start, end) < text.count(text[end - 1], start, end)
    ):
        end -= 1
    return end


def _mails(text: str, start: int, end: int) -> Iterator[_Span]:
    previous, at = start, text.find("@", start, end)
    while at >= 0:
        window = text[max(previous, at - _LONGEST_LOCAL) : at]
        local = len(window) - len(window.rstrip(_LOCAL))
        local_start = at - len(window[len(window) - local :].lstrip("."))
        domain = _DOMAIN.match(text, at + 1, end) if local_start < at else None
        if domain:
            yield local_start, domain.end()
            previous = domain.end()
        at = text.find("@", at + 1, end)
