"""The time of day beside a date: after it, or before it with "on" between, with the zone."""

from dataclasses import dataclass

import regex

from schemas.entities import DatePrecision
from workers.engines.dates_values import DateFound

# "at", "à", "um", "в", "على الساعة" …: what may stand between a date and a time, apart from comma, dash and T.
_LINKS = (
    "at|à|a las|alle ore|ore|ora|às|alle|um|kl|klo|om|в|о|об|у|w|o godz|godz|o|v|ve|la ora|στις|saat|ساعت|على الساعة|عند الساعة|الساعة|بساعة"
    "|lúc|pukul|jam|pkl|pada|בשעה|vid|från kl|a les|ás|u|о|at about|from|starting at|começando às|الساعه"
)
# After such a word a dot may stand between hours and minutes.
_DOTTED_LINKS = "kl|klo|saat|pukul|jam|pkl|om|um|ore|alle ore|alle|o godz|godz|à|at|vid|la ora|στις"
_HALVES = {
    **dict.fromkeys(("am", "ص", "صباحا", "صباحًا", "صباحاً", "فجرا", "فجرًا"), 0),
    **dict.fromkeys(
        ("pm", "م", "مساء", "مساءً", "ليلا", "ليلًا", "ليلاً", "عصرا", "عصرًا", "بعد الظهر", "ظهرا", "ظهرًا"), 12
    ),
}
_HALF = rf"(?:[ \u00a0]?(?P<half>[AaPp]\.?[Mm]\.?(?![\p{{L}}\p{{M}}])|(?:{'|'.join(sorted(_HALVES, key=len, reverse=True))})(?![\p{{L}}\p{{M}}])))?"
# Zones that mean one offset wherever they are written; CST, IST, BST and AST do not.
_ZONES = {
    "GMT": "Z", "UTC": "Z", "بتوقيت غرينتش": "Z", "بتوقيت غرينيتش": "Z", "توقيت غرينتش": "Z", "بتوقيت جرينتش": "Z", "по Гринвичу": "Z",
    "CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "WEST": "+01:00",
    "MSK": "+03:00", "МСК": "+03:00", "мск": "+03:00", "по московскому времени": "+03:00", "بتوقيت مكة المكرمة": "+03:00",
    "بتوقيت موسكو": "+03:00", "EST": "-05:00", "EDT": "-04:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00",
    "PDT": "-07:00", "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00",
    "SGT": "+08:00", "PKT": "+05:00", "EAT": "+03:00", "AEST": "+10:00", "AEDT": "+11:00",
}  # fmt: skip
_ZONE = rf"(?:[ \u00a0]?\(?(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})(?![\p{{L}}\p{{M}}+-])\)?)?"
_TIME = r"(?P<hour>\p{Nd}{1,2})(?:(?:[:：]|[ \u00a0]?h[ \u00a0]?)(?P<minute>\p{Nd}{2})(?:[:：](?P<second>\p{Nd}{2})(?:[.,]\p{Nd}{1,9})?)?)"
_OFFSET = r"(?P<offset>Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?"
_CLOCK = regex.compile(
    rf"(?:T|[ \u00a0]?[,،;–-]?[ \u00a0]?\(?(?:(?:{_LINKS})\.?[ \u00a0]?)?)(?:{_TIME}){_HALF}{_OFFSET}{_ZONE}(?![:\p{{Nd}}])"
)
_DOTTED_CLOCK = regex.compile(
    rf"[ \u00a0]?[,،;–-]?[ \u00a0]?(?:{_DOTTED_LINKS})\.?[ \u00a0]?(?P<hour>\p{{Nd}}{{1,2}})\.(?P<minute>\p{{Nd}}{{2}})(?P<second>)"
    rf"{_HALF}(?P<offset>){_ZONE}(?![.:,]?\p{{Nd}})"
)
# 18:00 CET on 5 August 2018, الساعة 14:30 من يوم 5 آب
_CLOCK_BEFORE = regex.compile(
    rf"(?<![\p{{Nd}}:.,])(?:{_TIME}){_HALF}{_OFFSET}{_ZONE},?[ \u00a0](?:(?:on|of|am|du|le|del|de|do|el|den|op|di|il|من يوم|من|يوم|в|pada)[ \u00a0])*$"
)
_BEFORE_REACH = 40
# 午後3時, 下午3点20分, 오후 3시 20분
_EAST_ASIAN_CLOCK = regex.compile(
    r"(?: ?[(（].[)）])?[ 、,，]?(?:(?P<half>午前|午後|上午|下午|晚上|早上|凌晨|오전|오후) ?)?(?P<hour>\p{Nd}{1,2})(?:[時时点點시]"
    r"(?![間间])(?: ?(?P<minute>\p{Nd}{1,2})[分분])?|[:：](?P<minute>\p{Nd}{2})(?!\p{Nd}))"
)
_AFTERNOONS = frozenset({"午後", "下午", "晚上", "오후"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A date with the time beside it, and where both begin and end."""

    found: DateFound
    start: int
    end: int


def with_time(found: DateFound, *, text: str, start: int, end: int) -> Timed:
    """Return a date with the time after it or before it; unchanged where there is none."""
    value = found.value
    if value is None or value.precision is not DatePrecision.DAY or "/" in value.edtf or "X" in value.edtf:
        return Timed(found, start, end)
    after = _CLOCK.match(text, end) or _DOTTED_CLOCK.match(text, end)
    clock = _clock(after) if after else None
    if after is None and (after := _EAST_ASIAN_CLOCK.match(text, end)):
        clock = _east_asian_clock(after)
    if after is not None and clock is not None:
        return Timed(_timed(found, clock), start, after.end())
    before = _CLOCK_BEFORE.search(text, max(0, start - _BEFORE_REACH), start) if after is None else None
    clock = _clock(before) if before else None
    if before is None or clock is None:
        return Timed(found, start, end)
    return Timed(_timed(found, clock), before.start(), end)


@dataclass(frozen=True, slots=True)
class _Clock:
    written: str
    precision: DatePrecision


def _timed(found: DateFound, clock: _Clock) -> DateFound:
    if found.value is None:
        return found
    update = {"edtf": f"{found.value.edtf}T{clock.written}", "precision": clock.precision}
    return DateFound(found.value.model_copy(update=update))


def _clock(match: "regex.Match[str]") -> _Clock | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + _HALVES[match["half"].replace(".", "").lower()]
    if hour > 23 or minute > 59 or second > 59:
        return None
    offset = _ZONES[match["zone"]] if match["zone"] else _offset(match["offset"])
    if offset is None:
        return None
    precision = DatePrecision.SECOND if match["second"] else DatePrecision.MINUTE
    return _Clock(f"{hour:02}:{minute:02}:{second:02}{offset}", precision)


def _east_asian_clock(match: "regex.Match[str]") -> _Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] in _AFTERNOONS and hour < 12:
        hour += 12
    return _Clock(f"{hour:02}:{minute:02}:00", DatePrecision.MINUTE) if hour <= 23 and minute <= 59 else None


def _offset(written: str | None) -> str | None:
    if not written or written == "Z":
        return written or ""
    hours, minutes = int(written[1:3]), int(written[-2:])
    return f"{written[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes <= 59 else None
