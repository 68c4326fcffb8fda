"""Fit `workers/engines/data/language_weights.json`: how much each feature of language evidence counts.

    python -m training.fit_language_weights DATA

DATA has `sentences/`, `word-pairs/` and `single-words/` with one file `<language>.txt` each, one text a line (the
test data of lingua-py, Apache-2.0). Only lines 1-4 of every ten are read; lines 5-9 measure, lines 0 are the test.
Nothing but the few dozen fitted numbers enters the repository.
"""

import json
import random
import string
import sys
from collections.abc import Iterator
from dataclasses import asdict, astuple, fields
from pathlib import Path

import numpy as np

from workers.engines.language_evidence import Evidence, Features, gather
from workers.engines.language_langid import NO_LANGUAGE, Langid
from workers.engines.language_letters import words_in_script, words_only
from workers.engines.language_scripts import LANGUAGE_OF_SCRIPT, script_weights
from workers.engines.language_weights import WEIGHTS_FILE

EDGES = (8, 14, 24, 45, 90)
FIT_LINES = {"sentences": (1, 2, 3, 4), "word-pairs": (1, 2, 3, 4), "single-words": (1, 2)}
# Most lines of this file are Indonesian, so it would teach that Malay is never right.
MISLABELLED = frozenset({"ms"})
NOISE_COUNT, SEED = 2_400, 7
# Set by hand: the data has no text in a rare language, so the best fit would be never to answer one.
RARE_WEIGHT = -2.0
NAMES = [field.name for field in fields(Features)]
STEPS, SLOWER_AFTER, RATE, DECAY = 600, 300, 0.1, 1e-3

Example = tuple[str, Evidence]


def main() -> None:
    """Fit one row of weights for each range of lengths and write them."""
    examples = list(_examples(Path(sys.argv[1]), Langid()))
    ranges = [sum(evidence.letters > edge for edge in EDGES) for _, evidence in examples]
    rows = [
        _fit([example for example, its in zip(examples, ranges, strict=True) if its == wanted])
        for wanted in range(len(EDGES) + 1)
    ]
    WEIGHTS_FILE.write_text(json.dumps({"edges": EDGES, "rows": rows}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} examples")


def _examples(data: Path, langid: Langid) -> Iterator[Example]:
    for tag, text in (*_labelled(data), *((NO_LANGUAGE, noise) for noise in _noise())):
        words = words_only(text)
        scripts = script_weights(words)
        script = max(scripts, key=scripts.__getitem__, default="Hani")
        if script != "Hani" and script not in LANGUAGE_OF_SCRIPT:
            evidence = gather(words_in_script(words, script=script), script=script, langid=langid)
            if tag in evidence.features:
                yield tag, evidence


def _labelled(data: Path) -> Iterator[tuple[str, str]]:
    for kind, lines in FIT_LINES.items():
        for file in sorted((data / kind).glob("*.txt")):
            if file.stem not in MISLABELLED:
                texts = file.read_text(encoding="utf-8").splitlines()
                yield from ((file.stem, text) for number, text in enumerate(texts) if number % 10 in lines)


def _noise() -> Iterator[str]:
    """Random letters, fingers rolling over a keyboard, and encoded data."""
    dice = random.Random(SEED)
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for number in range(NOISE_COUNT):
        if number % 5 < 2:
            yield " ".join(
                "".join(dice.choices(string.ascii_lowercase, k=dice.randint(2, 9))) for _ in range(number % 8 + 2)
            )
        elif number % 5 < 4:
            yield " ".join(
                "".join(dice.choices(dice.choice(rows)[:6], k=dice.randint(3, 8))) for _ in range(number % 8 + 2)
            )
        else:
            yield "".join(dice.choices(string.ascii_letters, k=dice.randint(20, 80)))


def _fit(examples: list[Example]) -> dict[str, float]:
    """Maximize the likelihood of the labels by Adam (Kingma and Ba 2014), with a little weight decay."""
    values, absent, right = _arrays(examples)
    weights = np.array([1.0, -1.0, 2.0, 1.0, -1.0, -0.5, 0.5, 0.0, RARE_WEIGHT])
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
