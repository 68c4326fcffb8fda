"""What the queue costs: the same documents through `process()` and through Redis and a worker, in CPU seconds.

    python -m benchmarks.queue [--documents N] [--characters N]

Prints one table; ratios taken in one run are what counts, since machines are shared.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time, sleep

import psutil

from schemas import Document
from workers.client import Client
from workers.embedded import EmbeddedRedis
from workers.engines.registry import preload
from workers.ledger import keys
from workers.ledger.overview import workers as live_workers
from workers.pipeline import process
from workers.settings import Settings
from workers.supervisor import worker_command

SEEDS = Path(__file__).parent.parent / "seeds"


def documents(number: int, characters: int) -> list[Document]:
    """Return documents of about that length, each shuffled from the lines of one text seed."""
    shuffled = random.Random(7)
    seeds = [lines for path in sorted(SEEDS.glob("*.txt")) if (lines := _lines(path))]
    made = []
    for index in range(number):
        lines, text = seeds[index % len(seeds)], f"{index}.\n"
        while len(text) < characters:
            text += shuffled.choice(lines) + "\n"
        made.append(Document(id=f"bench-{index}", text=text[:characters]))
    return made


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except UnicodeDecodeError:
        return []


def in_process(rows: list[Document], concurrency: int) -> float:
    """Return the CPU seconds of the language work alone, in as many processes as the worker has.

    As many, because two busy processes slow each other down on shared cores, whatever they do.
    """
    preload()
    shares = [rows[number::concurrency] for number in range(concurrency)]
    with get_context("fork").Pool(concurrency) as pool:
        return sum(pool.map(_work, shares, chunksize=1))


def _work(rows: list[Document]) -> float:
    started = process_time()
    for result in process(rows):
        result.model_dump_json()
    return process_time() - started


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """Return what processes and their living children have used."""
    everyone = {child.pid: child for parent in processes for child in (parent, *parent.children(recursive=True))}
    return sum(sum(one.cpu_times()[:2]) for one in everyone.values())


def through_the_queue(rows: list[Document], concurrency: int) -> dict[str, float]:
    """Return wall and CPU seconds of Redis, worker and producer."""
    with tempfile.TemporaryDirectory() as folder:
        server = EmbeddedRedis(Path(folder))
        server.start()
        environ = {**os.environ, "WARRAQ_REDIS_URL": server.url, "WARRAQ_CONCURRENCY": str(concurrency)}
        worker = subprocess.Popen(worker_command(1, log_level="ERROR"), env=environ, stderr=subprocess.DEVNULL)
        try:
            with Client(server.url, settings=Settings()) as client:
                return _measure(client, rows, psutil.Process(server.pid), psutil.Process(worker.pid))
        finally:
            worker.send_signal(signal.SIGQUIT)
            worker.wait()
            server.stop()


def _measure(client: Client, rows: list[Document], redis: psutil.Process, worker: psutil.Process) -> dict[str, float]:
    while not live_workers(client._redis):  # noqa: SLF001
        sleep(0.1)
    warm = [row.model_copy(update={"id": f"warm-{row.id}"}) for row in rows[:8]]
    for receipt in client.submit_many(warm):
        client.wait(receipt.id, timeout_seconds=60)
    before = {"redis": cpu_seconds([redis]), "worker": cpu_seconds([worker]), "main": sum(worker.cpu_times()[:2])}
    producer, started = process_time(), perf_counter()
    ids = [receipt.id for receipt in client.submit_many(rows)]
    producer = process_time() - producer
    while client._redis.zcard(keys.DUE):  # noqa: SLF001 (an overview would cost more than what is measured)
        sleep(0.2)
    wall = perf_counter() - started
    assert all(client.result(name) for name in ids)
    return {
        "wall": wall,
        "producer": producer,
        "redis": cpu_seconds([redis]) - before["redis"],
        "worker": cpu_seconds([worker]) - before["worker"],
        "of it main process": sum(worker.cpu_times()[:2]) - before["main"],
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--characters", type=int, default=2_000)
    parser.add_argument("--concurrency", type=int, default=2)
    chosen = parser.parse_args()
    rows = documents(chosen.documents, chosen.characters)
    alone = in_process(rows, chosen.concurrency)
    queue = through_the_queue(rows, chosen.concurrency)
    total = queue["redis"] + queue["worker"] + queue["producer"]
    per = 1000 / chosen.documents
    print(
        f"{chosen.documents} documents of {chosen.characters} characters, {chosen.concurrency} processes",
        file=sys.stderr,
    )
    print(f"| language work alone, CPU ms a document | {alone * per:.1f} |")
    for name, seconds in queue.items():
        print(f"| queue: {name}, ms a document | {seconds * per:.1f} |")
    print(f"| queue in all / language work alone | {total / alone:.2f} |")


if __name__ == "__main__":
    main()
