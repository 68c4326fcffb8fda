"""A soak: many documents through real workers, after which keys and memory must be where they began.

    python -m benchmarks.soak [--documents N] [--workers N] [--report FILE]

Prints a table, writes a JSON report, and ends with 1 when keys are left, when the memory of Redis does not return to
its base line, or when a process of a worker grows by a megabyte or more per 1,000 documents.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from statistics import linear_regression
from time import monotonic, sleep

import psutil
from redis import Redis

from schemas import Document
from workers.client import Client
from workers.embedded import EmbeddedRedis
from workers.ledger import keys
from workers.ledger.connection import connect
from workers.ledger.overview import workers as live_workers
from workers.settings import Settings
from workers.supervisor import worker_command

# The shortest that settings allow; everything that a document leaves behind is gone this long after its end.
EXPIRY_SECONDS = 60
RESULTS_MAX = 500
MAX_DOCUMENT_BYTES = 1_000_000
# Documents of the first part: until then caches, pools and the allocator fill up, and nothing is judged.
WARM_UP_SHARE = 0.25
MOST_GROWTH_MEGABYTES = 1.0
MOST_MEMORY_SHARE = 1.05
SAMPLE_SECONDS = 2.0
# Doors are not the subject; this many documents wait at most, so that the memory of Redis tells about leaks only.
MOST_UNFINISHED = 2_000
BATCH_DOCUMENTS = 100
SETTLE_SECONDS = EXPIRY_SECONDS * 3.0
# Celery's own keys: which queues there are, where kombu keeps what is delivered, and what an operator is answered.
CELERY_PREFIXES = ("_kombu.binding", "unacked")
WORDS = [
    "the",
    "council",
    "of",
    "Hamburg",
    "met",
    "on",
    "Monday",
    "and",
    "spent",
    "two",
    "million",
    "euros",
    "for",
    "a",
    "bridge",
    "over",
    "the",
    "river",
    "Elbe",
]


@dataclass(slots=True)
class Samples:
    """Resident memory of each process in megabytes, by documents published."""

    of: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

    def take(self, worker: psutil.Process, name: str, published: int) -> None:
        """Look at a worker and its children."""
        for number, process in enumerate([worker, *worker.children(recursive=True)]):
            role = f"{name} main" if number == 0 else f"{name} child {process.pid}"
            self.of.setdefault(role, []).append((published, process.memory_info().rss / 1e6))

    def slopes(self, warm_up: int) -> dict[str, float]:
        """Return megabytes per 1,000 documents after the warm-up, of processes that lived long enough to tell."""
        late = {name: [row for row in rows if row[0] >= warm_up] for name, rows in self.of.items()}
        return {
            name: linear_regression(*zip(*rows, strict=True)).slope * 1_000
            for name, rows in late.items()
            if len({published for published, _ in rows}) >= 10
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; `problems` is empty after a good run."""

    documents: int
    seconds: float
    published: int
    base_bytes: int
    end_bytes: int
    end_bytes_of: dict[str, int]
    keys_left: list[str]
    megabytes_per_1000: dict[str, float]
    problems: list[str] = field(default_factory=list)


def documents(number: int) -> Iterator[Document]:
    """Yield short documents, one in twenty of another kind: longer, HTML, broken, or too large."""
    chance = random.Random(11)
    for index in range(number):
        words = " ".join(chance.choices(WORDS, k=12))
        text = f"Note {index}: {words}."
        match index % 100:
            case 20:
                yield Document(text="\n".join(f"{text} {line}" for line in range(60)))
            case 40:
                yield Document(content=f"<html><body><p>{text}</p></body></html>".encode(), media_type="text/html")
            case 60:
                yield Document(content=b"%PDF-1.7 nothing", media_type="application/pdf")
            case 80:
                yield Document(text=text.ljust(MAX_DOCUMENT_BYTES + 1, "."))
            case _:
                yield Document(text=text)


@contextmanager
def running(folder: Path, count: int) -> Iterator[tuple[EmbeddedRedis, list[psutil.Process]]]:
    """Run a Redis and workers with short expiries."""
    server = EmbeddedRedis(folder / "redis")
    server.start()
    environ = {
        **os.environ,
        "WARRAQ_REDIS_URL": server.url,
        "WARRAQ_CONCURRENCY": "1",
        "WARRAQ_RESULT_EXPIRY_SECONDS": str(EXPIRY_SECONDS),
        "WARRAQ_STATE_EXPIRY_SECONDS": str(EXPIRY_SECONDS),
        "WARRAQ_FAILURE_EXPIRY_SECONDS": str(EXPIRY_SECONDS),
        "WARRAQ_RESULTS_MAX": str(RESULTS_MAX),
        "WARRAQ_MAX_DOCUMENT_BYTES": str(MAX_DOCUMENT_BYTES),
    }
    with (folder / "workers.log").open("wb") as log:
        started = [
            subprocess.Popen(
                worker_command(number, log_level="WARNING"), env=environ, stdout=log, stderr=log, start_new_session=True
            )
            for number in range(1, count + 1)
        ]
        try:
            with connect(server.url) as redis:
                _wait(lambda: len(live_workers(redis)) == count, what="live workers")
            yield server, [psutil.Process(process.pid) for process in started]
        finally:
            for process in started:
                process.terminate()
            for process in started:
                process.wait(60)
            server.stop()


def _wait(condition: Callable[[], object], *, what: str, seconds: float = 120) -> None:
    deadline = monotonic() + seconds
    while not condition():
        if monotonic() > deadline:
            raise TimeoutError(f"waited {seconds:g} s for {what}")
        sleep(0.2)


def feed(client: Client, redis: Redis, processes: Sequence[psutil.Process], number: int) -> Samples:
    """Hand everything in, not faster than it is worked off, and look at the workers meanwhile."""
    samples, source, next_look = Samples(), documents(number), 0.0
    submitted = 0
    while submitted < number or redis.zcard(keys.DUE):
        if submitted < number and int(redis.zcard(keys.DUE)) < MOST_UNFINISHED:
            batch = list(islice(source, BATCH_DOCUMENTS))
            ids = [receipt.id for receipt in client.submit_many(batch)]
            submitted += len(batch)
            client.cancel(ids[0])
            client.cancel(f"never-{submitted}")
        else:
            sleep(0.05)
        if monotonic() >= next_look:
            next_look = monotonic() + SAMPLE_SECONDS
            published = _published(redis)
            for index, process in enumerate(processes, 1):
                samples.take(process, f"worker {index}", published)
            print(f"\r{published:,} published", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return samples


def _published(redis: Redis) -> int:
    names = ("completed", "partial", "failed", "cancelled")
    return sum(int(value or 0) for value in redis.hmget(keys.COUNTS, names))


def left_over(redis: Redis) -> list[str]:
    """Return the keys that are neither permanent, nor Celery's own, nor of a live worker."""
    expected = {*keys.PERMANENT, keys.TRIMMING}
    found = sorted(key.decode() for key in redis.scan_iter(count=1_000))
    own = (keys.worker(""), *CELERY_PREFIXES)
    return [key for key in found if key not in expected and not key.startswith(own)]


def held_bytes(redis: Redis) -> dict[str, int]:
    """Return what each key takes; buffers of clients and of the append-only file are not data."""
    sizes = {key.decode(): redis.memory_usage(key, samples=0) or 0 for key in redis.scan_iter(count=1_000)}
    return {key: size for key, size in sorted(sizes.items()) if not key.startswith(keys.worker(""))}


def soak(number: int, workers: int, folder: Path) -> Report:
    """Run everything and say what was found."""
    began = monotonic()
    with running(folder, workers) as (server, processes), connect(server.url) as redis:
        settings = Settings(
            redis_url=server.url,
            state_expiry_seconds=EXPIRY_SECONDS,
            result_expiry_seconds=EXPIRY_SECONDS,
            max_document_bytes=MAX_DOCUMENT_BYTES,
        )
        with Client(server.url, settings=settings) as client:
            # The stream is full and stays so: the base line is taken with it.
            feed(client, redis, processes, RESULTS_MAX)
            _settle(redis)
            base = held_bytes(redis)
            samples = feed(client, redis, processes, number)
        _settle(redis)
        slopes = samples.slopes(int(RESULTS_MAX + number * WARM_UP_SHARE))
        end, left, published = held_bytes(redis), left_over(redis), _published(redis) - RESULTS_MAX
    report = Report(
        documents=number,
        seconds=round(monotonic() - began, 1),
        published=published,
        base_bytes=sum(base.values()),
        end_bytes=sum(end.values()),
        end_bytes_of=end,
        keys_left=left[:20],
        megabytes_per_1000={name: round(slope, 3) for name, slope in slopes.items()},
    )
    return replace(report, problems=_problems(report))


def _settle(redis: Redis) -> None:
    deadline = monotonic() + SETTLE_SECONDS
    while (left_over(redis) or redis.zcard(keys.FINISHED)) and monotonic() < deadline:
        sleep(1)


def _problems(report: Report) -> list[str]:
    problems = []
    if report.published != report.documents:
        problems.append(f"{report.published:,} of {report.documents:,} documents were published")
    if report.keys_left:
        problems.append(f"keys are left, for example {report.keys_left[0]}")
    if report.end_bytes > report.base_bytes * MOST_MEMORY_SHARE:
        problems.append(f"Redis holds {report.end_bytes:,} bytes of data, {report.base_bytes:,} at the base line")
    grown = {name: slope for name, slope in report.megabytes_per_1000.items() if slope >= MOST_GROWTH_MEGABYTES}
    problems += [f"{name} grows by {slope:.2f} MB per 1,000 documents" for name, slope in grown.items()]
    if not report.megabytes_per_1000:
        problems.append("no process lived long enough to tell whether it grows")
    return problems


def show(report: Report) -> None:
    """Print the table."""
    print(f"{report.published:,} of {report.documents:,} documents published in {report.seconds:,.0f} s")
    print(f"data in Redis  {report.base_bytes:>12,} bytes before, {report.end_bytes:,} after")
    print(f"keys left      {len(report.keys_left):>12,}")
    for name, slope in report.megabytes_per_1000.items():
        print(f"{name:<28} {slope:>+8.3f} MB per 1,000 documents")
    for problem in report.problems:
        print(f"problem: {problem}")


def main() -> None:
    """Run the soak from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--report", type=Path, default=None)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = soak(chosen.documents, chosen.workers, Path(folder))
    show(report)
    if chosen.report is not None:
        chosen.report.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
    sys.exit(int(bool(report.problems)))


if __name__ == "__main__":
    main()
