"""Measures money, quantities, counts and addresses on test sentences of our own (`data/values/`), with the language told.

    python -m benchmarks.quality.values dev

prints what is not right. price-parser, the one permissive rival that needs no network, knows prices only: it is asked
about the marked words of each amount of money, which spares it the search.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quality.marked import Line, Mark, Verdict, lines
from benchmarks.quality.table import Split, Table
from schemas.entities import AddressValue, Label, MoneyValue, QuantityValue
from workers.engines import Candidate, Reading
from workers.engines.entities_patterns import load

# What no text says: a number, unit or currency that is left open.
OPEN = "?"
_KINDS = ("MONEY", "QUANTITY", "PHONE", "IBAN", "IP", "EMAIL", "URL")


@dataclass(frozen=True, slots=True)
class Answer:
    """A span with what a system takes it for: label, number or address, and unit or currency."""

    start: int
    end: int
    label: str
    number: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A mark, or a line without one, and what a system made of it."""

    line: Line
    mark: Mark | None
    verdict: Verdict
    answers: Sequence[Answer]

    @property
    def kind(self) -> str:
        """The label that is wanted, or `none`."""
        return self.mark.values[0].partition(" ")[0] if self.mark else "none"


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield the figures by kind, those of prices beside the rival, and those of each language."""
    del data  # the sentences are in the repository
    for line in lines("values", split=split):  # the tables of a language are loaded with its first sentence, and once
        warraq(line)
    started = time.process_time()
    cases = [case for line in lines("values", split=split) for case in judge(line, warraq(line))]
    speed = len({id(case.line) for case in cases}) / (time.process_time() - started)
    yield _by_kind(cases, f"{speed:.0f} sentences/s of CPU.")
    yield _prices(cases, split=split)
    yield _by_language(cases)


def judge(line: Line, answers: Sequence[Answer]) -> Iterator[Case]:
    """Yield the cases of a line; an answer beside all marks makes the last of them wrong."""
    stray = any(not any(_overlaps(one, mark) for mark in line.marks) for one in answers)
    if not line.marks:
        yield Case(line, None, Verdict.WRONG if stray else Verdict.RIGHT, answers)
    for mark in line.marks:
        over = [one for one in answers if _overlaps(one, mark)]
        verdict = Verdict.WRONG if stray and mark is line.marks[-1] else _verdict(mark, over)
        yield Case(line, mark, verdict, over)


def _overlaps(answer: Answer, mark: Mark) -> bool:
    return answer.start < mark.end and mark.start < answer.end


def _verdict(mark: Mark, answers: Sequence[Answer]) -> Verdict:
    verdicts = {max((_of_value(one, value) for value in mark.values), key=_RANK.index) for one in answers}
    return max(verdicts, key=(Verdict.OPEN, Verdict.RIGHT, Verdict.WRONG).index, default=Verdict.OPEN)


_RANK = (Verdict.WRONG, Verdict.OPEN, Verdict.RIGHT)


def _of_value(answer: Answer, value: str) -> Verdict:
    label, number, unit = [*value.split(" "), "", ""][:3]
    if answer.label != label:
        return Verdict.WRONG
    if label not in {"MONEY", "QUANTITY"}:
        return Verdict.RIGHT if answer.number == number else Verdict.WRONG
    if answer.number == OPEN:
        return Verdict.RIGHT if number == OPEN else Verdict.OPEN
    if number == OPEN or float(answer.number) != float(number):
        return Verdict.WRONG
    if answer.unit == unit:
        return Verdict.RIGHT
    return Verdict.OPEN if answer.unit in {"", "-"} else Verdict.WRONG


def warraq(line: Line) -> Sequence[Answer]:
    """Return the values of the pattern extractor; dates are measured by themselves."""
    (candidates,) = _EXTRACTOR.extract([Reading(line.text, language=line.tag)])
    return [_answer(candidate) for candidate in candidates if candidate.label is not Label.DATE]


_EXTRACTOR = load()


def _answer(candidate: Candidate) -> Answer:
    start, end, label, value = candidate.start, candidate.end, candidate.label.value, candidate.value
    if isinstance(value, MoneyValue):
        return Answer(start, end, label, str(value.amount), value.currency or "-")
    if isinstance(value, QuantityValue):
        return Answer(start, end, label, str(value.number), value.unit or "")
    return Answer(start, end, label, value.address if isinstance(value, AddressValue) else OPEN)


def _by_kind(cases: Sequence[Case], speed: str) -> Table:
    rows = [_figures(kind, [case for case in cases if case.kind == kind]) for kind in (*_KINDS, "none")]
    return Table("Values", _COLUMNS, [_figures("all", cases), *rows], [speed])


_COLUMNS = ["", "cases", "right %", "silently wrong %", "open %"]


def _figures(name: str, cases: Sequence[Case]) -> list[str]:
    counts = [
        sum(case.verdict is verdict for case in cases) for verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.OPEN)
    ]
    return [name, str(len(cases)), *(f"{100 * count / max(1, len(cases)):.1f}" for count in counts)]


def _prices(cases: Sequence[Case], *, split: Split) -> Table:
    ours = [case for case in cases if case.kind == "MONEY"]
    try:
        price = import_module("price_parser").Price.fromstring
    except ImportError:
        return Table("Prices", _COLUMNS, [_figures("warraq", ours)], ["price-parser is not installed."])
    theirs = [
        Case(line, mark, _verdict(mark, _priced(price, line, mark)), ())
        for line in lines("values", split=split)
        for mark in line.marks
        if mark.values[0].startswith("MONEY")
    ]
    notes = ["price-parser gives the currency as it is written; any currency of its counts as right."]
    return Table("Prices", _COLUMNS, [_figures("warraq", ours), _figures("price-parser", theirs)], notes)


def _priced(price: Callable[[str], Any], line: Line, mark: Mark) -> Sequence[Answer]:
    found = price(line.text[mark.start : mark.end])
    if found.amount is None:
        return []
    unit = mark.values[0].rpartition(" ")[2] if found.currency else "-"
    return [Answer(mark.start, mark.end, "MONEY", str(found.amount), unit)]


def _by_language(cases: Sequence[Case]) -> Table:
    counts: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        counts[case.line.tag.partition("-")[0]].append(case.verdict is Verdict.RIGHT)
    rows = [
        [language, f"{sum(hits)} of {len(hits)}"] for language, hits in sorted(counts.items(), key=lambda i: -len(i[1]))
    ]
    return Table("Values right by language", ["", "warraq"], rows)


def main() -> None:
    """Print what is not right on the lines for development."""
    split = Split(sys.argv[1])
    if split is not Split.DEV:
        sys.exit("Only the lines for development may be looked at.")
    for line in lines("values", split=split):
        for case in judge(line, warraq(line)):
            if case.verdict is not Verdict.RIGHT:
                answers = [(line.text[a.start : a.end], a.label, a.number, a.unit) for a in case.answers]
                wanted = "|".join(case.mark.values) if case.mark else "none"
                print(f"{case.verdict} {line.tag} {line.text}\n      wanted {wanted}, got {answers}")


if __name__ == "__main__":
    main()
