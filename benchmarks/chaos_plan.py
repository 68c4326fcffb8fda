"""What a chaos run is to do: how many documents and faults, how short the leases, for how long things freeze."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

# The verdict reads the whole stream at the end, so nothing may be trimmed.
RESULTS_KEPT = 100_000_000
RESULTS_BYTES = 100_000_000_000
# Longer than the longest outage that a producer sits out, so that a late repetition still meets its first acceptance.
STATE_EXPIRY_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Plan:
    """One round: a Redis of its own, workers, documents in waves, and a fault after each wave."""

    seed: int
    documents: int
    faults: int
    poisons: int
    hangings: int
    workers: int = 3
    concurrency: int = 1
    append_fsync: str = "everysec"
    server: Path | None = None
    lease_seconds: float = 3.0
    patience_seconds: float = 6.0
    max_attempts: int = 5
    stage_time_limit_seconds: float = 10.0
    soft_shutdown_seconds: float = 2.0
    stuck_seconds: float = 10.0
    # Longer than the lease and than the time limit of a stage: a zombie comes back with every clock run out.
    freeze_seconds: float = 12.0
    redis_freeze_seconds: float = 30.0
    redis_full_seconds: float = 8.0
    settles: bool = True
    kinds: tuple[str, ...] = ()

    @property
    def drain_seconds(self) -> float:
        """How long the last document may take: the patience with all of its doublings, and some."""
        return self.patience_seconds * 2**6 + 60

    def environ(self, url: str) -> dict[str, str]:
        """Return the settings of the workers."""
        return {
            "WARRAQ_REDIS_URL": url,
            "WARRAQ_CONCURRENCY": str(self.concurrency),
            "WARRAQ_LEASE_SECONDS": str(self.lease_seconds),
            "WARRAQ_PATIENCE_SECONDS": str(self.patience_seconds),
            "WARRAQ_MAX_ATTEMPTS": str(self.max_attempts),
            "WARRAQ_STAGE_TIME_LIMIT_SECONDS": str(self.stage_time_limit_seconds),
            "WARRAQ_SOFT_SHUTDOWN_SECONDS": str(self.soft_shutdown_seconds),
            "WARRAQ_STUCK_SECONDS": str(self.stuck_seconds),
            "WARRAQ_RESULTS_KEPT": str(RESULTS_KEPT),
            "WARRAQ_RESULTS_MAX": str(RESULTS_KEPT),
            "WARRAQ_RESULTS_MAX_BYTES": str(RESULTS_BYTES),
            "WARRAQ_STATE_EXPIRY_SECONDS": str(STATE_EXPIRY_SECONDS),
        }

    def facts(self) -> Mapping[str, object]:
        """Return the plan for a report."""
        return {**asdict(self), "server": str(self.server) if self.server else None}


def long_form(seed: int) -> list[Plan]:
    """Return two rounds, one for each way of writing the append-only file: 10,000 documents and 120 faults."""
    round_ = Plan(seed=seed, documents=5_100, faults=60, poisons=4, hangings=4)
    return [round_, replace(round_, seed=seed + 1, append_fsync="always")]


def short_form(seed: int) -> list[Plan]:
    """Return one round for the test suite: every kind of fault once, without waiting until one is over."""
    return [
        Plan(
            seed=seed,
            documents=160,
            faults=12,
            poisons=1,
            hangings=1,
            workers=2,
            lease_seconds=2.0,
            patience_seconds=4.0,
            max_attempts=3,
            stage_time_limit_seconds=6.0,
            soft_shutdown_seconds=1.0,
            stuck_seconds=5.0,
            freeze_seconds=6.5,
            redis_freeze_seconds=2.0,
            redis_full_seconds=2.0,
            settles=False,
        )
    ]
