"""Writes workers/text/data/: words of scripts without blanks between words, each with what a text pays for using it.

    python -m training.compile_words PYTHAINLP ICU_LIBRARY

PYTHAINLP is the corpus folder of that package (words_th.txt, tnc_freq.txt), ICU_LIBRARY a libicudata of ICU, such as
the one that the icu4py wheel brings. Thai words cost their information in bits; of the others no frequency is known,
so that each costs the same, less a little for its length: few and long words win.
"""

import lzma
import math
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.icu_dictionaries import dictionary_words

OUTPUT = Path(__file__).parent.parent / "workers" / "text" / "data"
ICU_DICTIONARIES = {"lao": "laodict", "khmer": "khmerdict", "myanmar": "burmesedict"}

_THAI_WORD = re.compile("[ก-๎]+")
# In tenths of a bit, so that all costs are small integers.
_TENTHS = 10
_FLAT_COST = 120


def main() -> None:
    """Compile the four lists."""
    pythainlp, library = map(Path, sys.argv[1:])
    write("thai", thai_costs(pythainlp))
    for script, name in ICU_DICTIONARIES.items():
        words = set(dictionary_words(library.read_bytes(), name))
        write(script, {word: _FLAT_COST - min(len(word), 20) ** 2 // 20 for word in words})


def thai_costs(folder: Path) -> Mapping[str, int]:
    """Return the listed words that the Thai National Corpus has, with minus the logarithm of their frequency."""
    words = set((folder / "words_th.txt").read_text("utf-8").split())
    counts: dict[str, int] = {}
    for line in (folder / "tnc_freq.txt").read_text("utf-8").splitlines():
        word, _, count = line.partition("\t")
        if word in words and _THAI_WORD.fullmatch(word) and int(count) > 0:
            counts[word] = int(count)
    total = sum(counts.values())
    return {word: round(-_TENTHS * math.log2(count / total)) for word, count in counts.items()}


def write(script: str, costs: Mapping[str, int]) -> None:
    """Write one line for each cost: the cost, and the words that have it, sorted."""
    by_cost: dict[int, list[str]] = {}
    for word, cost in costs.items():
        by_cost.setdefault(cost, []).append(word)
    lines = [" ".join([str(cost), *sorted(words)]) for cost, words in sorted(by_cost.items())]
    packed = _packed(lines)
    (OUTPUT / f"{script}.txt.xz").write_bytes(packed)
    print(f"{script}: {len(costs):,} words, {len(packed):,} bytes")


def _packed(lines: Iterable[str]) -> bytes:
    return lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    main()
