"""Texts with marked names for the tagger: which corpora train which language, read as tokens with BIO tags.

Only GREEN sources (an open licence that allows models to ship) and our own text train; `training/README.md` has the
licences.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import corpus_text
from workers.text.tokens import tokens

LABELS = ("PER", "LOC", "ORG")

# language: corpora of the data folder that train it; our own text in training/corpus comes on top.
TRAINING: dict[str, tuple[str, ...]] = {
    "ar": ("anercorp", "aqmar", "wojood_sample"),
    "en": ("uner_ewt", "wikigold", "crossner", "wnut17"),
    "de": ("germeval14",),
    "ru": ("factrueval16", "wikiner_linspector"),
    "tr": ("tr_wiki_ner",),
    "pt": ("uner_bosque",),
    "sv": ("webbnyheter2012", "uner_talbanken"),
    "hu": ("nerkor",),
    "fi": ("turku_ner",),
    "da": ("uner_ddt",),
    "nb": ("norne",),
    "nn": ("norne",),
    "hr": ("uner_set",),
    "sr": ("uner_set",),
    "sk": ("uner_snk",),
    "ro": ("ronec",),
    "lv": ("lumii_fullstack",),
    "et": ("estner",),
    "hi": ("hiner_val",),
    "bn": ("rifat_bengali",),
    "id": ("nergrit",),
    "zh": ("uner_gsd", "uner_gsdsimp"),
    "ja": ("stockmark_wiki", "gsd_ne"),
    "ko": ("klue_ner_dev",),
    "th": ("thai_ner_1_5",),
    "kk": ("kaznerd",),
    "fr": ("europeana",),
    "nl": ("europeana",),
    "it": (),
    "es": (),
    "pl": (),
    "uk": (),
    "el": (),
    "cs": (),
    "vi": (),
    "fa": (),
    "ur": (),
    "he": (),
}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as words with their tags; `spans` are the offsets of the words in `text`."""

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def training_sentences(data: Path, language: str) -> Iterator[Tagged]:
    """Yield the sentences that train a language: the open corpora, then our own text."""
    for corpus in TRAINING[language]:
        yield from read_corpus(data / "ner" / language / f"{corpus}.train.jsonl", language)
    yield from own_sentences(language)


def own_sentences(language: str) -> Iterator[Tagged]:
    """Yield the sentences that we wrote ourselves."""
    if language not in corpus_text.languages():
        return
    for file in corpus_text.files(language):
        for sentence in corpus_text.read(file):
            marks = [(one.start, one.end, one.label) for one in sentence.mentions]
            yield tagged(sentence.text, marks, language)


def read_corpus(path: Path, language: str) -> Iterator[Tagged]:
    """Yield the sentences of a corpus; names of other labels are no names."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            marks = [(start, end, label) for start, end, label in row["entities"] if label in LABELS]
            yield tagged(row["text"], marks, language)


def tagged(text: str, marks: Sequence[tuple[int, int, str]], language: str) -> Tagged:
    """Return a text as words with BIO tags; a word that only touches a mark belongs to it."""
    spans = [(token.start, token.end) for token in tokens(text, language=language)]
    tags = ["O"] * len(spans)
    for start, end, label in sorted(marks):
        inside = [number for number, (low, high) in enumerate(spans) if low < end and start < high]
        for place, number in enumerate(inside):
            tags[number] = f"{'I' if place else 'B'}-{label}"
    return Tagged(text, tuple(text[low:high] for low, high in spans), tuple(tags), tuple(spans))
