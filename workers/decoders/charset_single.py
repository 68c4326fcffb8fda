"""How dear bytes are as letters of a language in an encoding of one byte a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import and_, getitem, mul
from unicodedata import category

from workers.decoders.charset_letters import LATIN
from workers.decoders.charset_pairs import QUANTUM, ZERO, class_of, fold_character, pair_costs
from workers.decoders.charset_sample import Pairs, Sample

# Costs in nats, set by hand beside those of pairs, of which the dearest is 12.
_FOREIGN_LETTER = 13.0
_COMMON_MARK, _MARK = 5.0, 8.0
_SYMBOL = 13.0
_NOT_A_CHARACTER = 17.0
_CASE_BREAK = 4.0
_CAPITAL = 0.4
# What the ASCII letters around them say of the bytes beyond ASCII.
_WEIGHT_OF_ASCII = 0.3
# A few letters of another script among ASCII ones are damage more often than words, up to a point.
_OTHER_SCRIPT, _MOST_OF_A_STRANGER = 2.0, 20.0

_MARKS = frozenset("€£¥§©®™°½¼¾²³×•†º№ª\xa0\u00ad\u200c\u200d\u200e\u200f،؛؟ـ«»“”„’‘–—…·")
_COMMON_MARKS = frozenset("€£§©®™°–—’“”«»…")
# Letters that are words; others that stand alone are items of a list or initials, or damage.
_WORDS = frozenset("àáèéíìòóôúåäöøæçавикосуяійзєїўыэъжбнеμήοηωو")
# Quotation marks that stand at a word, and signs that stand inside of words.
_TIGHT, _INNER = frozenset("’‘“”„"), frozenset("’·–\u00ad\u200c\u200d")
_NO_WORD, _SIGN_INSIDE = 5.0, 6.0


@dataclass(frozen=True, slots=True)
class _Codec:
    """Of each byte: its character, 1 for a capital, 1 for a small letter."""

    characters: str
    capitals: bytes
    smalls: bytes


@dataclass(frozen=True, slots=True)
class _Reading:
    """Of each byte: the place of its letter in the costs, and what it costs beyond that because it has none."""

    places: bytes
    surcharges: tuple[float, ...]


def pairs_cost(codec: str, language: str, pairs: Pairs) -> float:
    """Return what pairs of bytes cost, each the cost of its second letter after its first."""
    places, rows = _reading(codec, language).places, pair_costs()[language].rows
    lefts, rights = pairs.lefts.translate(places), pairs.rights.translate(places)
    quanta: int = sum(map(mul, map(getitem, map(rows.__getitem__, lefts), rights), pairs.counts))
    return QUANTUM * (quanta - ZERO * pairs.total)


def strangers_cost(codec: str, language: str, pairs: Pairs) -> float:
    """Return what the characters cost that the language does not have: the quick part."""
    surcharges = _reading(codec, language).surcharges
    cost: float = sum(map(mul, map(surcharges.__getitem__, pairs.rights), pairs.counts))
    return cost


def case_cost(codec: str, pairs: Pairs) -> float:
    """Return the cost of capitals, and of those inside words."""
    table = _codec(codec)
    capitals = pairs.rights.translate(table.capitals)
    breaks = map(and_, pairs.lefts.translate(table.smalls), capitals)
    cost = _CAPITAL * sum(compress(pairs.counts, capitals))
    return cost + (_CASE_BREAK - _CAPITAL) * sum(compress(pairs.counts, breaks))


def place_cost(codec: str, sample: Sample) -> float:
    """Return the cost of bytes that are no words where they stand alone, and no letters where they stand inside words."""
    characters = _codec(codec).characters
    cost = _NO_WORD * sum(count for byte, count in sample.alone.items() if _is_odd_alone(characters[byte]))
    return cost + _SIGN_INSIDE * sum(count for byte, count in sample.inside.items() if _is_odd_inside(characters[byte]))


def _is_odd_alone(character: str) -> bool:
    return character in _TIGHT or (character.isalpha() and character.lower() not in _WORDS)


def _is_odd_inside(character: str) -> bool:
    return not character.isalpha() and character not in _INNER and category(character) != "Mn"


def ascii_costs(pairs: Pairs) -> Mapping[str, float]:
    """Return what the ASCII letters of a text cost in each language that is written with them."""
    return {language: pairs_cost("ascii", language, pairs) for language in LATIN}


def context_costs(in_ascii: Mapping[str, float], pairs: Pairs) -> Mapping[str, float]:
    """Return how much less the ASCII letters of a text look like each language than like the likeliest of them."""
    least, stranger = min(in_ascii.values()), cost_of_stranger(pairs)
    return {
        language: _WEIGHT_OF_ASCII * (in_ascii[language] - least) if language in in_ascii else stranger
        for language in pair_costs()
    }


def cost_of_stranger(pairs: Pairs) -> float:
    """Return the cost of letters of another script among ASCII letters."""
    table = _codec("ascii")
    letters = map(max, pairs.rights.translate(table.smalls), pairs.rights.translate(table.capitals))
    return min(_MOST_OF_A_STRANGER, _OTHER_SCRIPT * sum(compress(pairs.counts, letters)))


@cache
def _codec(codec: str) -> _Codec:
    characters = "".join(bytes([byte]).decode(codec, "replace") for byte in range(256))
    return _Codec(characters, bytes(map(str.isupper, characters)), bytes(map(str.islower, characters)))


@cache
def _reading(codec: str, language: str) -> _Reading:
    places = pair_costs()[language].letters
    characters = _codec(codec).characters
    letters = [
        class_of(character) if character.isascii() and not character.isalpha() else fold_character(character)
        for character in characters
    ]
    surcharges = (
        0.0 if letter in places else _surcharge(character)
        for letter, character in zip(letters, characters, strict=True)
    )
    return _Reading(bytes(places.get(letter, 0) for letter in letters), tuple(surcharges))


def _surcharge(character: str) -> float:
    if character in _MARKS:
        return _COMMON_MARK if character in _COMMON_MARKS else _MARK
    if character.isalpha():
        return _FOREIGN_LETTER
    return _SYMBOL if character.isprintable() and character != "\ufffd" else _NOT_A_CHARACTER
