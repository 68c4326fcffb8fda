"""Where this process runs: its settings, and the Redis that it talks to."""

import os
from functools import cache
from pathlib import Path

from redis import Redis
from redis.exceptions import BusyLoadingError, RedisError, TimeoutError

from workers.ledger.connection import connect
from workers.settings import Settings

DEFAULT_REDIS_URL = "redis://127.0.0.1:6379/0"
URL_FILE = "redis.url"


@cache
def settings() -> Settings:
    """Return the settings of this process, read from its environment once."""
    return Settings.from_environ(os.environ)


def data_dir(chosen: Settings) -> Path:
    """Return the folder in which the embedded Redis keeps its data and its URL."""
    if chosen.data_dir is not None:
        return chosen.data_dir
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "warraq"


def redis_url(chosen: Settings) -> str:
    """Return the URL in force: the setting, else the embedded Redis while it runs, else the usual local one."""
    if chosen.redis_url:
        return chosen.redis_url
    url_file = data_dir(chosen) / URL_FILE
    if url_file.is_file():
        url = url_file.read_text(encoding="utf-8").strip()
        if answers(url, or_is_busy=True):
            return url
    return DEFAULT_REDIS_URL


def answers(url: str, *, or_is_busy: bool = False) -> bool:
    """Say whether a Redis at that URL answers now; one that loads its data or is slow to answer is busy."""
    try:
        with Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1, retry=None) as redis:
            return bool(redis.ping())
    except (BusyLoadingError, TimeoutError):
        return or_is_busy
    except (RedisError, OSError, ValueError):
        return False


def redis_client(chosen: Settings) -> Redis:
    """Return a client of the Redis in force."""
    return connect(redis_url(chosen))
