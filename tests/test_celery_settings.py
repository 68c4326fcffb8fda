"""Celery ignores a misspelt setting silently; warraq does not."""

import pytest
from celery.app.defaults import DEFAULTS

from workers.celery_settings import celery_settings
from workers.errors import ConfigurationError
from workers.settings import Settings


def made(**extra: object) -> dict[str, object]:
    return celery_settings(Settings(celery=extra), broker_url="redis://x", queues=("normalize", "publish"))


def test_every_setting_of_ours_is_known_to_celery() -> None:
    assert set(made()) <= set(DEFAULTS)


@pytest.mark.parametrize("name", ["worker_reject_on_worker_lost", "task_max_retries", "task_acks_latte"])
def test_a_setting_that_celery_would_ignore_is_refused_with_the_nearest(name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} is no Celery setting; did you mean"):
        made(**{name: True})


def test_an_unknown_option_of_the_transport_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="visibility_time_out is no option of the Redis transport"):
        made(broker_transport_options={"visibility_time_out": 5})


def test_options_of_the_transport_that_are_no_object_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="must be a JSON object"):
        made(broker_transport_options=5)


def test_options_of_the_transport_are_joined_not_replaced() -> None:
    options = made(broker_transport_options={"socket_timeout": 5})["broker_transport_options"]
    assert isinstance(options, dict)
    assert (options["socket_timeout"], options["unacked_restore_interval"]) == (5, 5)


def test_a_bundle_of_slow_documents_is_within_the_limit_of_celery_and_not_repeated_by_it() -> None:
    settings = Settings(bundle_documents=10, stage_time_limits={"extract_entities": 300})
    chosen = celery_settings(settings, broker_url="redis://x", queues=())
    assert chosen["task_time_limit"] >= 10 * 300
    assert chosen["broker_transport_options"]["visibility_timeout"] > chosen["task_time_limit"]


def test_fast_stages_leave_the_visibility_timeout_at_an_hour() -> None:
    chosen = celery_settings(Settings(stage_time_limit_seconds=1), broker_url="redis://x", queues=())
    assert chosen["broker_transport_options"]["visibility_timeout"] == 3600


def test_each_stage_has_a_queue_of_its_name() -> None:
    assert made()["task_routes"] == {f"workers.{name}": {"queue": name} for name in ("normalize", "publish")}
