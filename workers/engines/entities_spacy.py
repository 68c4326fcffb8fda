"""A spaCy pipeline as an extractor: `pip install 'warraq[spacy]'` and a pipeline of the user's choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.foreign_labels import our_label
from workers.engines.text_windows import windows
from workers.errors import EngineUnavailable

NAME = "spacy"

# spaCy tells no probability; the F-scores that its own pages give for their pipelines lie between .8 and .9.
SCORE = 0.85
# Beyond a million characters spaCy refuses; memory grows by 1 GB for each 100,000 with its larger models.
_MAX_CHARACTERS = 50_000
# What only other questions need; a pipeline without one of them is loaded as well.
_NOT_NEEDED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "textcat", "senter")


@dataclass(frozen=True, slots=True)
class SpacyExtractor:
    """Proposes what the named entity recognizer of a pipeline finds."""

    pipeline: Any
    info: EngineInfo

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the entities of each text whose labels are ours."""
        return [list(self._candidates(reading)) for reading in readings]

    def _candidates(self, reading: Reading) -> Iterator[Candidate]:
        for start, end in windows(reading, max_characters=_MAX_CHARACTERS):
            for found in self.pipeline(reading.text[start:end]).ents:
                label = our_label(found.label_)
                if label is not None:
                    yield Candidate(start + found.start_char, start + found.end_char, label, SCORE, NAME)


def load(name: str) -> SpacyExtractor:
    """Return the extractor of an installed pipeline or a folder; raises EngineUnavailable with what to install."""
    try:
        import spacy
    except ImportError as error:
        raise EngineUnavailable("spaCy is not installed; pip install 'warraq[spacy]'") from error
    try:
        pipeline = spacy.load(name, exclude=list(_NOT_NEEDED))
    except OSError as error:
        raise EngineUnavailable(
            f"there is no spaCy pipeline {name}; install it, or name a folder that has one"
        ) from error
    meta = pipeline.meta
    version = f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
    return SpacyExtractor(pipeline, EngineInfo(name=NAME, version=version))
