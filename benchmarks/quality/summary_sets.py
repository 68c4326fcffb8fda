"""Documents with reference summaries: the public sets by language, halved into development and test."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.rouge import References, tokens
from benchmarks.quality.table import Split
from schemas.text import SentenceSpan
from workers.engines import Reading
from workers.text.junk import junk_spans
from workers.text.sentences import split_sentences

# With fewer sentences there is nothing to choose; with more, the rivals that compare all pairs take minutes.
FEWEST_SENTENCES, MOST_SENTENCES = 4, 150
# A set of fewer documents says nothing (of the Chinese abstracts nearly all have one or two sentences).
FEWEST_DOCUMENTS = 8
# Every system may say as many tokens as the references do, within bounds: otherwise the longer summary wins.
LEAST_BUDGET, MOST_BUDGET = 50, 150


@dataclass(frozen=True, slots=True)
class Sample:
    """A document as the pipeline reads it, with its references and how many tokens a summary may have."""

    reading: Reading
    references: References
    budget: int
    sentences: Sequence[Sequence[str]]

    def said(self, order: Sequence[int]) -> list[str]:
        """Return the tokens of the sentences in their order of rank up to the budget, joined in document order."""
        left, kept = self.budget, dict[int, Sequence[str]]()
        for index in order:
            if left <= 0:
                break
            kept[index] = self.sentences[index][:left]
            left -= len(kept[index])
        return [token for index in sorted(kept) for token in kept[index]]

    def untitled(self) -> "Sample":
        """Return the document without its title."""
        return replace(self, reading=replace(self.reading, title=None))


@dataclass(frozen=True, slots=True)
class SampleSet:
    """One set of documents with references of one kind."""

    name: str
    samples: Sequence[Sample]


def sample_sets(folder: Path, *, split: Split, limit: int | None = None) -> Iterator[SampleSet]:
    """Yield the sets of a folder; development has the lines with even numbers (from 0), test the others."""
    for path in sorted(folder.glob("*/*.jsonl")):
        half = _records(path)[(0 if split is Split.DEV else 1) :: 2]
        found = [sample_of(record) for record in half]
        usable = [one for one in found if FEWEST_SENTENCES <= len(one.sentences) <= MOST_SENTENCES][:limit]
        if len(usable) >= FEWEST_DOCUMENTS:
            yield SampleSet(f"{path.parent.name} {path.stem}", usable)


def sample_of(record: dict[str, object], *, above: str = "") -> Sample:
    """Return the document of a line, with what stands above it, as the pipeline would read it."""
    text, language = above + str(record["text"]), str(record["lang"])
    spans = split_sentences(text, language=language)
    title = record.get("title")
    reading = Reading(text, spans, junk=junk_spans(text), language=language, title=str(title) if title else None)
    summaries = record["summaries"]
    assert isinstance(summaries, list)
    references = [tokens(summary) for summary in summaries]
    budget = round(sum(map(len, references)) / len(references))
    return Sample(
        reading, References(references), min(max(budget, LEAST_BUDGET), MOST_BUDGET), sentence_tokens(text, spans)
    )


def sentence_tokens(text: str, spans: Sequence[SentenceSpan]) -> list[list[str]]:
    """Return the tokens of each sentence."""
    return [tokens(text[span.start : span.end]) for span in spans]


def records(path: Path, *, split: Split) -> list[dict[str, object]]:
    """Return the half of a file's lines that a split may look at."""
    return _records(path)[(0 if split is Split.DEV else 1) :: 2]


def _records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
