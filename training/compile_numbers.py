"""Writes workers/engines/data/numbers_spelled.json: number words, as the spell-out rules of CLDR write them.

Run `python -m training.compile_numbers`; needs PyICU, which the shipped package does not. A phrase is kept only where
the rules of workers/engines/numbers_spelled.py do not derive it from the words kept before.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import icu  # type: ignore[import-not-found,unused-ignore]

from training.number_words import FRACTIONS, JOINERS, MORE, VARIANTS, WRONG
from workers.engines.numbers_spelled import MAX_PHRASE_WORDS, make_lexicon, spelled
from workers.engines.patterns_words import fold

OUTPUT = Path(__file__).parent.parent / "workers" / "engines" / "data" / "numbers_spelled.json"

# Languages whose rules CLDR has, and which write multipliers after what they multiply.
LANGUAGES = (
    "ar en fr de es pt ca it nl af ru uk be pl cs sk tr az kk fa hi ne ta id ms vi he el sv da no is fi et hu ro bg mk sr "
    "hr sq lv lt ka hy"
)
LOCALES = {"no": ("nb",), "pt": ("pt", "pt_PT"), "sr": ("sr", "sr_Latn")}
NUMBERS = (*range(2, 100), *range(100, 1000, 100), 1000, 2000, 1_000_000, 2_000_000)
# Where a word holds several numbers, CLDR puts a soft hyphen between them.
FUSED = "de nl af sv da no is fi et hu it tr ka hy sk lv fa"


def spellings(language: str) -> Iterator[tuple[int, str]]:
    """Yield numbers with their phrases, folded, small numbers first."""
    formats = [
        icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
        for locale in LOCALES.get(language, (language,))
    ]
    for number in NUMBERS:
        for rules in formats:
            for index in range(rules.getNumberOfRuleSetNames()):
                name = rules.getRuleSetName(index)
                if "cardinal" in name and not re.search("verbose|financial|ordinal", name):
                    rules.setDefaultRuleSet(name)
                    yield number, tidy(rules.format(number))
    for number, phrases in MORE.get(language, {}).items():
        for phrase in phrases.split("|"):
            yield number, tidy(phrase)


def tidy(phrase: str) -> str:
    """Fold a phrase: hyphens are spaces, soft hyphens and zero-width spaces nothing."""
    return " ".join(fold(re.sub("[\u00ad\u200b]", "", phrase).replace("-", " ")).split())


def varied(language: str, phrase: str) -> Iterator[str]:
    """Yield a phrase and its other spellings."""
    forms = {phrase}
    for old, new in VARIANTS.get(language, ()):
        forms |= {re.sub(old, new, form) for form in forms}
    yield from sorted(forms)


def row(language: str) -> dict[str, object]:
    """Return the table of one language."""
    words: dict[str, float] = {}
    fused, joiners = language in FUSED.split(), JOINERS.get(language, "")
    for number, phrase in sorted(set(spellings(language)), key=lambda item: item[0]):
        for form in varied(language, phrase):
            lexicon = make_lexicon(language, numbers=words, joiners=joiners, fused=fused, fractions={})
            derived = spelled(form.split(), lexicon)
            count = len(form.split())
            is_derived = derived is not None and derived.words == count and derived.value == number
            if not is_derived and count <= MAX_PHRASE_WORDS and form not in WRONG.get(language, "").split("|"):
                words.setdefault(form, number)
    by_number: dict[int, list[str]] = defaultdict(list)
    for form, number in words.items():
        by_number[int(number)].append(form)
    table: dict[str, object] = {str(number): "|".join(forms) for number, forms in sorted(by_number.items())}
    return {"words": table, "and": joiners, "fused": fused, "fractions": FRACTIONS.get(language, {})}


def main() -> None:
    """Write the table, one language a line."""
    languages = [*LANGUAGES.split(), *(language for language in MORE if language not in LANGUAGES.split())]
    lines = []
    for language in languages:
        written = json.dumps(row(language), ensure_ascii=False, separators=(",", ":"))
        lines.append(f"{json.dumps(language)}: {written}")
        print(language, len(written))
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
