"""A sentence that was sent through every door, in every way that ends badly, is nowhere but where documents are kept."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from celery import Celery

from schemas import Document
from tests.queue.extension import DEADLY, ENDLESS, INDISCREET
from tests.queue.stack import Stack
from tests.waiting import wait_until
from workers.embedded import _free_port
from workers.ledger import keys

MARKER = "zubaydah counted forty herons"
TITLE = "qasida of the " + MARKER
ADDRESS = "http://127.0.0.1"
# Where documents are kept, and the one message that carries a document.
KEPT = ("warraq:document:", "warraq:result", "warraq:documents", "celery", "unacked")
WORDS = f"In the garden {MARKER}, and none of them stayed."
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Ears:
    """Everything that a stack says to others while it works: Celery's events and the channel of publications."""

    def __init__(self, stack: Stack) -> None:
        self.heard: list[str] = []
        self.kinds: set[str] = set()
        self._stack = stack
        self._app = Celery("ears", broker=stack.server.url, set_as_current=False)
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=run, daemon=True) for run in (self._events, self._channel)]

    def __enter__(self) -> "Ears":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _hear(self, event: dict[str, Any]) -> None:
        self.kinds.add(event["type"])
        self.heard.append(repr(event))

    def _events(self) -> None:
        with self._app.connection_for_read() as connection:
            receiver = self._app.events.Receiver(connection, handlers={"*": self._hear})
            while not self._ended.is_set():
                try:
                    receiver.capture(limit=None, timeout=0.5, wakeup=False)
                except TimeoutError:
                    continue

    def _channel(self) -> None:
        with self._stack.redis.pubsub(ignore_subscribe_messages=True) as channel:
            channel.psubscribe("warraq:*")
            while not self._ended.is_set():
                message = channel.get_message(timeout=0.2)
                if message:
                    self.kinds.add("channel")
                    self.heard.append(repr(message))


@pytest.fixture
def flower(stack: Stack) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "celery", "-A", "tests.queue.extension", "-q", "flower", f"--port={port}"]
    command += ["--address=127.0.0.1", "--max_tasks=1000", "--logging=debug"]
    with (stack.folder / "worker-flower.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env=environ(stack) | {"FLOWER_UNAUTHENTICATED_API": "true"}
        )
    url = f"{ADDRESS}:{port}"
    try:
        wait_until(lambda: process.poll() is not None or _answers(url), seconds=60, what="Flower")
        yield url
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return bool(_page(f"{url}/healthcheck"))
    except OSError:
        return False


def _page(url: str) -> str:
    with urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def send_by_every_door(stack: Stack, folder: Path) -> list[str]:
    """Send the sentence in all kinds of luck; returns the ids that will have a result."""
    client, redis = stack.client, stack.redis
    good = {"text": WORDS, "title": TITLE}
    ids = stack.submit(
        Document(id="client", **good),
        Document(id="too-large", text=WORDS * 5_000, title=TITLE),
        Document(id="corrupt", content=b"PK\x03\x04" + WORDS.encode(), media_type=DOCX, title=TITLE),
        Document(id="undecodable", content=b"\xff\xfe\x00" + WORDS.encode(), charset="utf-7", title=TITLE),
        Document(id="no-decoder", content=WORDS.encode(), media_type="video/mp4", title=TITLE),
        Document(id="indiscreet", media_type=INDISCREET, **good),
        Document(id="deadly", media_type=DEADLY, **good),
        Document(id="endless", media_type=ENDLESS, **good),
        Document(id="page", content=f"<p>{WORDS}<b>".encode(), media_type="text/html", title=TITLE),
    )
    redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": "redis", **good})})
    for number, bad in enumerate(
        (
            {"id": WORDS, "text": WORDS},
            {"text": WORDS, MARKER: 1},
            {"text": WORDS, "title": [TITLE]},
            {"text": WORDS, "language_hint": MARKER},
            {"text": WORDS, "published_at": MARKER},
            {"text": WORDS, "metadata": {MARKER: [MARKER]}},
            {"text": WORDS, "options": {"stages": [MARKER]}},
            {"content": MARKER},
            [WORDS],
            WORDS,
        )
    ):
        redis.xadd(keys.DOCUMENTS, {"document": json.dumps(bad)})
        celery = Celery("foreign", broker=stack.server.url, set_as_current=False)
        celery.send_task("workers.submit", args=[bad], task_id=f"bad-{number}", argsrepr="-", kwargsrepr="-")
    redis.xadd(keys.DOCUMENTS, {"document": "{" + WORDS})
    redis.xadd(keys.DOCUMENTS, {MARKER: WORDS, "id": MARKER})
    celery.send_task("workers.submit", args=[{"id": "celery", **good}])
    celery.send_task("workers.submit", args=[{**good}, MARKER], kwargs={MARKER: MARKER})
    celery.send_task("workers.submit", kwargs={"document": {"id": "conflict", **good}})
    celery.send_task(f"workers.{MARKER}", args=[WORDS])
    celery.send_task("workers.normalize", args=[[[MARKER, MARKER]]], argsrepr="-")
    client.submit(Document(id="later", **good))
    file = folder / "words.txt"
    file.write_text(WORDS)
    assert MARKER not in warraq(stack, "submit", file, "--id", "cli", "--title", TITLE)
    return [*ids, "redis", "celery", "conflict", "later", "cli"]


def environ(stack: Stack) -> dict[str, str]:
    return {**os.environ, "WARRAQ_REDIS_URL": stack.server.url, "WARRAQ_LOG_LEVEL": "DEBUG"}


def warraq(stack: Stack, *arguments: object) -> str:
    """Run a command; returns all that it says."""
    command = [str(Path(sys.executable).parent / "warraq"), *map(str, arguments)]
    ended = subprocess.run(command, env=environ(stack), capture_output=True, check=False)
    return (ended.stdout + ended.stderr).decode()


def stored(stack: Stack) -> Iterator[str]:
    """Yield every key in Redis, with its value, that is no place for documents."""
    for key in stack.redis.scan_iter(count=1_000):
        name = key.decode()
        if not name.startswith(KEPT):
            yield f"{name} {_value(stack, name)}"


def _value(stack: Stack, name: str) -> str:
    redis: Any = stack.redis
    reading = {
        "string": lambda: redis.get(name),
        "list": lambda: redis.lrange(name, 0, -1),
        "hash": lambda: redis.hgetall(name),
        "set": lambda: redis.smembers(name),
        "zset": lambda: redis.zrange(name, 0, -1, withscores=True),
        "stream": lambda: redis.xrange(name),
    }
    kind = redis.type(name).decode()
    return repr(reading[kind]()) if kind in reading else ""


def asked(stack: Stack) -> dict[str, str]:
    """Ask the workers everything that Celery lets one ask."""
    inspect = Celery("asking", broker=stack.server.url, set_as_current=False).control.inspect(timeout=10, limit=1)
    questions = ("active", "reserved", "scheduled", "revoked", "stats", "conf", "report", "registered", "active_queues")
    return {name: repr(getattr(inspect, name)()) for name in questions}


def test_the_sentence_is_nowhere_but_where_documents_are_kept(stack: Stack, flower: str, tmp_path: Path) -> None:
    stack.start_worker(
        concurrency=2, log_level="DEBUG", max_document_bytes=100_000, stage_time_limit_seconds=1, max_attempts=2
    )
    with Ears(stack) as ears:
        ids = send_by_every_door(stack, tmp_path)
        answers = asked(stack)
        wait_until(lambda: set(ids) <= set(stack.published()), seconds=200, what="every document's end")
        wait_until(lambda: stack.count("rejected") >= 23, seconds=100, what="every refusal")
        pages = {
            path: _page(f"{flower}{path}")
            for path in (
                "/api/tasks?limit=1000",
                "/tasks",
                "/api/workers?refresh=0",
                "/api/queues/length",
                "/workers",
                "/broker",
                "/metrics",
            )
        }
        tasks = json.loads(pages["/api/tasks?limit=1000"])
        pages |= {task: _page(f"{flower}/task/{task}") for task in list(tasks)[:40]}
    assert {"task-sent", "task-received", "task-started", "task-succeeded", "channel"} - ears.kinds <= {"task-sent"}
    assert len(tasks) > 20
    places = {
        "the log": [stack.log()],
        "an event": ears.heard,
        "an answer": list(answers.values()),
        "Flower": list(pages.values()),
        "Redis": list(stored(stack)),
        "a command": [warraq(stack, "failures", "--json"), warraq(stack, "doctor"), warraq(stack, "status", "client")],
        "a process title": [" ".join(child.cmdline()) for child in stack.children(stack.workers[0])],
    }
    assert [
        (place, text[max(text.find(MARKER) - 300, 0) :][:600])
        for place, texts in places.items()
        for text in texts
        if MARKER in text
    ] == []
    assert stack.server.url.split(":")[2].partition("@")[0] not in "".join(
        (*answers.values(), *pages.values(), stack.log())
    )
