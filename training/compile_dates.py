"""Writes workers/engines/data/dates.json: month and weekday names of CLDR, with the case forms that CLDR leaves out.

Run `python -m training.compile_dates`; needs babel, which the shipped package does not.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError, localedata

from workers.engines.patterns_words import fold

OUTPUT = Path(__file__).parent.parent / "workers" / "engines" / "data" / "dates.json"

WEEKDAY_CUES = OUTPUT.with_name("dates_weekday_cues.json")

LANGUAGES = (
    "af am ar as az be bg bn br bs ca ckb cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr hu hy "
    "id is it ka kk km kn ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru sd si sk sl so sq sr sv sw "
    "ta te tg th tk tr ug uk ur uz vi yi zu ja ko zh"
)

# Locales whose names differ from those of the language itself.
VARIANTS = {
    "ar": ("ar_SY", "ar_LB", "ar_IQ", "ar_DZ", "ar_TN", "ar_MA", "ar_MR"),
    "sr": ("sr_Latn", "sr_Cyrl_BA"),
    "uz": ("uz_Cyrl",),
    "bs": ("bs_Cyrl",),
    "no": ("nb", "nn"),
    "de": ("de_AT",),
    "fa": ("fa_AF",),
    "pt": ("pt_PT",),
}

# Endings that replace the last letter of the Slavic genitive: "в августе", "у серпні", "w sierpniu", "v srpnu".
SLAVIC = frozenset({"ru", "uk", "be", "sr", "bs", "hr", "sl", "pl", "cs", "sk"})
SLAVIC_ENDINGS = {"а": "е і у ом", "я": "ь е і ю ем", "a": "u i e om em", "u": "e em", "e": "i em"}

# Where Cyrillic begins: Serbian has names and endings in two scripts, which do not mix.
CYRILLIC = "\u0400"

# Endings added to the nominative after cutting so many letters of it: "elokuussa", "augustā", "augustis", "Ağustosta".
NOMINATIVE_ENDINGS = {
    "fi": ((0, "n ssa sta ta hun lla lle ksi"),),
    "sl": ((0, "a u ja ju"),),
    "sr": ((0, "a u om а у ом"),),
    "bs": ((0, "a u om а у ом"),),
    "et": ((0, "i is il ini ist s l st ni ks"), (2, "ri ris ril rist rini riks")),
    "hu": ((0, "ban ben i tol ra re an en ja jaban jatol jaig a aban atol aig e eben etol eig"),),
    "lv": ((1, "a am u"), (2, "a i u im")),
    "tr": ((0, "ta te da de tan ten dan den in un a e i"),),
    "az": ((0, "da de dan den in un i u inda inde indan inden unda unde undan unden"),),
    "uz": ((0, "da dan ning gacha ga да дан нинг"),),
    "kk": (
        (0, "да де та те дан ден тан тен ның нің дың дің тың тің ға ге қа ке ында інде ынан інен ының інің ына іне"),
    ),
    "ky": ((0, "да де то дө дан ден нын нин дын дин тын тин ында инде"),),
    "hy": ((0, "ի ին ից ը"),),
    "ka": ((1, "ს ში ის იდან ამდე"), (0, "ს ში დან მდე")),
    "is": ((0, "mánuði"),),
    "eu": ((0, "ren n k ko tik"), (1, "ean etik eko an tik aren ek")),
    "sq": ((0, "i it in u ut un"),),
    "ckb": ((0, "ي"),),
    "ku": ((0, "a ê e"),),
    "mn": ((0, "ын д"),),
    "bn": ((0, "তে ে র ের"),),
    "te": ((0, "లో న నుండి"),),
    "gu": ((0, "માં ના ની ને થી"),),
    "mr": ((0, "त मध्ये च्या ला"),),
    "ta": ((0, "யில் இல் ில்"),),
    "ml": ((0, "യിൽ ൽ"),),
    "kn": ((0, "ಯಲ್ಲಿ ನಲ್ಲಿ ಲ್ಲಿ"),),
}

# Forms that no rule gives: adjectives that decline, and everyday spellings beside those of CLDR.
MORE = {
    "ar": {"أوغسطس": 8, "اغسطس": 8, "كانون ثاني": 1, "كانون أول": 12, "تشرين أول": 10, "تشرين ثاني": 11, "ماي": 5,
           "ايار": 5, "نوڤمبر": 11, "يونية": 6, "يولية": 7, "يونيه": 6, "يوليه": 7, "جون": 6, "جوليت": 7, "نوفمبير": 11, "أكتوبير": 10, "تشرين الاول": 10, "أيلول": 9, "فيفري": 2},
    "uk": {"лютому": 2, "лютий": 2}, "be": {"лютым": 2, "лістападзе": 11, "траўня": 5, "траўні": 5, "травень": 5}, "pl": {"lutym": 2, "luty": 2},
    "cs": {"červenci": 7, "prosinci": 12, "září": 9, "říjnu": 10}, "sk": {"marci": 3},
    "lv": {"janvārī": 1, "februārī": 2, "aprīlī": 4, "oktobrī": 10, "septembrī": 9, "novembrī": 11, "decembrī": 12},
    "lt": {"sausį": 1, "vasarį": 2, "kovą": 3, "balandį": 4, "gegužę": 5, "birželį": 6, "liepą": 7, "rugpjūtį": 8,
           "rugsėjį": 9, "spalį": 10, "lapkritį": 11, "gruodį": 12},
    "sr": {"септембра": 9, "октобра": 10, "новембра": 11, "децембра": 12, "септембру": 9, "октобру": 10, "новембру": 11,
           "децембру": 12, "septembra": 9, "oktobra": 10, "novembra": 11, "decembra": 12, "septembru": 9, "oktobru": 10,
           "novembru": 11, "decembru": 12},
    "bs": {"juna": 6, "jula": 7, "septembra": 9, "oktobra": 10, "novembra": 11, "decembra": 12, "septembru": 9,
           "oktobru": 10, "novembru": 11, "decembru": 12},
    "en": {"sept": 9}, "de": {"jänner": 1, "feber": 2},
    "bn": {"জানুয়ারি": 1, "ফেব্রুয়ারি": 2, "জানুয়ারিতে": 1, "ফেব্রুয়ারিতে": 2, "জানুয়ারির": 1, "ফেব্রুয়ারির": 2, "আগষ্ট": 8},
    "ckb": {"کانوونی یەکەم": 12, "کانوونی یەکەمی": 12, "کانونی دووەم": 1, "کانونی دووەمی": 1, "تشرینی یەکەمی": 10, "ئادار": 3,
            "ئاداری": 3, "حوزەیران": 6, "حوزەیرانی": 6},
    "ka": {f"{stem}{ending}": number for stem, number in
           {"იანვრ": 1, "თებერვლ": 2, "სექტემბრ": 9, "ოქტომბრ": 10, "ნოემბრ": 11, "დეკემბრ": 12}.items()
           for ending in ("ის", "იდან", "ამდე")},
    "mn": {"арван нэгдүгээр": 11, "арван хоёрдугаар": 12},
    "hi": {"सितम्बर": 9, "जनवरी": 1, "फरवरी": 2, "नवम्बर": 11, "दिसम्बर": 12, "अक्तूबर": 10, "अगस्त": 8},
    "eu": {"abuztuko": 8}, "ms": {"mac": 3}, "ca": {"agost": 8}, "fil": {"septyembre": 9, "oktubre": 10},
    "el": {"μάιο": 5, "ιανουάριο": 1, "φεβρουάριο": 2, "μάρτιο": 3, "απρίλιο": 4, "ιούνιο": 6, "ιούλιο": 7,
           "αύγουστο": 8, "σεπτέμβριο": 9, "οκτώβριο": 10, "νοέμβριο": 11, "δεκέμβριο": 12},
}  # fmt: skip


def locales(language: str) -> Iterator[Locale]:
    """Yield the locale of a language, then its variants; languages that CLDR or babel lack are passed over."""
    for code in (*VARIANTS.get(language, ()), language):
        localedata._cache.clear()  # noqa: SLF001 - babel 2.18 writes the names of one locale into aliases that others share
        try:
            yield Locale.parse(code)
        except UnknownLocaleError:
            print(f"{code}: not in CLDR")


def names(locale: Locale, *, field: str, width: str, context: str) -> dict[int, str]:
    """Return number → folded name; names with digits are dropped, the grammar writes those itself."""
    table = getattr(locale, field)[context].get(width, {})
    found = {int(number): tidy(name) for number, name in dict(table).items()}
    return {number: name for number, name in found.items() if name and not any(letter.isdigit() for letter in name)}


def tidy(name: str) -> str:
    """Fold a name and strip abbreviation signs and the prefixes that CLDR joins to it (`de`, `d’`, `ta’`)."""
    folded = fold(name).strip(" .॰׳’'").replace("\u200f", "")
    for prefix in ("de ", "d’", "d'", "ta’ ", "ta' "):
        folded = folded.removeprefix(prefix)
    return folded


def inflected(language: str, *, genitive: str, nominative: str) -> Iterator[str]:
    """Yield the case forms that the rules of a language give for one month."""
    if language in SLAVIC:
        for ending in SLAVIC_ENDINGS.get(genitive[-1], "").split():
            yield genitive[:-1] + ending
    for cut, endings in NOMINATIVE_ENDINGS.get(language, ()):
        for ending in endings.split():
            if (ending[0] >= CYRILLIC) != (nominative[-1] >= CYRILLIC):
                continue
            yield fold(nominative[: len(nominative) - cut] + ending)


def months(language: str) -> dict[str, int]:
    """Return all full month names of a language."""
    found: dict[str, int] = {}
    for locale in locales(language):
        genitive = names(locale, field="months", width="wide", context="format")
        nominative = names(locale, field="months", width="wide", context="stand-alone")
        for number, name in [*nominative.items(), *genitive.items()]:
            found.setdefault(name, number)
        for number in genitive:
            forms = inflected(language, genitive=genitive[number], nominative=nominative.get(number, genitive[number]))
            for form in forms:
                found.setdefault(form, number)
    return found | {fold(name): number for name, number in MORE.get(language, {}).items()}


def abbreviations(language: str, *, full: dict[str, int]) -> dict[str, int]:
    """Return the month abbreviations of two letters or more that are not full names."""
    found: dict[str, int] = {}
    for locale in locales(language):
        for context in ("format", "stand-alone"):
            for number, name in names(locale, field="months", width="abbreviated", context=context).items():
                if len(name) > 1 and name not in full:
                    found.setdefault(name, number)
    return found


def weekdays(language: str) -> list[str]:
    """Return the full weekday names of a language."""
    found = {
        name
        for locale in locales(language)
        for context in ("format", "stand-alone")
        for name in names(locale, field="days", width="wide", context=context).values()
    }
    return sorted(found)


def spelled(language: str) -> dict[str, int]:
    """Return the full month names as they are written, of languages that say "last" or "next" beside them."""
    if language not in json.loads(WEEKDAY_CUES.read_text(encoding="utf-8")):
        return {}
    found: dict[str, int] = {}
    for locale in locales(language):
        for context in ("format", "stand-alone"):
            for number, name in dict(locale.months[context]["wide"]).items():
                found.setdefault(name, int(number))
    return found | {name: number for name, number in MORE.get(language, {}).items() if language == "ar"}


def row(language: str) -> dict[str, object]:
    """Return the table of one language."""
    full = months(language)
    return {
        "months": full,
        "abbreviations": abbreviations(language, full=full),
        "weekdays": weekdays(language),
        "spelled": spelled(language),
    }


def main() -> None:
    """Write the table, one language a line."""
    lines = []
    for language in LANGUAGES.split():
        table = row(language)
        if table["months"] or language in {"ja", "ko", "zh", "vi"}:
            lines.append(f"{json.dumps(language)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}")
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(lines)} languages, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
