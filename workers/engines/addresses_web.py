"""Finds URLs and e-mail addresses, without the punctuation and the words that stand beside them."""

from collections.abc import Iterator

import regex

from schemas.entities import AddressValue, Label
from workers.engines import Candidate
from workers.engines.patterns_passage import SOURCE, Passage

# A scheme or an at-sign between names leaves no doubt.
URL_SCORE, EMAIL_SCORE = 0.99, 0.99
# Browsers and mail servers take no more (RFC 5321: 64 for the local part, 255 for the domain).
MAX_URL, MAX_LOCAL, MAX_DOMAIN = 2_048, 64, 255

_URL_START = regex.compile(r"(?<![\p{ASCII}&&[\p{L}\p{N}]])(?:(?:https?|ftps?)://|www\.)", regex.IGNORECASE | regex.V1)
_URL_BODY = regex.compile(r"[^\s<>\"«»“”„‹›|\\^`{}\u3000-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff20؟،؛।]+")
# A name in Latin letters that runs into another script has met the next word: example.comوقال.
_LATIN_THEN_OTHER = regex.compile(r"(?<=[A-Za-z0-9])(?=[\p{L}--\p{Latin}])", regex.V1)
_AUTHORITY = regex.compile(r"(?:[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:]+)(?P<port>:\d{1,5})?")
_HOST = regex.compile(
    r"(?:[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?\.)+(?:[\p{L}\p{M}]{2,}|xn--[\w-]+|\d+)|localhost"
)
# Cheap, and false for most of what is no URL: a dot or a bracket soon after the scheme.
_HOST_AHEAD = regex.compile(r"(?:[^\s/?#@]{0,64}@)?(?:[^\s./?#@]{1,63}\.[^\s./]|\[|localhost)")
_TRAILING = ".,;:!?'’…*_~—–"
_CLOSERS = {")": "(", "]": "[", "）": "（"}

_AT = regex.compile("[@＠]")
_LOCAL_SIGNS = frozenset(".!#$%&'*+/=?^_`{|}~-")
_DOMAIN = regex.compile(
    r"(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{2,59}|[\p{L}\p{M}]{2,63})",
    regex.IGNORECASE,
)


def find_urls(passage: Passage) -> Iterator[Candidate]:
    """Yield the URLs that have a scheme or begin with www."""
    end = 0
    for match in _URL_START.finditer(passage.text):
        if match.start() < end:
            continue
        if _HOST_AHEAD.match(passage.text, match.end()) is None:
            continue
        body = _URL_BODY.match(passage.text, match.end(), match.start() + MAX_URL)
        address = _url(match.group(), rest=body.group()) if body else None
        if address is not None:
            end = match.start() + len(address)
            value = AddressValue(address=_canonical_url(address, scheme=match.group()))
            yield Candidate(match.start(), end, Label.URL, URL_SCORE, SOURCE, canonical=value.address, value=value)


def _url(scheme: str, *, rest: str) -> str | None:
    authority = _AUTHORITY.match(rest)
    if authority is None:
        return None
    top_label = authority["host"].rpartition(".")[2]
    glued = _LATIN_THEN_OTHER.search(top_label)
    if glued:
        return _checked(scheme, rest=_trimmed(rest[: authority.end("host") - len(top_label) + glued.start()]))
    glued = _LATIN_THEN_OTHER.search(rest, authority.end())
    return _checked(scheme, rest=_trimmed(rest[: glued.start()] if glued else rest))


def _checked(scheme: str, *, rest: str) -> str | None:
    authority = _AUTHORITY.match(rest)
    if authority is None:
        return None
    host = authority["host"]
    is_host = host.startswith("[") or _HOST.fullmatch(host if scheme.endswith("//") else f"www.{host}")
    return scheme + rest if is_host and (scheme.endswith("//") or "." in host) else None


def _trimmed(rest: str) -> str:
    while rest:
        last = rest[-1]
        opener = _CLOSERS.get(last)
        if last in _TRAILING or (opener and rest.count(last) > rest.count(opener)):
            rest = rest[:-1]
        else:
            break
    return rest


def _canonical_url(address: str, *, scheme: str) -> str:
    rest = address[len(scheme) :]
    authority = _AUTHORITY.match(rest)
    end = authority.end() if authority else 0
    return scheme.lower() + rest[:end].lower() + rest[end:]


def find_emails(passage: Passage) -> Iterator[Candidate]:
    """Yield the e-mail addresses, internationalized ones included."""
    text = passage.text
    for at in _AT.finditer(text):
        start = _local_start(text, at=at.start())
        domain = _DOMAIN.match(text, at.end(), min(len(text), at.end() + MAX_DOMAIN))
        if start == at.start() or domain is None:
            continue
        host = _host_without_next_word(domain.group())
        if host is None:
            continue
        end = at.end() + len(host)
        value = AddressValue(address=f"{text[start : at.start()]}@{host.lower()}")
        yield Candidate(start, end, Label.EMAIL, EMAIL_SCORE, SOURCE, canonical=value.address, value=value)


def _local_start(text: str, *, at: int) -> int:
    """Return where the local part begins; one that ends in Latin letters has no letters of another script."""
    is_ascii = at > 0 and text[at - 1].isascii()
    start = at
    while start > 0 and at - start < MAX_LOCAL:
        sign = text[start - 1]
        if not (sign in _LOCAL_SIGNS or (sign.isalnum() and (sign.isascii() or not is_ascii))):
            break
        start -= 1
    while start < at and (text[start] in _LOCAL_SIGNS and text[start] != "_"):
        start += 1
    is_wrong = start < at and (text[at - 1] == "." or ".." in text[start:at])
    return at if is_wrong else start


def _host_without_next_word(host: str) -> str | None:
    name, _, top = host.rpartition(".")
    glued = _LATIN_THEN_OTHER.search(top)
    top = top[: glued.start()] if glued else top
    return f"{name}.{top}" if len(top) > 1 else None
