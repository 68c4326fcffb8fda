"""Likelihood: what runs of letters say of each language, and how that is to be corrected."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from workers.engines.language_distinctions import Distinctions, load_distinctions
from workers.engines.language_hashing import runs_of
from workers.engines.language_ngrams import Ngrams, load_ngrams
from workers.engines.language_scripts import SHARED_SCRIPTS, is_written_in


@dataclass(frozen=True, slots=True)
class Likelihood:
    """For one language: the logarithm of the likelihood, its correction, and the share of telling runs that it knows."""

    runs: float
    correction: float
    known: float


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """Of one text: `places` has the columns of the languages of its script, the likeliest first."""

    places: dict[str, int]
    runs: NDArray[np.float64]
    corrections: NDArray[np.float64]
    known: NDArray[np.float64]

    @property
    def best(self) -> Likelihood | None:
        """That of the likeliest language."""
        return self.of(next(iter(self.places), ""))

    def of(self, language: str) -> Likelihood | None:
        """Return that of a language, None where no table has it in this script."""
        place = self.places.get(language)
        if place is None:
            return None
        return Likelihood(float(self.runs[place]), float(self.corrections[place]), float(self.known[place]))

    def without(self, language: str) -> "Likelihoods":
        """Return the likelihoods as if the tables did not have this language."""
        return replace(self, places={tag: place for tag, place in self.places.items() if tag != language})


class LanguageTables:
    """Both tables, with the languages of each script."""

    def __init__(self, ngrams: Ngrams, distinctions: Distinctions) -> None:
        self.languages = ngrams.languages
        self._ngrams, self._distinctions = ngrams, distinctions
        self._written = {
            script: np.flatnonzero([is_written_in(language, script=script) for language in self.languages])
            for script in SHARED_SCRIPTS
        }

    def ask(self, words: str, *, script: str) -> Likelihoods:
        """Return the likelihood of each language written in that script; none where the tables have none of it.

        Sums over runs grow with the text far faster than the evidence does, since the runs overlap, so they are
        divided by the root of its letters.
        """
        runs = runs_of(words)
        scale = 1 / math.sqrt(1 + np.count_nonzero(runs.is_letter))
        surprise = self._ngrams.ask(runs)
        logarithms, corrections = surprise.sums * -scale, self._distinctions.ask(runs) * scale
        written = self._written.get(script, np.empty(0, dtype=np.intp))
        order = written[np.argsort(-(logarithms + corrections)[written], kind="stable")].tolist()
        return Likelihoods({self.languages[place]: place for place in order}, logarithms, corrections, surprise.known)


def load_language_tables() -> LanguageTables:
    """Map both tables; call it before forking, so that workers share the memory."""
    return LanguageTables(load_ngrams(), load_distinctions())
