"""Weights: how much each feature counts, by length of the text, and the probabilities that follow.

`training/fit_language_weights.py` fits them by maximum likelihood on labelled sentences and word pairs, so that the
probabilities are calibrated by construction; `benchmarks/quality/language.py` measures by how much they are not.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from operator import attrgetter, mul
from pathlib import Path

from workers.engines.language_evidence import Evidence, Features

WEIGHTS_FILE = Path(__file__).parent / "data" / "language_weights.json"

# A hint is worth what one clear word is: it wins between two near equals and loses against a plain sentence.
_HINT_LOGIT_SHORT, _HINT_LOGIT_LONG = 3.0, 0.7
_SHORT_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Weights:
    """One row of weights for each range of lengths; `edges` are the most letters of each range but the last.

    `tables` has the digests of the tables that the weights were fitted with.
    """

    edges: tuple[int, ...]
    rows: tuple[Features, ...]
    sha256: str
    tables: Mapping[str, str]

    def probabilities(self, evidence: Evidence, *, hint: str | None = None) -> dict[str, float]:
        """Return the probability of each language of the evidence, the likeliest first."""
        row = self.rows[sum(evidence.letters > edge for edge in self.edges)]
        logits = {tag: _dot(row, features) for tag, features in evidence.features.items()}
        if hint in logits:
            logits[hint] += _HINT_LOGIT_SHORT if evidence.letters <= _SHORT_LETTERS else _HINT_LOGIT_LONG
        highest = max(logits.values(), default=0.0)
        masses = {tag: math.exp(logit - highest) for tag, logit in logits.items()}
        total = sum(masses.values())
        ranked = sorted(masses, key=lambda tag: (-masses[tag], tag))
        return {tag: masses[tag] / total for tag in ranked}


def load_weights() -> Weights:
    """Read the shipped weights; their digest stands for the tables too, whose digests they hold."""
    content = WEIGHTS_FILE.read_bytes()
    table = json.loads(content)
    return Weights(
        edges=tuple(table["edges"]),
        rows=tuple(Features(**row) for row in table["rows"]),
        sha256=sha256(content).hexdigest(),
        tables=table["tables"],
    )


_values = attrgetter(*(field.name for field in fields(Features)))


def _dot(weights: Features, features: Features) -> float:
    return math.fsum(map(mul, _values(weights), _values(features)))
