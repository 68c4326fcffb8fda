"""Decoding finds the best sequence and true probabilities, as trying all sequences does."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.tagger_decoding import decode

TAGS = 3


def best_by_trial(emissions: np.ndarray, transitions: np.ndarray) -> tuple[list[int], np.ndarray]:
    """Try every sequence: the best one, and the probability of each tag at each place."""
    length = len(emissions)
    scores = {
        path: sum(emissions[place, tag] for place, tag in enumerate(path))
        + sum(transitions[one, other] for one, other in pairwise(path))
        for path in product(range(TAGS), repeat=length)
    }
    total = sum(np.exp(score) for score in scores.values())
    shares = np.zeros((length, TAGS))
    for path, score in scores.items():
        for place, tag in enumerate(path):
            shares[place, tag] += np.exp(score) / total
    return list(max(scores, key=scores.__getitem__)), shares


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.integers(0, 1_000))
@settings(max_examples=40, deadline=None)
def test_sentences_decoded_side_by_side_are_decoded_as_if_alone(lengths: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    transitions = chance.normal(size=(TAGS, TAGS)).astype(np.float32)
    emissions = [chance.normal(size=(length, TAGS)).astype(np.float32) for length in lengths]
    for rows, (tags, probabilities) in zip(emissions, decode(emissions, transitions), strict=True):
        path, shares = best_by_trial(rows, transitions)
        assert list(tags) == path
        assert probabilities == pytest.approx([shares[place, tag] for place, tag in enumerate(path)], abs=1e-4)


def test_an_empty_sentence_has_no_tags() -> None:
    empty, full = decode([np.zeros((0, TAGS), np.float32), np.ones((2, TAGS), np.float32)], np.zeros((TAGS, TAGS)))
    assert (len(empty[0]), len(full[0])) == (0, 2)
