"""Which names of a place are worth their bytes, and how far a name is trusted before any text is seen."""

import re
from functools import cache

from babel.core import get_global
from babel.languages import get_official_languages

from training.gazetteer_place import Place
from training.gazetteer_sources import ARAB_COUNTRIES
from workers.engines.gazetteer import Flag, Kind
from workers.engines.place_words import MAX_CHARACTERS, MAX_WORDS, is_unspaced

# Below 15,000 inhabitants only the main name and those in the country's scripts are kept: the rest is transliteration.
FULL_NAMES_POPULATION = 15_000
# Measured on UD English-GUM: main names of cities from 100,000 on reach a precision of .853, from 15,000 on .711.
STRICT_POPULATION = 100_000
# Foreign names in Latin letters (Londres, Mailand) are trusted for cities that the world writes about.
EXONYM_POPULATION = 400_000
# Provinces and features share their names with words and persons more often than cities do.
STRICT_REGION_POPULATION = 500_000

# Countries whose own names are written in Arabic letters.
NATIVE_ARABIC = ARAB_COUNTRIES | {"IR", "AF", "PK"}

_CYRILLIC_ACRONYMS = frozenset({"сша", "рф", "оаэ", "цар", "юар", "кндр", "фрг"})

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_SCRIPTS = {
    "Arab": "[\u0600-\u06ff]",
    "Cyrl": "[\u0400-\u052f]",
    "Hebr": "[\u0590-\u05ff]",
    "Grek": "[\u0370-\u03ff\u1f00-\u1fff]",
    "Armn": "[\u0530-\u058f]",
    "Geor": "[\u10a0-\u10ff]",
    "Deva": "[\u0900-\u097f]",
    "Beng": "[\u0980-\u09ff]",
    "Guru": "[\u0a00-\u0a7f]",
    "Gujr": "[\u0a80-\u0aff]",
    "Orya": "[\u0b00-\u0b7f]",
    "Taml": "[\u0b80-\u0bff]",
    "Telu": "[\u0c00-\u0c7f]",
    "Knda": "[\u0c80-\u0cff]",
    "Mlym": "[\u0d00-\u0d7f]",
    "Sinh": "[\u0d80-\u0dff]",
    "Thai": "[\u0e00-\u0e7f]",
    "Laoo": "[\u0e80-\u0eff]",
    "Mymr": "[\u1000-\u109f]",
    "Khmr": "[\u1780-\u17ff]",
    "Ethi": "[\u1200-\u137f]",
    "Kore": "[\uac00-\ud7a3]",
    "Hans": "[\u4e00-\u9fff]",
    "Hant": "[\u4e00-\u9fff]",
    "Jpan": "[\u3040-\u30ff\u4e00-\u9fff]",
}

# Letters that are written beside the official ones.
_FURTHER_SCRIPTS = {
    "IL": ("Arab",),
    "UZ": ("Cyrl",),
    "TM": ("Cyrl",),
    "AZ": ("Cyrl",),
    "MD": ("Cyrl",),
    "IQ": ("Arab",),
}


def is_key(key: str) -> bool:
    """Tell whether a key can be looked up at all."""
    if len(key) < 2 or not any(character.isalpha() for character in key):
        return False
    if any(is_unspaced(key, position) for position in range(len(key))):
        return " " not in key and len(key) <= MAX_CHARACTERS
    return key.count(" ") < MAX_WORDS


def is_kept(place: Place, name: str) -> bool:
    """Tell whether a name is worth its bytes."""
    if place.kind not in (Kind.CITY, Kind.DISTRICT) or place.population >= FULL_NAMES_POPULATION or name in place.known:
        return True
    return not _LATIN.match(name) and bool(_native(place.country).match(name))


@cache
def _native(country: str) -> re.Pattern[str]:
    """Return what a name begins with that is written in a script of the country."""
    likely = get_global("likely_subtags")
    languages = get_official_languages(country, regional=True, de_facto=True)
    tags = (likely.get(language.split("_")[0], "") for language in languages)
    scripts = {part for tag in tags for part in tag.split("_") if part in _SCRIPTS}
    return re.compile(
        "|".join(_SCRIPTS[script] for script in (*scripts, *_FURTHER_SCRIPTS.get(country, ()))) or r"(?!)"
    )


def flags_of(place: Place, name: str, key: str) -> int:
    """Return how far a name of a place is trusted, common words left aside."""
    if (name.isupper() and len(key) <= 5 and _LATIN.match(name)) or key in _CYRILLIC_ACRONYMS:
        return Flag.ACRONYM | Flag.STRICT if name in place.known else Flag.ACRONYM
    if len(key) < 3 and not is_syllabic(key):
        return 0
    if name in place.trusted or (name in place.known and place.kind in (Kind.TERRITORY, Kind.CONTINENT)):
        return Flag.STRICT | Flag.PLAIN
    if place.kind in (Kind.REGION, Kind.FEATURE, Kind.DISTRICT):
        return _flags_of_area(place, name, key)
    return _flags_of_town(place, name, key)


def _flags_of_town(place: Place, name: str, key: str) -> int:
    if name in place.known:
        return Flag.STRICT | Flag.PLAIN if place.population >= STRICT_POPULATION else _plain_if_town(place)
    if place.population >= EXONYM_POPULATION or (
        place.population >= STRICT_POPULATION and is_telling(place, name, key)
    ):
        return Flag.STRICT | Flag.PLAIN if len(key) >= 4 or is_syllabic(key) else Flag.PLAIN
    return Flag.PLAIN if place.population >= STRICT_POPULATION else 0


def _plain_if_town(place: Place) -> int:
    return Flag.PLAIN if place.population >= FULL_NAMES_POPULATION or place.country in ARAB_COUNTRIES else 0


def _flags_of_area(place: Place, name: str, key: str) -> int:
    if name not in place.known or (len(key) < 4 and not is_syllabic(key)):
        return 0
    is_known = place.kind != Kind.DISTRICT and place.population >= STRICT_REGION_POPULATION
    return Flag.STRICT | Flag.PLAIN if is_known and (len(key) >= 5 or is_syllabic(key)) else Flag.PLAIN


def is_syllabic(key: str) -> bool:
    """Tell whether two characters are enough for a name: Han, kana, Hangul."""
    return is_unspaced(key, 0) or "\uac00" <= key[0] <= "\ud7a3"


def is_telling(place: Place, name: str, key: str) -> bool:
    """Tell whether a foreign name of a middling city is hardly anything else: without capitals only a long one is."""
    if _LATIN.match(name):
        return False
    if place.country == "IL" and "\u0590" <= name[0] <= "\u05ff":
        return True
    return name[0].isupper() or len(key) >= 6 or (place.country in NATIVE_ARABIC and "\u0600" <= name[0] <= "\u06ff")
