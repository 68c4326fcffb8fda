"""Words of Thai, Lao, Khmer and Burmese, which write no blanks between them, by word lists."""

import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

import regex

# A longer word is never sought; the lists have hardly any.
MAX_CLUSTERS = 12


@dataclass(frozen=True, slots=True)
class Script:
    """Letters from `first` to `last`; a cluster is what no word may be cut inside of."""

    name: str
    first: str
    last: str
    clusters: regex.Pattern[str]
    # What a cluster in no word costs, in the unit of the list (tenths of a bit): more than most words do.
    unknown_cost: int


@dataclass(frozen=True, slots=True)
class _Words:
    costs: Mapping[str, int]
    # The length of the longest word by its first letters.
    longest: Mapping[str, int]


# So many clusters are looked at together; each holds some hundred bytes meanwhile.
_WINDOW = 1_000
# So many letters tell how far to look; words of fewer letters are always in reach.
_KEY = 3

_KHMER_SIGNS = "[\u17b4-\u17d1\u17d3\u17dd]*+"

SCRIPTS = (
    # A vowel that is written before its consonant, the consonant, vowels and tone marks after it.
    Script("thai", "\u0e00", "\u0e7f", regex.compile("[เ-ไ]?+.[ะ-ฺๅ็-๎]*+"), unknown_cost=200),
    Script("lao", "\u0e80", "\u0eff", regex.compile("[ເ-ໄ]?+.[ະ-ຼ່-\u0ece]*+"), unknown_cost=300),
    # A consonant with those below it, vowels and signs.
    Script("khmer", "\u1780", "\u17ff", regex.compile(rf".{_KHMER_SIGNS}(?:\u17d2.{_KHMER_SIGNS})*+\u17d2*+"), 300),
    # A consonant with those below it, vowels, signs, and consonants that end the syllable by an asat.
    Script(
        "myanmar",
        "\u1000",
        "\u109f",
        regex.compile("(?:\u1004\u103a\u1039)?+.(?:\u1039.)*+[\u102b-\u103e\u1056-\u109d]*+(?:.\u103a[\u1037\u1038]*+)*+"),
        unknown_cost=300,
    ),
)  # fmt: skip


def word_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where `text[start:end]`, letters of one script, is cut into words: the cheapest way through the list.

    Letters that are in no word of the list stay together. The way is found by the algorithm of Viterbi over clusters,
    in time linear in the length.
    """
    script = next((script for script in SCRIPTS if script.first <= text[start] <= script.last), None)
    if script is None:
        return
    was_known = True
    ends = (match.end() for match in script.clusters.finditer(text, start, end))
    first = start
    while following := list(islice(ends, _WINDOW)):
        bounds = [first, *following]
        for begin, known in _cheapest(text, bounds, script):
            if begin > start and (known or was_known):
                yield begin
            was_known = known
        first = following[-1]


def _cheapest(text: str, bounds: Sequence[int], script: Script) -> list[tuple[int, bool]]:
    """Return where each word between the first and the last bound begins, and whether it is one of the list."""
    words = _words(script.name)
    find, longest, last = words.costs.get, words.longest.get, len(bounds) - 1
    cost = [0.0] + [float("inf")] * last
    origin = [(0, False)] * (last + 1)
    for begin in range(last):
        first, paid = bounds[begin], cost[begin]
        if paid + script.unknown_cost < cost[begin + 1]:
            cost[begin + 1], origin[begin + 1] = paid + script.unknown_cost, (begin, False)
        reach = first + longest(text[first : first + _KEY], _KEY - 1)
        for stop in range(begin + 1, min(begin + MAX_CLUSTERS, last) + 1):
            if bounds[stop] > reach:
                break
            price = find(text[first : bounds[stop]])
            if price is not None and paid + price < cost[stop]:
                cost[stop], origin[stop] = paid + price, (begin, True)
    path, position = [], last
    while position:
        position, known = origin[position]
        path.append((bounds[position], known))
    return path[::-1]


def listed_words(script: str) -> Mapping[str, int]:
    """Return the words of a script with their costs, smaller for the more frequent."""
    return _words(script).costs


@cache
def _words(script: str) -> _Words:
    """Return the word list of a script; `training/compile_words.py` tells where it is from."""
    packed = (files("workers.text") / "data" / f"{script}.txt.xz").read_bytes()
    costs: dict[str, int] = {}
    longest: dict[str, int] = {}
    for line in lzma.decompress(packed).decode().split("\n"):
        cost, *words = line.split(" ")
        for word in words:
            costs[word] = int(cost)
            longest[word[:_KEY]] = max(len(word), longest.get(word[:_KEY], _KEY - 1))
    return _Words(costs, longest)
