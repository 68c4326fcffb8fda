"""What the doors answered, on disk: an id is written only after its door said yes."""

import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self


class Accepted:
    """A file of accepted ids and of entries that must be refused; each line is with the kernel before `note` returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._lock = threading.Lock()
        self._ids: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def __len__(self) -> int:
        return len(self._ids)

    def note(self, document_id: str, *, door: str) -> None:
        """Write down that a door accepted this id; a repeated answer is no second acceptance."""
        with self._lock:
            if document_id not in self._ids:
                self._ids.add(document_id)
                self._write({"id": document_id, "door": door})

    def note_refusal(self, entry: str, *, code: str) -> None:
        """Write down an entry that must end as a failure of that code and never as a result."""
        with self._lock:
            self._write({"entry": entry, "code": code})

    def _write(self, row: Mapping[str, str]) -> None:
        os.write(self._file, json.dumps(row).encode() + b"\n")


def read(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the door of each accepted id, and the code of each entry that must be refused."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    doors = {row["id"]: row["door"] for row in rows if "id" in row}
    return doors, {row["entry"]: row["code"] for row in rows if "entry" in row}
