"""The Lua scripts beside this file, loaded once, called by name, one at a time or pipelined."""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha1
from importlib.resources import files
from typing import Any, NamedTuple

from redis import Redis
from redis.exceptions import NoScriptError

# A consumer without a sign of life for this long is gone, and if not, its next read makes it again.
RETIRE_IDLE_MILLISECONDS = 3_600_000

Argument = str | bytes | int | float


class Call(NamedTuple):
    """One call of a script."""

    keys: Sequence[str]
    arguments: Sequence[Argument]


@cache
def source(name: str) -> tuple[str, str]:
    """Return the text of a script and the digest by which Redis knows it."""
    text = files(__package__).joinpath(f"{name}.lua").read_text(encoding="utf-8")
    return text, sha1(text.encode(), usedforsecurity=False).hexdigest()


def run(redis: Redis, name: str, call: Call) -> Any:
    """Run a script; Redis is taught it first when it has forgotten it."""
    text, digest = source(name)
    try:
        return redis.evalsha(digest, len(call.keys), *call.keys, *call.arguments)
    except NoScriptError:
        return redis.eval(text, len(call.keys), *call.keys, *call.arguments)


def retire(redis: Redis, stream: str, *, group: str) -> None:
    """Forget the consumers of a group that are long gone and owe nothing; one that comes back is made again."""
    run(redis, "retire", Call([stream], [group, RETIRE_IDLE_MILLISECONDS]))


def run_many(redis: Redis, name: str, calls: Iterable[Call]) -> list[Any]:
    """Run a script for each call in one round trip; every script is idempotent, so a repeat is harmless."""
    return run_each(redis, [(name, call) for call in calls])


def run_each(redis: Redis, named: Sequence[tuple[str, Call]]) -> list[Any]:
    """Run different scripts in one round trip; if Redis has forgotten one, it is taught all and they run again."""
    try:
        return _pipelined(redis, named)
    except NoScriptError:
        for name in {name for name, _ in named}:
            redis.script_load(source(name)[0])
        return _pipelined(redis, named)


def _pipelined(redis: Redis, named: Sequence[tuple[str, Call]]) -> list[Any]:
    with redis.pipeline(transaction=False) as pipe:
        for name, call in named:
            pipe.evalsha(source(name)[1], len(call.keys), *call.keys, *call.arguments)
        return pipe.execute()
