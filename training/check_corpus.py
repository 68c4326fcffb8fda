"""Checks of `training/corpus/`: form, variety and consistency.

python -m training.check_corpus [LANGUAGE ...]   the report; exit 1 when a rule of the README is broken
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from training.corpus_text import FOLDER, LABELS, Sentence, files, languages, read

REPEATED_WORDS = 5
# The README's bound: a sequence in more of the sentences than this is a frame.
REPEATED_SHARE = 0.005
# Below this many sentences one repetition is more than the share; then so many are let pass.
REPEATED_FLOOR = 3
SEEDS = FOLDER.parent.parent / "seeds"


def corpus(language: str) -> list[Sentence]:
    """Return all sentences of a language."""
    return [sentence for path in files(language) for sentence in read(path)]


def repetitions(sentences: Sequence[Sentence]) -> list[tuple[str, int]]:
    """Return sequences of five words that stand in too many sentences."""
    seen: Counter[str] = Counter()
    for sentence in sentences:
        words = sentence.text.split()
        seen.update({" ".join(words[i : i + REPEATED_WORDS]) for i in range(len(words) - REPEATED_WORDS + 1)})
    allowed = max(REPEATED_FLOOR, REPEATED_SHARE * len(sentences))
    return [(words, count) for words, count in seen.most_common(20) if count > allowed]


def copies(sentences: Sequence[Sentence]) -> list[str]:
    """Return sentences that stand twice."""
    seen = Counter(sentence.text for sentence in sentences)
    return [text for text, count in seen.items() if count > 1]


def unmarked(sentences: Sequence[Sentence]) -> list[str]:
    """Return places where words of several letters stand bare that are a mention elsewhere in the same passage."""
    found: list[str] = []
    passages: defaultdict[tuple[str, int], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        passages[sentence.file, sentence.passage].append(sentence)
    for passage in passages.values():
        names = {name for sentence in passage for _, name in sentence.names() if len(name.split()) > 1}
        for sentence in passage:
            marked = {name for _, name in sentence.names()}
            inside = " | ".join(marked)
            found += [
                f"{sentence.file}:{sentence.line}: “{name}” is not marked here"
                for name in names
                if name in sentence.text and name not in inside
            ]
    return found


def labels_in_doubt(sentences: Sequence[Sentence]) -> list[str]:
    """Return names of two words and more that bear different labels; each wants a look."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for label, name in sentence.names():
            seen[name].add(label)
    return [
        f"{name}: {', '.join(sorted(found))}" for name, found in sorted(seen.items()) if len(found) > 1 and " " in name
    ]


def seed_names() -> set[str]:
    """Return the names of several words that the seeds are scored by; the corpus has none of them."""
    names: set[str] = set()
    for path in SEEDS.glob("*.expected.json"):
        rows = json.loads(path.read_text(encoding="utf-8")).get("entities", ())
        names |= {row["text"] for row in rows if row["label"] in ("PER", "ORG") and " " in row["text"]}
    return names


def report(language: str) -> list[str]:
    """Print the figures of a language and return what breaks a rule."""
    sentences = corpus(language)
    names = {label: Counter(name for s in sentences for found, name in s.names() if found == label) for label in LABELS}
    bare = sum(not sentence.mentions for sentence in sentences)
    figures = ", ".join(f"{label} {sum(found.values())} ({len(found)} distinct)" for label, found in names.items())
    print(f"{language}: {len(sentences)} sentences, {bare} without a name; {figures}")
    for line in labels_in_doubt(sentences):
        print(f"  two labels: {line}")
    taboo = seed_names()
    return [
        *(f"{language}: “{words}” stands in {count} sentences" for words, count in repetitions(sentences)),
        *(f"{language}: twice: {text[:80]}" for text in copies(sentences)),
        *(f"{language}: {line}" for line in unmarked(sentences)),
        *(
            f"{language}: {s.file}:{s.line}: “{name}” is a name of the seeds"
            for s in sentences
            for _, name in s.names()
            if name in taboo
        ),
    ]


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=None)
    arguments = parser.parse_args()
    chosen = arguments.languages or languages()
    broken = [line for language in chosen for line in report(language)]
    print("\n".join(broken), file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
