"""Name lists as one small table: whether a word is part of names of persons or places somewhere in the world."""

import mmap
from bisect import bisect_left
from functools import cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from workers.errors import EngineUnavailable

PATH = Path(__file__).parent / "data" / "tagger_names.bin"

# One letter for each bit of a row: a name of persons; a whole place name of a large place, of any place; the first and a
# further word of a place name.
LETTERS = "PTLFI"
_COUNT_BYTES = 4


class NameFlags:
    """Looks up words by their search key; `compile_tagger_names` writes the table."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        count = int.from_bytes(data[:_COUNT_BYTES], "little")
        view = memoryview(data)
        self._keys = view[_COUNT_BYTES : _COUNT_BYTES * (count + 1)].cast("I")
        self._flags = view[_COUNT_BYTES * (count + 1) :]
        self.sha256 = sha256(data).hexdigest()

    def of(self, key: str) -> str:
        """Return the letters of what a word is a part of, none for an unknown word."""
        wanted = crc32(key.encode("utf-8", "surrogatepass"))
        found = bisect_left(self._keys, wanted)
        if found == len(self._keys) or self._keys[found] != wanted:
            return ""
        bits = self._flags[found]
        return "".join(letter for place, letter in enumerate(LETTERS) if bits >> place & 1)


@cache
def load_names() -> NameFlags:
    """Map the shipped table; raises EngineUnavailable when it is missing."""
    try:
        with PATH.open("rb") as file:
            return NameFlags(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise EngineUnavailable(f"the name table cannot be read: {PATH.name}; install the package again") from error
