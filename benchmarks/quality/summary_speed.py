"""Speed of summaries: CPU time of one process in one run, and how it grows with the length of the text."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from benchmarks.quality.summary_sets import Sample, SampleSet, records, sentence_tokens
from benchmarks.quality.summary_systems import Ranking, rankings, xberg_text
from benchmarks.quality.table import Split, Table
from schemas.options import SummaryOptions
from workers.engines import Reading
from workers.engines.summary_extractive import load
from workers.text.sentences import split_sentences

CHARACTERS = range(1_500, 2_500)
DOCUMENTS = 120
# Other work on the machine slows down whoever is measured at the time: the best of these counts for each document.
ROUNDS = 5
LENGTHS = (250_000, 500_000, 1_000_000, 2_000_000)


def speed_table(sets: Sequence[SampleSet]) -> Table:
    """Return documents a second of each system on documents of about 2,000 characters of all sets."""
    fitting = [sample for one in sets for sample in one.samples if len(sample.reading.text) in CHARACTERS]
    chosen = fitting[:: max(1, len(fitting) // DOCUMENTS)][:DOCUMENTS]
    rates = _rates(dict(_systems()), chosen)
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
        if name.startswith("sumy"):
            yield name, _with_words(ranking)
    yield "warraq", lambda sample: load().summarize(sample.reading, entities=(), options=SummaryOptions())
    if find_spec("xberg"):
        yield "xberg", xberg_text


def _with_words(ranking: Ranking) -> Ranking:
    def ranked(sample: Sample) -> Sequence[int]:
        words = sentence_tokens(sample.reading.text, sample.reading.sentences)
        return ranking(replace(sample, sentences=words))

    return ranked


def _rates(systems: Mapping[str, Callable[[Sample], object]], samples: Sequence[Sample]) -> dict[str, float]:
    best = {name: [float("inf")] * len(samples) for name in systems}
    for _ in range(ROUNDS):
        for name, system in systems.items():
            best[name] = [min(known, _seconds(system, one)) for known, one in zip(best[name], samples, strict=True)]
    return {name: len(samples) / sum(seconds) for name, seconds in best.items()}


def _seconds(system: Callable[[Sample], object], sample: Sample) -> float:
    started = time.process_time()
    system(sample)
    return time.process_time() - started
