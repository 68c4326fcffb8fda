"""Names of the user's lists as an extractor: whole written words, with clitics and endings, linked by the list's id."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from schemas.entities import Link
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.clitics import MIN_AFTER_CLITICS, restored, without_clitics
from workers.engines.entities_gazetteer import stretches
from workers.engines.name_endings import base_forms, suffix_end
from workers.engines.name_table import ListedName, NameTable, read_name_table
from workers.engines.place_words import is_unspaced, next_word, word_key, words
from workers.text.folding import fold_with_offsets
from workers.version import VERSION

NAME = "name_lists"

# The user vouches for the names; only that the word means something else here can be wrong.
SCORE = 0.95

# Distinct words of a long document number some ten thousand.
_CACHED_WORDS = 32_768

_Openings = tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    rows: tuple[ListedName, ...]
    clitics: int = 0


@dataclass(frozen=True)
class NameListExtractor:
    """Proposes the names of a table; the longest that begins at a word, left to right, in linear time."""

    table: NameTable

    @property
    def info(self) -> EngineInfo:
        """Who this engine is; the digest is that of the lists."""
        return EngineInfo(name=NAME, version=VERSION, model_sha256=self.table.sha256)

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the listed names of each text."""
        return [list(self._candidates(reading)) for reading in readings]

    def _candidates(self, reading: Reading) -> Iterator[Candidate]:
        text = reading.text
        for start, end, language in stretches(reading):
            done = start
            for first, last in words(text, start=start, end=end):
                if is_unspaced(text, first):
                    yield from self._unspaced(text, first, last)
                elif first >= done and (found := self._longest(text, first, last, language)):
                    done = found.end
                    yield _candidate(text, first, found, language)

    def _longest(self, text: str, start: int, end: int, language: str) -> _Found | None:
        """Return the longest name that begins with the word, read plainly, then after clitics."""
        for keys, clitics in self._openings(text[start:end], language):
            found = self._continued(text, end, keys, language)
            if found and (rows := _as_written(found.rows, text[start : found.end])):
                return _Found(found.end, rows, clitics)
        return None

    @cached_property
    def _openings(self) -> Callable[[str, str], _Openings]:
        return lru_cache(maxsize=_CACHED_WORDS)(self._read_opening)

    def _read_opening(self, word: str, language: str) -> _Openings:
        """Return the keys with which a name may begin at a word, for each number of letters of clitics before it."""
        key = word_key(word)
        rests = [(rest, length) for rest, length in without_clitics(key) if len(rest) >= MIN_AFTER_CLITICS]
        readings = [(tuple(self._begun(rest, language)), length) for rest, length in [(key, 0), *rests]]
        return tuple(reading for reading in readings if reading[0])

    def _begun(self, word: str, language: str) -> Iterator[str]:
        return (key for key in _forms(word, language) if key in self.table.rows or key in self.table.beginnings)

    def _continued(self, text: str, end: int, keys: Sequence[str], language: str) -> _Found | None:
        """Follow the words while any name begins with them, each plain or without its ending."""
        best: _Found | None = None
        while True:
            rows = next((rows for key in keys if (rows := self.table.rows.get(key))), None)
            best = _Found(end, rows) if rows else best
            keys = [key for key in keys if key in self.table.beginnings]
            if not keys or not (span := next_word(text, end)):
                return best
            forms = list(_forms(word_key(text[span[0] : span[1]]), language))
            keys, end = [f"{key} {form}" for key in keys for form in forms], span[1]

    def _unspaced(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        key, offsets = fold_with_offsets(text[start:end])
        at = 0
        while at < len(key):
            lengths = range(min(self.table.unspaced.get(key[at], 0), len(key) - at), 0, -1)
            length = next((length for length in lengths if key[at : at + length] in self.table.rows), 0)
            if length:
                first, last = start + offsets[at], start + offsets[at + length]
                yield _candidate(text, first, _Found(last, self.table.rows[key[at : at + length]]), "")
            at += length or 1


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    for stem, base in base_forms(word, language=language):
        yield stem + base


def _as_written(rows: tuple[ListedName, ...], written: str) -> tuple[ListedName, ...]:
    """Return the rows that are written just so, else those whose capitals the text has: WHO is not who."""
    exact = tuple(row for row in rows if row.name == written)
    return exact or tuple(
        row
        for row in rows
        if (not row.name.isupper() or written.isupper()) and (not row.name[0].isupper() or written[0].isupper())
    )


def _candidate(text: str, start: int, found: _Found, language: str) -> Candidate:
    row = found.rows[0]
    written = text[start : found.end]
    return Candidate(
        start,
        suffix_end(text, found.end, language=language) if language else found.end,
        row.label,
        SCORE,
        NAME,
        canonical=row.name if row.id else restored(written, found.clitics) if found.clitics else written,
        links=tuple(_links(found.rows)),
    )


def _links(rows: Sequence[ListedName]) -> Iterator[Link]:
    """Yield one link for each id; namesakes share the certainty."""
    named = [row for row in rows if row.id and row.label == rows[0].label]
    for row in named:
        yield Link(scheme="list", id=f"{row.list}:{row.id}", name=row.name, score=round(1 / len(named), 4))


def load(folder: str) -> NameListExtractor:
    """Return the extractor over the lists of a folder."""
    return NameListExtractor(read_name_table(Path(folder)))
