"""Case endings that names take, by language: a small table from the ending in the text to the one in the gazetteer.

Endings are written as search keys (no diacritics). Only names that stand on the gazetteer's own trust are accepted
through them, so a table may be generous; it was tuned on the development files of the NER corpora.
"""

from collections.abc import Iterator

import regex

_RUSSIAN = (
    "ами:ы ами:а ого:ий ого:ый его:ий ему:ий ому:ый ией:ия ыми:ые ими:ие ах:ы ах:а ам:ы ов:ы ых:ые ых:ый их:ие ой:а ою:а "
    "ой:ая ую:ая ии:ия ию:ия ом: ом:ый ем:ь ем:й ем:ий ью:ь ей:я ы:а е:а у:а и:а и:ь и:я ю:я ю:ь ю:й я:ь я:й е:ь е:й е:я "
    "а: у: е: е:о а:о у:о"
)
_UKRAINIAN = (
    "євом:їв овом:ів ові: ові:ів єві:їв єва:їв ова:ів єву:їв ову:ів ого:ий ому:ий ою:а єю:я ії:ія ію:ія их:і ах:и ом: "
    "ем:ь и:а і:а у:а ої:а ю:я ї:я і:ь я:ь ю:ь і:я а: у: і: ю:й я:й ї:й"
)
_POLISH = (
    "szech:chy czech:cy iech:y ach:y ych:e ego:i ego:y emu:y owi: iem:ie ow:y em: ie:a ie: ze:ga dze:ga ce:ka ke:ka ki:ka "
    "ji:ja je:ja ii:ia ie:ia zy:za y:a i:a i: u: a: e:a u:o a:o ej:a"
)
_CZECH = (
    "ami:y ech:y ych:e ymi:e ou:a ou:o ii:ie ii:ia em: om: ze:ha ce:ka y:a e:a u:a u:o a:o e:o a: u: e: i:a y: i:e u:y"
)
_SOUTH_SLAVIC = "ovima:ovi ima:i ama:e oj:a om: om:a em: og:a u: u:a u:o a: a:o e:a i:a ih:e ju:ja"
_SERBIAN_CYRILLIC = "ој:а ом: ом:а ем: у: у:а у:о а: а:о е:а и:а"
_LITHUANIAN = "iuje:ius iaus:ius uje:us aus:us iui:ius oje:a os:a a:a eje:e es:e e:as o:as u:as ui:as"
_FINNISH = (
    "gissa:ki gista:ki gin:ki kiin:ki kissa:ki essa:i esta:i een:i en:i issa:it issa:at ssa: sta: lla: lta: lle: aan:a "
    "iin:i oon:o een:e n: a: na: ksi:"
)
_ESTONIAN = "sse: st: ga: le: lt: ni: ks: s: l: t: i:"
_HUNGARIAN = (
    "orszagban:orszag ban: ben: bol: rol: nak: nek: ral: rel: hoz: hez: tol: val: vel: bal: ert: ba: be: ra: re: on: en: "
    "ig: ot: et: n: t: ul:"
)
_AZERBAIJANI = "dan: den: nin: da: de: ya: ye: ni: in: un: la: le: i: e: a:"
_KAZAKH = (
    "дағы: дегі: тағы: тегі: ның: нің: дың: дің: тың: тің: дан: ден: тан: тен: нан: нен: мен: бен: пен: да: де: та: те: "
    "ға: ге: қа: ке: ны: ні: ды: ді: ты: ті: на: не:"
)
_GREEK = "ασ:α ησ:η ου:ο ου:οσ ο:οσ ων:εσ ον:οσ"
_ARMENIAN = "յում:ա ում: ից: ին: ով: ի: ը: ն: յի:ա յի: յից:"
_GEORGIAN = "იდან:ი დან: ისთვის:ი თვის: იდან: ში:ი ში: ზე:ი ზე: ის:ი ით:ი ს:ი ს: მა:ი სა: მ:"
_ROMANIAN = "iului: ului: iul: ul: ei:a ia:ie lui:"
_BENGALI = "গুলোর: ের: তে: য়: কে: র: ে:"
_KOREAN = (
    "에서는: 에서도: 에서의: 에서: 에게: 에는: 에도: 으로는: 으로: 로부터: 부터: 까지: 만을: 에: 은: 는: 이: 가: 을: 를: 의: 와: 과: "
    "도: 만: 로: 나:"
)
_GENITIVE_S = "s:"

_TABLES = {
    **dict.fromkeys(("ru", "be", "bg"), _RUSSIAN),
    "uk": _UKRAINIAN,
    "pl": _POLISH,
    **dict.fromkeys(("cs", "sk"), _CZECH),
    **dict.fromkeys(("hr", "bs", "sl"), _SOUTH_SLAVIC),
    "sr": f"{_SOUTH_SLAVIC} {_SERBIAN_CYRILLIC}",
    "lt": _LITHUANIAN,
    "lv": "as:a es:e u:a i:a am:a ai:a",
    "fi": _FINNISH,
    "et": _ESTONIAN,
    "hu": _HUNGARIAN,
    **dict.fromkeys(("tr", "az"), _AZERBAIJANI),
    "kk": _KAZAKH,
    "ky": _KAZAKH,
    "el": _GREEK,
    "hy": _ARMENIAN,
    "ka": _GEORGIAN,
    "ro": _ROMANIAN,
    "bn": _BENGALI,
    "ko": _KOREAN,
    **dict.fromkeys(("de", "nl", "sv", "da", "nb", "nn", "no"), _GENITIVE_S),
}

_HUNGARIAN_SHORT = {"á": "a", "é": "e"}

# Two letters are a name in Hangul syllables (서울), but a fragment in an alphabet.
_MIN_STEM = {"ko": 2, "bn": 3, "hy": 4, "ka": 4, "fi": 4, "et": 5, "tr": 4, "az": 4}
_USUAL_MIN_STEM = 3


def _parsed(table: str) -> tuple[tuple[str, str], ...]:
    pairs = [tuple(pair.split(":")) for pair in table.split()]
    return tuple(sorted(((ending, base) for ending, base in pairs), key=lambda pair: -len(pair[0])))


# Endings that a sign sets off from the name: Türkiye'de, EU:ssa, SAD-u. The mention is the whole written word.
_SUFFIXES = {
    **dict.fromkeys(("tr", "az", "tk", "crh"), regex.compile(r"['’ʼ]\p{Ll}+")),
    "fi": regex.compile(r":\p{Ll}{1,5}(?!\p{L})"),
    **dict.fromkeys(("hu", "hr", "sr", "bs", "sl", "pl", "lt"), regex.compile(r"[-‐‑]\p{Ll}{1,4}(?![\p{L}-])")),
}


def suffix_end(text: str, end: int, *, language: str) -> int:
    """Return where the written word ends whose name ends at `end`."""
    pattern = _SUFFIXES.get(language)
    match = pattern.match(text, end) if pattern else None
    return match.end() if match else end


_ENDINGS = {language: _parsed(table) for language, table in _TABLES.items()}


def base_forms(key: str, *, language: str) -> Iterator[tuple[str, str]]:
    """Yield stem and base ending of each form that a word may be inflected from; the longest endings first."""
    shortest = _MIN_STEM.get(language, _USUAL_MIN_STEM)
    for ending, base in _ENDINGS.get(language, ()):
        stem = key.removesuffix(ending)
        if len(stem) < len(key) and (len(stem) >= shortest or len(stem) + len(base) > shortest):
            yield stem, base


def based(stem: str, base: str, *, language: str) -> str:
    """Return the base form in the writer's spelling; Hungarian shortens the vowel before an ending again: Szíriá-ban."""
    if language == "hu" and not base and stem[-1:] in _HUNGARIAN_SHORT:
        return stem[:-1] + _HUNGARIAN_SHORT[stem[-1]]
    return stem + (base.upper() if len(stem) > 1 and stem.isupper() else base)
