"""Measures dates beside dateparser, on test sentences of our own (`data/dates/`), each system told the language.

    python -m benchmarks.quality.dates dev

prints what is not right. dateparser is asked twice: to search the sentence, and to parse the marked words alone, which
spares it the search. It has no precision and no ranges, so its answer counts where the wanted value begins with it.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quality.edtf import OFFSET, judged
from benchmarks.quality.marked import Line, Mark, Verdict, lines
from benchmarks.quality.table import Split, Table
from schemas.entities import DateValue, Label
from workers.engines import Reading
from workers.engines.entities_patterns import load

OPEN = "?"
# Tabular and sighted Hijri months begin at most a day apart in most years.
HIJRI_DAYS_OFF = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """A span that a system calls a date; `edtf` is None where it leaves open which one."""

    start: int
    end: int
    edtf: str | None
    calendar: str = "gregorian"


System = Callable[[Line], Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class Case:
    """A mark, or a line without one, and what a system made of it."""

    line: Line
    mark: Mark | None
    verdict: Verdict
    answers: Sequence[Answer]


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield the figures of all systems, then those of each language."""
    del data  # the sentences are in the repository
    measured = {name: _measured(system, split=split) for name, system in _systems().items()}
    yield _totals({name: result for name, result in measured.items() if result})
    yield _by_language({name: result[0] for name, result in measured.items() if result})


def _systems() -> dict[str, System | None]:
    rivals: dict[str, System | None] = {"dateparser, search": None, "dateparser, parse": None}
    try:
        dateparser = import_module("dateparser")
        search = import_module("dateparser.search")
    except ImportError:
        return {"warraq": warraq, **rivals}
    rivals["dateparser, search"] = lambda line: _searched(search.search_dates, line)
    rivals["dateparser, parse"] = lambda line: _parsed(dateparser.parse, line)
    return {"warraq": warraq, **rivals}


def _measured(system: System | None, *, split: Split) -> tuple[list[Case], float] | None:
    if system is None:
        return None
    sentences = list(lines("dates", split=split))
    for line in sentences:  # the tables of a language are loaded with its first sentence, and once
        system(line)
    started = time.process_time()
    answers = [system(line) for line in sentences]
    seconds = time.process_time() - started
    cases = [case for line, found in zip(sentences, answers, strict=True) for case in judge(line, found)]
    return cases, len(sentences) / seconds


def judge(line: Line, answers: Sequence[Answer]) -> Iterator[Case]:
    """Yield the cases of a line; an answer beside all marks makes the last of them wrong, if it has a value."""
    stray = [one for one in answers if not any(_overlaps(one, mark) for mark in line.marks)]
    invented = any(one.edtf for one in stray)
    if not line.marks:
        verdict = Verdict.WRONG if invented else Verdict.OPEN if stray else Verdict.RIGHT
        yield Case(line, None, verdict, answers)
    for mark in line.marks:
        over = [one for one in answers if _overlaps(one, mark)]
        verdict = Verdict.WRONG if invented and mark is line.marks[-1] else _verdict(mark, over)
        yield Case(line, mark, verdict, over)


def _overlaps(answer: Answer, mark: Mark) -> bool:
    return answer.start < mark.end and mark.start < answer.end


def _verdict(mark: Mark, answers: Sequence[Answer]) -> Verdict:
    verdicts = {
        max((_of_value(one.edtf, value) for value in mark.values), key=_RANK.index) for one in answers if one.edtf
    }
    if Verdict.WRONG in verdicts:
        return Verdict.WRONG
    if Verdict.RIGHT in verdicts or (OPEN in mark.values and Verdict.OPEN not in verdicts):
        return Verdict.RIGHT
    return Verdict.OPEN


_RANK = (Verdict.WRONG, Verdict.OPEN, Verdict.RIGHT)


def _of_value(edtf: str, value: str) -> Verdict:
    if value == OPEN:
        return Verdict.WRONG
    wanted, _, calendar = value.partition("@")
    return judged(edtf, wanted=wanted, days_off=HIJRI_DAYS_OFF if calendar == "hijri" else 0)


def warraq(line: Line) -> Sequence[Answer]:
    """Return the dates of the pattern extractor."""
    reading = Reading(line.text, language=line.tag, published_at=_published(line))
    (candidates,) = _EXTRACTOR.extract([reading])
    return [
        Answer(one.start, one.end, one.value.edtf, one.value.calendar)
        if isinstance(one.value, DateValue)
        else Answer(one.start, one.end, None)
        for one in candidates
        if one.label is Label.DATE
    ]


_EXTRACTOR = load()


def _published(line: Line) -> datetime | None:
    written = line.columns[1]
    return None if written == "-" else datetime.fromisoformat(written).replace(hour=12, tzinfo=UTC)


def _searched(search_dates: Callable[..., Any], line: Line) -> Sequence[Answer]:
    try:
        found = search_dates(line.text, **_asked(line)) or []
    except ValueError:  # a language that it does not have
        return []
    answers, start = [], 0
    for words, moment in found:
        start = max(line.text.find(words, start), 0)
        answers.append(_answer(start, start + len(words), moment, line))
        start += len(words)
    return answers


def _parsed(parse: Callable[..., Any], line: Line) -> Sequence[Answer]:
    answers = []
    for mark in line.marks:
        try:
            moment = parse(line.text[mark.start : mark.end], **_asked(line))
        except ValueError:
            continue
        if moment:
            answers.append(_answer(mark.start, mark.end, moment, line))
    return answers


def _asked(line: Line) -> dict[str, Any]:
    settings: dict[str, Any] = {"DATE_ORDER": "DMY"} if line.tag == "en-GB" else {}
    published = _published(line)
    if published:
        settings["RELATIVE_BASE"] = published.replace(tzinfo=None)
    return {"languages": [{"zh-TW": "zh-Hant"}.get(line.tag, line.tag.partition("-")[0])], "settings": settings}


def _answer(start: int, end: int, moment: datetime, line: Line) -> Answer:
    """Cut a moment to what is wanted, since a moment has no precision; of a range its first day is enough."""
    written = moment.isoformat(timespec="seconds")
    mark = next((mark for mark in line.marks if start < mark.end and mark.start < end), None)
    for value in mark.values if mark else ():
        first = OFFSET.sub("", value.partition("@")[0].partition("/")[0])
        if len(first) == len("199X") and first.endswith("X") and written.startswith(first[:3]):
            return Answer(start, end, value.partition("@")[0])
        if first != OPEN and written.startswith(first[: len(written)]) and len(first) <= len(written):
            return Answer(start, end, value.partition("@")[0])
    return Answer(start, end, written[:10])


def _totals(measured: dict[str, tuple[list[Case], float]]) -> Table:
    rows = []
    for name, (cases, speed) in measured.items():
        counts = [
            sum(case.verdict is verdict for case in cases) for verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.OPEN)
        ]
        if name == "dateparser, parse":
            marked = [case for case in cases if case.mark]
            counts = [sum(c.verdict is v for c in marked) for v in (Verdict.RIGHT, Verdict.WRONG, Verdict.OPEN)]
        rows.append([name, str(sum(counts)), *(f"{100 * n / sum(counts):.1f}" for n in counts), f"{speed:.0f}"])
    notes = [
        "Parse is asked about the marked words only, so it has no cases without a date. Speed is that of a second pass."
    ]
    if len(measured) == 1:
        notes = ["dateparser is not installed: no rival was measured."]
    return Table("Dates", ["", "cases", "right %", "silently wrong %", "open %", "sentences/s"], rows, notes)


def _by_language(measured: dict[str, list[Case]]) -> Table:
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for name, cases in measured.items():
        for case in cases:
            counts[case.line.tag.partition("-")[0]][name].append(case.verdict is Verdict.RIGHT)
    rows = [
        [language, *(f"{sum(of[name])} of {len(of[name])}" for name in measured)]
        for language, of in sorted(counts.items(), key=lambda item: -len(item[1]["warraq"]))
    ]
    return Table("Dates right by language", ["", *measured], rows)


def main() -> None:
    """Print what is not right on the lines for development."""
    split = Split(sys.argv[1])
    if split is not Split.DEV:
        sys.exit("Only the lines for development may be looked at.")
    for line in lines("dates", split=split):
        for case in judge(line, warraq(line)):
            if case.verdict is not Verdict.RIGHT:
                wanted = "|".join(case.mark.values) if case.mark else "none"
                answers = [(line.text[one.start : one.end], one.edtf) for one in case.answers]
                print(f"{case.verdict} {line.tag} {line.columns[1]} {line.text}\n      wanted {wanted}, got {answers}")


if __name__ == "__main__":
    main()
