"""Finds international bank account numbers: the length of the country and the checksum must be right."""

from collections.abc import Iterator

import regex

from schemas.entities import AddressValue, Label
from workers.engines import Candidate
from workers.engines.patterns_passage import SOURCE, Passage

# One in 97 random strings of the right form passes the checksum (ISO 7064).
SCORE = 0.99

# Lengths by country of the SWIFT IBAN registry.
_LENGTHS = {
    code: length
    for length, codes in {
        15: "NO", 16: "BE", 18: "DK FI FO GL NL SD FK", 19: "MK SI", 20: "AT BA EE KZ LT LU XK MN",
        21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM TL SO",
        24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST", 26: "IS TR", 27: "BI DJ FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HU LB NI PL SV", 29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC",
        33: "RU",
    }.items()
    for code in codes.split()
}  # fmt: skip
_START = regex.compile(r"(?<![A-Za-z0-9])(?P<country>[A-Z]{2})[0-9]{2}(?=[ \u00a0-]?[A-Z0-9])")
_REST = regex.compile(r"(?:[ \u00a0-]?[A-Z0-9]){11,40}+")


def find_ibans(passage: Passage) -> Iterator[Candidate]:
    """Yield the IBANs of a text, written together or in groups."""
    for match in _START.finditer(passage.text):
        length = _LENGTHS.get(match["country"])
        end = _end(passage.text, start=match.start(), length=length) if length else None
        if end is None:
            continue
        address = "".join(sign for sign in passage.text[match.start() : end] if sign.isalnum())
        if is_iban(address):
            value = AddressValue(address=address)
            yield Candidate(match.start(), end, Label.IBAN, SCORE, SOURCE, canonical=address, value=value)


def _end(text: str, *, start: int, length: int) -> int | None:
    """Return where so many letters and digits end, or None when they do not follow or more are attached."""
    match = _REST.match(text, start)
    seen = 0
    for offset in range(start, match.end() if match else start):
        seen += text[offset].isalnum()
        if seen == length:
            after = text[offset + 1 : offset + 2]
            return None if after.isascii() and after.isalnum() else offset + 1
    return None


def is_iban(address: str) -> bool:
    """Say whether the check digits of a string of letters and digits are right (ISO 7064, modulo 97)."""
    turned = address[4:] + address[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
