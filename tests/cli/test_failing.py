"""Every error of Redis gets a line that says what it is, and never the password."""

import pytest
from redis import Redis
from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    ConnectionError,
    NoPermissionError,
    OutOfMemoryError,
    RedisError,
    ResponseError,
    TimeoutError,
)

from workers.cli.failing import explain
from workers.errors import ConfigurationError
from workers.ledger import failures
from workers.ledger.connection import connect


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConnectionError("refused"), "warraq up"),
        (TimeoutError("slow"), "(TimeoutError)"),
        (AuthenticationError("no"), "refuses the password"),
        (NoPermissionError("this user has no permissions to run 'xadd'"), "ACL"),
        (BusyLoadingError("loading"), "still loading"),
        (OutOfMemoryError("used memory > maxmemory"), "memory limit"),
        (ResponseError("MISCONF Errors writing to the AOF file"), "cannot do that: MISCONF"),
    ],
)
def test_an_error_of_redis_is_told_from_the_others(error: RedisError, words: str) -> None:
    line = explain(error)
    assert line is not None
    assert words in line
    assert "Redis" in line
    assert "redis://" in line


@pytest.mark.parametrize("url", ["localhost:6379", "http://localhost", "redis://:secret@host:port/0"])
def test_what_is_no_url_of_redis_is_a_configuration_error(url: str) -> None:
    with pytest.raises(ConfigurationError, match="looks like redis://") as caught:
        connect(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("key", ["a-document-id", "1", "1-1"])
def test_what_is_no_key_of_the_list_is_not_on_it(redis: Redis, key: str) -> None:
    assert failures.discard(redis, key) is False
