"""Find the names that are ordinary words: `python -m training.gazetteer_common_words DATA`, about three minutes.

DATA holds `ner/LANGUAGE/*.train.jsonl` ({text, entities: [[start, end, label]]}), `language/lingua/sentences/LANGUAGE.txt`
and `summarization/LANGUAGE/*.jsonl`. Writes `gazetteer_common_words.tsv`: key, then the languages in
which it is a common word (`*`: anywhere), and `PER` where it is a name of persons as well. Compile before and after.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import regex
from babel import Locale
from babel.localedata import locale_identifiers

from training.gazetteer_stop_words import ALWAYS_NAMES, PERSONS, STOP_WORDS
from workers.engines.gazetteer import Kind, load_gazetteer
from workers.engines.place_matcher import PlaceMatcher
from workers.engines.place_words import name_key

OUTPUT = Path(__file__).parent / "gazetteer_common_words.tsv"

# Corpora with lower-case or machine-made annotation, or without a clear licence (YELLOW in their list), decide nothing.
_LEFT_OUT = ("wikiann", "europeana", "nerp_lower", "linspector", "btc", "wnut17")
_UNCLEAR = ("pioner", "ebiquity", "nemo_ud", "worldwide_newswire", "nerel", "wikigoldsk")

# Summarization texts under licences that allow any use.
_FREE_TEXTS = frozenset({"gum", "klexikon", "wikilead", "csl_title", "scinews50", "uscorpus"})

# Every tenth line of the language data is kept for the measurement of language detection.
_TEST_LINE = 10

# A word that is common in so many languages is taken for common in those without a corpus too.
EVERYWHERE = 4

_WORD = regex.compile(r"[\p{L}\p{M}]+")


def main() -> None:
    """Write the table."""
    data = Path(sys.argv[1])
    common, persons = defaultdict[str, set[str]](set), {name_key(person) for person in PERSONS.split()}
    for language, texts in raw_texts(data).items():
        for key in lower_case_words(texts):
            common[key].add(language)
    for key, language in calendar_words():
        common[key].add(language)
    for folder in sorted((data / "ner").iterdir()):
        judge(folder, common, persons)
    for language, words in STOP_WORDS.items():
        for word in words.split():
            common[name_key(word.replace("_", " "))].add(language)
    for name in ALWAYS_NAMES.split():
        common.pop(name_key(name), None)
    write(common, persons)


def judge(folder: Path, common: dict[str, set[str]], persons: set[str]) -> None:
    """Let the annotation of one language have the last word."""
    for key, (right, person, wrong) in verdicts(folder).items():
        if person * 10 > right:
            persons.add(key)
        if is_common(key, right=right, wrong=wrong + person):
            common[key].add(folder.name)
        elif right >= 3:
            common[key].discard(folder.name)


def raw_texts(data: Path) -> dict[str, str]:
    """Return running text by language."""
    texts = defaultdict[str, list[str]](list)
    for file in (data / "language/lingua/sentences").glob("*.txt"):
        lines = file.read_text(encoding="utf-8").splitlines()
        texts[file.stem].extend(line for number, line in enumerate(lines) if number % _TEST_LINE)
    for file in (data / "summarization").glob("*/*.jsonl"):
        if file.stem in _FREE_TEXTS:
            texts[file.parent.name].extend(strings(json.loads(line)) for line in file.open(encoding="utf-8"))
    return {language: "\n".join(parts) for language, parts in texts.items()}


def strings(value: object) -> str:
    """Return all strings of a JSON value."""
    if isinstance(value, str):
        return value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return "\n".join(map(strings, parts))


def lower_case_words(text: str) -> Iterator[str]:
    """Yield the keys of names that are mostly written small; in caseless scripts, of names that are frequent words."""
    gazetteer = load_gazetteer()
    counts = Counter(_WORD.findall(text))
    for word, count in counts.items():
        key = name_key(word)
        form = gazetteer.find(key)
        if form is None or not form.places or word[0].isupper():
            continue
        is_territory = gazetteer.place(form.places[0]).kind in (Kind.TERRITORY, Kind.CONTINENT, Kind.CAPITAL)
        capitals = counts[word[0].upper() + word[1:]]
        is_cased = (
            word[0].upper() != word[0] and not "\u10d0" <= word[0] <= "\u10ff"
        )  # Georgian capitals are for titles
        if (is_cased and count >= 2 and count > capitals * (2 if is_territory else 0.25)) or (
            not is_cased and count >= 3 and not is_territory and gazetteer.place(form.places[0]).population < 1_500_000
        ):
            yield key


def calendar_words() -> Iterator[tuple[str, str]]:
    """Yield names of months and days of all languages."""
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        for table in (locale.months, locale.days):
            for widths in table.values():
                for name in {*widths["wide"].values(), *widths["abbreviated"].values()}:
                    if len(name) > 2:
                        yield name_key(name), locale.language


def verdicts(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Count for each name how often it was a place (or part of an organisation), a person, or nothing of that kind."""
    counts = defaultdict[str, list[int]](lambda: [0, 0, 0])
    matcher = PlaceMatcher(load_gazetteer())
    for file in sorted(folder.glob("*.train.jsonl")):
        if any(part in file.name for part in (*_LEFT_OUT, *_UNCLEAR)):
            continue
        for line in file.open(encoding="utf-8"):
            record = json.loads(line)
            for hit in matcher.hits(record["text"], language=folder.name):
                if hit.form.is_strict or hit.form.is_plain:
                    counts[hit.key][verdict(record["entities"], hit.start, hit.end)] += 1
    return {key: (right, person, wrong) for key, (right, person, wrong) in counts.items()}


def verdict(entities: list[tuple[int, int, str]], start: int, end: int) -> int:
    """Return 0 where the annotation has a place or organisation, 1 for a person, 2 for anything else."""
    labels = {label for low, high, label in entities if low < end and start < high}
    return 0 if labels & {"LOC", "ORG"} else 1 if "PER" in labels else 2


def is_common(key: str, *, right: int, wrong: int) -> bool:
    """Tell whether a name is more often something else; for countries a corpus must insist."""
    gazetteer = load_gazetteer()
    form = gazetteer.find(key)
    place = gazetteer.place(form.places[0]) if form and form.places else None
    is_great = place is not None and place.kind in (Kind.TERRITORY, Kind.CONTINENT)
    return wrong + right >= 2 and wrong > (4 * right + 4 if is_great else right)


def write(common: dict[str, set[str]], persons: set[str]) -> None:
    """Write one line for each key of the gazetteer."""
    gazetteer = load_gazetteer()
    lines = []
    for key in sorted({*common, *persons}):
        form = gazetteer.find(key)
        if form is None or not form.is_name:
            continue
        languages = common.get(key, set())
        marks = ["*"] if len(languages) >= EVERYWHERE or "*" in languages else sorted(languages)
        marks += ["PER"] if key in persons else []
        if marks:
            lines.append(f"{key}\t{' '.join(marks)}\n")
    OUTPUT.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} keys")


if __name__ == "__main__":
    main()
