"""Two annotations are compared mention by mention, and the sample to mark is the same for everyone."""

from pathlib import Path

import pytest

from training.corpus_agreement import Agreement, agreement, pairs, sample, spans_only
from training.corpus_text import FOLDER, SECOND, CorpusError, Sentence, files, parse, read

COUNTED = {"ar": 300}
OTHERS = 40


def annotated(*lines: str) -> list[Sentence]:
    return [Sentence("file.txt", number, 0, *parse(line, where="test")) for number, line in enumerate(lines, 1)]


def compared(first: str, second: str) -> Agreement:
    return agreement(list(pairs(annotated(first), annotated(second))))


@pytest.mark.parametrize(
    ("first", "second", "f1"),
    [
        ("[PER Ana] fue a [LOC Lima].", "[PER Ana] fue a [LOC Lima].", 1.0),
        ("[PER Ana] fue a [LOC Lima].", "[PER Ana] fue a Lima.", 2 / 3),
        ("[PER Ana Ruiz] durmió.", "[PER Ana] Ruiz durmió.", 0.0),
        ("[ORG Lima] ganó.", "[LOC Lima] ganó.", 0.0),
        ("Nadie ganó.", "Nadie ganó.", 1.0),
    ],
)
def test_a_mention_counts_only_with_the_same_span_and_label(first: str, second: str, f1: float) -> None:
    assert compared(first, second).f1 == pytest.approx(f1)


def test_which_annotator_is_the_first_does_not_matter() -> None:
    one, two = "[PER Ana] vio [ORG Televisa] en [LOC Lima].", "Ana vio [ORG Televisa] en Lima."
    assert compared(one, two).f1 == compared(two, one).f1


def test_without_labels_only_the_boundaries_count() -> None:
    both = list(pairs(annotated("[ORG Lima] ganó."), annotated("[LOC Lima] ganó.")))
    assert agreement(spans_only(both)).f1 == 1.0


def test_one_label_is_counted_by_itself() -> None:
    both = list(pairs(annotated("[PER Ana] vio [LOC Lima]."), annotated("[PER Ana] vio [ORG Lima].")))
    assert agreement(both, ("PER",)) == Agreement(sentences=1, first=1, second=1, equal=1)


def test_a_sentence_that_the_first_annotator_never_saw_is_refused() -> None:
    with pytest.raises(CorpusError, match="no such sentence"):
        list(pairs(annotated("Uno."), annotated("Dos.")))


def test_the_sample_depends_on_the_text_alone_and_keeps_its_order() -> None:
    lines = [f"Frase {number}." for number in range(50)]
    chosen = [sentence.text for sentence in sample(annotated(*lines), 10)]
    assert len(chosen) == 10
    assert chosen == sorted(chosen, key=lines.index)
    shuffled = annotated(*reversed(lines))
    assert {sentence.text for sentence in sample(shuffled, 10)} == set(chosen)


@pytest.mark.parametrize("path", sorted((FOLDER / SECOND).glob("*.txt")), ids=lambda path: path.stem)
def test_the_second_annotation_covers_its_sample(path: Path) -> None:
    language = path.stem
    first = [sentence for file in files(language) for sentence in read(file)]
    assert len(list(pairs(first, read(path)))) == COUNTED.get(language, OTHERS)
