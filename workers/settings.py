"""Settings, read once from a mapping of environment variables; each has a unit and a reason."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from schemas.options import StageName
from workers.errors import ConfigurationError

PREFIX = "WARRAQ_"
SECRETS = ("redis_url",)
JSON_OBJECTS = ("celery", "entity_models", "stage_time_limits")

DAY_SECONDS = 24 * 3600
# Redis refuses moments that overflow, and would do so in the middle of a publication.
LONGEST_EXPIRY_SECONDS = 1_000_000 * DAY_SECONDS


class Settings(BaseModel):
    """All settings of warraq; the environment variable of a field is its name in capitals after `WARRAQ_`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    redis_url: str | None = Field(
        default=None, description="Redis of broker and ledger; also as WARRAQ_REDIS_URL_FILE."
    )
    data_dir: Path | None = Field(default=None, description="Where the embedded Redis keeps its data and its URL.")
    name_lists: Path | None = Field(
        default=None, description="Folder of CSV files with names to find and link: `name,label,id`."
    )
    entity_models: dict[str, str] = Field(
        default={},
        description='Models of your own by language: `{"en": "spacy:en_core_web_sm", "ar": "onnx:/models/ar"}`.',
    )
    heartbeat_file: Path | None = Field(default=None, description="File that a live worker touches every 2 seconds.")

    concurrency: int | None = Field(default=None, ge=1, description="Processes of one worker; the CPUs when unset.")
    bundle_documents: int = Field(default=32, ge=1, le=256, description="Most documents that travel together.")
    bundle_characters: int = Field(default=256_000, ge=1, description="Most characters that travel together.")
    window_bundles: int = Field(default=4, ge=1, description="Bundles in flight for each process of a worker.")
    linger_milliseconds: int = Field(default=10, ge=0, description="Wait for company when bundles are in flight.")

    lease_seconds: float = Field(default=15, gt=0, description="A running document without a heartbeat is taken over.")
    patience_seconds: float = Field(default=60, gt=0, description="A waiting document is sent again after this.")
    max_attempts: int = Field(default=5, ge=1, description="Begun and unfinished attempts before a document fails.")
    stage_time_limit_seconds: float = Field(
        default=60, gt=0, description="Longest that a stage may work on one document."
    )
    stage_time_limits: dict[StageName, Annotated[float, Field(gt=0)]] = Field(
        default={}, description='Other limits of single stages in seconds: `{"extract_entities": 120}`.'
    )
    stage_memory_limit_kilobytes: int = Field(
        default=1_000_000, ge=50_000, description="Most memory that a stage may take for one document."
    )
    soft_shutdown_seconds: float = Field(default=10, ge=0, description="Time that running stages get at shutdown.")
    stuck_seconds: float = Field(default=60, gt=0, description="A worker whose main loop stands still this long ends.")
    child_memory_limit_kilobytes: int = Field(
        default=1_500_000, ge=100_000, description="A child above it is replaced."
    )

    max_document_bytes: int = Field(default=20_000_000, ge=1, description="A larger body fails with too_large.")
    max_backlog_documents: int = Field(
        default=1_000_000, ge=1, description="Unfinished documents at which doors close."
    )
    max_memory_fraction: float = Field(
        default=0.8, gt=0, le=1, description="Share of Redis memory at which doors close."
    )

    result_expiry_seconds: int = Field(
        default=7 * DAY_SECONDS, ge=60, le=LONGEST_EXPIRY_SECONDS, description="How long a result key is kept."
    )
    state_expiry_seconds: int = Field(
        default=DAY_SECONDS, ge=60, le=LONGEST_EXPIRY_SECONDS, description="Source and state after publication."
    )
    failure_expiry_seconds: int = Field(
        default=30 * DAY_SECONDS, ge=60, le=LONGEST_EXPIRY_SECONDS, description="Failures and their source."
    )
    failures_max: int = Field(default=100_000, ge=1, description="Failures on the list, about.")
    results_kept: int = Field(default=10_000, ge=1, description="Results in the stream that every group has read.")
    results_max: int = Field(default=100_000, ge=1, description="Results in the stream, read or not, about.")
    results_max_bytes: int = Field(default=250_000_000, ge=1, description="Memory of the results stream, about.")

    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Level of the log.")
    celery: dict[str, Any] = Field(
        default={}, description="Further Celery settings as a JSON object; names are checked."
    )

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """Read all `WARRAQ_*` variables; an unknown name or a bad value raises ConfigurationError with its name."""
        values = dict(_read(environ))
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            problems = (f"{PREFIX}{str(row['loc'][0]).upper()}: {row['msg']}" for row in error.errors())
            raise ConfigurationError("; ".join(problems)) from None


def _read(environ: Mapping[str, str]) -> list[tuple[str, Any]]:
    return [_setting(name, value) for name, value in environ.items() if name.startswith(PREFIX)]


def _setting(name: str, value: str) -> tuple[str, Any]:
    field = name.removeprefix(PREFIX).lower()
    if field.endswith("_file") and field.removesuffix("_file") in SECRETS:
        return field.removesuffix("_file"), _secret(name, Path(value))
    if field not in Settings.model_fields:
        near = get_close_matches(field, Settings.model_fields, n=1)
        hint = f"did you mean {PREFIX}{near[0].upper()}?" if near else f"there are {', '.join(variables())}"
        raise ConfigurationError(f"{name} is no setting of warraq; {hint}")
    if field in JSON_OBJECTS:
        return field, _json(name, value)
    return field, value


def variables() -> list[str]:
    """Return the names of all environment variables that are settings."""
    return [PREFIX + field.upper() for field in Settings.model_fields]


def _secret(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigurationError(f"{name} names {path}, which cannot be read: {error.strerror}") from error


def _json(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        raise ConfigurationError(f"{name} must be a JSON object: {error}") from error
