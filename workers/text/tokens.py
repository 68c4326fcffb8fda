"""Words, numbers, ideographs and symbols of a text, with offsets, by Unicode classes."""

from enum import IntEnum
from typing import NamedTuple

import regex


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 1
    NUMBER = 2
    IDEOGRAPH = 3
    SYMBOL = 4


class Token(NamedTuple):
    """A token is `text[start:end]`."""

    start: int
    end: int
    kind: TokenKind


_EAST_ASIAN = r"\p{Han}\p{Hiragana}\p{Katakana}々〆ー"
_LETTER = rf"[[\p{{L}}\p{{M}}\p{{Nl}}]--[{_EAST_ASIAN}]]"
# ZWNJ and ZWJ are written inside words of Persian and of the Indic scripts.
_INNER = rf"[[\p{{L}}\p{{M}}\p{{N}}_\u200c\u200d]--[{_EAST_ASIAN}]]"

# An apostrophe, hyphen or middle dot between letters belongs to the word: l’eau, vice-président, paral·lel, צה״ל.
# A separator between digits belongs to the number: 3.14, 1’600, 10:30, 12/3. A Han character is a token; a run of
# one kana is one.
_TOKEN = regex.compile(
    rf"""(?V1)
    (?P<WORD> {_LETTER} {_INNER}*+ (?: ['’ʼ\-‐‑·״׳] {_LETTER} {_INNER}*+ )*+ )
  | (?P<NUMBER> \p{{N}}++ (?: [.,:/٫٬'’] \p{{N}}++ )*+ {_LETTER}*+ )
  | (?P<IDEOGRAPH> (?: [\p{{Han}}々〆] | \p{{Hiragana}} [\p{{Hiragana}}ー]*+ | [\p{{Katakana}}ー]++ ) \p{{M}}*+ )
  | (?P<SYMBOL> [^\s\p{{Cc}}\p{{Cf}}\p{{Cs}}] )
    """,
    regex.VERBOSE,
)

_KINDS = tuple(TokenKind[name] for name in ("WORD", "NUMBER", "IDEOGRAPH", "SYMBOL"))


def tokenize(text: str) -> list[Token]:
    """Return all tokens in order; every visible character is in exactly one of them. Linear in the text.

    Scripts without spaces between words (Thai, Khmer, Lao, Burmese) give one word for each unbroken run.
    """
    return [Token(match.start(), match.end(), _KINDS[match.lastindex - 1]) for match in _TOKEN.finditer(text)]
