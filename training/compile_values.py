"""Writes units_cldr.json and currencies_cldr.json of workers/engines/data: names of units and currencies of CLDR.

Run `python -m training.compile_values COMMON`; COMMON is the folder `common` of a CLDR release (made with 41). The
tables written by hand beside them go first.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import regex

from training.compile_dates import LANGUAGES
from training.compile_relative_dates import LOCALES
from workers.engines.patterns_words import fold, load_table

DATA = Path(__file__).parent.parent / "workers" / "engines" / "data"
UNITS = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm", "length-mile": "mi",
    "length-foot": "ft", "length-inch": "in", "length-yard": "yd", "length-nautical-mile": "nmi", "area-square-kilometer": "km²",
    "area-square-meter": "m²", "area-hectare": "ha", "area-acre": "acre", "area-square-mile": "mi²", "area-square-foot": "ft²",
    "area-dunam": "dunam", "volume-liter": "L", "volume-milliliter": "mL", "volume-cubic-meter": "m³", "volume-gallon": "gal",
    "volume-barrel": "barrel", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg", "mass-metric-ton": "t",
    "mass-tonne": "t", "mass-pound": "lb", "mass-ounce": "oz", "temperature-celsius": "°C", "temperature-fahrenheit": "°F",
    "speed-kilometer-per-hour": "km/h", "speed-mile-per-hour": "mph", "speed-knot": "kn", "duration-hour": "h",
    "duration-minute": "min", "duration-second": "s", "duration-day": "d", "duration-week": "week", "duration-month": "month",
    "duration-year": "a", "concentr-percent": "%", "concentr-permillion": "ppm", "power-watt": "W", "power-kilowatt": "kW",
    "power-megawatt": "MW", "power-gigawatt": "GW", "energy-kilowatt-hour": "kWh", "energy-kilocalorie": "kcal",
    "frequency-megahertz": "MHz", "frequency-gigahertz": "GHz", "digital-megabyte": "MB", "digital-gigabyte": "GB",
    "digital-terabyte": "TB", "digital-kilobyte": "kB", "electric-volt": "V", "mass-carat": "carat",
}  # fmt: skip
# Languages that add endings to a name, so that each name is a stem.
SUFFIXING = frozenset(
    ["hu", "fi", "et", "tr", "az", "kk", "ky", "uz", "ka", "hy", "mn", "eu", "ta", "te", "ml", "kn", "tk", "ug"]
)
SHORTEST_STEM = 4
CURRENCIES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "INR",
    "RUB",
    "TRY",
    "BRL",
    "CAD",
    "AUD",
    "NZD",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "ISK",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "RSD",
    "UAH",
    "BYN",
    "KZT",
    "UZS",
    "KGS",
    "TJS",
    "AZN",
    "GEL",
    "AMD",
    "ILS",
    "EGP",
    "SAR",
    "AED",
    "QAR",
    "KWD",
    "BHD",
    "OMR",
    "JOD",
    "LBP",
    "SYP",
    "IQD",
    "YER",
    "LYD",
    "TND",
    "DZD",
    "MAD",
    "SDG",
    "IRR",
    "AFN",
    "PKR",
    "BDT",
    "LKR",
    "NPR",
    "THB",
    "VND",
    "IDR",
    "MYR",
    "PHP",
    "SGD",
    "HKD",
    "TWD",
    "KRW",
    "MNT",
    "KHR",
    "LAK",
    "MMK",
    "ZAR",
    "NGN",
    "KES",
    "TZS",
    "UGX",
    "ETB",
    "GHS",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "XOF",
    "XAF",
    "ALL",
    "MKD",
    "BAM",
    "MDL",
]
# What CLDR gives that means another thing in running text.
WRONG: Mapping[str, str] = {
    "fr": "livres",
    "en": "pounds|pound|ounces|ounce",
    "nl": "pond",
    "sv": "mil",
    "da": "mil",
    "no": "mil",
}


def names(unit: ElementTree.Element) -> Iterator[str]:
    """Yield the names of a unit, in all numbers and cases, that stand after the number."""
    for pattern in unit.iterfind("unitPattern"):
        match = regex.fullmatch(r"\{0\}[\s\u00a0\u200b-]?(?:de )?([^{}0-9]+)", pattern.text or "")
        if match and (pattern.text or "").startswith("{0}"):
            yield match[1].strip()


def roots(folder: Path, language: str) -> Iterator[ElementTree.Element]:
    """Yield the files of a language that exist."""
    for locale in LOCALES.get(language, (language,)):
        if (path := folder / "main" / f"{locale}.xml").exists():
            yield ElementTree.parse(path).getroot()


def entry(language: str, name: str) -> str | None:
    """Return a name as the tables have it, or None where it would match too much."""
    folded = fold(name).strip(" .")
    if (
        len(folded) < 2
        or not regex.fullmatch(r"\p{L}[\p{L}\p{M} '’.-]*", folded)
        or folded in WRONG.get(language, "").split("|")
    ):
        return None
    ending = "*" if language in SUFFIXING and " " not in folded and len(folded) >= SHORTEST_STEM else ""
    return folded.replace(" ", "_") + ending


def units(folder: Path) -> dict[str, dict[str, str]]:
    """Return unit → language → names that the table made by hand lacks."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    by_hand = load_table("units")["words"]
    for language in LANGUAGES.split():
        known = {fold(word) for those in by_hand.values() for word in those.get(language, "").split()}
        seen: dict[str, str] = {}
        for root in roots(folder, language):
            for kind, symbol in UNITS.items():
                for unit in root.iterfind(f".//units/unitLength[@type='long']/unit[@type='{kind}']"):
                    for name in filter(None, (entry(language, name) for name in names(unit))):
                        if name not in known:
                            seen.setdefault(name, symbol)
        for name, symbol in seen.items():
            found[symbol][language] = f"{found[symbol].get(language, '')} {name}".strip()
    return found


def currencies(folder: Path) -> dict[str, dict[str, str]]:
    """Return language → name → code; a name of two currencies is left out."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES.split():
        codes: dict[str, set[str]] = defaultdict(set)
        for root in roots(folder, language):
            for code in CURRENCIES:
                for name in root.iterfind(f".//numbers/currencies/currency[@type='{code}']/displayName"):
                    if written := entry(language, name.text or ""):
                        codes[written].add(code)
        found[language] = {name: next(iter(those)) for name, those in codes.items() if len(those) == 1}
    return {language: those for language, those in found.items() if those}


def write(name: str, table: Mapping[str, Mapping[str, str]]) -> None:
    """Write a table, one row a line."""
    lines = [f"{json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in table.items()]
    (DATA / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Write both tables."""
    folder = Path(sys.argv[1])
    write("units_cldr.json", units(folder))
    write("currencies_cldr.json", currencies(folder))


if __name__ == "__main__":
    main()
