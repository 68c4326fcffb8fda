"""Finds where a text writes names of the gazetteer; which of them are meant as places is decided elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workers.engines.clitics import MIN_AFTER_CLITICS, restored, without_clitics
from workers.engines.gazetteer import Form, Gazetteer
from workers.engines.name_endings import base_forms, based, suffix_end
from workers.engines.place_words import (
    MAX_CHARACTERS,
    MAX_WORD_CHARACTERS,
    MAX_WORDS,
    MIN_CHARACTERS,
    is_unspaced,
    next_word,
    starts,
    word_key,
)
from workers.text.folding import fold_with_offsets

# Distinct words of a long document number some ten thousand; the table holds those of several documents.
_CACHED_WORDS = 32_768

# Vowels of Thai and Lao that are written before their consonant: a name cannot end between the two.
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")


class WordReading(NamedTuple):
    """One way to read a word: the key of a name in it, after so many letters of clitics, before so many of an ending.

    `base` is what the name has in place of the ending.
    """

    key: str
    clitics: int = 0
    ending: int = 0
    base: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at `start:end`, whole written words; `canonical` is the name without clitics and endings.

    `name_end` is where the name ends when a suffix is set off from it: Türkiye'de.
    """

    start: int
    end: int
    canonical: str
    key: str
    form: Form
    is_cased: bool
    is_inflected: bool
    name_end: int


class _Writing(NamedTuple):
    text: str
    language: str


class _Match(NamedTuple):
    end: int
    key: str
    form: Form
    readings: tuple[WordReading, ...]


class PlaceMatcher:
    """Greedy longest match of names, left to right; linear, because a name has at most `MAX_WORDS` words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._find = lru_cache(maxsize=_CACHED_WORDS)(gazetteer.find)
        self._openings = lru_cache(maxsize=_CACHED_WORDS)(self._read_opening)

    def hits(self, text: str, *, language: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield the longest names that start in `start:end`, without overlaps, in order."""
        writing = _Writing(text, language)
        done = 0
        for first, last in starts(text, start=start, end=len(text) if end is None else end):
            if first < done:
                continue
            if is_unspaced(text, first):
                yield from self._unspaced_hits(text, first, last)
            elif hit := self._hit(writing, first, last):
                done = hit.end
                yield hit

    def _hit(self, writing: _Writing, start: int, end: int) -> Hit | None:
        if end - start > MAX_WORD_CHARACTERS:
            return None
        plainest: Hit | None = None
        for reading in self._openings(writing.text[start:end], writing.language):
            match = self._extended(writing, end, (reading,))
            if match is None or (reading.clitics and len(match.key) < MIN_AFTER_CLITICS):
                continue
            hit = _hit_of(writing, start, match)
            if match.form.is_strict:  # ولبنان is و + لبنان (Lebanon), although ول + بنان is a village
                return hit
            plainest = plainest or hit
        return plainest

    def _read_opening(self, word: str, language: str) -> tuple[WordReading, ...]:
        """Return the readings of a word with which any name begins, the plainest first."""
        key = word_key(word)
        plain = [WordReading(key)] if self._find(key) else []
        clitics = [WordReading(rest, length) for rest, length in without_clitics(key) if self._find(rest)]
        endings = [reading for reading in _base_readings(key, language) if self._find(reading.key)]
        return (*plain, *clitics, *endings)

    def _extended(self, writing: _Writing, end: int, readings: tuple[WordReading, ...]) -> _Match | None:
        """Return the longest name that continues these words; at most `MAX_WORDS` deep, and few words branch.

        A longer name that nothing vouches for gives way to a trusted one: London City to London.
        """
        key = " ".join(reading.key for reading in readings)
        form = self._find(key)
        if form is None:
            return None
        if form.is_prefix and len(readings) < MAX_WORDS and (span := next_word(writing.text, end)):
            for following in _continuations(writing.text[span[0] : span[1]], writing.language):
                longer = self._extended(writing, span[1], (*readings, following))
                if longer is not None and (longer.form.is_plain or not form.is_strict):
                    return longer
        return _Match(end, key, form, readings) if form.is_name else None

    def _unspaced_hits(self, text: str, start: int, end: int) -> Iterator[Hit]:
        key, offsets = fold_with_offsets(text[start:end])
        at = 0
        while at < len(key):
            length, form = self._longest_unspaced(key, at)
            if form is None:
                at += 1
                continue
            first, last = start + offsets[at], start + offsets[at + length]
            yield Hit(
                first,
                last,
                text[first:last],
                key[at : at + length],
                form,
                is_cased=False,
                is_inflected=False,
                name_end=last,
            )
            at += length

    def _longest_unspaced(self, key: str, at: int) -> tuple[int, Form | None]:
        best: tuple[int, Form | None] = (1, None)
        for length in range(MIN_CHARACTERS, min(MAX_CHARACTERS, len(key) - at) + 1):
            form = self._find(key[at : at + length])
            if form is None:
                break
            is_better = form.is_plain or best[1] is None or not best[1].is_strict
            if form.is_name and is_better and _is_whole(key, at, at + length):
                best = length, form
            if not form.is_prefix:
                break
        return best


def _continuations(word: str, language: str) -> Iterator[WordReading]:
    key = word_key(word)
    yield WordReading(key)
    yield from _base_readings(key, language)


def _base_readings(key: str, language: str) -> Iterator[WordReading]:
    for stem, base in base_forms(key, language=language):
        yield WordReading(stem + base, ending=len(key) - len(stem), base=base)


def _is_whole(key: str, start: int, end: int) -> bool:
    """Tell whether a span of unspaced script can be a word: no katakana run or syllable is cut in two."""
    before, after = key[start - 1 : start], key[end : end + 1]
    if before in _LEADING_VOWELS or (after and not after.isalnum() and after != "ー"):
        return False
    return not (_is_katakana(before) and _is_katakana(key[start])) and not (
        _is_katakana(after) and _is_katakana(key[end - 1])
    )


def _is_katakana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fc" and character != "・"


def _hit_of(writing: _Writing, start: int, match: _Match) -> Hit:
    first, last = match.readings[0], match.readings[-1]
    name_end = match.end
    if last.ending and "\uac00" <= writing.text[name_end - 1] <= "\ud7a3":
        name_end -= last.ending  # Korean particles stay outside of a mention, as in the KLUE corpus
    written = writing.text[start:name_end]
    canonical = restored(written, first.clitics) if first.clitics else written
    if last.ending and name_end == match.end and len(match.readings) == 1:
        canonical = based(written[: -last.ending], last.base, language=writing.language)
    return Hit(
        start=start,
        end=_whole_end(writing, start, name_end),
        canonical=canonical,
        key=match.key,
        form=match.form,
        is_cased=written[0].isupper(),
        is_inflected=bool(last.ending or first.ending),
        name_end=name_end,
    )


def _whole_end(writing: _Writing, start: int, name_end: int) -> int:
    """Return where the written word ends: after a suffix, or after the last point of U.S."""
    text = writing.text
    if text[name_end - 2 : name_end - 1] == "." and text[name_end : name_end + 1] == "." and name_end - start > 2:
        return name_end + 1
    return suffix_end(text, name_end, language=writing.language)
