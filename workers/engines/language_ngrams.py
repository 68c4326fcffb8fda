"""Runs of letters as a witness: how likely each language is to write the runs of one to five letters of a text.

The method is that of lingua (Stahl, github.com/pemistahl/lingua-py): for each run the probability of its last letter
after those before it, in runs of all five lengths, summed as logarithms; a language that does not have a run is given
what it says of the run without its last letter. The probabilities are lingua's, compiled into one table by
`training/compile_language_ngrams.py`; a text is looked up there as a whole.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workers.engines.language_hashing import LONGEST_RUN, Fingerprints, Runs
from workers.engines.language_tables import FOLDER, Table, read_table

FILE = FOLDER / "language_ngrams.bin"

# A bucket of the table has this many places. A run of few languages has an entry for each, with the language in the low
# byte and the surprise in the high one; one of many has a row of surprises, and its two entries are the row's number.
BUCKET = 16
IN_A_ROW = 255
# The surprise, minus the natural logarithm of a probability, in steps of 1/16; 0 stands for a run that is unknown.
# The largest leaves room in a byte for four times what is paid for shortening.
STEPS = 16
RAREST = 215
# What a language pays for each letter that it must leave off.
_SHORTENED = np.uint8(8)
# Lengths whose runs are nearly all known to the language of a text, and hardly to any other or in noise.
_TELLING = (3, 4)

Surprises = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Surprise:
    """For each language of the table: the sum of surprises, and the share of runs of three and four that it knows."""

    sums: NDArray[np.float64]
    known: NDArray[np.float64]


class Ngrams:
    """The mapped table."""

    def __init__(self, table: Table) -> None:
        self.languages: tuple[str, ...] = tuple(table.facts["languages"])
        self._marks, self._firsts = table.arrays["marks"], table.arrays["firsts"]
        self._every_mark, self._starts, self._counts = (
            table.arrays[name].reshape(-1) for name in ("marks", "starts", "counts")
        )
        self._entries, self._rows = table.arrays["entries"], table.arrays["rows"]

    def ask(self, runs: Runs) -> Surprise:
        """Return how little each language expects the runs; time is linear in the length of the text."""
        letters = np.flatnonzero(runs.is_letter)
        is_run = _are_letters(runs.is_letter)[:, letters]
        places = np.flatnonzero(is_run)
        surprises = np.zeros((is_run.size, len(self.languages)), dtype=np.uint8)
        self._look_up(runs.fingerprints[:, letters].reshape(-1)[places], places=places, surprises=surprises)
        return _summed(surprises.reshape(LONGEST_RUN, len(letters), len(self.languages)), is_run=is_run)

    def _look_up(self, fingerprints: Fingerprints, *, places: NDArray[np.intp], surprises: Surprises) -> None:
        """Write what the table has of each fingerprint into the row of its place."""
        bucket, mark = address(fingerprints, buckets=len(self._firsts))
        cell = bucket * BUCKET + (self._marks[bucket] == mark[:, None]).argmax(axis=1)
        found = np.flatnonzero(self._every_mark[cell] == mark)
        cell, place = cell[found], places[found]
        count, first = self._counts[cell], self._firsts[bucket[found]] + self._starts[cell]
        in_row = count == IN_A_ROW
        numbers = self._entries[first[in_row]] | self._entries[first[in_row] + 1].astype(np.intp) << 16
        surprises[place[in_row]] = self._rows[numbers]
        few = ~in_row
        self._write_entries(first[few], count[few].astype(np.intp), places=place[few], surprises=surprises)

    def _write_entries(
        self, first: NDArray[np.intp], count: NDArray[np.intp], *, places: NDArray[np.intp], surprises: Surprises
    ) -> None:
        written = np.cumsum(count) - count
        entries = self._entries[np.arange(count.sum()) + np.repeat(first - written, count)]
        cells = np.repeat(places * len(self.languages), count) + (entries & 0xFF)
        surprises.reshape(-1)[cells] = entries >> 8


def address(fingerprints: Fingerprints, *, buckets: int) -> tuple[NDArray[np.intp], NDArray[np.uint16]]:
    """Return the bucket of each fingerprint, from its upper bits, and the mark it has there, from lower ones."""
    bucket = ((fingerprints >> np.uint64(40)) * np.uint64(buckets)) >> np.uint64(24)
    return bucket.astype(np.intp), ((fingerprints >> np.uint64(8)) & np.uint64(0xFFFF)).astype(np.uint16)


def load_ngrams() -> Ngrams:
    """Map the shipped table."""
    return Ngrams(read_table(FILE))


def _are_letters(is_letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of shape (5, signs): whether the run of that length from that sign is all letters."""
    ahead = np.concatenate([is_letter, np.zeros(LONGEST_RUN, dtype=np.bool_)])
    windows = np.stack([ahead[place : place + len(is_letter)] for place in range(LONGEST_RUN)])
    return np.logical_and.accumulate(windows)


def _summed(surprises: Surprises, *, is_run: NDArray[np.bool_]) -> Surprise:
    """Fill in what a language does not know with what it says of the shorter run, and sum over all runs."""
    shorter = np.full(surprises.shape[1:], RAREST, dtype=np.uint8)
    sums = np.zeros(surprises.shape[1:], dtype=np.uint16)
    known = np.zeros(surprises.shape[2], dtype=np.uint32)
    for length, (its, are) in enumerate(zip(surprises, is_run.view(np.uint8), strict=True), start=1):
        shorter = np.where(its, its, shorter)
        sums += shorter * are[:, None]
        shorter += _SHORTENED
        if length in _TELLING:
            known += np.add.reduce((its != 0).view(np.uint8), axis=0, dtype=np.uint32)
    telling = sum(int(np.count_nonzero(is_run[length - 1])) for length in _TELLING)
    return Surprise(np.add.reduce(sums, axis=0, dtype=np.float64) / STEPS, known / max(1, telling))
