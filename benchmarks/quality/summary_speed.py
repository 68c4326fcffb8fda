"""Speed of summaries: CPU time of one process in one run, and how it grows with the length of the text."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from benchmarks.quality.summary_sets import Sample, records, sample_of, sentence_tokens
from benchmarks.quality.summary_systems import Ranking, chance, lead, rankings, xberg_text
from benchmarks.quality.table import Split, Table
from schemas.options import SummaryOptions
from workers.engines import Reading
from workers.engines.summary_extractive import load
from workers.text.sentences import split_sentences

CHARACTERS = range(1_500, 2_500)
DOCUMENTS = 120
LENGTHS = (250_000, 500_000, 1_000_000, 2_000_000)


def speed_table(samples: Sequence[Sample]) -> Table:
    """Return documents a second of each system on documents of about 2,000 characters."""
    fitting = [one for one in samples if len(one.reading.text) in CHARACTERS]
    chosen = fitting[:: max(1, len(fitting) // DOCUMENTS)][:DOCUMENTS]
    rates = {name: _rate(system, chosen) for name, system in _systems() if system not in (chance, lead)}
    slowest = rates.get("sumy LexRank")
    rows = [
        [name, f"{rate:,.0f}", f"{rate / slowest:.1f}" if slowest else "–"]
        for name, rate in sorted(rates.items(), key=lambda item: -item[1])
    ]
    characters = sum(len(one.reading.text) for one in chosen) / len(chosen)
    sentences = sum(len(one.sentences) for one in chosen) / len(chosen)
    notes = [
        f"{len(chosen)} documents of {characters:,.0f} characters and {sentences:.1f} sentences on average.",
        "Sentences are split beforehand, words are not; xberg takes the whole text and splits it itself.",
    ]
    return Table("Speed", ["system", "documents/s", "times sumy LexRank"], rows, notes)


def length_table(data: Path) -> Table:
    """Return the seconds that texts of growing length take."""
    path = data / "summarization/ru/sci_abstract.jsonl"
    text = "\n\n".join(str(record["text"]) for record in records(path, split=Split.DEV))
    while len(text) < LENGTHS[-1]:
        text += "\n\n" + text
    rows = []
    for length in LENGTHS:
        part = text[:length]
        reading = Reading(part, split_sentences(part, language="ru"), language="ru")
        started = time.process_time()
        load().summarize(reading, entities=(), options=SummaryOptions(sentences=5))
        seconds = time.process_time() - started
        rows.append([f"{length:,}", f"{len(reading.sentences):,}", f"{seconds:.2f}", f"{length / seconds / 1e6:.2f}"])
    return Table("Long texts", ["characters", "sentences", "seconds", "million characters a second"], rows)


def _systems() -> Iterator[tuple[str, Callable[[Sample], object]]]:
    for name, ranking in rankings().items():
        yield name, _with_words(ranking) if name.startswith("sumy") else ranking
    if find_spec("xberg"):
        yield "xberg", xberg_text


def _with_words(ranking: Ranking) -> Ranking:
    def ranked(sample: Sample) -> Sequence[int]:
        words = sentence_tokens(sample.reading.text, sample.reading.sentences)
        return ranking(replace(sample, sentences=words))

    return ranked


def _rate(system: Callable[[Sample], object], samples: Sequence[Sample]) -> float:
    system(samples[0])
    started = time.process_time()
    for sample in samples:
        system(sample)
    return len(samples) / (time.process_time() - started)


def first_samples(data: Path, *, split: Split) -> list[Sample]:
    """Return documents of four scripts to time."""
    found: list[Sample] = []
    for name in ("ar/argen_headline", "fr/orangesum", "en/bbc_headline", "vi/vietnews"):
        found += map(sample_of, records(data / f"summarization/{name}.jsonl", split=split))
    return found
