"""How the pattern finders compare words and where their word tables come from."""

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from unicodedata import normalize

# Latin, Greek and Cyrillic accents; Arabic vowel signs, hamza and madda marks; the Devanagari nukta.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u093c]")
# Letters that writers mix up and that carry no accent to strip: Persian and Arabic kaf and yeh, teh marbuta, dotless i.
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ı": "i", "‌": None})

LANGUAGE_ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "sh": "sr",
    "prs": "fa",
    "mo": "ro",
    "ji": "yi",
    "cmn": "zh",
    "yue": "zh",
    "kmr": "ku",
}


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return the spelling under which a word is looked up: no case, no accents, one form for look-alike letters."""
    if word.isascii():
        return word.lower()
    decomposed = normalize("NFD", word.casefold().translate(_LETTERS))
    return normalize("NFC", _ACCENTS.sub("", decomposed))


@lru_cache(maxsize=1024)
def base_language(tag: str) -> str:
    """Return the language of a BCP 47 tag under the code that the tables use: `nb-NO` is `no`."""
    language = tag.split("-", 1)[0].lower()
    return LANGUAGE_ALIASES.get(language, language)


@cache
def load_table(name: str) -> Any:
    """Return a JSON table of `workers/engines/data`, read once per process."""
    return json.loads(files("workers.engines").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))
