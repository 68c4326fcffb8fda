"""Compares dates in EDTF: whether an answer says what it should, says less, or contradicts it."""

import re
from calendar import monthrange
from datetime import date, timedelta

from benchmarks.quality.marked import Verdict

_ZERO_SECONDS = re.compile(r"(T\d\d:\d\d)(?=Z|[+-]|$)")
OFFSET = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


def judged(answer: str, *, wanted: str, days_off: int = 0) -> Verdict:
    """Compare an answer with one right value; `days_off` is how far each of its days may be beside the right one."""
    answer, wanted = _plain(answer), _plain(wanted)
    if answer == wanted or (days_off and _is_near(answer, wanted, days_off=days_off)):
        return Verdict.RIGHT
    return Verdict.OPEN if _says_less(answer, wanted) else Verdict.WRONG


def _plain(edtf: str) -> str:
    return _ZERO_SECONDS.sub(r"\1:00", edtf.rstrip("~?%"))


def _is_near(answer: str, wanted: str, *, days_off: int) -> bool:
    try:
        pairs = [
            (date.fromisoformat(one), date.fromisoformat(other))
            for one, other in zip(answer.split("/"), wanted.split("/"), strict=True)
        ]
    except ValueError:
        return False
    return all(abs((one - other).days) <= days_off for one, other in pairs)


def _says_less(answer: str, wanted: str) -> bool:
    """Say whether an answer is true without being all: coarser, with open digits, without zone, or one end of a range."""
    if "/" in wanted and "/" not in answer:
        return any(judged(answer, wanted=end) is not Verdict.WRONG for end in wanted.split("/"))
    if "T" in answer:
        return answer == OFFSET.sub("", wanted)
    day = wanted.partition("T")[0]
    if "X" in answer and len(answer) == len(day):
        return all(one in {other, "X"} for one, other in zip(answer, day, strict=True))
    outer, inner = _bounds(answer), _bounds(day)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _bounds(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day of a date or interval, or None where it has none that `datetime.date` can hold."""
    first, last = _first(edtf.split("/", maxsplit=1)[0]), _first(edtf.rsplit("/", maxsplit=1)[-1])
    if first is None or last is None:
        return None
    return first[0], last[1]


def _first(edtf: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{3}X", edtf):
        return date(int(edtf[:3]) * 10, 1, 1), date(int(edtf[:3]) * 10 + 9, 12, 31)
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", edtf)
    if match is None or match[1] == "0000":
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, 1) + timedelta(days=monthrange(year, month)[1] - 1)
    return date(year, 1, 1), date(year, 12, 31)
