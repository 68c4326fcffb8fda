"""The verdict: accepted ids on disk against the whole results stream; pure, so that it can be tried on made-up runs."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

GOOD = frozenset({"completed", "partial"})
# The one way in which a planted document may end.
PLANTED_CODES = {"poison": "worker_lost", "hanging": "time_limit"}


@dataclass(frozen=True, slots=True)
class Publication:
    """One entry of the results stream."""

    at: float
    id: str
    revision: int
    entry: str
    status: str
    code: str = ""
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a run left behind."""

    accepted: Mapping[str, str]
    offered: Collection[str]
    planted: Mapping[str, str]
    published: Sequence[Publication]
    refused: Mapping[str, str] = field(default_factory=dict)
    failures: Collection[tuple[str, str]] = ()
    leftovers: Sequence[str] = ()
    errors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong; nothing is, when every list is empty."""

    lost: tuple[str, ...]
    twice: tuple[str, ...]
    unexpected: tuple[str, ...]
    strangers: tuple[str, ...]
    not_refused: tuple[str, ...]
    leftovers: tuple[str, ...]
    errors: tuple[str, ...]

    @property
    def violations(self) -> list[str]:
        """One line for each kind of wrong."""
        rows = {
            "lost (accepted, never published)": self.lost,
            "published twice": self.twice,
            "ended in a way that was not planted": self.unexpected,
            "published and never offered": self.strangers,
            "entries that should have been refused": self.not_refused,
            "left in Redis": self.leftovers,
            "errors of the doors": self.errors,
        }
        return [f"{len(found)} {name}: {', '.join(found[:5])}" for name, found in rows.items() if found]


def judge(evidence: Evidence) -> Verdict:
    """Compare what was promised with what was published."""
    published = evidence.published
    ids = {row.id for row in published}
    return Verdict(
        lost=tuple(sorted(set(evidence.accepted) - ids)),
        twice=tuple(sorted(_twice(published))),
        unexpected=tuple(_describe(row) for row in published if not _is_expected(row, evidence.planted)),
        strangers=tuple(sorted(ids - set(evidence.offered))),
        not_refused=tuple(
            sorted(entry for entry, code in evidence.refused.items() if (entry, code) not in evidence.failures)
        ),
        leftovers=tuple(evidence.leftovers),
        errors=tuple(evidence.errors),
    )


def _twice(published: Sequence[Publication]) -> set[str]:
    """The promise is one for each id and revision, whatever entry it came from."""
    counted = Counter((row.id, row.revision) for row in published)
    return {name for (name, _), number in counted.items() if number > 1}


def _is_expected(row: Publication, planted: Mapping[str, str]) -> bool:
    kind = planted.get(row.id, "")
    if kind:
        return row.status == "failed" and row.code == PLANTED_CODES[kind]
    return row.status in GOOD and row.revision == 1


def _describe(row: Publication) -> str:
    return f"{row.id} {row.status}{f' ({row.code})' if row.code else ''} revision {row.revision}"
