"""Quality of summaries: ROUGE of the extractive engine against lead and chance, on a folder of JSONL files.

    python benchmarks/quality/summaries.py FOLDER [DOCUMENTS_PER_SET]

Each line is {"text", "summaries", "lang"} and perhaps "title"; each file is a set. Every system is cut to the same
number of tokens, that of the references between 50 and 150, as otherwise the longer summary wins. Averages are over
sets, not documents.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from schemas import SortBy, SummaryOptions
from workers.engines import Reading
from workers.engines.summary_extractive import load
from workers.text.folding import search_key
from workers.text.sentences import split_sentences

_DENSE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(rf"(?V1)[{_DENSE}]|[[\p{{L}}\p{{M}}\p{{N}}]--[{_DENSE}]]+")
_FEWEST_SENTENCES, _MOST_SENTENCES = 4, 150


@dataclass(frozen=True, slots=True)
class Sample:
    """A document with its reference summaries, and how many tokens a system may say."""

    reading: Reading
    references: Sequence[Sequence[str]]
    budget: int

    def sentence(self, index: int) -> str:
        span = self.reading.sentences[index]
        return self.reading.text[span.start : span.end]


System = Callable[[Sample], Iterable[int]]


def extractive(sample: Sample) -> Iterable[int]:
    """The engine, asked for more sentences than the budget holds."""
    places = {span.start: index for index, span in enumerate(sample.reading.sentences)}
    options = SummaryOptions(sentences=12, sort_by=SortBy.RANK)
    summary = load().summarize(sample.reading, entities=(), options=options)
    chosen = summary.sentences if summary else ()
    return [place for span in chosen if (place := places.get(span.start)) is not None]


def lead(sample: Sample) -> Sequence[int]:
    """The sentences from the beginning."""
    return range(len(sample.reading.sentences))


def chance(sample: Sample) -> Iterable[int]:
    """The sentences in a random order."""
    return random.Random(len(sample.reading.text)).sample(lead(sample), len(sample.reading.sentences))


SYSTEMS: dict[str, System] = {"chance": chance, "lead": lead, "extractive": extractive}


def tokens(text: str) -> list[str]:
    """Words, or characters where a script writes no spaces, in their search key."""
    return [match.group() for match in _TOKEN.finditer(search_key(text))]


def said(sample: Sample, order: Iterable[int]) -> list[str]:
    """The tokens of the sentences in their order of rank up to the budget, in document order."""
    left, kept = sample.budget, dict[int, list[str]]()
    for index in order:
        if left <= 0:
            break
        kept[index] = tokens(sample.sentence(index))[:left]
        left -= len(kept[index])
    return [token for index in sorted(kept) for token in kept[index]]


def rouge(summary: Sequence[str], references: Sequence[Sequence[str]], *, size: int) -> float:
    """ROUGE-N F1, the mean over the references."""

    def grams(words: Sequence[str]) -> Counter[tuple[str, ...]]:
        return Counter(zip(*(words[start:] for start in range(size)), strict=False))

    ours = grams(summary)
    scores = []
    for theirs in map(grams, references):
        both = (ours & theirs).total()
        scores.append(2 * both / (ours.total() + theirs.total()) if both else 0.0)
    return sum(scores) / len(scores)


def samples(path: Path, *, limit: int) -> Iterator[Sample]:
    """The first documents of a set that have between 4 and 150 sentences."""
    found = 0
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        record = json.loads(line)
        spans = split_sentences(record["text"], language=record["lang"])
        if found < limit and _FEWEST_SENTENCES <= len(spans) <= _MOST_SENTENCES:
            found += 1
            references = [tokens(summary) for summary in record["summaries"]]
            budget = round(sum(map(len, references)) / len(references))
            reading = Reading(record["text"], spans, language=record["lang"], title=record.get("title"))
            yield Sample(reading, references, min(max(budget, 50), 150))


def main(folder: Path, *, limit: int) -> None:
    """Print R1/R2 of each system for each set, their macro averages, and the engine's speed."""
    totals: dict[str, list[tuple[float, float]]] = {name: [] for name in SYSTEMS}
    print("| set | documents |", " | ".join(SYSTEMS), "|")
    for path in sorted(folder.glob("*/*.jsonl")):
        found = list(samples(path, limit=limit))
        for name, system in SYSTEMS.items() if found else ():
            summaries = [(said(sample, system(sample)), sample.references) for sample in found]
            one, two = (sum(rouge(*pair, size=size) for pair in summaries) / len(found) for size in (1, 2))
            totals[name].append((100 * one, 100 * two))
        if found:
            cells = " | ".join("{:.1f}/{:.1f}".format(*totals[name][-1]) for name in SYSTEMS)
            print(f"| {path.parent.name}/{path.stem} | {len(found)} | {cells} |")
    macro = (tuple(sum(column) / len(column) for column in zip(*totals[name], strict=True)) for name in SYSTEMS)
    print("| macro | |", " | ".join("{:.1f}/{:.1f}".format(*average) for average in macro), "|")


if __name__ == "__main__":
    started = time.process_time()
    main(Path(sys.argv[1]), limit=int(sys.argv[2]) if len(sys.argv) > 2 else 40)
    print(f"{time.process_time() - started:.0f} s of CPU")
