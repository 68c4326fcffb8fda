"""Finds IP addresses; `ipaddress` of the standard library decides what is one."""

from collections.abc import Iterator
from ipaddress import ip_address

import regex

from schemas.entities import AddressValue, Label
from workers.engines import Candidate
from workers.engines.patterns_context import names_a_version
from workers.engines.patterns_passage import SOURCE, Passage

# Four numbers below 256 may also be the number of a section or of a version.
V4_SCORE, V6_SCORE = 0.95, 0.98

_V4 = regex.compile(
    r"(?<![\p{L}\p{Nd}_.:/-]|[vV]\.?|№ ?|§ ?)\d{1,3}(?:\.\d{1,3}){3}(?!\.?[\p{Nd}]|[\p{L}_])", regex.ASCII
)
_GROUP = "[0-9A-Fa-f]{0,4}"
_V6 = regex.compile(
    rf"(?<![\p{{L}}\p{{Nd}}_.:])(?:{_GROUP}(?::{_GROUP}){{1,6}}:\d{{1,3}}(?:\.\d{{1,3}}){{3}}|{_GROUP}(?::{_GROUP}){{2,7}})"
    r"(?![\p{L}\p{Nd}_:]|\.\p{Nd})"
)


def find_ip_addresses(passage: Passage) -> Iterator[Candidate]:
    """Yield the IPv4 and IPv6 addresses of a text."""
    for match in _V4.finditer(passage.text):
        if not names_a_version(passage.text, start=match.start(), end=match.end()):
            yield from _candidate(match, score=V4_SCORE)
    for match in _V6.finditer(passage.text):
        # "abc::def" is also how programs write names; an address has a digit.
        if any(sign.isdigit() for sign in match.group()):
            yield from _candidate(match, score=V6_SCORE)


def _candidate(match: "regex.Match[str]", *, score: float) -> Iterator[Candidate]:
    try:
        value = AddressValue(address=str(ip_address(match.group())))
    except ValueError:
        return
    yield Candidate(match.start(), match.end(), Label.IP, score, SOURCE, canonical=value.address, value=value)
