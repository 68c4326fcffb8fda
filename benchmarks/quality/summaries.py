"""Summaries beside sumy and xberg: ROUGE at equal token budgets, Arabic headlines under junk, readers, speed."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.quality.bootstrap import macro_difference
from benchmarks.quality.summary_own import LANGUAGES, Judged, annotators, f1, judged
from benchmarks.quality.summary_sets import SampleSet, records, sample_of, sample_sets
from benchmarks.quality.summary_speed import length_table, speed_table
from benchmarks.quality.summary_systems import oracle, rankings, systems, xberg_order
from benchmarks.quality.table import Split, Table

Scores = Mapping[str, Sequence[float]]

_JUNK = """الرئيسية | أخبار | سياسة | اقتصاد | رياضة | ثقافة
الثلاثاء 14 أيار 2024 - 10:32
شارك عبر فيسبوك | تويتر | واتساب

"""


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield all tables; the agreement with readers is measured on the test run alone."""
    sets = list(sample_sets(data / "summarization", split=split))
    yield from _rouge_tables(sets)
    yield _headline_table(data, split=split)
    if split is Split.TEST:
        yield from map(_own_table, LANGUAGES)
    yield speed_table(sets)
    yield length_table(data)


def _rouge_tables(sets: Sequence[SampleSet]) -> Iterator[Table]:
    all_systems = {**dict(systems()), "oracle": oracle}
    pairs = {
        name: {one.name: [sample.references.scores(system(sample)) for sample in one.samples] for one in sets}
        for name, system in all_systems.items()
    }
    pairs["warraq without titles"] = {
        one.name: [sample.references.scores(all_systems["warraq"](sample.untitled())) for sample in one.samples]
        for one in sets
    }
    yield Table(
        "ROUGE-1 / ROUGE-2 by set",
        ["set", "documents", *all_systems],
        [[one.name, str(len(one.samples)), *(_both(pairs[name][one.name]) for name in all_systems)] for one in sets],
        [
            "F1 at equal token budgets (the length of the references, 50 to 150), documents of 4 to 150 sentences.",
            "sumy gets our sentences and tokens, so that only the choice is compared; xberg splits for itself.",
        ],
    )
    means: dict[str, Scores] = {
        name: {each: [sum(pair) / 2 for pair in scores] for each, scores in found.items()}
        for name, found in pairs.items()
    }
    yield Table(
        "Macro average over sets",
        ["system", "R1 / R2", "mean of both", "warraq is better by [95%]", "of sets better in"],
        [
            [name, _macro(pairs[name]), f"{_average(means[name]):.1f}", *_compared(means["warraq"], means[name])]
            for name in pairs
        ],
        [f"Paired bootstrap over the documents within each of the {len(sets)} sets, 2,000 draws."],
    )


def _headline_table(data: Path, *, split: Split) -> Table:
    lines = records(data / "summarization/ar/argen_headline.jsonl", split=split)
    clean = [one for one in map(sample_of, lines) if len(one.sentences) >= 4]
    dirty = [sample_of(line, above=_JUNK) for line in lines if len(sample_of(line).sentences) >= 4]
    rows = []
    for name, system in systems():
        scores = [[one.references.scores(system(one)) for one in samples] for samples in (clean, dirty)]
        lost = sum(map(sum, scores[0])) / 2 / len(clean) - sum(map(sum, scores[1])) / 2 / len(dirty)
        rows.append([name, _both(scores[0]), _both(scores[1]), f"{lost:.1f}"])
    return Table(
        "Arabic news against its headline",
        ["system", "R1 / R2", "with a menu, a date and a share line above", "points lost"],
        rows,
        [f"{len(clean)} documents; budget 50 tokens."],
    )


def _own_table(language: str) -> Table:
    documents = list(judged(language))
    orders = {name: [ranking(one.sample.untitled()) for one in documents] for name, ranking in rankings().items()}
    if find_spec("xberg"):
        orders["xberg"] = [xberg_order(one.sample, count=one.count) for one in documents]
    orders["warraq with the title"] = [rankings()["warraq"](one.sample) for one in documents]
    scores = {
        name: [one.agreement(order) for one, order in zip(documents, found, strict=True)]
        for name, found in orders.items()
    }
    rows = [
        [name, *_each_annotator(documents, orders[name]), f"{sum(found) / len(found):.1f}", *_ahead(scores, name)]
        for name, found in scores.items()
    ]
    return Table(
        f"Agreement with readers: {len(documents)} documents of our own ({language})",
        ["system", *(f"with {name}" for name in annotators()), "mean F1", "warraq is better by [95%]"],
        rows,
        [_between(documents)],
    )


def _each_annotator(documents: Sequence[Judged], orders: Sequence[Sequence[int]]) -> Iterator[str]:
    for name in annotators():
        found = [
            f1(frozenset(list(order)[: one.count]), one.choices[name])
            for one, order in zip(documents, orders, strict=True)
        ]
        yield f"{sum(found) / len(found):.1f}"


def _ahead(scores: Scores, name: str) -> list[str]:
    if name.startswith("warraq"):
        return ["–"]
    return [str(macro_difference({"all": scores["warraq"]}, {"all": scores[name]}))]


def _between(documents: Sequence[Judged]) -> str:
    names = annotators()
    pairs = [(one, other) for index, one in enumerate(names) for other in names[index + 1 :]]
    if not pairs:
        return "One annotator only: how far readers agree is not known."
    found = [f1(one.choices[first], one.choices[second]) for one in documents for first, second in pairs]
    return f"The annotators agree with each other in {sum(found) / len(found):.1f}."


def _both(scores: Sequence[tuple[float, float]]) -> str:
    one, two = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return f"{one:.1f} / {two:.1f}"


def _macro(pairs: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    sets = [[sum(column) / len(scores) for column in zip(*scores, strict=True)] for scores in pairs.values()]
    one, two = (sum(column) / len(sets) for column in zip(*sets, strict=True))
    return f"{one:.1f} / {two:.1f}"


def _average(scores: Scores) -> float:
    return sum(sum(found) / len(found) for found in scores.values()) / len(scores)


def _compared(ours: Scores, theirs: Scores) -> list[str]:
    if ours == theirs:
        return ["–", "–"]
    better = sum(sum(ours[name]) > sum(theirs[name]) for name in ours)
    return [str(macro_difference(ours, theirs)), f"{better} of {len(ours)}"]
