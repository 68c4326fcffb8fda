"""What travels through Celery: (id, mark) pairs, where the mark is the entry and revision that they belong to."""

from typing import NamedTuple


class Ticket(NamedTuple):
    """A document of a bundle; a mark of an older revision is skipped everywhere."""

    id: str
    mark: str


Bundle = list[Ticket]


def bundle_of(pairs: object) -> Bundle:
    """Return the bundle of a message's argument, which JSON turned into lists."""
    return [Ticket(str(pair[0]), str(pair[1])) for pair in pairs]  # type: ignore[attr-defined]
