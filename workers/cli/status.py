"""`warraq status`: one document, or the queue in numbers."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from workers.ledger.door import Door
from workers.ledger.groups import Group
from workers.ledger.overview import Overview

_ENDINGS = ("completed", "partial", "failed", "cancelled")
_LACKS = {"memory": "memory", "backlog": "room in the backlog"}
_UNUSUAL = ("redispatched", "splits", "adopted", "already", "refused_messages", "shed", "results_trimmed_unread")


@click.command()
@click.argument("ids", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def status(*, ids: Sequence[str], as_json: bool) -> None:
    """Show where the documents IDS are; without ids, show the whole queue in numbers."""
    from workers.client import Client

    with Client() as client:
        if not ids:
            facts = client.overview(), client.door(), client.groups()
            click.echo(_json(*facts) if as_json else _table(*facts))
            return
        for document_id in ids:
            row = asdict(client.status(document_id))
            click.echo(json.dumps(row, default=_iso) if as_json else _line(row))


def _line(row: dict[str, Any]) -> str:
    where = f" in {row['stage']}" if row["stage"] else ""
    return f"{row['id']}  {row['status']}{where}  revision {row['revision']}, attempts {row['attempts']}"


def _json(overview: Overview, door: Door, groups: Sequence[Group]) -> str:
    row = {**asdict(overview), "door": asdict(door), "groups": [asdict(group) for group in groups]}
    return json.dumps(row, default=_iso)


def _table(overview: Overview, door: Door, groups: Sequence[Group]) -> str:
    counts = overview.counts
    ended = sum(counts[name] for name in _ENDINGS)
    oldest = "" if overview.oldest_seconds is None else f", the oldest for {overview.oldest_seconds:.0f} s"
    lines = [
        f"accepted    {counts['accepted']:>9,}   and requeued {counts['requeued']:,}",
        f"unfinished  {overview.unfinished:>9,}   of which {sum(overview.backlog.values()):,} wait at the door{oldest}",
        f"published   {ended:>9,}   {', '.join(f'{name} {counts[name]:,}' for name in _ENDINGS)}",
        f"refused     {counts['rejected']:>9,}   entries that were no acceptable document",
        f"failures    {overview.failures:>9,}   on the list, `warraq failures` shows them",
        f"doors       {'open' if door.is_open else 'closed':>9}   {_door(door, counts['turned_away'])}",
        *(f"readers     {group.behind:>9,}   {group.describe()}" for group in groups),
        f"workers     {len(overview.workers):>9,}",
    ]
    lines += [
        f"  {row['name']}  {row.get('concurrency', '?')} processes, {row.get('in_flight', '?')} documents in flight"
        for row in overview.workers
    ]
    unusual = {name: counts[name] for name in _UNUSUAL if counts[name]}
    if unusual:
        lines.append("repairs     " + ", ".join(f"{name} {value:,}" for name, value in unusual.items()))
    return "\n".join(lines)


def _door(door: Door, turned_away: int) -> str:
    why = f"for lack of {_LACKS[door.reason]} since {door.closed_since:%d %b %H:%M} UTC, " if door.closed_since else ""
    memory = f"Redis uses {door.used_bytes / 1e6:,.0f} of {door.limit_bytes / 1e6:,.0f} MB"
    return f"{why}{memory}; {turned_away:,} turned away so far"


def _iso(value: Any) -> str:
    return str(value.isoformat())
