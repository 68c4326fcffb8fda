"""Fit `workers/engines/data/language_weights.json`: how much each feature of language evidence counts.

    python -m training.fit_language_weights DATA

DATA and its lines are those of `training/language_texts.py`. Nothing but the few dozen fitted numbers and the digests
of the tables that they were fitted with enter the repository.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, astuple, fields
from pathlib import Path

import numpy as np

from training.language_noise import noise
from training.language_texts import WEIGHT_LINES, labelled
from workers.engines import language_distinctions, language_ngrams
from workers.engines.language_cld2 import KNOWN, ask_cld2
from workers.engines.language_evidence import NO_LANGUAGE, Evidence, Features, weigh
from workers.engines.language_letters import words_only
from workers.engines.language_likelihood import LanguageTables, load_language_tables
from workers.engines.language_tables import sha256_of
from workers.engines.language_weights import WEIGHTS_FILE

EDGES = (8, 14, 24, 45, 90)
# In one text of so many its language is hidden from the likelihoods, so that weights are learnt for those that only
# CLD2 knows.
HIDDEN_EVERY = 8
NOISE_COUNT, SEED = 1_000, 7
# Set by hand: the data has no text in a rare language, so the best fit would be never to answer one.
RARE_WEIGHT = -2.0
NAMES = [field.name for field in fields(Features)]
STEPS, SLOWER_AFTER, RATE, DECAY = 600, 300, 0.1, 1e-3

Example = tuple[str, Evidence]


def main() -> None:
    """Fit one row of weights for each range of lengths and write them."""
    examples = list(_examples(Path(sys.argv[1]), load_language_tables()))
    ranges = [sum(evidence.letters > edge for edge in EDGES) for _, evidence in examples]
    rows = [
        _fit([example for example, its in zip(examples, ranges, strict=True) if its == wanted])
        for wanted in range(len(EDGES) + 1)
    ]
    tables = {file.name: sha256_of(file) for file in (language_ngrams.FILE, language_distinctions.FILE)}
    content = {"edges": EDGES, "rows": rows, "tables": tables}
    WEIGHTS_FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} examples")


def _examples(data: Path, tables: LanguageTables) -> Iterator[Example]:
    texts = [(case.tag, case.words, case.script) for case in labelled(data, WEIGHT_LINES)]
    texts += [(NO_LANGUAGE, words_only(string), script) for string, script in noise(NOISE_COUNT, seed=SEED)]
    for number, (tag, words, script) in enumerate(texts):
        certain = ask_cld2(words, script=script, must_guess=False)
        if certain.lone_language(words) is not None:
            continue
        likely = tables.ask(words, script=script)
        if number % HIDDEN_EVERY == 0 and tag in KNOWN:
            likely = likely.without(tag)
        evidence = weigh(words, script=script, likely=likely, certain=certain)
        if tag in evidence.features:
            yield tag, evidence


def _fit(examples: list[Example]) -> dict[str, float]:
    """Maximize the likelihood of the labels by Adam (Kingma and Ba 2014), with a little weight decay."""
    values, absent, right = _arrays(examples)
    weights = np.array([1.0, 1.0, 1.0, 0.0, 1.0, 1.0, -1.0, -0.5, 0.5, 0.0, RARE_WEIGHT])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = values @ weights + absent
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        expected = np.einsum("nk,nkf->nf", chances, values)
        slope = (values[np.arange(len(right)), right] - expected).mean(axis=0) - DECAY * weights
        slope[NAMES.index("rare")] = 0.0
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = RATE if step <= SLOWER_AFTER else RATE / 3
        weights = weights + rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return asdict(Features(*(round(float(weight), 3) for weight in weights)))


def _arrays(examples: list[Example]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    widest = max(len(evidence.features) for _, evidence in examples)
    values = np.zeros((len(examples), widest, len(NAMES)))
    absent = np.full((len(examples), widest), -1e9)
    right = np.zeros(len(examples), dtype=int)
    for row, (tag, evidence) in enumerate(examples):
        values[row, : len(evidence.features)] = [astuple(features) for features in evidence.features.values()]
        absent[row, : len(evidence.features)] = 0.0
        right[row] = list(evidence.features).index(tag)
    return values, absent, right


if __name__ == "__main__":
    main()
