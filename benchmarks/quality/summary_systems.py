"""Systems that rank the sentences of a document: ours, the floors, the ceiling, and other people's software.

sumy cannot split many languages and its tokenizers want data from a network, so it gets our sentences and our tokens
through its own classes: what is compared is the choice, not the splitting. xberg takes whole texts and splits for
itself; its text is cut to the budget.
"""

import asyncio
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from benchmarks.quality.rouge import tokens
from benchmarks.quality.summary_sets import Sample
from schemas.options import SortBy, SummaryOptions
from workers.engines.summary_extractive import load

MOST_SENTENCES = 20

Ranking = Callable[[Sample], Sequence[int]]
System = Callable[[Sample], Sequence[str]]


def systems() -> Iterator[tuple[str, System]]:
    """Yield what says a summary within the budget, by name; what is not installed is left out."""
    for name, ranking in rankings().items():
        yield name, _saying(ranking)
    if find_spec("xberg"):
        yield "xberg", xberg_text


def rankings() -> Mapping[str, Ranking]:
    """Return what ranks sentences, by name."""
    found: dict[str, Ranking] = {"random": chance, "lead": lead}
    if find_spec("sumy"):
        found |= {f"sumy {name}": _sumy(name) for name in ("LexRank", "TextRank", "LSA")}
    return {**found, "warraq": extractive}


def extractive(sample: Sample) -> Sequence[int]:
    """Rank by our engine, asked for as many sentences as it gives."""
    places = {span.end: index for index, span in enumerate(sample.reading.sentences)}
    options = SummaryOptions(sentences=MOST_SENTENCES, sort_by=SortBy.RANK)
    summary = load().summarize(sample.reading, entities=(), options=options)
    chosen = summary.sentences if summary else ()
    return [places[span.end] for span in chosen if span.end in places]


def lead(sample: Sample) -> Sequence[int]:
    """The sentences from the beginning."""
    return range(len(sample.sentences))


def chance(sample: Sample) -> Sequence[int]:
    """The sentences in a random order."""
    return random.Random(len(sample.reading.text)).sample(lead(sample), len(sample.sentences))


def oracle(sample: Sample) -> Sequence[str]:
    """Return the best text that greedy choice finds when it sees the references: the ceiling of extraction."""
    chosen: list[int] = []
    best = 0.0
    while True:
        scored = [
            (sample.references.mean(sample.said([*chosen, index])), -index)
            for index in lead(sample)
            if index not in chosen
        ]
        score, index = max(scored, default=(0.0, 0))
        if score <= best:
            return sample.said(chosen)
        best = score
        chosen.append(-index)


def _saying(ranking: Ranking) -> System:
    return lambda sample: sample.said(ranking(sample))


def _sumy(name: str) -> Ranking:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers import lex_rank, lsa, text_rank

    summarizers = {
        "LexRank": lex_rank.LexRankSummarizer,
        "TextRank": text_rank.TextRankSummarizer,
        "LSA": lsa.LsaSummarizer,
    }
    summarizer = summarizers[name]()

    def ranked(sample: Sample) -> Sequence[int]:
        order: list[int] = []

        def in_order_of_rank(infos: Sequence[Any]) -> Sequence[Any]:
            order.extend(info.order for info in infos)
            return infos

        words = _Tokens(sample.sentences)
        said = [Sentence(str(index), words) for index in range(len(sample.sentences))]
        summarizer(ObjectDocumentModel([Paragraph(said)]), in_order_of_rank)
        return order

    return ranked


class _Tokens:
    """The tokenizer that sumy asks; a sentence is given to it as its number, so that equal ones stay apart."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self._sentences = sentences

    def to_words(self, number: str) -> Sequence[str]:
        return self._sentences[int(number)]


def xberg_text(sample: Sample) -> Sequence[str]:
    """Return the text of xberg's summary, asked for the budget and cut to it."""
    return tokens(xberg_summary(sample.reading.text, most_tokens=sample.budget))[: sample.budget]


def xberg_order(sample: Sample, *, count: int) -> Sequence[int]:
    """Return the `count` sentences that xberg takes: its limit of tokens is raised until so many are in its text."""
    low, high, found = 1, max(8, sum(map(len, sample.sentences)) * 3), list[int]()
    while low < high:
        middle = (low + high) // 2
        found = _contained(sample, xberg_summary(sample.reading.text, most_tokens=middle))
        low, high = (low, middle) if len(found) >= count else (middle + 1, high)
    return _contained(sample, xberg_summary(sample.reading.text, most_tokens=high))[:count]


def xberg_summary(text: str, *, most_tokens: int) -> str:
    """Return xberg's extractive summary of a plain text."""
    import xberg

    async def extracted() -> Any:
        given = xberg.ExtractInput(kind="bytes", bytes=text.encode(), mime_type="text/plain", filename="text.txt")
        config = xberg.SummarizationConfig(max_tokens=most_tokens)
        return await xberg.extract(given, xberg.ExtractionConfig(use_cache=False, summarization=config))

    summary = asyncio.run(extracted()).results[0].summary
    return str(summary.text) if summary else ""


def _contained(sample: Sample, summary: str) -> list[int]:
    joined = _spaced(summary)
    text = sample.reading.text
    return [
        index for index, span in enumerate(sample.reading.sentences) if _spaced(text[span.start : span.end]) in joined
    ]


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
