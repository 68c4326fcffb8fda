"""Guess an encoding: the one in which the bytes make the most likely letters.

Every encoding is scored by the log-likelihood of a sample under the letter pairs of its languages, with a price on what
no language does: case that changes inside a word, foreign letters, control characters. UTF-8 with damage is one of them.
"""

from codecs import lookup
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, inf
from re import compile as pattern

from workers.decoders.charset_double import multi_byte_cost, units_cost
from workers.decoders.charset_letters import MULTI_BYTE, SINGLE_BYTE, UNITS
from workers.decoders.charset_sample import Pairs, Sample, sample_of
from workers.decoders.charset_single import (
    ascii_costs,
    case_cost,
    context_costs,
    cost_of_stranger,
    pairs_cost,
    place_cost,
    strangers_cost,
)

# All readings are compared on as many of the commonest pairs, and the best of them on all pairs.
_FIRST_LOOK, _FINALISTS = 80, 8

# A reading that costs so much more by its foreign letters alone is not looked at further.
_HOPELESS = 12.0

_UTF_8 = "utf-8"
_WEIGHT_OF_ASCII = 0.8
# Costs in nats: of a byte that is no UTF-8, of another one after it, of a character that is, by its bytes, and of a
# control character in an encoding of bytes.
_DAMAGE, _MORE_DAMAGE = 16.0, 10.0
_UTF_8_BYTE = 1.2
_CONTROL = 30.0
_DAMAGED_RUN = pattern("\ufffd+")

# For each byte beyond ASCII: texts cost 2.4 to 8, random bytes 8.6 to 12; of fewer bytes neither can be told.
_IMPLAUSIBLE, _TELLING_BYTES = 8.5, 40
# Where the second best costs as many nats more, this makes the confidence the share of right answers on dev texts.
_TEMPERATURE = 1.2

# A codec and a language.
_Reading = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """A codec with how likely it is among those that were compared, and whether it makes words of the bytes at all."""

    codec: str
    confidence: float
    is_plausible: bool


def guess(content: bytes, *, declared: str | None, bonus: float) -> Guess:
    """Return the likeliest encoding of bytes that hold at least one byte beyond ASCII.

    A declared codec costs `bonus` nats less than its letters do; one that the guess does not know is as dear as the best.
    """
    sample = sample_of(content)
    costs = _costs(sample, declared)
    if declared:
        costs[declared] = costs.get(declared, min(costs.values())) - bonus
    best = min(costs, key=costs.__getitem__)
    text = sample.head.decode(best, "replace")
    equal = {codec for codec in costs if sample.head.decode(codec, "replace") == text}
    odds = sum(exp(max(-700.0, (costs[best] - costs[codec]) / _TEMPERATURE)) for codec in costs.keys() - equal)
    is_untold = sample.high_bytes < _TELLING_BYTES or best.startswith("utf-16")
    is_plausible = is_untold or costs[best] <= _IMPLAUSIBLE * sample.high_bytes
    return Guess(_commonest(best, equal, declared, is_cut=sample.is_cut), round(1 / (1 + odds), 3), is_plausible)


@dataclass(frozen=True, slots=True)
class Likelier:
    """A reading, its cost for each byte beyond ASCII, and how many nats less it costs than another and than any third."""

    codec: str
    cost: float
    lead: float
    lead_over_others: float


def likelier(content: bytes, *, than: str) -> Likelier | None:
    """Return the likeliest reading of bytes that hold one beyond ASCII, if it is likelier than that of a codec."""
    sample = sample_of(content)
    costs = _costs(sample, than)
    best = min(costs, key=costs.__getitem__)
    if best == than:
        return None
    text = sample.head.decode(best, "replace")
    others = (cost for codec, cost in costs.items() if sample.head.decode(codec, "replace") != text)
    cost = costs[best] / max(1, sample.high_bytes)
    return Likelier(best, cost, costs[than] - costs[best], min(others, default=inf) - costs[best])


def _commonest(best: str, equal: set[str], declared: str | None, *, is_cut: bool) -> str:
    """Encodings that make the same text are one answer, by the declared name or their commonest."""
    if is_cut or best == _UTF_8:
        return best
    if declared in equal:
        return str(declared)
    return next((codec for codec in _priors() if codec in equal), best)


def _costs(sample: Sample, declared: str | None) -> dict[str, float]:
    """Return the costs of the encodings that are worth a close look, by codec."""
    in_ascii = ascii_costs(sample.ascii_pairs)
    around = context_costs(in_ascii, sample.ascii_pairs)
    controls = _CONTROL * sample.controls
    stranger = cost_of_stranger(sample.ascii_pairs)
    costs = {_UTF_8: _utf_8_cost(sample) + controls}
    for row in MULTI_BYTE:
        costs[lookup(row.codec).name] = multi_byte_cost(row, sample) + stranger + controls
    # The letters of UTF-16 are made of all bytes, so what the ASCII ones would cost as letters speaks for it.
    saved = _WEIGHT_OF_ASCII * min(ascii_costs(sample.opening_ascii).values())
    whole = sample.size / len(sample.opening)
    costs |= {row.codec: row.cost + (units_cost(row, sample.opening) - saved) * whole for row in UNITS}
    least = min(costs.values()) - controls
    for (codec, _), cost in _single_byte_costs(sample, declared, around, least=least).items():
        costs[codec] = min(cost + controls + place_cost(codec, sample), costs.get(codec, inf))
    return costs


def _single_byte_costs(
    sample: Sample, declared: str | None, around: Mapping[str, float], *, least: float
) -> Mapping[_Reading, float]:
    if len(sample.pairs.counts) <= _FIRST_LOOK:
        return _reading_costs(_readings(), sample.pairs, around, least=least)
    commonest = sample.pairs.commonest(_FIRST_LOOK)
    first = _reading_costs(_readings(), commonest, around, least=least * commonest.total / sample.pairs.total)
    finalists = sorted(first, key=first.__getitem__)[:_FINALISTS]
    asked = [reading for reading in first if reading[0] == declared]
    return _reading_costs([*dict.fromkeys((*finalists, *asked))], sample.pairs, around, least=least)


def _reading_costs(
    readings: Sequence[_Reading], pairs: Pairs, around: Mapping[str, float], *, least: float
) -> dict[_Reading, float]:
    """Return the costs of readings; of those that are much above the least the greater part of it."""
    by_codec = {codec: cost + case_cost(codec, pairs) for codec, cost in _priors().items()}
    costs: dict[_Reading, float] = {}
    for codec, language in readings:
        cost = by_codec[codec] + around[language] + strangers_cost(codec, language, pairs)
        if cost < least + _HOPELESS:
            cost += pairs_cost(codec, language, pairs)
            least = min(least, cost)
        costs[codec, language] = cost
    return costs


@cache
def _readings() -> Sequence[_Reading]:
    return [(lookup(row.codec).name, language) for row in SINGLE_BYTE for language in row.languages]


@cache
def _priors() -> Mapping[str, float]:
    return {lookup(row.codec).name: row.cost for row in SINGLE_BYTE}


def _utf_8_cost(sample: Sample) -> float:
    text = sample.head.decode("utf-8", "replace")
    if sample.is_cut:
        text = text.rstrip("\ufffd")
    damage = text.count("\ufffd")
    runs = len(_DAMAGED_RUN.findall(text))
    valid = len(text.encode("utf-8")) - sum(map(str.isascii, text)) - 3 * damage
    return (runs * _DAMAGE + (damage - runs) * _MORE_DAMAGE + valid * _UTF_8_BYTE) * sample.scale
