"""Fit `workers/engines/data/language_distinctions.bin`: what corrects the likelihoods of languages.

    python -m training.fit_language_distinctions DATA

DATA and its lines are those of `training/language_texts.py`. Multinomial logistic regression whose offset is the
likelihood of the runs, by AdaGrad (Duchi and others 2011); 5 minutes and 2 GB. It needs scipy, which nothing else here
does: `pip install scipy`.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from training.language_texts import DISTINCTION_LINES, KINDS, MEASURED_LINES, Labelled, labelled
from workers.engines.language_distinctions import FILE, ROW_BITS, rows_of
from workers.engines.language_hashing import runs_of
from workers.engines.language_ngrams import load_ngrams
from workers.engines.language_scripts import is_written_in
from workers.engines.language_tables import Table, write_table

ROUNDS, BATCH, RATE, DECAY, SEED = 8, 4096, 0.05, 1e-6, 1
_NEVER = -1e4

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts as numbers: their features and the likelihoods of all languages, both divided as at run time."""

    features: csr_matrix
    likelihoods: Floats
    languages: NDArray[np.intp]
    kinds: Sequence[str]


def main() -> None:
    """Fit the matrix, print how often it is right after each round, and write it."""
    data, languages = Path(sys.argv[1]), load_ngrams().languages
    fitted = _examples(list(labelled(data, DISTINCTION_LINES)), languages)
    measured = _examples(list(labelled(data, MEASURED_LINES)), languages)
    print(f"{len(fitted.languages)} texts, {fitted.features.nnz} features, without: {_right(measured, None)}")
    rows = _fit(fitted, measured)
    unit = float(np.abs(rows).max()) / 127
    table = Table({"languages": languages, "unit": unit}, {"rows": np.round(rows / unit).astype(np.int8)})
    write_table(FILE, table)


def _examples(cases: Sequence[Labelled], languages: Sequence[str]) -> Examples:
    ngrams = load_ngrams()
    rows, scales, likelihoods = [], [], np.empty((len(cases), len(languages)), dtype=np.float32)
    for number, case in enumerate(cases):
        runs = runs_of(case.words)
        scales.append(1 / np.sqrt(1 + runs.is_letter.sum()))
        likelihoods[number] = ngrams.ask(runs).sums * -scales[-1]
        likelihoods[number, [not is_written_in(language, script=case.script) for language in languages]] = _NEVER
        rows.append(rows_of(runs).astype(np.int32))
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    values = np.repeat(np.array(scales, dtype=np.float32), np.diff(ends))
    features = csr_matrix((values, np.concatenate(rows), ends), shape=(len(rows), 1 << ROW_BITS))
    features.sum_duplicates()
    return Examples(
        features, likelihoods, np.array([languages.index(case.tag) for case in cases]), [case.kind for case in cases]
    )


def _fit(examples: Examples, measured: Examples) -> Floats:
    rows = np.zeros((1 << ROW_BITS, examples.likelihoods.shape[1]), dtype=np.float32)
    squares = np.zeros_like(rows)
    dice = np.random.default_rng(SEED)
    for number in range(ROUNDS):
        order = dice.permutation(len(examples.languages))
        for batch in np.array_split(order, len(order) // BATCH):
            features = examples.features[batch]
            errors = _chances(examples.likelihoods[batch] + features @ rows)
            errors[np.arange(len(batch)), examples.languages[batch]] -= 1
            slope = features.T @ (errors / len(batch)) + DECAY * rows
            squares += slope**2
            rows -= RATE * slope / (np.sqrt(squares) + 1e-7)
        print(f"round {number + 1}: {_right(measured, rows)}", flush=True)
    return rows


def _chances(logits: Floats) -> Floats:
    masses = np.exp(logits - logits.max(axis=1, keepdims=True))
    return masses / masses.sum(axis=1, keepdims=True)


def _right(examples: Examples, rows: Floats | None) -> str:
    """How many texts of each kind are right, in per cent."""
    logits = examples.likelihoods if rows is None else examples.likelihoods + examples.features @ rows
    hits, kinds = logits.argmax(axis=1) == examples.languages, np.array(examples.kinds)
    return ", ".join(f"{kind} {100 * hits[kinds == kind].mean():.2f}" for kind in KINDS)


if __name__ == "__main__":
    main()
