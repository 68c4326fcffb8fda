"""One round: Redis, workers and producers run, and a seeded driver does one fault after another with work pending."""

import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep, time

from redis import Redis
from redis.exceptions import RedisError

from benchmarks import chaos_accepted, chaos_journal
from benchmarks.chaos_accepted import Accepted
from benchmarks.chaos_documents import Planted, Sample, samples
from benchmarks.chaos_doors import Producers
from benchmarks.chaos_faults import FAULTS, Arena
from benchmarks.chaos_fleet import Fleet
from benchmarks.chaos_outcome import Outcome
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_system import System
from benchmarks.chaos_verdict import Evidence, judge
from benchmarks.chaos_watch import Held, Strike, Watcher
from workers.embedded import EmbeddedRedis

PROGRESS_SECONDS = 10.0
TICK_SECONDS = 0.05
# A fault strikes when a worker holds a document in the stage that it is meant for, or after this long in any.
AIM_SECONDS = 2.0
STRIKE_ATTEMPTS = 60
# How long a fault waits for documents to be pending at all: workers may all be starting.
PENDING_SECONDS = 90.0
# Nothing may be pending for so long before the end is believed.
QUIET_SECONDS = 1.0
# Of the patience: how long the driver waits until all documents that a fault met went on.
SETTLE_PATIENCES = 5.0
STAGES = ("normalize", "detect_language", "extract_entities", "summarize", "publish")


class Round:
    """A run under fire from its first document to its verdict."""

    def __init__(self, system: System, plan: Plan, folder: Path) -> None:
        self._system = system
        self._plan = plan
        self._folder = folder
        self._chance = random.Random(plan.seed)
        self._ended = threading.Event()
        self._strikes: list[Strike] = []
        self._samples = samples(plan)
        self._offered: list[Sample] = []
        self._next_progress = 0.0
        self._started = monotonic()

    def run(self) -> Outcome:
        """Do all of it; everything that was started is stopped however it ends."""
        with ExitStack() as stack:
            self._start(stack)
            waves = self._waves()
            for kind, stage in self._schedule():
                self._offer(next(waves, []))
                self._strike(kind, stage)
            for rest in waves:
                self._offer(rest)
            drained_after = self._drain()
            self._ended.set()
            self._producers.join()
            return self._outcome(drained_after)

    def _start(self, stack: ExitStack) -> None:
        plan = self._plan
        self._server = EmbeddedRedis(self._folder / "redis", append_fsync=plan.append_fsync, server=plan.server)
        self._server.start()
        stack.callback(self._server.stop)
        url = self._server.url
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=10)
        stack.callback(self._redis.close)
        self._system.prepare(self._redis)
        environ = {**plan.environ(url), chaos_journal.VARIABLE: str(self._folder / "journal")}
        self._fleet = Fleet(self._system.app, count=plan.workers, environ=environ, folder=self._folder)
        stack.callback(self._fleet.stop)
        self._fleet.start()
        self._accepted = stack.enter_context(Accepted(self._folder / "accepted"))
        table, self._refused, close = self._system.producers(url, self._accepted, self._folder, self._ended)
        self._producers = Producers(table, ended=self._ended)
        stack.callback(close)
        stack.callback(self._ended.set)
        self._watcher = Watcher(url)
        stack.callback(self._watcher.stop)
        self._arena = Arena(
            plan,
            self._server,
            self._redis,
            self._fleet,
            self._system.queues,
            self._system.look,
            self._chance,
            self._watcher.follow,
            frozenset(row.id for row in self._samples if row.planted),
        )

    def _schedule(self) -> Iterator[tuple[str, str]]:
        """Every kind as often as every other, in a new order each time, aimed at one stage after another."""
        kinds: list[str] = []
        for number in range(self._plan.faults):
            if not kinds:
                chosen = [kind for kind in FAULTS if not self._plan.kinds or kind in self._plan.kinds]
                kinds = self._chance.sample(chosen, len(chosen))
            yield kinds.pop(), STAGES[number % len(STAGES)]

    def _waves(self) -> Iterator[list[Sample]]:
        size = -(-len(self._samples) // max(self._plan.faults, 1))
        for position in range(0, len(self._samples), size):
            yield self._samples[position : position + size]

    def _offer(self, rows: list[Sample]) -> None:
        self._offered += rows
        self._producers.offer(rows)

    def _strike(self, kind: str, stage: str) -> None:
        self._wait(self._is_pending, PENDING_SECONDS)
        self._wait(lambda: any(row.is_running and row.stage == stage for row in self._look()), AIM_SECONDS)
        strike = self._insist(kind, stage)
        strike.ended_at = time()
        self._strikes.append(strike)
        if self._plan.settles:
            self._wait(lambda: strike.is_settled, self._plan.patience_seconds * SETTLE_PATIENCES)
        self._mischief()

    def _insist(self, kind: str, stage: str) -> Strike:
        """Do a fault; the one before it may still have Redis in its grip, which is waited out for a while."""
        for _ in range(STRIKE_ATTEMPTS - 1):
            try:
                return FAULTS[kind](self._arena, kind, stage)
            except (RedisError, OSError) as error:
                self._say(f"{kind}: {type(error).__name__}, once more")
                sleep(1)
        return FAULTS[kind](self._arena, kind, stage)

    def _mischief(self) -> None:
        """Now and then, what is no document knocks too."""
        neighbours = [row for row in self._offered if row.door == "client" and row.planted is Planted.NOTHING]
        if self._chance.random() < 0.5 and neighbours:
            try:
                self._refused(self._chance.choice(neighbours))
            except (RedisError, OSError):
                self._say("rubbish was not sent: Redis did not answer")

    def _drain(self) -> float:
        began = monotonic()
        deadline = began + self._plan.drain_seconds
        while monotonic() < deadline:
            self._wait(self._is_drained, deadline - monotonic())
            # Between two places a message is nowhere for a moment.
            if not self._wait(lambda: not self._is_drained(), QUIET_SECONDS):
                break
        return monotonic() - began

    def _is_drained(self) -> bool:
        return not self._producers.unanswered and not self._pending()

    def _is_pending(self) -> bool:
        return bool(self._look())

    def _look(self) -> list[Held]:
        try:
            return self._system.look(self._redis)
        except (RedisError, OSError):
            return []

    def _pending(self) -> int:
        try:
            return self._system.pending(self._redis)
        except (RedisError, OSError):
            return -1

    def _wait(self, condition: Callable[[], object], seconds: float) -> bool:
        deadline = monotonic() + seconds
        while not condition():
            if monotonic() > deadline:
                return False
            self._progress()
            sleep(TICK_SECONDS)
        return True

    def _progress(self) -> None:
        if monotonic() >= self._next_progress:
            self._next_progress = monotonic() + PROGRESS_SECONDS
            self._say(
                f"{len(self._offered)} offered, {len(self._accepted)} accepted, {self._pending()} pending, "
                f"{len(self._strikes)} of {self._plan.faults} faults, {self._fleet.restarts} restarts"
            )

    def _say(self, words: str) -> None:
        print(f"[{monotonic() - self._started:6.1f} s] {words}", file=sys.stderr, flush=True)

    def _outcome(self, drain_seconds: float) -> Outcome:
        redis, system = self._redis, self._system
        doors, refused = chaos_accepted.read(self._folder / "accepted")
        evidence = Evidence(
            accepted=doors,
            offered=[row.id for row in self._offered],
            planted={row.id: row.planted.value for row in self._offered if row.planted},
            published=system.publications(redis),
            refused=refused,
            failures=system.failures(redis),
            leftovers=system.leftovers(redis),
            errors=self._producers.errors,
        )
        return Outcome(
            plan=self._plan,
            server=str(redis.info("server")["redis_version"]),
            verdict=judge(evidence),
            evidence=evidence,
            strikes=self._strikes,
            starts=chaos_journal.read(self._folder / "journal"),
            counts=system.counts(redis),
            restarts=self._fleet.restarts,
            retries=self._producers.retries,
            turned_away=self._producers.turned_away,
            seconds=monotonic() - self._started,
            drain_seconds=drain_seconds,
            names_holders=system.names_holders,
        )
