"""The gazetteer as an extractor: names of places that may be added without a tagger's word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas.entities import Label
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.gazetteer import Form, Gazetteer, Kind, load_gazetteer
from workers.engines.place_context import has_cue, has_preposition, name_after, name_before
from workers.engines.place_matcher import Hit, PlaceMatcher
from workers.version import VERSION

NAME = "gazetteer"

# Measured on nineteen development files of the NER corpora, places against all else and against all but organisations:
# .82/.93, .75/.91, .87/.92, 1.0/1.0 (four names) and .72/.81.
SCORE_TERRITORY = 0.9
SCORE_STRICT = 0.85
SCORE_CUE = 0.8
SCORE_REPEATED = 0.75
SCORE_PREPOSITION = 0.7

_LARGE = (Kind.TERRITORY, Kind.CONTINENT)


@dataclass(frozen=True)
class GazetteerExtractor:
    """Proposes places: names that stand for themselves, and others after a preposition or a cue word."""

    gazetteer: Gazetteer

    @cached_property
    def info(self) -> EngineInfo:
        """Who this engine is."""
        return EngineInfo(name=NAME, version=VERSION, model_sha256=self.gazetteer.sha256)

    @cached_property
    def _matcher(self) -> PlaceMatcher:
        return PlaceMatcher(self.gazetteer)

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the places of each text."""
        return [list(self._candidates(reading)) for reading in readings]

    def _candidates(self, reading: Reading) -> Iterator[Candidate]:
        judged = [
            (hit, self._trust(reading.text, hit, language), language)
            for start, end, language in stretches(reading)
            for hit in self._matcher.hits(reading.text, start=start, end=end, language=language)
        ]
        cued = {
            hit.key for hit, score, language in judged if score == SCORE_CUE and not hit.form.is_common_in(language)
        }
        for hit, alone, _ in judged:
            score = alone or (SCORE_REPEATED if hit.key in cued and not is_person(reading.text, hit) else 0.0)
            if score:
                yield Candidate(hit.start, hit.end, Label.LOC, score, NAME, canonical=hit.canonical)

    def _trust(self, text: str, hit: Hit, language: str) -> float:
        """Return how far a name is believed to be a place here; 0 means not at all."""
        form = hit.form
        if form.is_acronym and not is_acronym(text, hit):
            return 0.0
        is_common, is_bearer = form.is_common_in(language), is_person(text, hit)
        if form.is_strict and not is_common and not is_bearer:
            return self._strict_score(form)
        if has_cue(text, start=hit.start, end=hit.end, language=language):
            return SCORE_CUE
        if (
            is_bearer
            or not hit.is_cased
            or hit.is_inflected
            or not (form.is_strict or (form.is_plain and not is_common))
        ):
            return 0.0
        return SCORE_PREPOSITION if has_preposition(text, start=hit.start, language=language) else 0.0

    def _strict_score(self, form: Form) -> float:
        return SCORE_TERRITORY if self.gazetteer.place(form.places[0]).kind in _LARGE else SCORE_STRICT


def is_acronym(text: str, hit: Hit) -> bool:
    """Tell whether all letters are capitals, and no currency: US, but neither us nor US$."""
    return text[hit.start : hit.name_end].isupper() and text[hit.end : hit.end + 1] != "$"


def is_person(text: str, hit: Hit) -> bool:
    """Tell whether the name is part of a longer one that the gazetteer does not know: Paris Hilton, Jack London."""
    if not hit.is_cased or " " in hit.key:
        return False
    if hit.form.is_person:
        return bool(name_before(text, hit.start) or name_after(text, hit.end))
    return bool(name_before(text, hit.start) and name_after(text, hit.end))


def stretches(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield spans of one language each that cover the text; an uncertain one takes the language of the document."""
    start, language, base = 0, "", reading.language.split("-")[0]
    for segment in reading.segments:
        tag = segment.tag.split("-")[0]
        tag = base if tag in ("und", "zxx") else tag
        if tag != language:
            if segment.start > start:
                yield start, segment.start, language or base
            start, language = segment.start, tag
    if start < len(reading.text):
        yield start, len(reading.text), language or base


def load() -> GazetteerExtractor:
    """Return the extractor over the shipped gazetteer."""
    return GazetteerExtractor(load_gazetteer())
