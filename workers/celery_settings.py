"""The Celery settings of warraq, each name checked, because Celery silently ignores a misspelt one."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from ssl import CERT_REQUIRED
from typing import Any

from celery.app.defaults import DEFAULTS
from kombu import Queue

from workers.errors import ConfigurationError
from workers.settings import Settings

# Fast recovery is the ledger's work; a short time-out would only repeat long tasks (research: a livelock).
VISIBILITY_TIMEOUT_SECONDS = 3600
# Documents have limits of their own (workers/limits); Celery's is for a task that is stuck between them, and must be
# longer than a bundle of which each document uses up its time and that of its engines: less than twice the limit.
TASK_LIMIT_FACTOR = 2
# The time-out must be longer than the longest task, or Celery would repeat it for ever.
VISIBILITY_FACTOR = 2

# What no setting of ours decides about.
ALWAYS: dict[str, Any] = {
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    # An error that Redis answers, such as OutOfMemoryError at its limit, would end the worker; it connects again.
    "broker_channel_error_retry": True,
    "accept_content": ["json"],
    "task_serializer": "json",
    "task_default_queue": "celery",
    "task_ignore_result": True,
    "task_acks_late": True,
    "task_acks_on_failure": True,
    "task_acks_on_timeout": True,
    "task_reject_on_worker_lost": True,
    "worker_prefetch_multiplier": 1,
    "worker_send_task_events": True,
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    "worker_hijack_root_logger": False,
    "worker_enable_remote_control": True,
    "worker_consumer": "workers.consumer:Consumer",
    "event_queue_expires": 60.0,
}
TRANSPORT_OPTIONS: dict[str, Any] = {
    "visibility_timeout": VISIBILITY_TIMEOUT_SECONDS,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_keepalive": True,
    "socket_connect_timeout": 5,
    "socket_timeout": 30,
    "health_check_interval": 10,
    # Retries belong to Celery, which knows that its event loop must learn of a new connection; redis-py does not.
    "retry_on_timeout": False,
    "queue_order_strategy": "round_robin",
}
# What kombu's Redis transport reads; anything else it would ignore.
KNOWN_TRANSPORT_OPTIONS = frozenset(
    {
        *TRANSPORT_OPTIONS,
        "global_keyprefix",
        "fanout_prefix",
        "fanout_patterns",
        "max_connections",
        "sep",
        "priority_steps",
    }
    | {"sentinel_kwargs", "master_name", "unacked_key", "unacked_index_key", "unacked_mutex_key", "client_name"}
)


def celery_settings(settings: Settings, *, broker_url: str, queues: Iterable[str]) -> dict[str, Any]:
    """Return the whole configuration; raises ConfigurationError for a name that Celery does not know."""
    names = tuple(queues)
    task_limit = _task_limit_seconds(settings)
    visibility = {"visibility_timeout": max(VISIBILITY_TIMEOUT_SECONDS, task_limit * VISIBILITY_FACTOR)}
    options = TRANSPORT_OPTIONS | visibility | _mapping(settings.celery.get("broker_transport_options", {}))
    chosen: dict[str, Any] = {
        **ALWAYS,
        "broker_url": broker_url,
        **_verified(broker_url),
        "task_queues": [Queue(name) for name in (*names, "celery")],
        "task_routes": {f"workers.{name}": {"queue": name} for name in names},
        "task_time_limit": task_limit,
        "worker_soft_shutdown_timeout": settings.soft_shutdown_seconds,
        "worker_max_memory_per_child": settings.child_memory_limit_kilobytes,
        **settings.celery,
        "broker_transport_options": options,
    }
    if settings.concurrency:
        chosen["worker_concurrency"] = settings.concurrency
    check_names(chosen, DEFAULTS, kind="Celery setting")
    check_names(options, KNOWN_TRANSPORT_OPTIONS, kind="option of the Redis transport")
    return chosen


def _task_limit_seconds(settings: Settings) -> float:
    longest = max([settings.stage_time_limit_seconds, *settings.stage_time_limits.values()])
    return settings.bundle_documents * longest * TASK_LIMIT_FACTOR


def _verified(broker_url: str) -> dict[str, Any]:
    """Check certificates on `rediss://`, as our own connections do; kombu alone would take any."""
    return {"broker_use_ssl": {"ssl_cert_reqs": CERT_REQUIRED}} if broker_url.startswith("rediss:") else {}


def _mapping(options: Any) -> dict[str, Any]:
    if not isinstance(options, dict):
        raise ConfigurationError(f"broker_transport_options must be a JSON object, not {type(options).__name__}")
    return options


def check_names(chosen: Mapping[str, Any], known: Iterable[str], *, kind: str) -> None:
    """Raise ConfigurationError for the first name that is not known, with the nearest that is."""
    known = list(known)
    for name in chosen:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigurationError(f"{name} is no {kind}{hint}")
