"""How far two annotators of `training/corpus/` agree: the sample that the second one marks, and the comparison.

python -m training.corpus_agreement                        the table of all languages that were marked twice
python -m training.corpus_agreement --bare LANGUAGE COUNT  the sentences to mark, without the first annotator's marks
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from training.corpus_text import FOLDER, LABELS, SECOND, CorpusError, Mention, Sentence, files, read


@dataclass(frozen=True, slots=True)
class Agreement:
    """Mentions of the first annotator, of the second, and those that both have with the same span and label."""

    sentences: int
    first: int
    second: int
    equal: int

    @property
    def f1(self) -> float:
        """Strict F1, which is symmetric: neither annotator is the right one; 1.0 where neither marks anything."""
        marked = self.first + self.second
        return 2 * self.equal / marked if marked else 1.0


Pair = tuple[frozenset[Mention], frozenset[Mention]]


def sample(sentences: Iterable[Sentence], count: int) -> list[Sentence]:
    """Return so many sentences, chosen by a checksum of their text and so alike for everyone, in their order."""
    listed = list(sentences)
    chosen = sorted(range(len(listed)), key=lambda place: (crc32(listed[place].text.encode()), place))[:count]
    return [listed[place] for place in sorted(chosen)]


def pairs(first: Iterable[Sentence], second: Iterable[Sentence]) -> Iterator[Pair]:
    """Yield both annotators' mentions of each sentence of the second; raises CorpusError for one the first lacks."""
    known = {sentence.text: frozenset(sentence.mentions) for sentence in first}
    for sentence in second:
        if sentence.text not in known:
            raise CorpusError(f"{sentence.file}:{sentence.line}: no such sentence in the first annotation")
        yield known[sentence.text], frozenset(sentence.mentions)


def agreement(compared: Sequence[Pair], labels: Sequence[str] = LABELS) -> Agreement:
    """Return the counts over mentions of these labels."""
    counts: Counter[str] = Counter()
    for one, two in compared:
        wanted = [{mention for mention in marks if mention.label in labels} for marks in (one, two)]
        counts["first"] += len(wanted[0])
        counts["second"] += len(wanted[1])
        counts["equal"] += len(wanted[0] & wanted[1])
    return Agreement(len(compared), counts["first"], counts["second"], counts["equal"])


def spans_only(compared: Iterable[Pair]) -> list[Pair]:
    """Return the pairs with all labels alike, to tell errors of boundaries from errors of labels."""
    return [
        (
            frozenset(Mention(mention.start, mention.end, LABELS[0]) for mention in one),
            frozenset(Mention(mention.start, mention.end, LABELS[0]) for mention in two),
        )
        for one, two in compared
    ]


def _language(name: str) -> list[Sentence]:
    return [sentence for path in files(name) for sentence in read(path)]


def _rows(folder: Path) -> Iterator[str]:
    yield "| language | sentences | mentions first / second | F1 | spans only | " + " | ".join(LABELS) + " |"
    yield "|---" * (5 + len(LABELS)) + "|"
    for path in sorted(folder.glob("*.txt")):
        compared = list(pairs(_language(path.stem), read(path)))
        whole = agreement(compared)
        cells = [whole.f1, agreement(spans_only(compared)).f1]
        cells += [agreement(compared, (label,)).f1 for label in LABELS]
        figures = " | ".join(f"{cell:.1%}" for cell in cells)
        yield f"| {path.stem} | {whole.sentences} | {whole.first} / {whole.second} | {figures} |"


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bare", nargs=2, metavar=("LANGUAGE", "COUNT"), help="print the sentences to mark")
    bare = parser.parse_args().bare
    if bare:
        print("\n".join(sentence.text for sentence in sample(_language(bare[0]), int(bare[1]))))
        return
    print("\n".join(_rows(FOLDER / SECOND)))


if __name__ == "__main__":
    main()
