"""Letter rules: which letters a language writes, and how many of a text it does not write.

A letter that no word of a language has is strong evidence against it in scripts that many languages share: ø is not
Swedish, і is not Russian, ڕ is not Arabic. Alphabets are those of the orthographies, with the accents of usual loans.
"""

import unicodedata
from collections import Counter
from functools import cache

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_PERSIAN = "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_VIETNAMESE = "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)

_BEYOND_LATIN = {
    "af": "êëéèôöïîûáóíüú",
    "az": "çəğıöşü",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷáéíóúàèìòùäëïöü",
    "da": "æøåéáü",
    "de": "äöüßé",
    "en": "éè",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "eu": "ñçü",
    "fi": "äöåšž",
    "fo": "áðíóúýæø",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "fy": "âêôûúéëïöüä",
    "ga": "áéíóú",
    "gd": "àèìòùáéó",
    "gl": "áéíñóúüï",
    "ha": "ɓɗƙƴ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "id": "é",
    "ig": "ịọụṅñ",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "ku": "çêîşû",
    "la": "āēīōūæœë",
    "lb": "äëéöüè",
    "lg": "ŋ",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūžōŗ",
    "mi": "āēīōū",
    "ms": "é",
    "mt": "ċġħżàèìòù",
    "nb": "æøåéèêóòôâ",
    "nl": "éëïóöüèêá",
    "nn": "æøåéèêóòôâ",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîșțşţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sn": "",
    "so": "",
    "sq": "çë",
    "sr": "čćđšž",
    "st": "š",
    "sv": "åäöéàü",
    "sw": "",
    "tk": "äçňöşüýž",
    "tl": "ñ",
    "tn": "êôš",
    "tr": "çğıöşüâîû",
    "ts": "",
    "uz": "",
    "vi": _VIETNAMESE + "đ",
    "xh": "",
    "yo": "ẹọṣàáèéìíòóùúńǹḿ",
    "zu": "",
}
_CYRILLIC = {
    "ba": _RUSSIAN + "әөүғҡңҙҫһ",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "ce": _RUSSIAN + "ӏ",
    "cv": _RUSSIAN + "ӑӗҫӳ",
    "kk": _RUSSIAN + "әіңғүұқөһ",
    "ky": _RUSSIAN + "ңүө",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "mn": _RUSSIAN + "өү",
    "os": _RUSSIAN + "ӕ",
    "ru": _RUSSIAN,
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "tg": _RUSSIAN + "ғӣқӯҳҷ",
    "tt": _RUSSIAN + "әөүҗңһ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "uz": _RUSSIAN + "ўқғҳ",
}
_ARABIC_SCRIPT = {
    "ar": _ARABIC,
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهھەوۆیێ",
    "fa": _PERSIAN + "ۀ",
    "ks": _PERSIAN + "ٲٳۆۄٹڈڑےھہںؠٔ",
    "ps": _PERSIAN + "ټځڅډړږښګڼېۍي",
    "sd": _PERSIAN + "ٻڀٺٽٿڄڃڇڏڌڊڍڙڦڪڳڱڻھهيك",
    "ug": "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋەېىي",
    "ur": _PERSIAN + "ٹڈڑںھہۂۃےۓ",
}
# Scripts of two languages whose alphabets differ by these letters only: what the language does not write.
_NEVER_WRITTEN = {
    "as": "র",
    "bn": "ৰৱ",
    "he": "װױײ",
}

# The alphabet of a Latin-script language that has no row: the accents that most of them have.
_USUAL_ACCENTS = "áàâäãåéèêëíìîïóòôöõúùûüýñçæøœß"

# Of 100 letters 17 are ӕ in Ossetian, 5 ӗ and 6 ӑ in Chuvash; in the UDHR no other language has even one.
_UNIQUE_LETTERS = {"ӕ": "os", "ӗ": "cv", "ӑ": "cv"}
_UNIQUE_PER_100_LETTERS = 2
_FEW_LANGUAGES = 2

# More foreign letters than this per 100 say no more than this: the text is in another language.
_MOST_PER_100_LETTERS = 5.0


def foreign_letters(letters: Counter[str], *, language: str, script: str) -> float:
    """Return how many of 100 letters the language does not write, at most 5; `letters` are small ones of that script."""
    total = letters.total()
    never, alphabet = _NEVER_WRITTEN.get(language), _alphabet(language, script)
    if never is not None:
        foreign = sum(letters[letter] for letter in never)
    else:
        foreign = sum(count for letter, count in letters.items() if letter not in alphabet) if alphabet else 0
    return min(_MOST_PER_100_LETTERS, 100 * foreign / total) if total else 0.0


def language_of_unique_letters(letters: Counter[str]) -> str | None:
    """Return the language whose own letter is frequent, for languages that no detector here knows; mostly None."""
    total = sum(letters.values())
    for letter, language in _UNIQUE_LETTERS.items():
        if letters[letter] * 100 >= _UNIQUE_PER_100_LETTERS * total > 0:
            return language
    return None


def languages_of_letters(letters: Counter[str]) -> tuple[str, ...]:
    """Return the one or two languages of Latin script that alone write all of these letters; mostly none."""
    beyond = frozenset(letters) - _PLAIN
    if not beyond:
        return ()
    having = tuple(language for language, alphabet in _BEYOND.items() if beyond <= alphabet)
    return having if len(having) <= _FEW_LANGUAGES else ()


_PLAIN = frozenset(_LATIN)
_BEYOND = {language: frozenset(letters) for language, letters in _BEYOND_LATIN.items()}


@cache
def _alphabet(language: str, script: str) -> frozenset[str]:
    """What a language writes in a script; empty where nothing is known of it."""
    if script == "Latn":
        return _PLAIN | _BEYOND.get(language, frozenset(_USUAL_ACCENTS))
    return frozenset({"Cyrl": _CYRILLIC, "Arab": _ARABIC_SCRIPT}.get(script, {}).get(language, ""))
