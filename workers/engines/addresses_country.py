"""The country that a document speaks from, as its telephone numbers and web addresses tell."""

from functools import lru_cache

import phonenumbers
import regex

from workers.engines.patterns_passage import Passage

# A country's domain at the end of a host: example.fr, mail.example.co.uk; .co, .io, .tv and the like are of no country.
_DOMAIN = regex.compile(
    r"(?<![\p{L}\p{N}])[a-z0-9-]{2,63}\.(?:(?:com?|ac|gov|org|net|edu)\.)?(?P<country>[a-z]{2})(?![\p{L}\p{N}-]|\.\p{L})"
)
_OF_NO_COUNTRY = frozenset(
    ["ai", "cc", "co", "fm", "io", "la", "ly", "me", "nu", "sh", "so", "st", "to", "tv", "ws", "eu"]
)
_WORDS = frozenset(
    ["am", "is", "it", "do", "go", "or", "no", "as", "at", "be", "by", "in", "my", "us", "de", "es", "se", "si", "an"]
)
_WITH_CUE = regex.compile(r"(?:https?://|www\.|@)[^\s/]*$")
_PREFIX = regex.compile(r"(?<![\p{L}\p{N}])[+＋](?P<digits>\p{Nd}{1,4})")
_NAMES = {"uk": "GB"}
# Signs of the first so many characters decide; a long text does not change its country.
_REACH = 200_000


def document_country(passage: Passage) -> str | None:
    """Return the one country that international numbers and web addresses of a text are of, else None."""
    return _country(passage.text[:_REACH])


@lru_cache(maxsize=8)
def _country(text: str) -> str | None:
    found = {_of_prefix(int(match["digits"])) for match in _PREFIX.finditer(text)} - {None}
    if not found:
        found = {_of_domain(match, text) for match in _DOMAIN.finditer(text)} - {None}
    return next(iter(found)) if len(found) == 1 else None


def _of_prefix(digits: int) -> str | None:
    """Return the country whose code a number begins with; several countries share +1 and +7."""
    written = str(digits)
    for length in (3, 2, 1):
        regions = (
            phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(written[:length])) if len(written) >= length else None
        )
        if regions:
            return regions[0] if len(regions) == 1 or written[:length] == "44" else None
    return None


def _of_domain(match: "regex.Match[str]", text: str) -> str | None:
    """Return the country of a domain; one that is also a word wants a scheme, www or an at-sign before it."""
    country: str = match["country"]
    before = text[max(0, match.start() - 12) : match.start() + 1]
    if country in _OF_NO_COUNTRY or (country in _WORDS and not _WITH_CUE.search(before[:-1])):
        return None
    region = _NAMES.get(country, country.upper())
    return region if region in phonenumbers.SUPPORTED_REGIONS else None
