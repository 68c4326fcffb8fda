"""Times as they are typed: an ISO date or time, or how long ago."""

import re
from datetime import UTC, datetime, timedelta

import click

_AGO = re.compile(r"(\d+)([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment(value: str) -> datetime:
    """Return a time in UTC unless it says otherwise: `2026-05-03`, `2026-05-03T14:00`, or ago: `45m`, `2h`, `3d`."""
    try:
        if ago := _AGO.fullmatch(value):
            return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        found = datetime.fromisoformat(value)
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{value!r} is no time; write 2026-05-03, 2026-05-03T14:00, 45m, 2h or 3d") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
