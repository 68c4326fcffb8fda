"""Language detection beside lingua, pycld2 and py3langid in one run.

Public texts are lingua's test data and the Universal Declaration of Human Rights; noise, mixed documents and romanised
texts are of our own. Every system answers every text alone, so that its CPU time can be measured.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.quality.language_scores import (
    Scored,
    area_under_risk,
    calibration_error,
    percent_right,
    percent_undetermined,
    risk_at,
    scored,
)
from benchmarks.quality.language_sets import (
    KINDS,
    Case,
    declaration_cases,
    lingua_cases,
    mixed_documents,
    own_cases,
)
from benchmarks.quality.language_systems import System, systems
from benchmarks.quality.table import Split, Table

# Sister languages of lingua's sentences and of the Declaration.
CLOSE = ("bs", "hr", "sr", "ms", "id", "nb", "nn", "da", "cs", "sk", "bg", "mk", "be", "uk", "ru", "ca", "es", "pt")
DECLARED_CLOSE = ("bs", "hr", "sr-latn", "ckb", "ps", "fa", "ur", "ug", "ne", "hi", "gl", "es", "af", "nl")
# What each kind of the romanised set is to be called.
ROMANISED = {f"arabizi-{dialect}": "ar" for dialect in ("egyptian", "levantine", "gulf", "maghrebi")} | {
    kind: kind for kind in ("ms", "id", "bs", "hr", "sr-Latn")
}
ROMANISED["hinglish"] = "hi"


@dataclass(frozen=True, slots=True)
class Run:
    """What one system made of some cases, and the CPU seconds that it took."""

    cases: Sequence[Case]
    results: Sequence[Scored]
    seconds: float

    def of(self, tag: str) -> list[Scored]:
        """Return the results of one language or kind."""
        return [result for case, result in zip(self.cases, self.results, strict=True) if case.tag == tag]


Runs = Mapping[str, Run]


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield accuracy and speed, calibration, sister languages, mixed documents; on test also the sets that are only that."""
    asked = list(systems())
    by_kind = {kind: _runs(asked, list(lingua_cases(data, kind, split=split))) for kind in KINDS}
    yield _accuracy(by_kind)
    yield from (_calibration(KINDS[kind], runs) for kind, runs in by_kind.items())
    yield _by_tag("Sister languages in lingua's sentences, per cent right", by_kind["sentences"], CLOSE)
    yield _mixed(asked, data, split=split)
    if split is Split.TEST:
        declared = _runs(asked, list(declaration_cases(data)))
        yield _declaration(declared)
        yield _by_tag("Sister languages in the Declaration, per cent right", declared, DECLARED_CLOSE)
        yield _noise(_runs(asked, list(own_cases("noise"))))
        yield _by_tag("Romanised and sister varieties of our own, per cent right", _romanised(asked), list(ROMANISED))


def _runs(asked: Sequence[System], cases: Sequence[Case], *, tag_of: Callable[[str], str] = str) -> Runs:
    return {system.name: _run(system, cases, tag_of=tag_of) for system in asked}


def _run(system: System, cases: Sequence[Case], *, tag_of: Callable[[str], str]) -> Run:
    started = time.process_time()
    answers = [system.answer(case.text) for case in cases]
    seconds = time.process_time() - started
    return Run(cases, scored([tag_of(case.tag) for case in cases], answers), seconds)


def _romanised(asked: Sequence[System]) -> Runs:
    return _runs(asked, list(own_cases("romanised")), tag_of=ROMANISED.__getitem__)


def _accuracy(by_kind: Mapping[str, Runs]) -> Table:
    sentences = by_kind["sentences"]
    fastest = {name: len(run.cases) / run.seconds for name, run in sentences.items()}
    return Table(
        "Lingua's test data, 75 languages, per cent right",
        ["system", *KINDS.values(), "sentences without ms", "sentences/s"],
        [
            [
                name,
                *(f"{percent_right(runs[name].results):.1f}" for runs in by_kind.values()),
                f"{percent_right(_without(sentences[name], 'ms')):.1f}",
                f"{fastest[name]:,.0f}",
            ]
            for name in sentences
        ],
        [
            f"{len(next(iter(sentences.values())).cases):,} sentences; nb and nn count as one, since rivals have only `no`.",
            "Most of the Malay file is Indonesian, so a column leaves it out. `und` is wrong.",
        ],
    )


def _without(run: Run, tag: str) -> list[Scored]:
    return [result for case, result in zip(run.cases, run.results, strict=True) if case.tag != tag]


def _calibration(kind: str, runs: Runs) -> Table:
    return Table(
        f"Confidence in {kind}",
        ["system", "calibration error", "wrong at 80%", "at 90%", "at 95%", "mean of the curve", "`und`"],
        [
            [
                name,
                f"{calibration_error(run.results):.1f}",
                *(f"{risk_at(run.results, coverage=share):.1f}" for share in (0.8, 0.9, 0.95)),
                f"{area_under_risk(run.results):.2f}",
                f"{percent_undetermined(run.results):.1f}",
            ]
            for name, run in runs.items()
        ],
        ["Per cent. Error over 15 bins of equal mass; wrong answers among that share of all texts, the surest first."],
    )


def _by_tag(title: str, runs: Runs, tags: Sequence[str]) -> Table:
    return Table(
        title,
        ["system", *tags],
        [
            [name, *(f"{percent_right(its):.0f}" if (its := run.of(tag)) else "–" for tag in tags)]
            for name, run in runs.items()
        ],
    )


def _declaration(runs: Runs) -> Table:
    languages = {case.tag for case in next(iter(runs.values())).cases}
    by_language = {name: [percent_right(run.of(tag)) for tag in languages] for name, run in runs.items()}
    return Table(
        f"Universal Declaration of Human Rights, {len(languages)} languages and scripts, per cent right",
        ["system", "paragraphs", "mean of languages", "languages above 90%"],
        [
            [
                name,
                f"{percent_right(run.results):.1f}",
                f"{mean(by_language[name]):.1f}",
                str(sum(share > 90 for share in by_language[name])),
            ]
            for name, run in runs.items()
        ],
    )


def _noise(runs: Runs) -> Table:
    return Table(
        f"{len(next(iter(runs.values())).cases)} strings in no language, per cent answered `und` or `zxx`",
        ["system", "refused"],
        [[name, f"{percent_undetermined(run.results):.1f}"] for name, run in runs.items()],
    )


def _mixed(asked: Sequence[System], data: Path, *, split: Split) -> Table:
    documents = list(mixed_documents(data, split=split))
    rows = []
    for system in asked:
        if system.divide is None:
            continue
        started = time.process_time()
        found = [system.divide(document.text) for document in documents]
        seconds = time.process_time() - started
        pairs = [
            pair
            for tags, document in zip(found, documents, strict=True)
            for pair in zip(tags, document.tags, strict=True)
        ]
        right = sum(one == other for one, other in pairs)
        rows.append([system.name, f"{100 * right / len(pairs):.1f}", f"{len(pairs) / seconds / 1e6:.3f}"])
    return Table(
        f"{len(documents)} mixed documents",
        ["system", "characters with the right tag, per cent", "million characters/s"],
        rows,
        ["Ours with its own sentences. Development joins lingua's sentences; the test documents are of our own."],
    )
