"""Writes workers/engines/data/dates_relative_cldr.json: "yesterday", "last Friday" and "three days ago" of CLDR.

Run `python -m training.compile_relative_dates COMMON`; COMMON is the folder `common` of a CLDR release (made with 41).
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from training.compile_dates import LANGUAGES

OUTPUT = Path(__file__).parent.parent / "workers" / "engines" / "data" / "dates_relative_cldr.json"
UNITS = {"day": "d", "week": "w", "month": "m", "year": "y"}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOCALES = {
    "no": ("no", "nn"),
    "sr": ("sr", "sr_Latn"),
    "pt": ("pt", "pt_PT"),
    "zh": ("zh", "zh_Hant"),
    "uz": ("uz", "uz_Cyrl"),
}
COUNTS = {"one": 1, "two": 2}
# "上周一" is the Monday of last week, not the last Monday: the letters A to G instead of 0 to 6.
OF_WEEK = re.compile("[周週]|week|tuần|hét|viiko|nädal|vecka|uke|uge", re.IGNORECASE)
DAYS = ".//dates/calendars/calendar[@type='gregorian']/days/dayContext/dayWidth[@type='wide']/day"
# Words that as often mean something else: morning, open, the year, years, the other day.
AMBIGUOUS = {
    "es": "mañana", "gl": "mañá", "nl": "morgen", "de": "morgen", "af": "môre", "fil": "bukas", "fy": "moarn",
    "he": "השנה|החודש|השבוע", "ar": "اليوم", "ur": "گزشتہ پرسوں|آنے والا پرسوں", "sq": "vjet|mot", "ms": "kelmarin",
    "ku": "par|sibe", "az": "sabah", "sw": "juzi", "my": "တစ်နေ့က", "eu": "bihar", "ha": "bana|bara|badi", "id": "kemarin dulu",
}  # fmt: skip


def fields(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """Return the long date fields of a locale by name."""
    found = {field.get("type", ""): field for field in root.iterfind(".//dates/fields/field")}
    return {name: field for name, field in found.items() if "-" not in name}


def phrases(found: dict[str, ElementTree.Element]) -> dict[str, str]:
    """Return phrase → unit and shift, such as `d-1` and `0-1` for the last Monday; what has two meanings is `?`."""
    meanings: dict[str, set[str]] = defaultdict(set)
    codes = UNITS | {name: str(number) for number, name in enumerate(WEEKDAYS)}
    for name, code in codes.items():
        for relative in found[name].iterfind("relative") if name in found else ():
            if relative.text and (name in UNITS or relative.get("type") != "0"):
                within_week = name not in UNITS and OF_WEEK.search(relative.text)
                meanings[relative.text].add(
                    f"{chr(ord('A') + int(code)) if within_week else code}{relative.get('type')}"
                )
    return {phrase: next(iter(those)) if len(those) == 1 else "?" for phrase, those in meanings.items()}


def counted(found: dict[str, ElementTree.Element]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return unit → patterns of "{0} days ago", and phrases that hold their number, such as a dual."""
    patterns: dict[str, list[str]] = {}
    fixed: dict[str, str] = {}
    for name, code in UNITS.items():
        for pattern in found[name].iterfind("relativeTime[@type='past']/relativeTimePattern") if name in found else ():
            text, count = pattern.text or "", COUNTS.get(pattern.get("count", ""), 0)
            if "{0}" in text:
                patterns.setdefault(code, []).append(text)
            elif count:
                fixed[text] = f"{code}-{count}"
    return {code: list(dict.fromkeys(those)) for code, those in patterns.items()}, fixed


def weekdays(root: ElementTree.Element) -> list[str]:
    """Return the names of Monday to Sunday, those of one day with bars between."""
    names = {name: [day.text or "" for day in root.iterfind(f"{DAYS}[@type='{name}']")] for name in WEEKDAYS}
    return ["|".join(dict.fromkeys(those)) for those in names.values()]


def row(folder: Path, language: str) -> dict[str, object]:
    """Return the table of one language; empty where CLDR has none."""
    known: dict[str, str] = {}
    ago: dict[str, list[str]] = {}
    days: list[str] = []
    for locale in LOCALES.get(language, (language,)):
        path = folder / "main" / f"{locale}.xml"
        if not path.exists():
            continue
        root = ElementTree.parse(path).getroot()
        found, days = fields(root), days or weekdays(root)
        patterns, fixed = counted(found)
        known |= {phrase: code for phrase, code in (phrases(found) | fixed).items() if phrase not in known}
        for code, those in patterns.items():
            ago[code] = list(dict.fromkeys([*ago.get(code, ()), *those]))
    wrong = set(AMBIGUOUS.get(language, "").split("|"))
    kept = {re.sub("[\u200b\u200e\u200f]", "", p): code for p, code in known.items() if p not in wrong and "↑" not in p}
    return {"phrases": kept, "ago": ago, "weekdays": days} if kept else {}


def main() -> None:
    """Write the table, one language a line."""
    rows = {language: row(Path(sys.argv[1]), language) for language in LANGUAGES.split()}
    lines = [
        f"{json.dumps(language)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}"
        for language, table in rows.items()
        if table
    ]
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(lines)} languages, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
