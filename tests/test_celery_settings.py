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
    assert (options["socket_timeout"], options["visibility_timeout"]) == (5, 3600)


def test_each_stage_has_a_queue_of_its_name() -> None:
    assert made()["task_routes"] == {f"workers.{name}": {"queue": name} for name in ("normalize", "publish")}
