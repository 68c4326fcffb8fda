"""Settings: every name is checked, every error names the variable."""

from pathlib import Path

import pytest

from workers.errors import ConfigurationError
from workers.settings import Settings, variables


def test_variables_without_our_prefix_are_not_ours() -> None:
    assert Settings.from_environ({"PATH": "/bin", "LEASE_SECONDS": "3"}) == Settings()


def test_values_are_read_with_their_types() -> None:
    settings = Settings.from_environ({"WARRAQ_LEASE_SECONDS": "3.5", "WARRAQ_CELERY": '{"worker_concurrency": 2}'})
    assert (settings.lease_seconds, settings.celery) == (3.5, {"worker_concurrency": 2})


def test_a_secret_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("redis://:s3cret@host/0\n")
    assert Settings.from_environ({"WARRAQ_REDIS_URL_FILE": str(file)}).redis_url == "redis://:s3cret@host/0"


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"WARRAQ_LEASE_SECOND": "3"}, "did you mean WARRAQ_LEASE_SECONDS"),
        ({"WARRAQ_XYZZY": "3"}, "there are WARRAQ_REDIS_URL"),
        ({"WARRAQ_LEASE_SECONDS": "soon"}, "WARRAQ_LEASE_SECONDS"),
        ({"WARRAQ_LEASE_SECONDS": "-1"}, "WARRAQ_LEASE_SECONDS"),
        ({"WARRAQ_CELERY": "{"}, "WARRAQ_CELERY must be a JSON object"),
        ({"WARRAQ_CELERY": "[]"}, "WARRAQ_CELERY"),
        ({"WARRAQ_STAGE_TIME_LIMITS": '{"sumarize": 5}'}, "WARRAQ_STAGE_TIME_LIMITS: .*'summarize'"),
        ({"WARRAQ_STAGE_TIME_LIMITS": '{"summarize": 0}'}, "WARRAQ_STAGE_TIME_LIMITS"),
        ({"WARRAQ_STAGE_TIME_LIMITS": "60"}, "WARRAQ_STAGE_TIME_LIMITS"),
        ({"WARRAQ_REDIS_URL_FILE": "/nowhere/at/all"}, "cannot be read"),
        ({"WARRAQ_LOG_LEVEL": "LOUD"}, "WARRAQ_LOG_LEVEL"),
    ],
)
def test_a_wrong_setting_is_named(environ: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words.replace("(", r"\(")):
        Settings.from_environ(environ)


def test_every_setting_has_a_description() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
    assert len(variables()) == len(Settings.model_fields)
