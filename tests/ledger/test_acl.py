"""The users of docs/security.md may do what they need, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import NoPermissionError

from workers.ledger import keys

GUIDE = Path(__file__).parent.parent.parent / "docs/security.md"


@pytest.fixture
def users(redis: Redis) -> Iterator[dict[str, Redis]]:
    """Make the users with the lines of the guide, as typed."""
    (block,) = re.findall(r"```redis\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    known = redis.connection_pool.connection_kwargs
    made = {}
    for line in block.splitlines():
        redis.execute_command(*line.split())
        _, _, name, *rules = line.split()
        password = next(rule[1:] for rule in rules if rule.startswith(">"))
        made[name] = Redis(host=known["host"], port=known["port"], username=name, password=password)
    yield made
    for name, client in made.items():
        client.close()
        redis.acl_deluser(name)


def test_a_producer_adds_documents_and_reads_nothing(redis: Redis, users: dict[str, Redis]) -> None:
    producer = users["producer"]
    for lane in keys.LANES:
        assert producer.xadd(lane, {"document": '{"text": "x"}'})
    redis.xadd(keys.RESULTS, {"result": "{}"})
    for command in (
        ("XADD", keys.RESULTS, "*", "a", "b"),
        ("XADD", "normalize", "*", "a", "b"),
        ("XRANGE", keys.DOCUMENTS, "-", "+"),
        ("XDEL", keys.DOCUMENTS, "1-1"),
        ("GET", keys.result("x")),
        ("LPUSH", "celery", "x"),
        ("PUBLISH", "/0.celery.pidbox", "x"),
        ("SUBSCRIBE", keys.EVENTS),
        ("EVAL", "return 1", "0"),
        ("CONFIG", "GET", "requirepass"),
        ("FLUSHALL",),
        ("KEYS", "*"),
    ):
        with pytest.raises(NoPermissionError):
            producer.execute_command(*command)


def test_a_consumer_reads_results_in_a_group_and_adds_nothing(redis: Redis, users: dict[str, Redis]) -> None:
    consumer = users["consumer"]
    redis.set(keys.result("x"), "{}")
    redis.xadd(keys.RESULTS, {"result": "{}"})
    consumer.xgroup_create(keys.RESULTS, "mine", id="0")
    assert consumer.get(keys.result("x")) == b"{}"
    assert consumer.xreadgroup("mine", "me", {keys.RESULTS: ">"})
    assert consumer.xpending(keys.RESULTS, "mine")["pending"] == 1
    with consumer.pubsub() as channel:
        channel.subscribe(keys.EVENTS)
        assert channel.get_message(timeout=5)
    for command in (
        ("XADD", keys.DOCUMENTS, "*", "a", "b"),
        ("XADD", keys.RESULTS, "*", "a", "b"),
        ("XDEL", keys.RESULTS, "1-1"),
        ("XTRIM", keys.RESULTS, "MAXLEN", "0"),
        ("SET", keys.result("x"), "y"),
        ("HGETALL", keys.document("x")),
        ("XRANGE", keys.FAILURES, "-", "+"),
        ("SUBSCRIBE", "/0.celery.pidbox"),
        ("EVAL", "return 1", "0"),
    ):
        with pytest.raises(NoPermissionError):
            consumer.execute_command(*command)
