"""What travels through Celery: (id, mark) pairs, where the mark is the entry and revision that they belong to."""

from typing import NamedTuple


class Ticket(NamedTuple):
    """A document of a bundle; a mark of an older revision is skipped everywhere."""

    id: str
    mark: str


Bundle = list[Ticket]
