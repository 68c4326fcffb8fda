"""Scripts: which one a letter belongs to, how much of each a text has, and which languages are written in it."""

from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from unicodedata import category

# The blocks of each script, first and last code point (Unicode 16, Blocks.txt).
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x07C0, 0x07FF, "Nkoo"),
    (0x0860, 0x086F, "Syrc"),
    (0x0870, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Kore"),
    (0x1200, 0x139F, "Ethi"),
    (0x13A0, 0x13FF, "Cher"),
    (0x1400, 0x167F, "Cans"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"),
    (0x1C50, 0x1C7F, "Olck"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1D00, 0x1D7F, "Latn"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x2D00, 0x2D2F, "Geor"),
    (0x2D30, 0x2D7F, "Tfng"),
    (0x2D80, 0x2DDF, "Ethi"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0x3005, 0x3007, "Hani"),
    (0x3041, 0x30FF, "Jpan"),
    (0x3130, 0x318F, "Kore"),
    (0x31F0, 0x31FF, "Jpan"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xA000, 0xA4CF, "Yiii"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"),
    (0xA960, 0xA97F, "Kore"),
    (0xAA60, 0xAA7F, "Mymr"),
    (0xAB00, 0xAB2F, "Ethi"),
    (0xAB30, 0xAB6F, "Latn"),
    (0xAB70, 0xABBF, "Cher"),
    (0xAC00, 0xD7FF, "Kore"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB00, 0xFB06, "Latn"),
    (0xFB13, 0xFB17, "Armn"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Jpan"),
    (0xFFA0, 0xFFDC, "Kore"),
    (0x20000, 0x3FFFF, "Hani"),
)
_STARTS = tuple(first for first, _, _ in _BLOCKS)

# A syllabic or ideographic sign says as much as several letters: for each Amharic letter of the UDHR there are 2.1
# English ones, for each Japanese 2.5, for each Korean 2.8; rounded down. Han alone counts 3.
_WEIGHTS = {"Hani": 3, "Jpan": 2, "Kore": 2, "Ethi": 2}

# Scripts in which (nearly) all published text is in one language.
LANGUAGE_OF_SCRIPT = {
    "Armn": "hy",
    "Cans": "iu",
    "Cher": "chr",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Kore": "ko",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mong": "mn",
    "Mymr": "my",
    "Nkoo": "nqo",
    "Olck": "sat",
    "Orya": "or",
    "Sinh": "si",
    "Syrc": "syr",
    "Taml": "ta",
    "Telu": "te",
    "Tfng": "zgh",
    "Thaa": "dv",
    "Thai": "th",
    "Yiii": "ii",
}
UNKNOWN_SCRIPT = "Zzzz"

# The other languages are taken to be written in Latin letters only.
LANGUAGES_OF_SCRIPT: dict[str, frozenset[str]] = {
    "Arab": frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ks"}),
    "Beng": frozenset({"bn", "as"}),
    "Cyrl": frozenset(
        {"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "tt", "mn", "ba", "os", "ab", "cv", "uz", "ce"}
    ),
    "Deva": frozenset({"hi", "mr", "ne", "sa", "bho", "mai", "gom", "ks"}),
    "Ethi": frozenset({"am", "ti"}),
    "Hani": frozenset({"zh", "ja"}),
    "Hebr": frozenset({"he", "yi"}),
    "Tibt": frozenset({"bo", "dz"}),
}
SHARED_SCRIPTS = ("Latn", *LANGUAGES_OF_SCRIPT)

# Languages with a script of their own that are also met in Latin letters.
_ALSO_LATIN = frozenset({"sr", "uz", "ku"})
_NEVER_LATIN = (frozenset(LANGUAGE_OF_SCRIPT.values()) | frozenset().union(*LANGUAGES_OF_SCRIPT.values())) - _ALSO_LATIN


# Letters whose properties are kept in memory: all that a worker meets in practice, and a bound on what it may be fed.
LETTERS_KEPT = 30_000


def is_written_in(language: str, *, script: str) -> bool:
    """Tell whether a text in this script can be in this language."""
    if script == "Latn":
        return language not in _NEVER_LATIN
    return language in LANGUAGES_OF_SCRIPT.get(script, ()) or LANGUAGE_OF_SCRIPT.get(script) == language


@lru_cache(maxsize=LETTERS_KEPT)
def script_of(letter: str) -> str | None:
    """Return the ISO 15924 code of a letter's script; kana is `Jpan`, hangul `Kore`; None for what is no letter."""
    code = ord(letter)
    block = bisect_right(_STARTS, code) - 1
    if not letter.isalpha():
        return None
    if block >= 0 and code <= _BLOCKS[block][1]:
        return _BLOCKS[block][2]
    # Modifier letters, such as the ʻ of Uzbek, go with the letters around them.
    return None if category(letter) == "Lm" else UNKNOWN_SCRIPT


def script_weights(text: str) -> Counter[str]:
    """Return how much each script says in the text, in alphabet letters; kana and Han together count as Japanese."""
    weights: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        script = script_of(letter)
        if script is not None:
            weights[script] += count * _WEIGHTS.get(script, 1)
    return merge_east_asian(weights)


def merge_east_asian(weights: Counter[str]) -> Counter[str]:
    """Count Han signs with the kana or hangul that stand beside them, which tell Japanese and Korean from Chinese."""
    merged = Counter(weights)
    han = merged.get("Hani", 0)
    for script in ("Jpan", "Kore"):
        # Chinese texts quote a kana or two (の in brand names); half of a Japanese text is kana (53% in the UDHR).
        if han and merged.get(script, 0) * 8 >= han:
            merged[script] += merged.pop("Hani")
            break
    return merged
