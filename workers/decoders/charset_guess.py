"""Guess a legacy encoding: the one in which the bytes make the most likely letters.

Every encoding is scored by the log-likelihood of a sample under the letter frequencies of its languages, with a price
on what no language does: case that changes inside a word, two scripts in one word, control characters.
"""

from codecs import lookup
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp, log
from re import compile as pattern

from workers.decoders.charset_letters import ALPHABETS, MULTI_BYTE, SINGLE_BYTE, Alphabet, MultiByte, SingleByte

# Three windows of this size are looked at: enough letters for any language, and the same time for any length.
_WINDOW_BYTES = 8_192
_HIGH_BYTE = pattern(rb"[\x80-\xff]")

# Costs in nats. A letter of the language costs 2 to 5 by rank; the others are set by hand in proportion.
_FOREIGN_LETTER = 9.0
_SYMBOL = 9.0
_NOT_A_CHARACTER = 14.0
_TYPOGRAPHY = 3.5
_UPPER_CASE = 0.4
_CASE_BREAK = 4.0
_SCRIPT_BREAK = 5.0
_DIGIT_BREAK = 2.0
_LATIN_PAIR = 2.0
# The 150 commonest ideographs make half of a text, the 3,600 other everyday ones nearly all the rest.
_COMMON_IDEOGRAPH, _IDEOGRAPH, _RARE_IDEOGRAPH = 5.7, 8.9, 12.6
_HIRAGANA, _KATAKANA, _IDEOGRAPHIC_MARK = 4.0, 5.5, 4.0

_TYPOGRAPHIC = frozenset("«»„“”‘’‚‹›–—…•·°§№€£¿¡©®™،؛؟ـ \u00ad\u200c\u200d\u200e\u200f¬½¼×")
_IDEOGRAPHIC_MARKS = frozenset("，。、「」『』《》（）：；！？・ー　“”‘’…—～·")

# A naive model is far too sure of itself, as neighbouring letters are not independent.
_TEMPERATURE = 4.0


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding with how likely it is; `cost` is nats per byte beyond ASCII."""

    name: str
    codec: str
    confidence: float
    cost: float


@dataclass(frozen=True, slots=True)
class _Sample:
    head: bytes
    is_cut: bool
    high_bytes: Counter[int]
    pairs: Counter[tuple[int, int]]

    @property
    def size(self) -> int:
        return max(1, self.high_bytes.total())


def guess(content: bytes) -> Guess:
    """Return the likeliest legacy encoding of bytes that hold at least one byte beyond ASCII."""
    sample = _sample(content)
    costs = dict(_costs(sample))
    best, least = min(costs.items(), key=lambda item: item[1])
    text = sample.head.decode(best[1], "replace")
    equal = [row for row in costs if sample.head.decode(row[1], "replace") == text]
    # Encodings that make the same text are one answer, by its commonest name.
    name, codec = best if sample.is_cut else equal[0]
    odds = (exp(max(-700.0, (least - cost) / _TEMPERATURE)) for row, cost in costs.items() if row not in equal)
    return Guess(name, codec, round(1 / (1 + sum(odds)), 3), least / sample.size)


def cost_of(content: bytes, *, codec: str) -> float | None:
    """Return the cost of reading bytes by a codec, per byte beyond ASCII; None for a codec that the guess lacks."""
    sample = _sample(content)
    return next((cost / sample.size for (_, other), cost in _costs(sample) if lookup(other).name == codec), None)


def _sample(content: bytes) -> _Sample:
    found = _HIGH_BYTE.search(content)
    start = found.start() if found else 0
    head = content[start : start + _WINDOW_BYTES]
    windows = [content]
    if len(content) > 3 * _WINDOW_BYTES:
        middle = len(content) // 2
        windows = [head, content[middle : middle + _WINDOW_BYTES], content[-_WINDOW_BYTES:]]
    return _Sample(
        head,
        is_cut=start + _WINDOW_BYTES < len(content),
        high_bytes=Counter(byte for window in windows for byte in window if byte >= 0x80),
        pairs=Counter(pair for window in windows for pair in pairwise(b" " + window + b" ") if max(pair) >= 0x80),
    )


def _costs(sample: _Sample) -> Iterator[tuple[tuple[str, str], float]]:
    for row in SINGLE_BYTE:
        yield (row.name, row.codec), row.cost + _single_byte_cost(row, sample)
    scale = sample.size / max(1, sum(byte >= 0x80 for byte in sample.head))
    for wide in MULTI_BYTE:
        yield (wide.name, wide.codec), _multi_byte_cost(wide, sample) * scale


def _single_byte_cost(row: SingleByte, sample: _Sample) -> float:
    kinds = _kinds(row.codec)
    joints = Counter[tuple[str, str]]()
    for (left, right), count in sample.pairs.items():
        joints[kinds[left], kinds[right]] += count
    return min(
        sum(count * _letter_costs(row.codec, language)[byte] for byte, count in sample.high_bytes.items())
        + sum(count * _joint_cost(ALPHABETS[language], joint) for joint, count in joints.items())
        for language in row.languages
    )


@cache
def _characters(codec: str) -> tuple[str, ...]:
    return tuple(bytes([byte]).decode(codec, "replace") for byte in range(256))


@cache
def _kinds(codec: str) -> tuple[str, ...]:
    """Return for each byte: `a` or `A` an ASCII letter, `l` or `L` another letter, `0` a digit, `.` anything else."""
    return tuple(_kind(character) for character in _characters(codec))


def _kind(character: str) -> str:
    if not character.isalpha():
        return "0" if character.isdecimal() else "."
    kinds = "aA" if character.isascii() else "lL"
    return kinds[character.isupper()]


@cache
def _letter_costs(codec: str, language: str) -> tuple[float, ...]:
    letters = ALPHABETS[language].letters
    return tuple(_letter_cost(character, letters) for character in _characters(codec))


def _letter_cost(character: str, letters: str) -> float:
    rank = letters.find(character.lower())
    if rank >= 0:
        return 1.0 + log(1 + len(letters)) / 2 + 2.0 * rank / len(letters) + _UPPER_CASE * character.isupper()
    if character in _TYPOGRAPHIC:
        return _TYPOGRAPHY
    if character.isalpha():
        return _FOREIGN_LETTER
    return _SYMBOL if character.isprintable() and character != "\ufffd" else _NOT_A_CHARACTER


def _joint_cost(alphabet: Alphabet, joint: tuple[str, str]) -> float:
    left, right = joint
    if "." in joint:
        return 0.0
    if "0" in joint:
        return _DIGIT_BREAK if left in "lL" or right in "lL" else 0.0
    cost = _CASE_BREAK if left in "al" and right in "AL" else 0.0
    if left in "lL" and right in "lL":
        return cost + (_LATIN_PAIR if alphabet.is_latin else 0.0)
    return cost + (0.0 if alphabet.is_latin else _SCRIPT_BREAK)


def _multi_byte_cost(row: MultiByte, sample: _Sample) -> float:
    text = sample.head.decode(row.codec, "replace")
    whole = text[:-1] if sample.is_cut else text
    return sum(count * _wide_cost(row, character) for character, count in Counter(whole).items())


def _wide_cost(row: MultiByte, character: str) -> float:
    if character.isascii():
        return 0.0
    if character in row.common:
        return _COMMON_IDEOGRAPH
    if character in _IDEOGRAPHIC_MARKS:
        return _IDEOGRAPHIC_MARK
    if "\u3041" <= character <= "\u30ff":
        return (_HIRAGANA if character < "\u30a0" else _KATAKANA) if row.has_kana else _RARE_IDEOGRAPH
    if not character.isalpha():
        return _NOT_A_CHARACTER if character == "\ufffd" else _RARE_IDEOGRAPH
    encoded = character.encode(row.codec, "replace")
    is_everyday = len(encoded) == 2 and encoded[0] in row.leads and (row.codec == "big5hkscs" or encoded[1] >= 0xA1)
    return _IDEOGRAPH if is_everyday or (row.codec == "cp932" and encoded[0] in row.leads) else _RARE_IDEOGRAPH
