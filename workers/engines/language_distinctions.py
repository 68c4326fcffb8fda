"""Distinctions: a correction to what the runs of letters say, learnt from where they were wrong.

Multinomial logistic regression over hashed features (Weinberger and others 2009): runs of two to five signs that may
begin or end with a gap, whole words, and pairs of words. It tells sister languages apart by their words and endings.
`training/fit_language_distinctions.py` fits it.
"""

import numpy as np
from numpy.typing import NDArray

from workers.engines.language_hashing import LONGEST_RUN, Runs, pairs_of, words_of
from workers.engines.language_tables import FOLDER, Table, read_table

FILE = FOLDER / "language_distinctions.bin"
ROW_BITS = 17


class Distinctions:
    """The mapped matrix: a row for each hashed feature, a column for each language."""

    def __init__(self, table: Table) -> None:
        self.languages: tuple[str, ...] = tuple(table.facts["languages"])
        self._unit = float(table.facts["unit"])
        self._rows = table.arrays["rows"]

    def ask(self, runs: Runs) -> NDArray[np.float64]:
        """Return what to add to the logarithm of each language."""
        return self._rows[rows_of(runs)].sum(axis=0, dtype=np.float64) * self._unit


def rows_of(runs: Runs) -> NDArray[np.intp]:
    """Return the row of each feature of a text, as often as it has it."""
    count = len(runs.is_sign)
    ahead = np.concatenate([runs.is_sign, np.zeros(LONGEST_RUN, dtype=np.bool_)])
    words = words_of(runs)
    features = [words, pairs_of(words), runs.fingerprints[1][ahead[:count] | ahead[1 : count + 1]]]
    unbroken = np.ones(count, dtype=np.bool_)
    for length in range(3, LONGEST_RUN + 1):
        unbroken &= ahead[length - 2 : length - 2 + count]
        features.append(runs.fingerprints[length - 1][unbroken])
    return (np.concatenate(features) >> np.uint64(64 - ROW_BITS)).astype(np.intp)


def load_distinctions() -> Distinctions:
    """Map the shipped matrix."""
    return Distinctions(read_table(FILE))
