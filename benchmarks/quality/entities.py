"""Names: strict span and label F1 of persons, places and organisations, by language and corpus.

A name is right when its span and its label are those of the corpus; what the corpus calls otherwise is no name. The
language is given, since detection has its own section. Names are found sentence by sentence, as the corpora are.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality.table import Split, Table
from schemas.entities import Label
from schemas.text import SentenceSpan
from training import corpus_text
from workers.engines import Candidate, Reading
from workers.engines.entities_gazetteer import load as load_gazetteer
from workers.engines.entities_tagger import load as load_tagger
from workers.engines.resolver import resolve

LABELS = (Label.PER, Label.LOC, Label.ORG)
OWN = Path(__file__).parent / "data" / "names"
MOST_TEXTS = 3_000

Name = tuple[int, int, str]
System = Callable[[Reading], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its names."""

    reading: Reading
    names: frozenset[Name]


@dataclass(slots=True)
class Tally:
    """Names of the corpus, names answered, names right, for each label."""

    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, wanted: frozenset[Name], given: frozenset[Name]) -> None:
        """Count one text."""
        self.wanted.update(label for _, _, label in wanted)
        self.given.update(label for _, _, label in given)
        self.right.update(label for _, _, label in wanted & given)

    def f1(self, *labels: str) -> float:
        """Return the harmonic mean of precision and recall over the labels, 0 to 100; all labels if none is named."""
        chosen = labels or LABELS
        wanted, given, right = (sum(one[label] for label in chosen) for one in (self.wanted, self.given, self.right))
        return 200 * right / (wanted + given) if wanted + given else 0.0


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield F1 of every corpus that has the split, the speed, and our own test sentences."""
    systems = _systems()
    rows, seconds, words = [], dict.fromkeys(systems, 0.0), 0
    for path in sorted((data / "ner").glob(f"*/*.{split}.jsonl")):
        samples = list(read_corpus(path))[:MOST_TEXTS]
        words += sum(len(one.reading.text.split()) for one in samples)
        rows.append(_row(path.parent.name, path.name.split(".")[0], samples, systems, seconds))
    columns = ["language", "corpus", "names", *systems, "PER", "LOC", "ORG"]
    speeds = ", ".join(f"{name} {words / max(spent, 0.001) / 1000:.0f}" for name, spent in seconds.items())
    note = f"Strict F1; the last three columns are those of warraq by label. Thousand words a second of CPU: {speeds}."
    yield Table("Names in open corpora", columns, rows, [note])
    if split is Split.TEST:
        own = [_row(path.stem, "own", list(read_own(path)), systems, seconds) for path in sorted(OWN.glob("*.txt"))]
        yield Table("Names in sentences of our own, by another writer than the training text", columns, own)


def _row(
    language: str, corpus: str, samples: Sequence[Sample], systems: dict[str, System], seconds: dict[str, float]
) -> list[str]:
    cells = [language, corpus, str(sum(len(one.names) for one in samples))]
    tally = Tally()
    for name, system in systems.items():
        tally = Tally()
        started = time.process_time()
        answers = [system(one.reading) for one in samples]
        seconds[name] += time.process_time() - started
        for one, found in zip(samples, answers, strict=True):
            tally.add(one.names, frozenset((at.start, at.end, at.label) for at in found if at.label in LABELS))
        cells.append(f"{tally.f1():.1f}")
    return [*cells, *(f"{tally.f1(label):.1f}" for label in LABELS)]


def _systems() -> dict[str, System]:
    gazetteer, tagger = load_gazetteer(), load_tagger()

    def together(reading: Reading) -> Sequence[Candidate]:
        return resolve([*tagger.extract([reading])[0], *gazetteer.extract([reading])[0]], text=reading.text)

    return {
        "gazetteer": lambda reading: gazetteer.extract([reading])[0],
        "tagger": lambda reading: tagger.extract([reading])[0],
        "warraq": together,
    }


def read_corpus(path: Path) -> Iterator[Sample]:
    """Yield the texts of a corpus with the names that have our labels."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            names = frozenset((start, end, label) for start, end, label in row["entities"] if label in LABELS)
            yield Sample(_reading(row["text"], path.parent.name), names)


def read_own(path: Path) -> Iterator[Sample]:
    """Yield the sentences of a file of ours."""
    for sentence in corpus_text.read(path):
        names = frozenset((one.start, one.end, one.label) for one in sentence.mentions)
        yield Sample(_reading(sentence.text, path.stem), names)


def _reading(text: str, language: str) -> Reading:
    return Reading(text, sentences=(SentenceSpan(start=0, end=len(text)),), language=language)
