"""Whether characters out of misread text make sense where they stand, and how much that says."""

import re
from functools import cache
from unicodedata import category

import regex

from workers.text.mojibake_readers import LOST

# Letters that are words by themselves; any other letter alone is a name of a letter or an accident.
_WORDS = frozenset("àáèéíòóôúåäöøæÀÁÈÉÍÒÓÔÚÅÄÖØÆыавикосуяійзєїўжбВИКОСУЯАІЙЗЄЇЎηωοΗΩΟو")
# Marks that stand between letters, and marks that need a letter at their side.
_NUMERALS = frozenset("²³¹ªº¼½¾")
_INNER = frozenset("’·‐‑–—\u00ad\u200b\u200c\u200d…'׳״")
_TIGHT = frozenset("’‘“”„‚«»‹›")
_CLOSERS = frozenset("”’»›“‘®™©°ªº†‡…")

# Letters of living orthographies. Archaic Greek, Cyrillic and Coptic, phonetic letters and rare extensions are not:
# sound text makes them by accident, as "É»" makes U+027B.
_LETTERS = regex.compile(
    r"(?V1)[[A-Za-z\u00c0-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0259\u02bb\u02bc"
    r"\u0386-\u03ce\u0400-\u045f\u0490-\u04ff\u0531-\u0587\u05d0-\u05f2\u0620-\u064a\u0660-\u0669\u066e-\u06d3\u06d5\u06ee-\u06fc"
    r"\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}"
    r"\p{Thai}\p{Lao}\p{Tibetan}\p{Myanmar}\p{Georgian}\p{Ethiopic}\p{Khmer}\p{Mongolian}"
    r"\u1e0c\u1e0d\u1e24\u1e25\u1e62\u1e63\u1e6c\u1e6d\u1e92\u1e93\u1e9e\u1ea0-\u1ef9\u1f00-\u1fff\p{Hiragana}\p{Katakana}\p{Han}\p{Hangul}ー々〆ﾞﾟ\uff10-\uff5a]&&[\p{L}\p{N}\p{M}]]"
)
_MARKS = regex.compile(
    r"[\u0300-\u0304\u0306-\u030c\u0323\u0327\u0328\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0901-\u0903\u093c\u094d]|(?V1)[\p{M}&&[\u0900-\u1abf]]"
)
_SIGNS = regex.compile(
    r"[\u00a0-\u00bf\u00d7\u00f7\u02c6\u02da\u02dc\u060c\u061b\u061f\u0640\u066a-\u066d\u06d4\u0964\u0965\u2009-\u200f\u2010-\u2027\u202a-\u202f\u2030-\u205e"
    r"\u2066-\u2069\u2070-\u209f\u20a0-\u20cf\u2100-\u214f\u2150-\u218b\u2190-\u21ff\u2200-\u22ff\u2300-\u23ff\u2460-\u24ff\u2500-\u27bf"
    r"\u2900-\u297f\u2b00-\u2bff\u3000-\u303f\u30fb\ufe0f\ufe0e\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffee\u055a-\u055f\u0589"
    r"\u1360-\u1368\u104a-\u104f\u17d4-\u17db\u0e3f\U0001f000-\U0001faff\U000e0020-\U000e007f\ufdfc]"
)

# "вЂ™", "ג€™": a capital after a small letter, a letter with a sign of currency at its end.
_ODD_PAIR = regex.compile(r"\p{Ll}\p{Lu}|[\p{Ll}\p{Lo}]\p{Sc}")

_SCRIPTS = (
    regex.compile(r"[\p{Latin}]"),
    regex.compile(r"[\p{Greek}]"),
    regex.compile(r"[\p{Cyrillic}]"),
    regex.compile(r"[\p{Hebrew}]"),
    regex.compile(r"[\p{Arabic}]"),
    regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"),
    regex.compile(r"[\p{L}\p{M}]"),
)
_EAST_ASIAN = 5

# Of two readings that make sense the one with the commoner letters is meant.
_SELDOM = frozenset("ĉĝĥĵŝŭħġċĸŋŧĈĜĤĴŜŬĦĠĊÝÛËÏŸ")
_FULL, _RARE, _WIDE, _SIGN, _FAINT, _CAPITAL_INSIDE = 1.0, 0.9, 1.5, 0.5, 0.2, -0.5
# "zakupГіw", "caf├⌐", "rijeÄŤi": a word in two scripts, or with a capital inside, is seldom meant.
_ODD_WORD = 1.0


def weight_of(decoded: str, *, before: str, after: str, raw: str) -> float | None:
    """Return how strongly a decoded cluster speaks for itself, or None where it makes no sense.

    `before` and `after` are the ASCII word around it (up to the next blank), `raw` is the cluster as it stands.
    """
    if not all(map(_is_known, decoded)) or not _is_one_script(decoded, before + after):
        return None
    odd = _ODD_WORD if _is_odd(raw, before, after) else 0.0
    if len(decoded) == 1 and not _ends_in_letter(before) and not _begins_with_letter(after):
        weight = _weight_alone(decoded, before, after)
        return None if weight is None else weight + odd
    lefts, rights = before[-1:] + decoded, decoded[1:] + after[:1]
    weights = [
        _weight_inside(character, left, right)
        for character, left, right in zip(
            decoded, lefts.rjust(len(decoded) + 1), rights.ljust(len(decoded)), strict=False
        )
    ]
    if None in weights or _clashes_in_case(decoded, before, after):
        return None
    if _may_be_meant(raw, before, after):
        return _FAINT
    return sum(weight or 0.0 for weight in weights) + odd


@cache
def is_text(character: str) -> bool:
    """Tell whether a character may be in a text at all: no control character and no code point without one."""
    return category(character) not in ("Cc", "Cn", "Cs")


@cache
def _is_known(character: str) -> bool:
    return character == LOST or any(kind.match(character) for kind in (_LETTERS, _MARKS, _SIGNS))


@cache
def _script_of(character: str) -> int | None:
    return next((index for index, script in enumerate(_SCRIPTS) if script.match(character)), None)


def _is_one_script(decoded: str, around: str) -> bool:
    """Tell whether the letters are of one script; East Asian ones also stand beside ASCII letters."""
    scripts = {_script_of(character) for character in decoded if character.isalnum() and character not in _NUMERALS}
    if re.search("[A-Za-z]", around) and _EAST_ASIAN not in scripts:
        scripts.add(0)
    return len(scripts) <= 1


def _weight_alone(character: str, before: str, after: str) -> float | None:
    """Weigh a character without a letter at its side."""
    if category(character)[0] == "M":
        return None
    if character == LOST:
        return 0.0
    if character.isalpha():
        if _script_of(character) == _EAST_ASIAN:
            return _WIDE
        is_apart = not re.search(r"[^\s.,;:!?]", before[-1:] + after[:1])
        return (_FULL if character in _WORDS else 0.0) if is_apart else None
    if character in _TIGHT and not (before + after).strip():
        return _FULL if character in "«»" else None
    return _FULL if character >= "\u2000" or not (before + after).strip() else _SIGN


def _weight_inside(character: str, left: str, right: str) -> float | None:
    """Weigh a character between two others."""
    if character == LOST:
        return _FULL if left.islower() else _FAINT
    if character.isalpha() or character.isdecimal():
        return _weight_of_letter(character, left, right)
    if category(character)[0] == "M":
        return _SIGN if left.isalpha() or category(left)[0] in "MS" else None
    if left.isalpha() and right.isalpha() and character not in _INNER and character < "\u2e80":
        return None
    return _FULL if character >= "\u2000" else _SIGN


def _weight_of_letter(letter: str, left: str, right: str) -> float:
    if letter.isupper() and (left.islower() or (left.isalpha() and right.islower())):
        return _CAPITAL_INSIDE
    if letter in _SELDOM:
        return _RARE
    return _FULL if letter < "\u0800" else _WIDE


def _clashes_in_case(decoded: str, before: str, after: str) -> bool:
    """Tell whether a small letter stands among capitals only: "IRMÃ®" is no "IRMî"."""
    small = any(character.islower() for character in decoded)
    around = [character for character in before[-2:] + after[:2] if character.isalpha()]
    return small and len(around) > 1 and all(character.isupper() for character in around)


def _may_be_meant(raw: str, before: str, after: str) -> bool:
    """Tell whether a cluster may stand there by right: small letters in a word, or one letter and closing marks at its end.

    "nášľapná", “SMÅ”, "káva”»".
    """
    if raw.isalpha():
        return raw.islower() and (not before[-1:].isupper() or len(before) == 1)
    is_end = not after[:1].isalnum() and all(mark in _CLOSERS for mark in raw[1:])
    return is_end and (raw[0].islower() if before[-1:].islower() else raw[0].isupper() and not before[-1:].islower())


def _is_odd(raw: str, before: str, after: str) -> bool:
    """Tell whether what stands there is no word: letters of two scripts side by side, or a capital after a small letter."""
    if (before[-1:].islower() and raw[0].isupper()) or _ODD_PAIR.search(raw):
        return True
    joints = (before[-1:] + raw[:1], raw[-1:] + after[:1])
    is_foreign = category(raw[0])[0] in "LM" and _script_of(raw[0]) != 0
    return is_foreign and any(re.search("[A-Za-z]", joint) for joint in joints)


def _ends_in_letter(text: str) -> bool:
    return text[-1:].isalnum()


def _begins_with_letter(text: str) -> bool:
    return text[:1].isalnum()
