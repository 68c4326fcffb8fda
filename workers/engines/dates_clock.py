"""The time of day after a date."""

import regex

from schemas.entities import DatePrecision
from workers.engines.dates_values import DateFound

# "at", "à", "um", "в", "الساعة" …: what may stand between a date and a time, apart from comma, dash and T.
_LINKS = "at|à|a las|alle|às|um|kl|klo|om|в|о|у|w|o|v|στις|ora|saat|ساعت|الساعة|بساعة|lúc|pukul|pada|บ|เวลา|午前|午後"
_CLOCK = regex.compile(
    rf"(?:T|[ \u00a0]?[,،;–-]?[ \u00a0]?(?:(?:{_LINKS})\.?[ \u00a0]?)?)"
    r"(?P<hour>\p{Nd}{1,2})(?:[:：]|[ \u00a0]?h[ \u00a0]?)(?P<minute>\p{Nd}{2})(?:[:：](?P<second>\p{Nd}{2})(?:[.,]\p{Nd}{1,9})?)?"
    r"(?:[ \u00a0]?(?P<half>[AaPp])\.?[Mm]\.?(?![\p{L}\p{M}]))?(?P<offset>Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?(?![:\p{Nd}])",
)

# 午後3時, 下午3点20分, 오후 3시 20분
_EAST_ASIAN_CLOCK = regex.compile(
    r"(?: ?[(（].[)）])?[ 、,，]?(?:(?P<half>午前|午後|上午|下午|晚上|오전|오후) ?)?(?P<hour>\p{Nd}{1,2})[時时点點시]"
    r"(?![間间])(?: ?(?P<minute>\p{Nd}{1,2})[分분])?"
)
_AFTERNOONS = frozenset({"午後", "下午", "晚上", "오후"})


def with_time(found: DateFound, *, text: str, end: int) -> tuple[DateFound, int]:
    """Return the date with the time that follows it, and its new end; unchanged where there is no valid time."""
    if found.value is None or found.value.precision is not DatePrecision.DAY:
        return found, end
    match = _CLOCK.match(text, end) or _EAST_ASIAN_CLOCK.match(text, end)
    if match is None:
        return found, end
    if "/" in found.value.edtf or "X" in found.value.edtf:
        return found, end
    clock = _clock(match) if match.re is _CLOCK else _east_asian_clock(match)
    if clock is None:
        return found, end
    has_seconds = match.re is _CLOCK and match["second"]
    precision = DatePrecision.SECOND if has_seconds else DatePrecision.MINUTE
    value = found.value.model_copy(update={"edtf": f"{found.value.edtf}T{clock}", "precision": precision})
    return DateFound(value), match.end()


def _clock(match: "regex.Match[str]") -> str | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    offset = _offset(match["offset"])
    return None if offset is None else f"{hour:02}:{minute:02}:{second:02}{offset}"


def _east_asian_clock(match: "regex.Match[str]") -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] in _AFTERNOONS and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}:00" if hour <= 23 and minute <= 59 else None


def _offset(written: str | None) -> str | None:
    if not written or written == "Z":
        return written or ""
    hours, minutes = int(written[1:3]), int(written[-2:])
    return f"{written[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes <= 59 else None
