"""Sentence boundaries on fifteen treebanks of Universal Dependencies, beside icu4py and sentencex in one run.

    WARRAQ_DATA=FOLDER python -m benchmarks.quality.sentences LANGUAGE

prints what differs from the dev file. The sentences of a file become documents of thirty, joined by a blank, by nothing
where the treebank says that no space follows, and by an empty line between paragraphs. Longer documents would be unjust
to sentencex, which loses what follows an unclosed quotation mark. Two files mark every sentence as a paragraph
(Arabic, Japanese): theirs are joined by a blank and, as Japanese is written, by nothing.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.quality.table import Split, Table
from workers.text.language_guess import guess_language
from workers.text.sentences import sentence_spans

TREEBANKS: Mapping[str, str] = {
    "ar": "ar_pud", "de": "de_gsd", "el": "el_gdt", "en": "en_gum", "es": "es_gsd", "fa": "fa_seraji", "fr": "fr_gsd",
    "hi": "hi_pud", "hy": "hy_armtdp", "ja": "ja_gsd", "ru": "ru_gsd", "tr": "tr_imst", "ur": "ur_udtb",
    "zh": "zh_gsdsimp", "th": "th_pud",
}  # fmt: skip
# Their sentences are all paragraphs of their own, which says nothing about the text; joined by this instead.
LONE_SENTENCES = {"ar": " ", "ja": ""}
SENTENCES_OF_A_DOCUMENT = 30
PASSES = 5

# Start, end, and whatever else a splitter says.
Spans = Sequence[tuple[int, ...]]
Splitter = Callable[[str, str], Spans]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and where its sentences end, the last one left out."""

    text: str
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """What one splitter made of a treebank: F1 in per cent, CPU seconds, and the UTF-8 bytes that it read."""

    f1: float
    seconds: float
    size_bytes: int


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield F1 for each language that has a file, and the speed of every splitter."""
    treebanks = {
        language: list(passages(file, language))
        for language in TREEBANKS
        if (file := _file(data, language, split)).exists()
    }
    yield Table(
        title="F1 of sentence ends, per cent",
        columns=["splitter", *treebanks, "mean without th", "mean", "MB/s"],
        rows=[_row(name, splitter, treebanks) for name, splitter in splitters()],
        notes=[
            f"Documents of {SENTENCES_OF_A_DOCUMENT} sentences; a boundary inside of one counts where its position is exact.",
            "Arabic, Hindi and Thai have a test file only.",
        ],
    )


def passages(file: Path, language: str) -> Iterator[Passage]:
    """Yield the documents of a file: a line is a sentence, an empty line parts paragraphs, a last tab forbids a blank."""
    text, ends, parting = "", list[int](), LONE_SENTENCES.get(language, "\n\n")
    for paragraph in file.read_text("utf-8").strip("\n").split("\n\n"):
        for line in paragraph.split("\n"):
            text += line.rstrip("\t ")
            ends.append(len(text))
            text += "" if line.endswith("\t") else " "
            if len(ends) == SENTENCES_OF_A_DOCUMENT:
                yield Passage(text.rstrip(), frozenset(ends[:-1]))
                text, ends = "", []
        text = text.rstrip() + parting if text else ""
    if ends:
        yield Passage(text.rstrip(), frozenset(ends[:-1]))


def splitters() -> Iterator[tuple[str, Splitter]]:
    """Yield ours with and without the language, then the rivals that are installed."""
    yield "warraq", warraq
    yield "warraq, language guessed", lambda text, _: warraq(text, guess_language(text))
    for name, load in (("icu4py", _icu), ("sentencex", _sentencex)):
        try:
            yield name, load()
        except ImportError:
            yield f"{name} (absent)", lambda *_: ()


def warraq(text: str, language: str | None) -> Spans:
    """Return our sentences as plain spans, as the rivals do."""
    return sentence_spans(text, language=language)


def _icu() -> Splitter:
    from icu4py.breakers import SentenceBreaker

    return lambda text, language: list(SentenceBreaker(text, language).segments())


def _sentencex() -> Splitter:
    from sentencex import get_sentence_boundaries

    def split(text: str, language: str) -> Spans:
        return [(found["start_index"], found["end_index"]) for found in get_sentence_boundaries(language, text)]

    return split


def ends_of(spans: Spans, passage: Passage) -> frozenset[int]:
    """Return where the spans that show anything end, but for the end of the text."""
    text = passage.text
    ends = {start + len(visible) for start, end, *_ in spans if (visible := text[start:end].rstrip())}
    return frozenset(ends - {len(text)})


def scored(splitter: Splitter, language: str, treebank: Sequence[Passage]) -> Score:
    """Measure a splitter on a treebank; its time is that of the fastest of several passes, after tables are loaded."""
    seconds = float("inf")
    for _ in range(PASSES):
        started = time.process_time()
        found = [splitter(passage.text, language) for passage in treebank]
        seconds = min(seconds, time.process_time() - started)
    given = [ends_of(spans, passage) for spans, passage in zip(found, treebank, strict=True)]
    right = sum(len(ends & passage.ends) for ends, passage in zip(given, treebank, strict=True))
    counted = sum(len(ends) + len(passage.ends) for ends, passage in zip(given, treebank, strict=True))
    return Score(200 * right / (counted or 1), seconds, sum(len(passage.text.encode()) for passage in treebank))


def _row(name: str, splitter: Splitter, treebanks: Mapping[str, Sequence[Passage]]) -> list[str]:
    scores = {language: scored(splitter, language, treebank) for language, treebank in treebanks.items()}
    without_thai = mean(score.f1 for language, score in scores.items() if language != "th")
    speed = sum(score.size_bytes for score in scores.values()) / sum(score.seconds for score in scores.values()) / 1e6
    means = (without_thai, mean(score.f1 for score in scores.values()))
    return [name, *(f"{score.f1:.1f}" for score in scores.values()), *(f"{one:.2f}" for one in means), f"{speed:.1f}"]


def _file(data: Path, language: str, split: Split) -> Path:
    return data / "language" / "sentences" / f"{TREEBANKS[language]}-ud-{split}.txt"


def main(language: str) -> None:
    """Print each wrong end of a dev file: < is missed, > is too much."""
    for passage in passages(_file(Path(os.environ["WARRAQ_DATA"]), language, Split.DEV), language):
        found = ends_of(warraq(passage.text, language), passage)
        for end in sorted(found ^ passage.ends):
            around = passage.text[max(0, end - 60) : end], passage.text[end : end + 40]
            print(f" {'>' if end in found else '<'} ".join(around).replace("\n", "\\n"))


if __name__ == "__main__":
    main(sys.argv[1])
