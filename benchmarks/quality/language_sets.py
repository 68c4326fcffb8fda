"""The texts that language detection is measured on, public ones and those of our own."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.language_systems import folded
from benchmarks.quality.table import Split

OWN = Path(__file__).parent / "data"
KINDS = {"sentences": "sentences", "word-pairs": "word pairs", "single-words": "single words"}

# Of every ten lines of lingua's files 0 is the test; 1-8 fitted the shipped tables, so that 9 is left for development.
_LINES = {Split.TEST: 0, Split.DEV: 9}
# Development looks at every fourth of those lines: lingua itself takes a minute for a thousand sentences.
_EVERY = {Split.TEST: 1, Split.DEV: 4}

_JOINED, _SEED = 120, 11


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its language; `tag` is BCP 47 as the set has it."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text in several languages: the cases, joined, are the document."""

    parts: Sequence[Case]

    @property
    def text(self) -> str:
        """The whole document."""
        return "".join(part.text for part in self.parts)

    @property
    def tags(self) -> list[str]:
        """The tag of each character."""
        return [folded(part.tag) for part in self.parts for _ in part.text]


def lingua_cases(data: Path, kind: str, *, split: Split) -> Iterator[Case]:
    """Yield the lines of lingua's test data that belong to the split."""
    for file in sorted((data / "language" / "lingua" / kind).glob("*.txt")):
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines()):
            if number % 10 == _LINES[split] and number // 10 % _EVERY[split] == 0 and text.strip():
                yield Case(file.stem, text.strip())


def declaration_cases(data: Path) -> Iterator[Case]:
    """Yield the paragraphs of the Universal Declaration of Human Rights; all of it is test."""
    for tag, paragraphs in json.loads((data / "language" / "udhr.json").read_text(encoding="utf-8")).items():
        yield from (Case(tag.replace("|", "-"), paragraph) for paragraph in paragraphs)


def own_cases(name: str) -> Iterator[Case]:
    """Yield the strings of a set of our own, with their kind as the tag; all of them are test."""
    for line in (OWN / name / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        kind, text = line.split("\t", 1)
        yield Case(kind, text)


def mixed_documents(data: Path, *, split: Split) -> Iterator[Document]:
    """Yield the documents of our own, or for development sentences of lingua's joined by chance."""
    if split is Split.DEV:
        yield from _joined_documents(list(lingua_cases(data, "sentences", split=split)))
        return
    for line in (OWN / "mixed" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        yield Document([Case(part["tag"], part["text"]) for part in json.loads(line)["parts"]])


def _joined_documents(cases: Sequence[Case]) -> Iterator[Document]:
    """Documents of two to four languages, which change at a paragraph, at a sentence, or at a quotation inside of one."""
    dice = random.Random(_SEED)
    by_tag: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        by_tag[case.tag].append(case.text)
    for number in range(_JOINED):
        tags = dice.sample(sorted(by_tag), dice.randint(2, 4))
        joint = ("\n\n", " ", ": “")[number % 3]
        yield Document([Case(tag, " ".join(dice.sample(by_tag[tag], dice.randint(1, 3))) + joint) for tag in tags])
