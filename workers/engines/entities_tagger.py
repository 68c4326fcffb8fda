"""The trained tagger as an extractor: persons, places and organisations, in the languages that have a model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp

import numpy as np

from schemas.entities import Label
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.entities_gazetteer import stretches
from workers.engines.tagger_decoding import decode
from workers.engines.tagger_features import EDGE, OFFSETS, joint_features, own_features
from workers.engines.tagger_model import Floats, TaggerModel, languages, load_model
from workers.engines.tagger_names import NameFlags, load_names
from workers.engines.tagger_repetition import canonical, repeated
from workers.engines.tagger_words import WordFacts, fingerprint, word_facts
from workers.text.tokens import Token, tokens
from workers.version import VERSION

NAME = "tagger"

# Word types whose facts are kept for each language; a long document has some ten thousand.
_TYPES_KEPT = 50_000
# A token longer than this is no name; a sentence longer than this is a table, and is read in parts.
_MOST_WORD_CHARACTERS, _MOST_SENTENCE_TOKENS = 60, 200


@dataclass(frozen=True, slots=True)
class _Type:
    facts: WordFacts
    # What the word gives to the tokens around it: a row of tags for each of OFFSETS.
    given: Floats


@dataclass(frozen=True)
class LanguageTagger:
    """The tagger of one language."""

    model: TaggerModel
    names: NameFlags
    _types: dict[str, _Type] = field(default_factory=dict)

    @cached_property
    def _edge(self) -> _Type:
        return self._made(EDGE)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, float]]]:
        """Return for each word of each sentence its tag with its probability."""
        emissions = self._emissions([[self._type(word) for word in sentence] for sentence in sentences])
        return [
            [(self.model.tags[tag], float(probability)) for tag, probability in zip(tags, probabilities, strict=True)]
            for tags, probabilities in decode(emissions, self.model.transitions)
        ]

    def _emissions(self, sentences: Sequence[Sequence[_Type]]) -> list[Floats]:
        facts = [[one.facts for one in sentence] for sentence in sentences]
        joint = [fingerprint(one) for row in facts for place in range(len(row)) for one in joint_features(row, place)]
        lengths = [len(sentence) for sentence in sentences]
        scores = self.model.scores(np.array(joint, np.uint32))
        together = scores.reshape(sum(lengths), -1, len(self.model.tags)).sum(axis=1) if joint else scores
        parts = np.split(together, np.cumsum(lengths)[:-1]) if lengths else []
        return [part + self._own(sentence) for part, sentence in zip(parts, sentences, strict=True)]

    def _own(self, sentence: Sequence[_Type]) -> Floats:
        """Return what the words give to each token: at OFFSETS[n] from it stands the word whose n-th row counts."""
        reach = max(OFFSETS)
        given = np.stack([one.given for one in (*[self._edge] * reach, *sentence, *[self._edge] * reach)])
        length = len(sentence)
        return np.sum(
            [given[reach + offset : reach + offset + length, row] for row, offset in enumerate(OFFSETS)], axis=0
        )

    def _type(self, word: str) -> _Type:
        found = self._types.get(word)
        if found is None:
            if len(self._types) >= _TYPES_KEPT:
                self._types.clear()
            found = self._types[word] = self._made(word_facts(word, names=self.names))
        return found

    def _made(self, facts: WordFacts) -> _Type:
        rows = [
            self.model.scores(np.array([fingerprint(one) for one in own_features(facts, offset)], np.uint32)).sum(
                axis=0
            )
            for offset in OFFSETS
        ]
        return _Type(facts, np.stack(rows))

    def begins_name(self, key: str) -> bool:
        """Tell whether a word is in the name lists, or begins names more often than not as far as the model knows."""
        weights = self.model.scores(np.array([fingerprint(f"0w={key}")], np.uint32))[0]
        begins = max(weights[place] for place, tag in enumerate(self.model.tags) if tag.startswith("B-"))
        return bool(self.names.of(key)) or begins > max(0.0, float(weights[self.model.tags.index("O")]))

    def score(self, label: str, probabilities: Sequence[float]) -> float:
        """Return how likely a mention is right, by the calibration of its label."""
        slope, shift = self.model.calibration.get(label, (1.0, 0.0))
        least = min(max(min(probabilities), 1e-6), 1 - 1e-6)
        return 1 / (1 + exp(-(slope * float(np.log(least / (1 - least))) + shift)))


@dataclass(frozen=True)
class TaggerExtractor:
    """Proposes what the models of a text's languages find; a language without a model has no names here."""

    names: NameFlags
    known: frozenset[str]
    _taggers: dict[str, LanguageTagger] = field(default_factory=dict)

    @property
    def info(self) -> EngineInfo:
        """Who this engine is; the digest is that of the name table, those of the models are in MODELS.md."""
        return EngineInfo(name=NAME, version=VERSION, model_sha256=self.names.sha256)

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the names of each text, those that its other sentences repeat included."""
        return [list(self._candidates(reading)) for reading in readings]

    def tagger(self, language: str) -> LanguageTagger:
        """Return the tagger of a language, loaded once."""
        if language not in self._taggers:
            self._taggers[language] = LanguageTagger(load_model(language), self.names)
        return self._taggers[language]

    def _candidates(self, reading: Reading) -> Iterator[Candidate]:
        for start, end, language in stretches(reading):
            if language in self.known:
                tagger = self.tagger(language)
                parts = list(_parts(reading, start, end, language))
                text = reading.text
                tagged = tagger.tag([[text[one.start : one.end] for one in part] for part in parts])
                found = [
                    one for part, tags in zip(parts, tagged, strict=True) for one in _mentions(text, part, tags, tagger)
                ]
                yield from found
                yield from repeated(text, parts, found)


def _parts(reading: Reading, start: int, end: int, language: str) -> Iterator[list[Token]]:
    """Yield the tokens of the sentences within a stretch."""
    bounds = [
        (max(one.start, start), min(one.end, end)) for one in reading.sentences if one.start < end and one.end > start
    ]
    for low, high in bounds or [(start, end)]:
        found = [
            one
            for one in tokens(reading.text, language=language, start=low, end=high)
            if one.end - one.start <= _MOST_WORD_CHARACTERS
        ]
        for place in range(0, len(found), _MOST_SENTENCE_TOKENS):
            yield found[place : place + _MOST_SENTENCE_TOKENS]


def _mentions(
    text: str, part: Sequence[Token], tags: Sequence[tuple[str, float]], tagger: LanguageTagger
) -> Iterator[Candidate]:
    place = 0
    while place < len(part):
        label = tags[place][0].rpartition("-")[2]
        stop = place + 1
        if label == "O":
            place = stop
            continue
        while stop < len(part) and tags[stop][0] == f"I-{label}":
            stop += 1
        score = tagger.score(label, [probability for _, probability in tags[place:stop]])
        start, end = part[place].start, part[stop - 1].end
        name = canonical(text[start:end], begins_name=tagger.begins_name)
        yield Candidate(start, end, Label(label), score, NAME, canonical=name)
        place = stop


def load() -> TaggerExtractor:
    """Return the extractor over the shipped models; they are mapped when a text first needs them."""
    return TaggerExtractor(load_names(), languages())
