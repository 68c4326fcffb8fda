"""Runs of letters as numbers: every run of one to five signs of a text as a 64-bit fingerprint, all of them at once."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Fingerprints = NDArray[np.uint64]

LONGEST_RUN = 5

# Odd constants of multiplicative hashing: 2^64 divided by the golden ratio (Knuth, TAOCP 3, 6.4) and two more with
# mixed bits. The shipped tables are made with them, so whoever changes one compiles the tables again.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_FINISH = np.uint64(0xD6E8FEB86659FD93)
_SEED = np.uint64(0x517CC1B727220A95)
_FOLD = np.uint64(29)

_PLANE = 0x10000
_GAP, _MARK, _LETTER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs of a text of n signs: `fingerprints[k - 1, i]` is the run of k signs that begins with sign i.

    A run is a gap, a space or what is no letter, wherever `is_sign` is False; the text begins and ends with one.
    `is_letter` is True for letters and False for combining marks.
    """

    fingerprints: Fingerprints
    is_sign: NDArray[np.bool_]
    is_letter: NDArray[np.bool_]


def runs_of(text: str) -> Runs:
    """Return the runs of the text in small letters; time and memory are linear in its length."""
    codes = np.frombuffer(f" {text.lower()} ".encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds = _kinds()[np.minimum(codes, _PLANE)]
    signs = np.where(kinds == _GAP, 0, codes).astype(np.uint64)
    return Runs(mixed(_rolling(signs)), kinds != _GAP, kinds == _LETTER)


def fingerprints_of(runs: Sequence[str]) -> Fingerprints:
    """Return the fingerprint of each of these runs of at most five signs, as `runs_of` has it."""
    signs = np.zeros((len(runs), LONGEST_RUN), dtype="<u4")
    lengths = np.array([len(run) for run in runs])
    signs[np.arange(LONGEST_RUN) < lengths[:, None]] = np.frombuffer("".join(runs).encode("utf-32-le"), dtype="<u4")
    rolling = np.full(len(runs), _SEED)
    for place in range(LONGEST_RUN):
        rolling = np.where(place < lengths, (rolling + signs[:, place]) * _STEP, rolling)
    return mixed(rolling)


def words_of(runs: Runs) -> Fingerprints:
    """Return one fingerprint for each word, made of its runs of three signs and its last two, in the order of the text."""
    starts = np.flatnonzero(runs.is_sign[1:] & ~runs.is_sign[:-1]) + 1
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    ends_next = ~np.append(runs.is_sign[1:], False)
    parts = np.where(ends_next, runs.fingerprints[1], runs.fingerprints[2])
    return mixed(np.add.reduceat(np.where(runs.is_sign, parts, np.uint64(0)), starts))


def pairs_of(words: Fingerprints) -> Fingerprints:
    """Return one fingerprint for each two words that stand together."""
    return mixed(words[:-1] * _STEP + words[1:])


def mixed(fingerprints: Fingerprints) -> Fingerprints:
    """Spread what tells fingerprints apart over all of their bits."""
    return (fingerprints ^ (fingerprints >> _FOLD)) * _FINISH


def _rolling(signs: Fingerprints) -> Fingerprints:
    ahead = np.concatenate([signs, np.zeros(LONGEST_RUN, dtype=np.uint64)])
    runs = np.empty((LONGEST_RUN, len(signs)), dtype=np.uint64)
    rolling = np.full(len(signs), _SEED)
    for place in range(LONGEST_RUN):
        rolling = (rolling + ahead[place : place + len(signs)]) * _STEP
        runs[place] = rolling
    return runs


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each code point of the basic plane is; the last place stands for all beyond it, taken for letters."""
    categories = (unicodedata.category(chr(code))[0] for code in range(_PLANE))
    kinds = [_LETTER if name == "L" else _MARK if name == "M" else _GAP for name in categories]
    return np.array([*kinds, _LETTER], dtype=np.uint8)
