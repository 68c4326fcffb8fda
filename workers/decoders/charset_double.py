"""How dear bytes are as ideographs, kana and syllables of an encoding of two bytes a letter."""

from collections import Counter
from functools import cache
from operator import mul
from re import compile as pattern

from workers.decoders.charset_letters import MULTI_BYTE, UNITS, MultiByte
from workers.decoders.charset_sample import Sample

# Costs in nats. The 150 commonest ideographs make half of a text, the 3,600 other everyday ones nearly all the rest.
_COMMON_IDEOGRAPH, _IDEOGRAPH, _RARE_IDEOGRAPH = 5.7, 8.9, 12.6
_HIRAGANA, _KATAKANA, _IDEOGRAPHIC_MARK = 4.0, 5.5, 4.0
_NOT_A_CHARACTER = 18.0
# "vp醖y": an ideograph inside a word of ASCII letters; names of products have capitals, as in "T恤".
_SCRIPT_BREAK = 4.0
_BREAK = pattern(r"[a-z](?=[^\W\x00-\x7f])|[^\W\x00-\x7f](?=[a-z])")

_IDEOGRAPHIC_MARKS = frozenset("，。、「」『』《》（）：；！？・ー　“”‘’…—～·")


def multi_byte_cost(row: MultiByte, sample: Sample) -> float:
    """Return what the characters beyond ASCII cost; of a sample that is cut the last character does not count."""
    text = sample.head.decode(row.codec, "replace")
    return row.cost + _text_cost(row, text[:-1] if sample.is_cut else text) * sample.scale


def units_cost(row: MultiByte, opening: bytes) -> float:
    """Return what the characters of UTF-16 cost, which begin at even places."""
    return _text_cost(row, opening.decode(row.codec, "replace"))


def _text_cost(row: MultiByte, text: str) -> float:
    counts = Counter(text)
    cost: float = sum(map(mul, map(_costs(row.codec).__getitem__, counts), counts.values()))
    return cost + _SCRIPT_BREAK * len(_BREAK.findall(text))


class _Costs(dict[str, float]):
    """The costs of single characters in an encoding, found on first sight."""

    def __init__(self, row: MultiByte) -> None:
        super().__init__()
        self._row = row

    def __missing__(self, character: str) -> float:
        cost = self[character] = _cost(self._row, character)
        return cost


@cache
def _costs(codec: str) -> _Costs:
    return _Costs(next(row for row in (*MULTI_BYTE, *UNITS) if row.codec == codec))


def _cost(row: MultiByte, character: str) -> float:
    if character.isascii():
        return 0.0 if character.isprintable() or character.isspace() else _NOT_A_CHARACTER
    if character in row.common:
        return _COMMON_IDEOGRAPH
    if character in _IDEOGRAPHIC_MARKS:
        return _IDEOGRAPHIC_MARK
    if "\u3041" <= character <= "\u30ff":
        return (_HIRAGANA if character < "\u30a0" else _KATAKANA) if row.has_kana else _RARE_IDEOGRAPH
    if character == "\ufffd" or not character.isprintable():
        return _NOT_A_CHARACTER
    return _IDEOGRAPH if character.isalpha() and _is_everyday(row, character) else _RARE_IDEOGRAPH


def _is_everyday(row: MultiByte, character: str) -> bool:
    for codec, leads in row.everyday:
        encoded = character.encode(codec, "ignore")
        if len(encoded) == 2 and encoded[0] in leads:
            return True
    return False
