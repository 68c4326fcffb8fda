"""What a system must offer to be put under fire."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from redis import Redis

from benchmarks.chaos_accepted import Accepted
from benchmarks.chaos_documents import Sample
from benchmarks.chaos_doors import Send
from benchmarks.chaos_verdict import Publication
from benchmarks.chaos_watch import Held


class System(Protocol):
    """What is put under fire: warraq, or the plain Celery chain that it is compared with."""

    app: str
    queues: Sequence[str]
    results: str
    names_holders: bool

    def prepare(self, redis: Redis) -> None: ...

    def producers(
        self, url: str, accepted: Accepted, folder: Path, ended: threading.Event
    ) -> tuple[dict[str, tuple[Send, int]], Callable[[Sample], None], Callable[[], None]]: ...

    def look(self, redis: Redis) -> list[Held]: ...

    def pending(self, redis: Redis) -> int: ...

    def publications(self, redis: Redis) -> list[Publication]: ...

    def leftovers(self, redis: Redis) -> list[str]: ...

    def failures(self, redis: Redis) -> set[tuple[str, str]]: ...

    def counts(self, redis: Redis) -> dict[str, int]: ...
