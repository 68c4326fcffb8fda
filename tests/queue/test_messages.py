"""Messages of Celery that nobody should send: each is refused, counted, never quoted, and ends no worker."""

import base64
import json
import pickle
import zlib
from collections.abc import Iterator

import pytest
from celery import Celery

from schemas import FailureCode
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until

MARKER = "the heron waded through classified reeds"
PIDBOX = "/0.celery.pidbox"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("messages")) as made:
        made.start_worker(max_document_bytes=100_000)
        yield made


def envelope(**changes: object) -> dict[str, object]:
    """Return the envelope that Celery makes, with some of it changed."""
    body = json.dumps([[MARKER], {}, {"callbacks": None, "errbacks": None, "chain": None, "chord": None}])
    made: dict[str, object] = {
        "body": base64.b64encode(body.encode()).decode(),
        "content-encoding": "utf-8",
        "content-type": "application/json",
        "headers": {"task": "workers.normalize", "id": "t", "argsrepr": "-", "kwargsrepr": "-", "lang": "py"},
        "properties": {
            "delivery_tag": "tag",
            "delivery_mode": 2,
            "delivery_info": {"exchange": "", "routing_key": "normalize"},
            "priority": 0,
            "body_encoding": "base64",
        },
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def task(body: object = None, **headers: object) -> str:
    raw = body if isinstance(body, bytes) else json.dumps([[MARKER], {}, {}] if body is None else body).encode()
    named = {"task": "workers.normalize", "id": "t", **headers}
    kept = {name: value for name, value in named.items() if value != "absent"}
    return json.dumps(envelope(body=base64.b64encode(raw).decode(), headers=kept))


def pairs(*rows: object) -> str:
    return task([[list(rows)], {}, {}])


RAW = {
    "garbage": f"\x00\xff not JSON {MARKER}",
    "empty": "",
    "a number": "7",
    "a list": "[]",
    "null": "null",
    "no properties": json.dumps({"body": MARKER}),
    "nested": "[" * 100_000,
    "nested objects": '{"a":' * 50_000,
    "oversized": json.dumps(envelope(body="A" * 3_000_000)),
    "endless number": json.dumps(envelope())[:-1] + ', "n": ' + "9" * 10_000 + "}",
    "a type that is none": json.dumps({"__type__": "nonsense", "__value__": MARKER}),
}
ENVELOPES = {
    "properties that are a list": envelope(properties=[MARKER]),
    "no delivery tag": envelope(properties={"delivery_info": {}}),
    "a delivery tag that is a list": envelope(properties={"delivery_info": {}, "delivery_tag": [1]}),
    "headers that are text": envelope(headers=MARKER),
    "a body that is a list": envelope(body=[MARKER]),
    "broken base64": envelope(body="§§§" + MARKER),
    "another body encoding": envelope(
        properties={"delivery_tag": "x", "delivery_info": {}, "body_encoding": "rot13"},
    ),
    "pickle": envelope(
        **{"content-type": "application/x-python-serialize", "content-encoding": "binary"},
        body=base64.b64encode(pickle.dumps([[MARKER], {}, {}])).decode(),
    ),
    "yaml": envelope(**{"content-type": "application/x-yaml"}),
    "msgpack": envelope(**{"content-type": "application/x-msgpack", "content-encoding": "binary"}),
    "plain text": envelope(**{"content-type": "text/plain"}),
    "another content encoding": envelope(**{"content-encoding": "utf-7"}),
    "no content type": envelope(**{"content-type": None}),
    "compressed": envelope(
        headers={"task": "workers.normalize", "id": "t", "compression": "application/x-gzip"},
        body=base64.b64encode(zlib.compress(b" " * 10_000_000)).decode(),
    ),
}
TASKS = {
    "an unknown task": task(task=f"workers.{MARKER}"),
    "a task that is a list": task(task=[MARKER]),
    "no task": task(task="absent"),
    "no id": task(id="absent"),
    "an id that is a list": task(id=[MARKER]),
    "an endless id": task(id="x" * 1_000),
    "a body that is no list": task({"args": [MARKER]}),
    "a body of two": task([[MARKER], {}]),
    "arguments that are text": task([MARKER, {}, {}]),
    "named arguments that are text": task([[], MARKER, {}]),
    "a body that is not JSON": task(b"\xff\xfe" + MARKER.encode()),
    "an empty body": task(b""),
    "a deeply nested body": task(b"[" * 200_000),
    "a moment that is none": task(eta=MARKER),
    "a moment beyond time": task(eta="9999-99-99T99:99:99"),
    "an expiry that is none": task(expires=MARKER),
    "time limits that are none": task(timelimit=MARKER),
    "time limits that are text": task(timelimit=[MARKER, MARKER]),
    "retries that are none": task(retries=MARKER),
    "a list of headers as shadow": task(shadow=[MARKER]),
    "no argument": task([[], {}, {}]),
    "another argument": task([[[], MARKER], {}, {}]),
    "a named argument": task([[], {MARKER: MARKER}, {}]),
    "an argument that is no list": task([[MARKER], {}, {}]),
    "a pair that is none": pairs(MARKER),
    "a pair of three": pairs(["a", "1-1#1", MARKER]),
    "a pair of numbers": pairs([1, 2]),
    "an id of the wrong form": pairs([MARKER, "1-1#1"]),
    "a mark of the wrong form": pairs(["id", MARKER]),
    "100,000 pairs": pairs(*[["a", "1-1#1"]] * 100_000),
}
SENT = {**RAW, **{name: json.dumps(made) for name, made in ENVELOPES.items()}, **TASKS}


def test_each_is_refused_and_counted_and_the_worker_lives_on(stack: Stack) -> None:
    worker = stack.workers[0].pid
    for number, (name, message) in enumerate(SENT.items(), start=1):
        stack.redis.lpush("normalize", message)
        wait_until(lambda: stack.count("refused_messages") >= number, what=f"the refusal of {name}")  # noqa: B023
        assert stack.count("refused_messages") == number, name
    wait_until(lambda: not stack.redis.exists("unacked"), what="nothing left unacknowledged")
    assert stack.workers[0].poll() is None
    assert stack.workers[0].pid == worker
    ids = stack.submit(*notes(2, prefix="after"))
    assert len(stack.results(ids)) == 2
    assert MARKER not in stack.log()


@pytest.mark.parametrize("message", ["{}", "garbage " + MARKER, "[" * 100_000, json.dumps({"properties": {}})])
def test_noise_on_the_channel_of_remote_control_ends_no_worker(stack: Stack, message: str) -> None:
    before = stack.count("refused_messages")
    assert stack.redis.publish(PIDBOX, message) == 1
    wait_until(lambda: stack.count("refused_messages") > before or "Cannot process event" in stack.log(), what="it")
    foreign = Celery("somebody-else", broker=stack.server.url, set_as_current=False)
    assert foreign.control.broadcast("ping", reply=True, timeout=10, limit=1)
    assert MARKER not in stack.log()


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        ([], {}),
        ([{"text": MARKER}, MARKER], {}),
        ([MARKER], {}),
        ([], {"text": MARKER}),
        ([], {"document": {"text": MARKER, MARKER: 1}}),
        ([{"id": MARKER, "text": MARKER}], {}),
        ([{"text": MARKER}], {MARKER: MARKER}),
    ],
)
def test_a_submission_with_a_wrong_signature_is_listed(
    stack: Stack, args: list[object], kwargs: dict[str, object]
) -> None:
    foreign = Celery("somebody-else", broker=stack.server.url, set_as_current=False)
    before = stack.count("rejected")
    sent = foreign.send_task("workers.submit", args=args, kwargs=kwargs)
    wait_until(lambda: any(sent.id in row.entry for _, row in stack.client.failures()), what="a failure")
    (failure,) = [row for _, row in stack.client.failures() if sent.id in row.entry]
    assert failure.code is FailureCode.INVALID_DOCUMENT
    assert MARKER not in failure.model_dump_json()
    assert stack.count("rejected") == before + 1
    assert MARKER not in stack.log()
