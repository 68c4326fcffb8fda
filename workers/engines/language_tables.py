"""Tables: arrays of numbers in one file that is mapped into memory, so that forked processes share them.

A file is one line of JSON, padded with spaces to a multiple of 64 bytes, and then the arrays, each padded likewise.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "data"
_ALIGNMENT = 64


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: facts about it and its arrays, read-only."""

    facts: Mapping[str, Any]
    arrays: Mapping[str, NDArray[Any]]


def read_table(path: Path) -> Table:
    """Map the file into memory; nothing is read before it is used."""
    content = np.memmap(path, dtype=np.uint8, mode="r")
    with path.open("rb") as file:
        header = file.readline()
    described = json.loads(header)
    arrays, offset = {}, len(header)
    for name, kind, shape in described["arrays"]:
        size = int(np.prod(shape)) * np.dtype(kind).itemsize
        arrays[name] = np.asarray(content[offset : offset + size]).view(kind).reshape(shape)
        offset += _padded(size)
    return Table(described["facts"], arrays)


def write_table(path: Path, table: Table) -> None:
    """Write the file; the same table gives the same bytes."""
    described = [[name, array.dtype.str, array.shape] for name, array in table.arrays.items()]
    header = json.dumps({"facts": dict(table.facts), "arrays": described}, ensure_ascii=False).encode()
    parts = [header.ljust(_padded(len(header) + 1) - 1) + b"\n"]
    for array in table.arrays.values():
        content = array.tobytes()
        parts.append(content.ljust(_padded(len(content)), b"\0"))
    path.write_bytes(b"".join(parts))


def sha256_of(path: Path) -> str:
    """Return the digest that the weights name, so that a table cannot be replaced alone."""
    return sha256(path.read_bytes()).hexdigest()


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
