"""Words, numbers, addresses, ideographs and marks of a text, with offsets, by Unicode classes and tables."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

import regex

from workers.text.languages.facts import facts_of, shared_facts
from workers.text.tokens_addresses import addresses
from workers.text.tokens_clitics import HYPHENS, clitic_cuts
from workers.text.tokens_korean import particle_cuts
from workers.text.tokens_unspaced import word_cuts

Cutter = Callable[[str, int, int], Iterable[int]]


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 1
    NUMBER = 2
    ADDRESS = 3
    IDEOGRAPH = 4
    PUNCTUATION = 5
    SYMBOL = 6


class Token(NamedTuple):
    """A token is `text[start:end]`, in code points."""

    start: int
    end: int
    kind: TokenKind


_EAST_ASIAN = r"\p{Han}\p{Hiragana}\p{Katakana}々〆ー\p{Hangul}"
_UNSPACED = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = rf"[[\p{{L}}\p{{M}}\p{{Nl}}]--[{_EAST_ASIAN}{_UNSPACED}]]"
# ZWNJ and ZWJ are written inside words of Persian and of the Indic scripts, Armenian marks of stress and question
# after a vowel.
_INNER = rf"[[\p{{L}}\p{{M}}\p{{N}}_\u200c\u200d՛՜՞]--[{_EAST_ASIAN}{_UNSPACED}]]"
# The middle dot of paral·lel, the gershayim of צה״ל, and the typewriter's quote that stands for it.
_JOINER = r"(?: [·״׳] | (?<=\p{Hebrew}) [\"'] (?=\p{Hebrew}) )"
# The case endings that Finnish and Swedish set off after capitals: EU:n, BBC:s.
_ENDING = rf"(?: (?<=\p{{Lu}}) : \p{{Ll}}{{1,4}}+ (?! {_INNER} | [/:] ) )"

# Of one script, without its digits and marks.
_UNSPACED_RUN = "|".join(
    rf"[[\p{{{script}}}]--[\p{{N}}\p{{P}}\p{{S}}]]++" for script in ("Thai", "Lao", "Khmer", "Myanmar")
)

# After the rules of UAX #29, which leaves hyphens and clitics to the language: a COMPOUND is a word in which they
# stand. Between digits, separators belong to the number: 3.14, 1’600, 10:30, 12/3. Letters with full stops are one
# word (U.S., z.B., J.-C.), a Han character is a token, and so is a run of one kana or of one mark.
_TOKEN = regex.compile(
    rf"""(?V1)
    (?P<WORD> {_LETTER} {_INNER}*+ (?: {_JOINER} {_INNER}++ )*+ (?! [.'’ʼ\-‐‑]{{1,2}} {_INNER} | {_ENDING} ) )
  | (?P<DOTTED> \p{{L}} \p{{M}}*+ \. (?: [-‐]? \p{{L}} \p{{M}}*+ \. )++ (?! \p{{L}} ) )
  | (?P<COMPOUND> {_LETTER} {_INNER}*+ (?: (?: ['’ʼ\-‐‑] | {_JOINER} ) {_INNER}++ )*+ {_ENDING}?+ )
  | (?P<NUMBER> \p{{N}}++
      (?: [.,:/٫٬'’] \p{{N}}++ | [\xa0\u2009\u202f] \p{{Nd}}{{3}} (?! \p{{Nd}} ) )*+ (?: ['’]? {_LETTER}++ )?+ )
  | (?P<HANGUL> \p{{Hangul}}++ )
  | (?P<IDEOGRAPH> (?: [\p{{Han}}々〆] | \p{{Hiragana}} [\p{{Hiragana}}ー]*+ | [\p{{Katakana}}ー]++ ) \p{{M}}*+ )
  | (?P<UNSPACED> {_UNSPACED_RUN} )
  | (?P<PUNCTUATION> (?P<MARK>\p{{P}}) (?P=MARK)*+ )
  | (?P<SYMBOL> (?! [\s\p{{Cc}}\p{{Cf}}\p{{Cs}}] ) \X )
    """,
    regex.VERBOSE,
)
_KINDS = {number: TokenKind.__members__.get(name, TokenKind.WORD) for name, number in _TOKEN.groupindex.items()}


def tokens(text: str, *, language: str | None = None, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]` in order; every visible character is in exactly one. Linear in the text.

    Arabic words keep their proclitics and all words their inner apostrophes and hyphens, unless the table of the
    language parts them: l'|eau, Obama|'s, dit|-|il. Korean words lose their particles; Thai, Lao, Khmer and Burmese are cut by word lists. A language without a file
    parts nothing; without a language, the apostrophes of all languages are used.
    """
    found: list[Token] = []
    position, end = start, len(text) if end is None else end
    cutters = _cutters(language)
    for address_start, address_end in addresses(text, start, end):
        _add_tokens(found, text, position, address_start, cutters)
        found.append(Token(address_start, address_end, TokenKind.ADDRESS))
        position = address_end
    _add_tokens(found, text, position, end, cutters)
    return found


def _add_tokens(found: list[Token], text: str, start: int, end: int, cutters: Mapping[int, Cutter]) -> None:
    """Append the tokens of a stretch without addresses; a generator would cost a third more."""
    for match in _TOKEN.finditer(text, start, end):
        group, (token_start, token_end) = match.lastindex, match.span()
        if group not in cutters:
            found.append(Token(token_start, token_end, _KINDS[group]))
            continue
        for piece in pairwise((token_start, *cutters[group](text, token_start, token_end), token_end)):
            hyphen = text[slice(*piece)] in HYPHENS
            found.append(Token(*piece, TokenKind.PUNCTUATION if hyphen else _KINDS[group]))


@cache
def _cutters(language: str | None) -> Mapping[int, Cutter]:
    """Return what parts the words of a group of _TOKEN: the places between start and end where it is to be cut."""
    facts = facts_of(language) if language else shared_facts()
    cutters: dict[str, Cutter] = {"HANGUL": particle_cuts, "UNSPACED": word_cuts}
    if facts:
        cutters["COMPOUND"] = partial(clitic_cuts, facts)
    return {_TOKEN.groupindex[name]: cutter for name, cutter in cutters.items()}
