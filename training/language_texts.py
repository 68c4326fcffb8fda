"""The labelled texts that the language detector is fitted on: development lines of the test data of lingua-py.

DATA has `sentences/`, `word-pairs/` and `single-words/` with one file `<language>.txt` each, one text a line. Of every
ten lines 1-6 teach the distinctions, 7 and 8 the weights, 9 measures, and 0 is the test.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.language_models import in_latin_letters
from workers.engines.language_letters import words_in_script, words_only
from workers.engines.language_scripts import SHARED_SCRIPTS, is_written_in, script_weights
from workers.engines.language_words import word_votes

KINDS = ("sentences", "word-pairs", "single-words")
DISTINCTION_LINES, WEIGHT_LINES, MEASURED_LINES = (1, 2, 3, 4, 5, 6), (7, 8), (9,)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of one text, all of one script, and its language."""

    tag: str
    words: str
    script: str
    kind: str


def labelled(data: Path, lines: Sequence[int]) -> Iterator[Labelled]:
    """Yield the texts whose language cannot be told by their script, Serbian ones also in Latin letters."""
    for kind in KINDS:
        for file in sorted((data / kind).glob("*.txt")):
            texts = file.read_text(encoding="utf-8").splitlines()
            chosen = (text for number, text in enumerate(texts) if number % 10 in lines)
            yield from (case for text in chosen for case in _cases(file.stem, text, kind) if _is_credible(case))


def _cases(tag: str, text: str, kind: str) -> Iterator[Labelled]:
    yield from _case(tag, text, kind)
    if tag == "sr":
        yield from _case(tag, in_latin_letters(text), kind)


def _case(tag: str, text: str, kind: str) -> Iterator[Labelled]:
    words = words_only(text)
    scripts = script_weights(words)
    script = max(scripts, key=scripts.__getitem__, default=None)
    if script in SHARED_SCRIPTS and script != "Hani" and is_written_in(tag, script=script):
        yield Labelled(tag, words_in_script(words, script=script), script, kind)


def _is_credible(case: Labelled) -> bool:
    """Most of the Malay file is Indonesian; only lines with words that Malay alone has are believed."""
    return case.tag != "ms" or word_votes(case.words.casefold().split(), languages=["ms"])["ms"] > 0
