"""Decoding: the best sequence of tags (Viterbi 1967) and the probability of each tag (forward and backward).

Sentences are decoded side by side, so that the cost of a step is shared.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from workers.engines.tagger_model import Floats

Integers = npt.NDArray[np.int64]

# So many sentences of about one length are decoded together.
_SIDE_BY_SIDE = 64


def decode(emissions: Sequence[Floats], transitions: Floats) -> list[tuple[Integers, Floats]]:
    """Return for each sentence (a row of tag scores for each token) its tags and their probabilities."""
    order = sorted(range(len(emissions)), key=lambda number: len(emissions[number]))
    found: list[tuple[Integers, Floats]] = [(np.zeros(0, np.int64), np.zeros(0, np.float32))] * len(emissions)
    for start in range(0, len(order), _SIDE_BY_SIDE):
        group = [number for number in order[start : start + _SIDE_BY_SIDE] if len(emissions[number])]
        for number, answer in zip(
            group, _decode_group([emissions[number] for number in group], transitions), strict=True
        ):
            found[number] = answer
    return found


def _decode_group(emissions: Sequence[Floats], transitions: Floats) -> Iterator[tuple[Integers, Floats]]:
    if not emissions:
        return
    lengths = np.array([len(rows) for rows in emissions])
    padded = np.zeros((len(emissions), int(lengths.max()), transitions.shape[0]), np.float32)
    for number, rows in enumerate(emissions):
        padded[number, : len(rows)] = rows
    tags = _viterbi(padded, transitions, lengths)
    probabilities = _marginals(padded, transitions, lengths)
    for number, length in enumerate(lengths):
        best = tags[number, :length]
        yield best, np.take_along_axis(probabilities[number, :length], best[:, None], axis=1)[:, 0]


def _viterbi(emissions: Floats, transitions: Floats, lengths: Integers) -> Integers:
    sentences, longest, tags = emissions.shape
    origins = np.zeros((sentences, longest, tags), np.int64)
    scores = emissions[:, 0]
    for place in range(1, longest):
        steps = scores[:, :, None] + transitions
        origins[:, place] = steps.argmax(axis=1)
        moved = steps.max(axis=1) + emissions[:, place]
        # A sentence that has ended keeps its scores, and leads back to themselves.
        over = place >= lengths
        origins[over, place] = np.arange(tags)
        scores = np.where(over[:, None], scores, moved)
    path = np.zeros((sentences, longest), np.int64)
    path[:, -1] = scores.argmax(axis=1)
    for place in range(longest - 1, 0, -1):
        path[:, place - 1] = np.take_along_axis(origins[:, place], path[:, place, None], axis=1)[:, 0]
    return path


def _marginals(emissions: Floats, transitions: Floats, lengths: Integers) -> Floats:
    longest = emissions.shape[1]
    forward, backward = np.zeros_like(emissions), np.zeros_like(emissions)
    forward[:, 0] = emissions[:, 0]
    for place in range(1, longest):
        forward[:, place] = _log_sum(forward[:, place - 1][:, :, None] + transitions) + emissions[:, place]
    for place in range(longest - 2, -1, -1):
        ahead = emissions[:, place + 1] + backward[:, place + 1]
        step = _log_sum((transitions + ahead[:, None, :]).swapaxes(1, 2))
        backward[:, place] = np.where((place + 1 < lengths)[:, None], step, 0)
    together = forward + backward
    together -= together.max(axis=2, keepdims=True)
    powers: Floats = np.exp(together)
    shares: Floats = powers / powers.sum(axis=2, keepdims=True)
    return shares


def _log_sum(values: Floats) -> Floats:
    """Return the logarithm of the sum of exponentials over the second axis."""
    highest = values.max(axis=1)
    total: Floats = highest + np.log(np.exp(values - highest[:, None]).sum(axis=1))
    return total
