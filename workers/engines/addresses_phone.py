"""Finds telephone numbers with the rules of libphonenumber: international ones, and national ones of a known country."""

from collections.abc import Iterator
from functools import cache

import phonenumbers
import regex

from schemas.entities import AddressValue, Label
from workers.engines import Candidate
from workers.engines.addresses_country import document_country
from workers.engines.patterns_passage import SOURCE, Passage

# An international prefix leaves little doubt; a national number is valid for one number in a few.
INTERNATIONAL_SCORE, NATIONAL_SCORE = 0.96, 0.86
# Parsing costs some 50 µs; a text of numbers would cost seconds. A directory of a town has fewer numbers than this.
MAX_PARSED = 20_000

# Scripts that put no space between a word and a number: 電話+81…まで.
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = rf"[[\p{{L}}\p{{M}}]--[{_SPACELESS}]]"
_RUN = regex.compile(
    rf"(?<!{_LETTER}|[\p{{Nd}}_.,/:@-])"
    r"(?:(?P<prefix>[+＋])|(?<![\p{Nd}][ \u00a0])(?P<zeros>[0٠۰]{2}(?![0٠۰]))?)\(?(?:\p{Nd}(?:(?:[ \u00a0.\-‐‑–/]|\)[ -]?| \()(?=\p{Nd}))?){7,17}+"
    rf"(?!{_LETTER}|[\p{{Nd}}_%]|[.,:/-]\p{{Nd}})",
    regex.V1,
)
_DATE = regex.compile(
    r"(?:\p{Nd}{4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,2}|\p{Nd}{1,2}[-./]\p{Nd}{1,2}[-./]\p{Nd}{2,4}|\p{Nd}{4} ?[-–] ?\p{Nd}{4})"
)
_GROUPED_AMOUNT = regex.compile(r"\p{Nd}{1,3}(?:[ \u00a0.]\p{Nd}{3})+")
_CUE = regex.compile(
    r"(?:tel|phone|mobile|call|fax|whatsapp|telefon|telefono|teléfono|telefone|téléphone|tél|tlf|puh|gsm|тел|телефон|τηλ"
    r"|هاتف|الهاتف|تلفون|جوال|موبايل|واتساب|تلفن|تماس|فون|טלפון|טל|电话|電話|전화|โทร|फोन|फ़ोन|☎|📞)[.:：]{0,2}[ \u00a0]?$",
    regex.IGNORECASE,
)
_CUE_REACH = 14
# Languages with one country that nearly all their texts come from.
_REGIONS = {
    "he": "IL", "ja": "JP", "ko": "KR", "th": "TH", "vi": "VN", "tr": "TR", "pl": "PL", "cs": "CZ", "sk": "SK", "hu": "HU",
    "fi": "FI", "da": "DK", "no": "NO", "sv": "SE", "is": "IS", "et": "EE", "lv": "LV", "lt": "LT", "bg": "BG", "el": "GR",
    "uk": "UA", "ka": "GE", "hy": "AM", "az": "AZ", "it": "IT", "id": "ID", "fil": "PH", "hr": "HR", "sl": "SI", "km": "KH",
    "lo": "LA", "my": "MM", "mn": "MN", "kk": "KZ", "uz": "UZ", "fa": "IR", "be": "BY", "mk": "MK", "sq": "AL", "si": "LK",
}  # fmt: skip


def find_phones(passage: Passage) -> Iterator[Candidate]:
    """Yield the valid telephone numbers; the value is E.164."""
    parsed = 0
    for match in _RUN.finditer(passage.text):
        if parsed == MAX_PARSED:
            return
        is_international = bool(match["prefix"] or match["zeros"])
        region = None if is_international else _national_region(passage, match=match)
        if (not is_international and region is None) or _DATE.fullmatch(match.group()):
            continue
        parsed += 1
        written = "+" + match.group()[2:] if match["zeros"] else match.group()
        address = _e164(written, region=region)
        if address is not None:
            score = INTERNATIONAL_SCORE if is_international else NATIONAL_SCORE
            value = AddressValue(address=address)
            yield Candidate(match.start(), match.end(), Label.PHONE, score, SOURCE, canonical=address, value=value)


def _national_region(passage: Passage, *, match: "regex.Match[str]") -> str | None:
    """Return the country of a number without prefix: only with a word before it, or with its zero and groups."""
    has_cue = _CUE.search(passage.text, max(0, match.start() - _CUE_REACH), match.start()) is not None
    written = match.group()
    digits = [sign for sign in written if sign.isdecimal()]
    is_grouped = len(digits) < len(written) and not _GROUPED_AMOUNT.fullmatch(written)
    if not has_cue and not (is_grouped and len(digits) > 8 and int(digits[0]) == 0):
        return None
    tag = passage.tag_at(match.start())
    region = tag.rpartition("-")[2]
    if len(region) == 2 and region.isupper() and region in _regions():
        return region
    return document_country(passage) or _REGIONS.get(passage.language_at(match.start()))


@cache
def _regions() -> frozenset[str]:
    return frozenset(phonenumbers.SUPPORTED_REGIONS)


def _e164(written: str, *, region: str | None) -> str | None:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    address: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return address
