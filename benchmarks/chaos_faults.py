"""FAULTS, the table of what is done to a running system, each with the documents that it meets."""

import base64
import json
import os
import random
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep, time

import psutil
from redis import Redis
from redis.exceptions import RedisError

from benchmarks.chaos_fleet import Fleet, Slot
from benchmarks.chaos_plan import Plan
from benchmarks.chaos_watch import Held, Strike, watched
from workers.embedded import EmbeddedRedis

UNACKED = ("unacked", "unacked_index")
# Redis is filled up to its limit with keys of this name, with ever smaller ones as it gets full, so that no gap is left.
JUNK = "chaos:junk:"
JUNK_BYTES = (64_000_000, 1_000_000, 20_000, 500)
# What is still free when the limit is set; the junk takes it.
# The results stream may take a quarter of the limit before its oldest entries go, read or not.
LIMIT_FACTOR = 6
GONE_SECONDS = 60.0


@dataclass(slots=True)
class Arena:
    """What a fault may lay its hands on."""

    plan: Plan
    server: EmbeddedRedis
    redis: Redis
    fleet: Fleet
    queues: Sequence[str]
    look: Callable[[Redis], list[Held]]
    chance: random.Random
    follow: Callable[[Strike], None]
    planted: frozenset[str] = frozenset()

    def slot(self, stage: str) -> Slot:
        """Return a living worker: one that runs this stage now, else one that runs any, else any."""
        living = [slot for slot in self.fleet.slots if slot.pid is not None]
        running = [row for row in self.look(self.redis) if row.is_running]
        aimed = {row.worker.partition("@")[0] for row in running if row.stage == stage}
        busy = {row.worker.partition("@")[0] for row in running}
        groups = ([slot for slot in living if slot.name in names] for names in (aimed, busy))
        return self.chance.choice(next(filter(None, groups), living) or self.fleet.slots)

    def strike(self, kind: str, victim: str, processes: Sequence[psutil.Process] = ()) -> Strike:
        """Return the record of a fault that is about to happen, with what travels right now."""
        # What is planted to die or to hang says nothing about how fast others go on.
        began = time()
        rows = [row for row in self.look(self.redis) if row.id not in self.planted]
        mine = [row for row in rows if row.is_running and victim in ("all", "redis", row.worker.partition("@")[0])]
        waiting = [row for row in rows if not row.is_running]
        pids = frozenset(process.pid for process in processes)
        struck = Strike(kind, victim, began, pids, watched(mine), watched(waiting))
        # At once, since many faults last, and documents go on while they do.
        self.follow(struck)
        return struck


Fault = Callable[[Arena, str, str], Strike]


def signalled(number: signal.Signals) -> Fault:
    """Return a fault that sends a worker a signal and waits until it has ended."""

    def strike(arena: Arena, kind: str, stage: str) -> Strike:
        slot = arena.slot(stage)
        process, family = slot.process, slot.family()
        with halted(family if number is signal.SIGKILL else []):
            struck = arena.strike(kind, slot.name, family)
            if process is not None and process.poll() is None:
                with suppress(ProcessLookupError):
                    (os.killpg if number is signal.SIGKILL else os.kill)(process.pid, number)
        wait_for(lambda: process is None or process.poll() is not None)
        return struck

    return strike


def kill_all_workers(arena: Arena, kind: str, stage: str) -> Strike:
    """SIGKILL every worker at the same moment."""
    family = [process for slot in arena.fleet.slots for process in slot.family()]
    with halted(family):
        struck = arena.strike(kind, "all", family)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
    return struck


def kill_child(arena: Arena, kind: str, stage: str) -> Strike:
    """SIGKILL the processes of a worker's pool, as the kernel does when memory runs out."""
    slot = arena.slot(stage)
    children = slot.family()[1:]
    with halted(children):
        struck = arena.strike(kind, slot.name, children)
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()
    return struck


def freeze_worker(arena: Arena, kind: str, stage: str) -> Strike:
    """SIGSTOP a whole worker for longer than its lease; then it comes back as a zombie."""
    slot = arena.slot(stage)
    family = slot.family()
    with halted(family):
        struck = arena.strike(kind, slot.name, family)
        sleep(arena.plan.freeze_seconds)
    return struck


def delete_queue(arena: Arena, kind: str, stage: str) -> Strike:
    """DEL the queue of a stage, with every message that waits in it."""
    struck = arena.strike(kind, stage)
    queue = next((name for name in arena.queues if arena.redis.llen(name)), stage)
    return deleted(arena, struck, [queue], ())


def delete_all_queues(arena: Arena, kind: str, stage: str) -> Strike:
    """DEL all queues and what Celery remembers of messages that were delivered."""
    return deleted(arena, arena.strike(kind, "all"), arena.queues, UNACKED)


def deleted(arena: Arena, struck: Strike, queues: Sequence[str], others: Sequence[str]) -> Strike:
    """Delete queues in one step and name the waiting documents whose messages were in them."""
    with arena.redis.pipeline(transaction=True) as pipe:
        for queue in queues:
            pipe.lrange(queue, 0, -1)
        pipe.delete(*queues, *others)
        *lists, _ = pipe.execute()
    gone = {name for messages in lists for message in messages for name in ids_in(message)}
    rows = {row.id: row for row in arena.look(arena.redis) if row.id not in arena.planted}
    struck.lost_messages = watched(rows[name] for name in gone if name in rows)
    struck.running = []
    struck.waiting = [row for row in struck.waiting if row.held.id not in gone]
    return struck


def ids_in(message: bytes) -> list[str]:
    """Return the ids in a message of a stage: its only argument is a list of pairs."""
    body = json.loads(base64.b64decode(json.loads(message)["body"]))
    pairs = body[0][0] if body[0] else []
    return [str(pair[0]) for pair in pairs] if isinstance(pairs, list) else []


def kill_redis(arena: Arena, kind: str, stage: str) -> Strike:
    """Kill -9 Redis and start it again on what it wrote."""
    struck = arena.strike(kind, "redis")
    pid = arena.server.pid
    if pid is not None:
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not arena.server.is_running())
    arena.server.start()
    return struck


def freeze_redis(arena: Arena, kind: str, stage: str) -> Strike:
    """SIGSTOP Redis for a while: connections stay open, and nobody answers."""
    struck = arena.strike(kind, "redis")
    pid = arena.server.pid
    with halted([psutil.Process(pid)] if pid else []):
        sleep(arena.plan.redis_freeze_seconds)
    return struck


def fill_redis(arena: Arena, kind: str, stage: str) -> Strike:
    """Fill Redis to its memory limit from outside, wait, and free it again."""
    struck = arena.strike(kind, "redis")
    before = int(arena.redis.config_get("maxmemory")["maxmemory"] or 0)
    used = int(arena.redis.info("memory")["used_memory"])
    arena.redis.config_set("maxmemory", used * LIMIT_FACTOR)
    number, sizes = 0, list(JUNK_BYTES)
    ends_at = monotonic() + arena.plan.redis_full_seconds
    try:
        while monotonic() < ends_at:
            try:
                # A string of that length from a command of a few bytes, so that the append-only file stays small.
                arena.redis.setrange(f"{JUNK}{number}", sizes[0] - 1, "x")
                number += 1
            except RedisError:
                sizes = sizes[1:] or sizes
                sleep(0 if len(sizes) > 1 else 0.05)
    finally:
        arena.redis.config_set("maxmemory", before)
        junk = list(arena.redis.scan_iter(match=JUNK + "*", count=1000))
        if junk:
            arena.redis.delete(*junk)
    return struck


def kill_clients(arena: Arena, kind: str, stage: str) -> Strike:
    """Hang up on every client of Redis."""
    struck = arena.strike(kind, "redis")
    for kind_of_client in ("normal", "pubsub"):
        arena.redis.client_kill_filter(_type=kind_of_client, skipme=True)
    return struck


@contextmanager
def halted(processes: Sequence[psutil.Process]) -> Iterator[None]:
    """Stop processes while the block lasts, so that what they hold stands still; those killed in it stay dead."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.suspend()
    try:
        yield
    finally:
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.resume()


def wait_for(condition: Callable[[], bool], *, seconds: float = GONE_SECONDS) -> None:
    """Wait for something that must happen; it is no end of the run when it does not, the verdict will show it."""
    deadline = monotonic() + seconds
    while not condition() and monotonic() < deadline:
        sleep(0.02)


FAULTS: dict[str, Fault] = {
    "SIGKILL of a child": kill_child,
    "SIGKILL of a worker": signalled(signal.SIGKILL),
    "SIGKILL of all workers": kill_all_workers,
    "SIGTERM during work": signalled(signal.SIGTERM),
    "SIGQUIT during work": signalled(signal.SIGQUIT),
    "worker frozen beyond its lease": freeze_worker,
    "a Celery queue deleted": delete_queue,
    "all Celery queues deleted": delete_all_queues,
    "Redis killed and restarted": kill_redis,
    "all connections of Redis killed": kill_clients,
    "Redis frozen": freeze_redis,
    "Redis at its memory limit": fill_redis,
}
