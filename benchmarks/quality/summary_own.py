"""Agreement with readers: the key sentences that annotators chose in the documents of `data/summaries/`.

Every system gets the same sentences and the same number to choose, the one that the annotators had. The measure is F1
of the two sets of sentences, averaged over documents and annotators. Test data: nothing may be tuned on it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.rouge import References
from benchmarks.quality.summary_sets import Sample, sentence_tokens
from schemas.text import SentenceSpan
from workers.engines import Reading
from workers.text.junk import junk_spans

DATA = Path(__file__).parent / "data" / "summaries"
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Judged:
    """A document with the sentences (from 0) that each annotator chose, and how many a system may choose."""

    name: str
    sample: Sample
    choices: dict[str, frozenset[int]]

    @property
    def count(self) -> int:
        """The number to choose by the rule of the annotators."""
        sentences = len(self.sample.sentences)
        return 3 if sentences <= 20 else 4 if sentences <= 30 else 5

    def agreement(self, order: Sequence[int]) -> float:
        """Return the F1 of a ranking's first sentences with each annotator, averaged, from 0 to 100."""
        chosen = frozenset(list(order)[: self.count])
        return sum(f1(chosen, theirs) for theirs in self.choices.values()) / len(self.choices)


def f1(ours: frozenset[int], theirs: frozenset[int]) -> float:
    """Return the F1 of two sets, from 0 to 100."""
    return 200 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 100.0


def annotators() -> list[str]:
    """Return the names of the annotators."""
    return sorted(path.name for path in (DATA / "choices").iterdir() if path.is_dir())


def judged(language: str) -> Iterator[Judged]:
    """Yield the documents of a language that every annotator has judged."""
    for path in sorted((DATA / language).glob("*.txt")):
        files = {name: DATA / "choices" / name / language / path.name for name in annotators()}
        if all(file.exists() for file in files.values()):
            choices = {
                name: frozenset(int(number) - 1 for number in file.read_text(encoding="utf-8").split())
                for name, file in files.items()
            }
            yield Judged(path.stem, read_document(path, language=language), choices)


def read_document(path: Path, *, language: str) -> Sample:
    """Return a document as the pipeline reads it, but with the sentences of its file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    title = next((line.removeprefix("# title:").strip() for line in lines if line.startswith("# title:")), "")
    body = "\n".join(line for line in lines if not line.startswith("# "))
    text, spans = "", list[SentenceSpan]()
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        text += "\n\n" if text else ""
        for sentence in paragraph.split("\n"):
            text += " " if spans and not text.endswith("\n") else ""
            spans.append(SentenceSpan(start=len(text), end=len(text) + len(sentence.strip())))
            text += sentence.strip()
    reading = Reading(text, tuple(spans), junk=junk_spans(text), language=language, title=title or None)
    return Sample(reading, References(()), 0, sentence_tokens(text, spans))
