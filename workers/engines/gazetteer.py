"""The compiled gazetteer: names to places, in one file that is mapped into memory and shared by forked processes."""

import mmap
import struct
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from hashlib import blake2b, sha256
from pathlib import Path

from workers.errors import EngineUnavailable

PATH = Path(__file__).parent / "data" / "gazetteer.bin"

MAGIC = b"warraqG2"
HEADER = struct.Struct("<8s6I")
PLACE = struct.Struct("<IiiI2sBBI")
DEGREE = 100_000

# Attribute of a form: six bits of flags, ten bits that number a set of languages in which the form is a common word.
FLAG_BITS = 6
BUCKET_BITS = 16
MANY = 1 << 31

_UNKNOWN_LANGUAGES = ("und", "zxx")


class Kind(IntEnum):
    """What a place is; a region is a division of the first level, a district one of the second."""

    TERRITORY = 0
    CONTINENT = 1
    CAPITAL = 2
    REGION = 3
    CITY = 4
    FEATURE = 5
    DISTRICT = 6


class Scheme(IntEnum):
    """Whose identifier a place has: GeoNames, or Wikidata for waters, mountains and islands."""

    GEONAMES = 0
    WIKIDATA = 1


class Flag(IntEnum):
    """How far a written form may be trusted.

    STRICT adds a mention by itself, PLAIN after a locative preposition, any other name after a cue word only.
    """

    PREFIX = 1
    NAME = 2
    STRICT = 4
    PLAIN = 8
    ACRONYM = 16
    PERSON = 32


@dataclass(frozen=True, slots=True)
class Place:
    """A record of the gazetteer; `id` is the number of its record in the scheme, 0 when it has none.

    `population` of a feature is what it is worth beside cities: its rank on maps as inhabitants.
    """

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: Kind
    scheme: Scheme = Scheme.GEONAMES

    @property
    def link_id(self) -> str:
        """The identifier as its scheme writes it: 170905, Q3392."""
        return f"Q{self.id}" if self.scheme == Scheme.WIKIDATA else str(self.id)


@dataclass(frozen=True, slots=True)
class Form:
    """A written name: its flags, the languages in which it is a common word, and its places, likeliest first."""

    is_prefix: bool
    is_name: bool
    is_strict: bool
    is_plain: bool
    is_acronym: bool
    is_person: bool
    common_in: frozenset[str]
    places: tuple[int, ...]

    def is_common_in(self, language: str) -> bool:
        """Tell whether the form is an ordinary word of a language, or of any language when that is unknown."""
        common_in = self.common_in
        if not common_in or self.is_acronym:
            return False
        return language in common_in or "*" in common_in or language in _UNKNOWN_LANGUAGES


class Gazetteer:
    """Looks up names by their key; a lookup takes about two microseconds and allocates nothing that stays."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        magic, forms, postings, places, names, languages, _ = HEADER.unpack_from(data)
        if magic != MAGIC:
            raise EngineUnavailable(f"the gazetteer has another format; compile it again: {PATH.name}")
        view, offset = memoryview(data), HEADER.size
        sections: list[Sequence[int]] = []
        counts = (("Q", forms), ("I", forms), ("H", forms), ("I", postings), ("I", (1 << BUCKET_BITS) + 1))
        for code, count in counts:
            size = count * struct.calcsize(code)
            sections.append(_numbers(view[offset : offset + size], code))
            offset += size + -size % 8
        self._hashes, self._values, self._attributes, self._postings, self._buckets = sections
        self._places_at = offset
        self._place_count: int = places
        self._names_at = offset + places * PLACE.size
        packed = bytes(view[self._names_at + names : self._names_at + names + languages]).decode()
        self._common_in = tuple(frozenset(line.split()) for line in packed.split("\n"))

    def __len__(self) -> int:
        """Return the number of places."""
        return self._place_count

    @cached_property
    def sha256(self) -> str:
        """The digest of the file."""
        return sha256(self._data).hexdigest()

    def find(self, key: str) -> Form | None:
        """Return what is known of a key: a name, the beginning of a name, or nothing."""
        wanted = fingerprint(key)
        bucket = wanted >> (64 - BUCKET_BITS)
        low, high = self._buckets[bucket], self._buckets[bucket + 1]
        found = bisect_left(self._hashes, wanted, low, high)
        if found == high or self._hashes[found] != wanted:
            return None
        attribute = self._attributes[found]
        common_in = self._common_in[attribute >> FLAG_BITS]
        return Form(
            is_prefix=bool(attribute & Flag.PREFIX),
            is_name=bool(attribute & Flag.NAME),
            is_strict=bool(attribute & Flag.STRICT),
            is_plain=bool(attribute & Flag.PLAIN),
            is_acronym=bool(attribute & Flag.ACRONYM),
            is_person=bool(attribute & Flag.PERSON),
            common_in=common_in,
            places=self._place_indexes(found),
        )

    def _place_indexes(self, form: int) -> tuple[int, ...]:
        value = self._values[form]
        if not self._attributes[form] & Flag.NAME:
            return ()
        if value < MANY:
            return (value,)
        start = value - MANY + 1
        return tuple(self._postings[start : start + self._postings[start - 1]])

    def place(self, index: int) -> Place:
        """Return the record with that number."""
        identifier, latitude, longitude, population, country, kind, scheme, name_at = PLACE.unpack_from(
            self._data, self._places_at + index * PLACE.size
        )
        start = self._names_at + name_at
        return Place(
            id=identifier,
            name=self._data[start + 1 : start + 1 + self._data[start]].decode(),
            country=country.decode().strip("\0"),
            latitude=latitude / DEGREE,
            longitude=longitude / DEGREE,
            population=population,
            kind=Kind(kind),
            scheme=Scheme(scheme),
        )


def _numbers(section: memoryview, code: str) -> Sequence[int]:
    return section.cast("Q" if code == "Q" else "H" if code == "H" else "I")


def fingerprint(key: str) -> int:
    """Return 64 bits of a key: among a million names, one foreign word in 10^13 is taken for a name."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@cache
def load_gazetteer() -> Gazetteer:
    """Map the shipped file; raises EngineUnavailable when it is missing."""
    try:
        with PATH.open("rb") as file:
            return Gazetteer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, struct.error) as error:
        raise EngineUnavailable(f"the gazetteer cannot be read: {PATH.name}; install the package again") from error
