"""Name lists of the user: CSV files of names that are to be found and linked without training."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from schemas.entities import Label
from workers.engines.place_words import is_unspaced, name_key
from workers.errors import ConfigurationError

COLUMNS = ("name", "label", "id")
LABELS = (Label.PER, Label.LOC, Label.ORG, Label.MISC)

# Longer than any name of a person, place or organisation in the GeoNames and CLDR tables.
MAX_NAME_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class ListedName:
    """A row of a list; `id` is the user's own, empty when the name is to be found and not linked."""

    name: str
    label: Label
    id: str
    list: str


@dataclass(frozen=True)
class NameTable:
    """All rows by the key of their name, and the beginnings of those keys.

    `beginnings` are whole words of spaced scripts; `unspaced` tells by its first character how long a name without
    spaces may be. A row takes some 400 bytes.
    """

    rows: Mapping[str, tuple[ListedName, ...]]
    sha256: str
    beginnings: frozenset[str] = field(default=frozenset())
    unspaced: Mapping[str, int] = field(default_factory=dict)


def read_name_table(folder: Path) -> NameTable:
    """Return the names of all `*.csv` of a folder; raises ConfigurationError with file and line of what is wrong."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise ConfigurationError(
            f"no *.csv is in the folder of name lists {folder}; see docs/operations.md for the form"
        )
    rows: dict[str, tuple[ListedName, ...]] = {}
    digest = sha256()
    for path in files:
        digest.update(path.read_bytes())
        for row in _read(path):
            key = name_key(row.name)
            if row not in rows.get(key, ()):
                rows[key] = (*rows.get(key, ()), row)
    return NameTable(rows, digest.hexdigest(), frozenset(_beginnings(rows)), _longest_unspaced(rows))


def _read(path: Path) -> Iterator[ListedName]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file, strict=True)
            _check_columns(path, lines.fieldnames or ())
            for line in lines:
                yield _row(path, lines.line_num, line)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path} cannot be read as CSV in UTF-8: {type(error).__name__}") from error


def _check_columns(path: Path, found: object) -> None:
    if not isinstance(found, list) or not set(COLUMNS[:2]) <= set(found) <= set(COLUMNS):
        raise ConfigurationError(f"{path}, line 1: the columns must be name,label,id (id may be left out)")


def _row(path: Path, line_number: int, line: Mapping[str, str | None]) -> ListedName:
    name, label = (line["name"] or "").strip(), (line["label"] or "").strip()
    where = f"{path}, line {line_number}"
    if label not in LABELS:
        raise ConfigurationError(f"{where}: the label must be one of {', '.join(LABELS)}")
    if not name_key(name) or len(name) > MAX_NAME_CHARACTERS:
        raise ConfigurationError(f"{where}: a name has letters or digits and at most {MAX_NAME_CHARACTERS} characters")
    return ListedName(name, Label(label), (line.get("id") or "").strip(), path.stem)


def _beginnings(keys: Mapping[str, object]) -> Iterator[str]:
    for key in keys:
        words = key.split(" ")
        yield from (" ".join(words[:count]) for count in range(1, len(words)))


def _longest_unspaced(keys: Mapping[str, object]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        if is_unspaced(key, 0):
            longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return longest
