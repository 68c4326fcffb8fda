"""Options that choose failures, and the question before many documents are changed."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

import click

from workers.cli.moments import moment


def failure_filter(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --stage, --code, --since and --until; it gets them as `wanted`, None when none is given."""

    @click.option("--stage", help="Only failures of this stage.")
    @click.option("--code", help="Only failures with this code.")
    @click.option(
        "--since", type=moment, metavar="TIME", help="Only failures since then: a date, a time, or 2h, 3d (ago)."
    )
    @click.option("--until", type=moment, metavar="TIME", help="Only failures until then.")
    @wraps(command)
    def with_filter(
        *args: Any,
        stage: str | None,
        code: str | None,
        since: datetime | None,
        until: datetime | None,
        **options: Any,
    ) -> None:
        from workers.ledger.failures import FailureFilter

        given = any(value is not None for value in (stage, code, since, until))
        wanted = FailureFilter(stage, code, since, until) if given else None
        command(*args, wanted=wanted, **options)

    return with_filter


def require_choice(*choices: object) -> None:
    """Refuse a command that was not told, or was told in two ways, what it is for."""
    if sum(map(bool, choices)) != 1:
        raise click.UsageError("give ids, or --all, or options that choose")


def confirm(question: str, *, is_sure: bool) -> None:
    """Ask before many documents are changed, where a person is there to answer."""
    if not is_sure and sys.stdin.isatty() and sys.stdout.isatty():
        click.confirm(question, abort=True)
