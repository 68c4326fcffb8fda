"""A trained model of one language, mapped into memory: weights of features for each tag, and of tag after tag.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with weights rounded to 8 bits.
"""

import json
import mmap
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from workers.errors import EngineUnavailable

FOLDER = Path(__file__).parent / "data"
MAGIC = b"warraqT1"
_LENGTH_BYTES = 4

Floats = npt.NDArray[np.float32]
Fingerprints = npt.NDArray[np.uint32]


@dataclass(frozen=True)
class TaggerModel:
    """The tags, the sorted fingerprints of features with a row of weights each, and the weights of tag after tag."""

    tags: tuple[str, ...]
    fingerprints: Fingerprints
    weights: npt.NDArray[np.int8]
    scale: float
    transitions: Floats
    calibration: dict[str, tuple[float, float]]
    sha256: str

    def scores(self, features: Fingerprints) -> Floats:
        """Return the weights of features of any shape, one row of tags for each; zero for what is not known."""
        places = np.minimum(np.searchsorted(self.fingerprints, features), len(self.fingerprints) - 1)
        known = self.fingerprints[places] == features
        rows: Floats = self.weights[places] * np.float32(self.scale)
        rows[~known] = 0
        return rows


def path_of(language: str) -> Path:
    """Return where the model of a language is, if there is one."""
    return FOLDER / f"tagger_{language}.bin"


def languages() -> frozenset[str]:
    """Return the languages that have a model."""
    return frozenset(path.stem.removeprefix("tagger_") for path in FOLDER.glob("tagger_??.bin"))


@cache
def load_model(language: str) -> TaggerModel:
    """Map the model of a language; raises EngineUnavailable when it cannot be read."""
    path = path_of(language)
    try:
        with path.open("rb") as file:
            return _read(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, KeyError) as error:
        raise EngineUnavailable(
            f"the model of the tagger cannot be read: {path.name}; install the package again"
        ) from error


def _read(data: mmap.mmap) -> TaggerModel:
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("another format")
    start = len(MAGIC) + _LENGTH_BYTES
    length = int.from_bytes(data[len(MAGIC) : start], "little")
    head: dict[str, Any] = json.loads(data[start : start + length])
    tags, count = tuple(head["tags"]), int(head["features"])
    at = start + length
    fingerprints = np.frombuffer(data, np.uint32, count, at)
    weights = np.frombuffer(data, np.int8, count * len(tags), at + 4 * count).reshape(count, len(tags))
    return TaggerModel(
        tags=tags,
        fingerprints=fingerprints,
        weights=weights,
        scale=float(head["scale"]),
        transitions=np.array(head["transitions"], np.float32),
        calibration={label: (float(slope), float(shift)) for label, (slope, shift) in head["calibration"].items()},
        sha256=sha256(data).hexdigest(),
    )


def write(
    path: Path,
    *,
    tags: tuple[str, ...],
    weights: dict[int, npt.NDArray[np.float64]],
    transitions: npt.NDArray[np.float64],
    calibration: dict[str, tuple[float, float]],
) -> None:
    """Write a model; features whose weights all round to zero are left out."""
    most = max(float(np.abs(row).max()) for row in weights.values())
    scale = most / 127
    rounded = {key: np.rint(row / scale).astype(np.int8) for key, row in weights.items()}
    keys = sorted(key for key, row in rounded.items() if row.any())
    head = {
        "tags": tags,
        "features": len(keys),
        "scale": scale,
        "transitions": np.round(transitions, 4).tolist(),
        "calibration": calibration,
    }
    encoded = json.dumps(head).encode()
    encoded += b" " * (-(len(MAGIC) + _LENGTH_BYTES + len(encoded)) % 4)
    with path.open("wb") as file:
        file.write(MAGIC + len(encoded).to_bytes(_LENGTH_BYTES, "little") + encoded)
        file.write(np.array(keys, np.uint32).tobytes())
        file.write(np.array([rounded[key] for key in keys], np.int8).tobytes())
