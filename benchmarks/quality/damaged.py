"""Measure the repair of misread text beside ftfy: what is restored, and what of right text is changed."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.damaged_cases import Case, cases, clean, suspicious
from benchmarks.quality.table import Split, Table
from workers.text.unicode import repair

System = Callable[[str], str]


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield what is restored by kind of damage, by language and by reader, and what right text is changed."""
    damaged = list(cases(split))
    systems: dict[str, System] = {"warraq": _repaired, **_rivals()}
    restored: dict[str, list[bool]] = {}
    speeds: list[str] = []
    for name, system in systems.items():
        started = time.process_time()
        found = [system(case.damaged) for case in damaged]
        speeds.append(f"{1_000 * (time.process_time() - started) / len(damaged):.2f}")
        restored[name] = [_expected(case, system).is_restored(text) for case, text in zip(damaged, found, strict=True)]
    yield Table(
        "Damaged strings restored",
        ["damage", "number", *systems],
        [*_by_group(damaged, restored, lambda case: case.damage), ["CPU ms a string", "", *speeds]],
        ("Restored is the whole string, code point for code point, but for characters that the damage lost.",),
    )
    yield Table(
        "By the encoding that UTF-8 was read in",
        ["read as", "number", *systems],
        _by_group(damaged, restored, lambda case: case.reader),
    )
    yield Table(
        "By language", ["language", "number", *systems], _by_group(damaged, restored, lambda case: case.language)
    )
    yield Table(
        "Right text left alone",
        ["strings", "number", *systems],
        [_untouched("clean", clean(split), systems), _untouched("suspicious", suspicious(split), systems)],
        ("Ours also normalizes: for it, untouched means that nothing was taken for mojibake.",),
    )


def _expected(case: Case, system: System) -> Case:
    """The right string in the system's own canonical form: NFC, plain blanks."""
    return replace(case, right=_canonical(case.right)) if system is _repaired else case


def _canonical(text: str) -> str:
    return text if _is_touched(text) else repair(text).text


def _repaired(text: str) -> str:
    return repair(text).text


def _is_touched(text: str) -> bool:
    return any(made.kind == "mojibake" for made in repair(text).repairs)


def _untouched(name: str, strings: Sequence[tuple[str, str]], systems: dict[str, System]) -> list[str]:
    counts = []
    for system in systems.values():
        kept = sum(not _is_touched(text) if system is _repaired else system(text) == text for _, text in strings)
        counts.append(f"{kept} of {len(strings)}")
    return [name, str(len(strings)), *counts]


def _by_group(
    damaged: Sequence[Case], restored: dict[str, list[bool]], group: Callable[[Case], str]
) -> list[list[str]]:
    numbers = Counter(map(group, damaged))
    hits = {
        name: Counter(group(case) for case, hit in zip(damaged, found, strict=True) if hit)
        for name, found in restored.items()
    }
    rows = [
        [name, str(number), *(f"{100 * hits[system][name] / number:.1f}" for system in restored)]
        for name, number in numbers.items()
    ]
    return [
        *rows,
        ["all", str(len(damaged)), *(f"{100 * sum(found) / len(damaged):.1f}" for found in restored.values())],
    ]


def _rivals() -> dict[str, System]:
    try:
        from ftfy import fix_encoding
    except ImportError:
        return {}
    return {"ftfy": lambda text: str(fix_encoding(text))}
