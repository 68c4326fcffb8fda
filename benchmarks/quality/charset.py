"""Measure how bytes become text beside charset-normalizer and chardet: the share of texts read right."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.quality.charset_cases import UNICODE, Case, Condition, cases
from benchmarks.quality.table import Split, Table
from workers.decoders.charset import read_bytes

Reader = Callable[[bytes, str | None], str]
_NOTES = (
    "Legacy encodings without a declaration are given by length (short: 5 to 30 characters); the rivals see no declaration.",
    "Right is the whole text, code point for code point in NFC; where a byte is damaged, all but what it took.",
)


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield the shares read right by condition and by encoding; `data` is not needed, the texts are our own."""
    suite = list(cases(split))
    readers = {"warraq": _warraq, **_rivals()}
    right: dict[str, list[bool]] = {}
    speeds: dict[str, str] = {}
    for name, reader in readers.items():
        started = time.process_time()
        readings = [reader(case.content, case.declared) for case in suite]
        speeds[name] = f"{1_000 * (time.process_time() - started) / len(suite):.2f}"
        right[name] = [case.is_right(reading) for case, reading in zip(suite, readings, strict=True)]
    yield Table(
        "Bytes read right, by what is known about them",
        ["case", "number", *readers],
        [*_by_group(suite, right, _group), ["CPU ms a text", "", *speeds.values()]],
        _NOTES,
    )
    yield Table("By encoding", ["encoding", "number", *readers], _by_group(suite, right, lambda case: case.encoding))


def wrong(split: Split) -> Iterator[tuple[Case, str]]:
    """Yield the cases that we read wrong, with how we read them."""
    for case in cases(split):
        reading = _warraq(case.content, case.declared)
        if not case.is_right(reading):
            yield case, reading


def _group(case: Case) -> str:
    if case.encoding in UNICODE and case.condition is Condition.UNDECLARED:
        return "Unicode without a byte order mark"
    return f"{case.length}, {case.condition}" if case.condition is Condition.UNDECLARED else case.condition


def _by_group(suite: Sequence[Case], right: dict[str, list[bool]], group: Callable[[Case], str]) -> list[list[str]]:
    numbers = Counter(map(group, suite))
    hits = {
        name: Counter(group(case) for case, hit in zip(suite, hits, strict=True) if hit) for name, hits in right.items()
    }
    rows = [
        [name, str(number), *(_percent(hits[system][name], number) for system in right)]
        for name, number in numbers.items()
    ]
    return [*rows, ["all", str(len(suite)), *(_percent(sum(found), len(suite)) for found in right.values())]]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}"


def _warraq(content: bytes, declared: str | None) -> str:
    return read_bytes(content, declared=declared).text


def _rivals() -> dict[str, Reader]:
    """Return the rivals that are installed, each with the setting that reads more of the dev texts right."""
    rivals: dict[str, Reader] = {}
    try:
        from charset_normalizer import from_bytes

        rivals["charset-normalizer"] = lambda content, _: str(from_bytes(content).best() or "")
    except ImportError:
        pass
    try:
        from chardet import detect
    except ImportError:
        return rivals

    def read(content: bytes, _: str | None) -> str:
        found = detect(content)["encoding"]
        return content.decode(found, "replace") if found else ""

    return {**rivals, "chardet": read}
