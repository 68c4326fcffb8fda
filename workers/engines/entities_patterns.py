"""The pattern extractor: everything whose form says what it is: dates, money, quantities and addresses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.addresses_bank import find_ibans
from workers.engines.addresses_network import find_ip_addresses
from workers.engines.addresses_phone import find_phones
from workers.engines.addresses_web import find_emails, find_urls
from workers.engines.amounts import find_amounts
from workers.engines.dates import find_dates
from workers.engines.dates_ago import find_dates_ago
from workers.engines.dates_before_christ import find_years_before_christ
from workers.engines.dates_decades import find_arabic_decades
from workers.engines.dates_relative import find_relative_dates
from workers.engines.patterns_passage import SOURCE, Passage
from workers.version import VERSION

FINDERS: tuple[Callable[[Passage], Iterator[Candidate]], ...] = (
    find_urls,
    find_emails,
    find_ibans,
    find_ip_addresses,
    find_phones,
    find_dates,
    find_relative_dates,
    find_dates_ago,
    find_arabic_decades,
    find_years_before_christ,
    find_amounts,
)


@dataclass(frozen=True, slots=True)
class PatternExtractor:
    """Finds what the finders find; where they overlap, the surer one wins, then the longer one."""

    info: EngineInfo

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the candidates of each reading, sorted and without overlaps."""
        return [self._extract_one(Passage(reading)) for reading in readings]

    def _extract_one(self, passage: Passage) -> list[Candidate]:
        found = [candidate for finder in FINDERS for candidate in finder(passage)]
        return without_overlaps(found, length=len(passage.text))


def without_overlaps(candidates: Iterable[Candidate], *, length: int) -> list[Candidate]:
    """Return the candidates that no surer or longer one overlaps, in order of the text; `length` is that of the text."""
    taken = bytearray(length)
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start)):
        start, end = candidate.start, candidate.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def load() -> PatternExtractor:
    """Return the pattern extractor."""
    return PatternExtractor(EngineInfo(name=SOURCE, version=VERSION))
