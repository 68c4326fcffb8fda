"""Train the tagger of a language and write its model into the package.

    python -m training.train_tagger DATA LANGUAGE [LANGUAGE ...]

A linear-chain CRF by L-BFGS (CRFsuite, Okazaki 2007) over hashed features; fixed seeds. Sentences of other languages
of the same script come in where a language has few of its own. `training/README.md` says what else belongs to it.
"""

import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pycrfsuite

from training.tagger_corpora import TRAINING, Tagged, training_sentences
from training.tagger_swapping import swapped
from workers.engines.tagger_features import all_features
from workers.engines.tagger_model import path_of, write
from workers.engines.tagger_names import NameFlags, load_names
from workers.engines.tagger_words import WordFacts, fingerprint, word_facts

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SEED = 7
# Chosen on the Arabic and English dev files.
L1, L2, ITERATIONS = 0.08, 0.01, 90
MOST_SENTENCES = 9_000
FEW_SENTENCES, BORROWED_SENTENCES = 3_000, 3_000

SCRIPTS: dict[str, tuple[str, ...]] = {
    "Latn": (
        "en",
        "de",
        "pt",
        "sv",
        "hu",
        "fi",
        "da",
        "nb",
        "nn",
        "hr",
        "sk",
        "ro",
        "lv",
        "et",
        "id",
        "tr",
        "fr",
        "nl",
        "it",
        "es",
        "pl",
        "cs",
        "vi",
    ),
    "Cyrl": ("ru", "uk", "kk"),
    "Arab": ("ar", "fa", "ur"),
}


def main() -> None:
    """Train each language that is named."""
    data = Path(sys.argv[1])
    for language in sys.argv[2:]:
        sentences = list(chosen(data, language))
        train(sentences, path_of(language))
        print(f"{language}: {len(sentences):,} sentences, {path_of(language).stat().st_size:,} bytes", flush=True)


def chosen(data: Path, language: str) -> Iterator[Tagged]:
    """Yield what trains a language: its own sentences, copies with other names, and some of its neighbours."""
    own = list(training_sentences(data, language))
    random.Random(SEED).shuffle(own)
    own = own[:MOST_SENTENCES]
    yield from own
    yield from swapped(own, seed=SEED)
    if len(own) < FEW_SENTENCES:
        yield from _borrowed(data, language)


def _borrowed(data: Path, language: str) -> Iterator[Tagged]:
    neighbours = next((those for those in SCRIPTS.values() if language in those), ())
    others = [other for other in neighbours if other != language and TRAINING[other]]
    for other in others:
        sentences = [one for one in training_sentences(data, other) if any(tag != "O" for tag in one.tags)]
        yield from random.Random(SEED).sample(sentences, min(len(sentences), BORROWED_SENTENCES // len(others)))


def train(sentences: Iterable[Tagged], path: Path) -> None:
    """Fit the weights and write the model."""
    names, kept = load_names(), dict[str, WordFacts]()
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        facts = [_facts(word, names, kept) for word in sentence.words]
        if facts:
            trainer.append([_attributes(facts, place) for place in range(len(facts))], sentence.tags)
    trainer.select("lbfgs")
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ITERATIONS, "feature.possible_transitions": True})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    weights: dict[int, npt.NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(TAGS)))
    for (attribute, tag), weight in info.state_features.items():
        weights[int(attribute)][TAGS.index(tag)] = weight
    transitions = np.zeros((len(TAGS), len(TAGS)))
    for (before, after), weight in info.transitions.items():
        transitions[TAGS.index(before), TAGS.index(after)] = weight
    write(path, tags=TAGS, weights=dict(weights), transitions=transitions, calibration={})


def _facts(word: str, names: NameFlags, kept: dict[str, WordFacts]) -> WordFacts:
    if word not in kept:
        kept[word] = word_facts(word, names=names)
    return kept[word]


def _attributes(facts: Sequence[WordFacts], place: int) -> list[str]:
    return [str(fingerprint(one)) for one in all_features(facts, place)]


if __name__ == "__main__":
    main()
