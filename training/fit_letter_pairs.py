"""Count `workers/decoders/data/letter_pairs.tsv`: how dear each pair of letters is in a language, to tell encodings.

    python -m training.fit_letter_pairs DATA

DATA has `sentences/` and `word-pairs/` with one file `<language>.txt` each, one text a line (the test data of lingua-py,
Apache-2.0). Only lines 1-4 of every ten are read; lines 5-9 measure, lines 0 are the test. `corpus/`, texts of our own,
is read beside them. Nothing but costs of pairs, rounded to a quarter of a nat, enters the repository.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from unicodedata import normalize

from benchmarks.quality.charset_cases import encode
from workers.decoders.charset_pairs import COSTS_FILE, DIGIT, OTHER, QUANTUM, ZERO, class_of, fold_character

FIT_DIGITS = frozenset({1, 2, 3, 4})
CORPUS = Path(__file__).with_name("corpus")
MARKS = re.compile(r"\[(?:PER|LOC|ORG) |\]")
ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyz"
TYPOGRAPHY = "«»“”„’‘–—…°·"
# The letters beyond ASCII that are written in each language that has legacy encodings, names left out.
LETTERS = {
    "ar": "اآأإبةتثجحخدذرزسشصضطظعغفقكلمنهوىيءؤئًٌٍَُِّْـ،؛؟",
    "be": "абвгдежзійклмнопрстуўфхцчшыьэюяё",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýžö",
    "cy": "âêîôûŵŷëïöáé",
    "da": "æøåéöü",
    "de": "äöüßé",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "en": "éèêïçñöü",
    "es": "áéíñóúü¿¡ªº",
    "et": "äõüöšž",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةئءؤأًّ،؛؟\u200c",
    "fi": "äöå",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "ga": "áéíóú",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áæéíóöúýþð",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "nb": "æøåéòô",
    "nl": "ëéïöüèáóê",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîşţ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "sv": "åäöéü",
    "th": "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎๐๑๒๓๔๕๖๗๘๙",
    "tr": "çğıöşüâîûİ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ur": "آأابتثجحخدذرزسشصضطظعغفقلمنوؤيئىپچڈڑژٹکگںھہۂےةءًُِّ،؛؟",
    "vi": "ăâđêôơưàáãèéìíòóõùúý\u0300\u0301\u0303\u0309\u0323",
}
# A pair that was not seen is no dearer: names and loan words have any pair.
DEAREST = 12.0
# Vowel signs of Arabic are rare in the texts, but where a text has some it has many. Plain texts have no curly quotes,
# others nothing else.
DEAREST_VOWEL_SIGN, VOWEL_SIGNS = 5.0, frozenset(map(chr, range(0x64B, 0x653)))
DEAREST_SIGN = 8.0
# Of what the pair model gives away to pairs not seen, by Witten and Bell (1991), at least this share.
LEAST_BACKOFF = 1e-3


def main() -> None:
    """Write a line for each language: its code, its letters, a square of what pairs cost."""
    COSTS_FILE.write_text("".join(f"{line}\n" for line in _lines(Path(sys.argv[1]))), encoding="utf-8")


def _lines(data: Path) -> Iterator[str]:
    for language, beyond_ascii in LETTERS.items():
        text = "\n".join("".join(map(fold_character, text)) for text in _texts(data, language))
        letters = (
            OTHER + DIGIT + ASCII_LETTERS + "".join(dict.fromkeys([*map(fold_character, beyond_ascii), *TYPOGRAPHY]))
        )
        yield f"{language}\t{letters}\t{_costs(text, letters)}"


def _texts(data: Path, language: str) -> Iterator[str]:
    for folder in ("sentences", "word-pairs"):
        for number, line in enumerate((data / folder / f"{language}.txt").read_text("utf-8").splitlines()):
            if number % 10 in FIT_DIGITS:
                text = normalize("NFC", line)
                yield encode(text, "cp1258", errors="ignore").decode("cp1258") if language == "vi" else text
    for file in sorted((CORPUS / language).glob("*.txt")):
        yield from (line for line in MARKS.sub("", file.read_text("utf-8")).splitlines() if not line.startswith("#"))


def _costs(text: str, letters: str) -> str:
    known = [class_of(character) if character not in letters else character for character in text]
    singles, pairs = Counter(known), Counter(pairwise(known))
    share = {b: (singles[b] + 0.5) / (len(known) + 0.5 * len(letters)) for b in letters}

    def cost(a: str, b: str) -> float:
        followers = sum((a, other) in pairs for other in letters)
        backoff = max(followers / (singles[a] + followers), LEAST_BACKOFF) if singles[a] else 1.0
        nats = -log((1 - backoff) * pairs[a, b] / max(1, singles[a]) + backoff * share[b])
        return min(nats, DEAREST_VOWEL_SIGN if b in VOWEL_SIGNS else DEAREST_SIGN if b in TYPOGRAPHY else DEAREST)

    return "".join(chr(ZERO + round(cost(a, b) / QUANTUM)) for a in letters for b in letters)


if __name__ == "__main__":
    main()
