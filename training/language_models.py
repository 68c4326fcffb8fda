"""The language models of lingua 1.3.5: how probable each letter is after the one to four before it, by language.

The wheel of its pure Python version has one file for each language and length, in JSON under Brotli: fractions, each
with the runs of letters that have it. Models and code are under the Apache License 2.0, © Peter M. Stahl.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import ZipFile

import brotli

VERSION = "1.3.5"
_LENGTHS = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
_FOLDER = "lingua/language-models"
# Runs whose beginning is in no list; far rarer than what is kept.
_RAREST = -16.0

# Serbian is written in two alphabets, and the models know it in Cyrillic.
_LATIN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "đ",
            "e",
            "ž",
            "z",
            "i",
            "j",
            "k",
            "l",
            "lj",
            "m",
            "n",
            "nj",
            "o",
            "p",
            "r",
            "s",
            "t",
            "ć",
            "u",
            "f",
            "h",
            "c",
            "č",
            "dž",
            "š",
        ],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of letters: the logarithm of the probability of its last letter, and of it as a whole."""

    letters: str
    last: float
    whole: float


def runs_of_language(wheel: ZipFile, language: str) -> Iterator[Run]:
    """Yield all runs of a language, the shorter ones first; Serbian in both of its alphabets."""
    wholes: dict[str, float] = {"": 0.0}
    for length in _LENGTHS:
        for letters, last in _conditional(wheel, language, length):
            wholes[letters] = wholes.get(letters[:-1], _RAREST) + last
            yield Run(letters, last, wholes[letters])
    if language == "sr":
        yield from _in_latin(wholes)


def languages_of(wheel: ZipFile) -> list[str]:
    """Return the codes of all languages that have models."""
    return sorted({name.split("/")[2] for name in wheel.namelist() if name.startswith(f"{_FOLDER}/") and "." in name})


def in_latin_letters(text: str) -> str:
    """Return a Serbian text in Latin letters."""
    return "".join(_LATIN.get(sign) or _LATIN.get(sign.lower(), sign).capitalize() for sign in text)


def _conditional(wheel: ZipFile, language: str, length: str) -> Iterator[tuple[str, float]]:
    name = f"{_FOLDER}/{language}/{length}.json.br"
    if name in wheel.namelist():
        for fraction, runs in json.loads(brotli.decompress(wheel.read(name)))["ngrams"].items():
            numerator, denominator = map(int, fraction.split("/"))
            yield from ((run, math.log(numerator / denominator)) for run in runs.split(" "))


def _in_latin(wholes: Mapping[str, float]) -> Iterator[Run]:
    """The same runs in Latin letters; a run may begin or end in the middle of lj, nj and dž."""
    chances: dict[str, float] = defaultdict(float)
    for letters, whole in wholes.items():
        if letters and all(letter in _LATIN for letter in letters):
            for run in _halves("".join(map(_LATIN.__getitem__, letters)), letters):
                chances[run] += math.exp(whole)
    for run in sorted(chances, key=len):
        before = chances.get(run[:-1], 0.0) if len(run) > 1 else 1.0
        if before:
            yield Run(run, math.log(min(1.0, chances[run] / before)), math.log(chances[run]))


def _halves(latin: str, cyrillic: str) -> set[str]:
    first, last = len(_LATIN[cyrillic[0]]), len(_LATIN[cyrillic[-1]])
    runs = {latin[start : len(latin) - end] for start in range(first) for end in range(last)}
    return {run for run in runs if 1 <= len(run) <= len(_LENGTHS)}
