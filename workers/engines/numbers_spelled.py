"""Reads numbers that are spelled out: three thousand, خمسة وعشرين, fünfundzwanzig, quatre-vingt-dix.

The words come from numbers_spelled.json, which holds what these rules cannot derive from smaller words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workers.engines.patterns_words import fold, load_table

# "quatre vingt dix neuf" has four words.
MAX_PHRASE_WORDS = 4
# "vijfhonderdvijfentwintigduizend" has 31 letters; a longer word is no number.
_MAX_WORD = 40
# Most words are no numbers by their first letters.
_PREFIX = 2
_HUNDRED, _THOUSAND = 100, 1000
# ألفا is a thousand in the accusative or two thousand before a noun: open, unless more of the number is beside it.
# Vietnamese năm is five, and more often a year.
_OPEN_ALONE = frozenset(map(fold, ("ألفا", "مليونا", "مليارا", "năm")))
# Written together with the next word, it joins: خمسة وعشرون, עשרים וחמש.
_JOINING_PROCLITICS = {"ar": "و", "he": "ו"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of a language, folded: phrases with their numbers, and words for "and".

    `fractions` are phrases such as "half a", right before thousand and more; `fused` is where several stand in one word.
    `beginnings` are the phrases that a number may begin with: not "millions".
    """

    numbers: Mapping[str, float]
    fractions: Mapping[str, float]
    beginnings: Mapping[str, float]
    joiners: frozenset[str]
    fused: bool
    first_words: frozenset[str]
    words: frozenset[str]
    prefixes: frozenset[str]
    proclitic: str = ""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number and how many of the words that were given spell it."""

    value: float
    words: int


def make_lexicon(
    language: str,
    *,
    numbers: Mapping[str, float],
    multipliers: Mapping[str, float],
    fractions: Mapping[str, float],
    joiners: str = "",
    fused: bool = False,
) -> Lexicon:
    """Return a lexicon of folded words; `multipliers` stand within a number only."""
    folded = {fold(phrase): value for phrase, value in numbers.items()}
    within = {fold(phrase): value for phrase, value in multipliers.items() if not _is_abbreviation(phrase)}
    halves = {fold(phrase): value for phrase, value in fractions.items()}
    return Lexicon(
        numbers=within | folded,
        fractions=halves,
        beginnings=folded,
        joiners=frozenset(fold(word) for word in joiners.split()),
        fused=fused,
        first_words=frozenset(phrase.split(" ", 1)[0] for phrase in [*folded, *halves]),
        words=frozenset(word for phrase in [*within, *folded, *halves] for word in phrase.split()),
        prefixes=frozenset(phrase[:_PREFIX] for phrase in (within | folded)),
        proclitic=_JOINING_PROCLITICS.get(language, ""),
    )


@cache
def lexicon(language: str) -> Lexicon | None:
    """Return the number words of a language, multipliers included, or None where there is no table."""
    row = load_table("numbers_spelled").get(language)
    if row is None:
        return None
    return make_lexicon(
        language,
        numbers={word: float(number) for number, words in row["words"].items() for word in words.split("|")},
        multipliers=load_table("numbers")["multipliers"].get(language, {}),
        fractions=row["fractions"],
        joiners=row["and"],
        fused=row["fused"],
    )


def _is_abbreviation(word: str) -> bool:
    """Say whether a multiplier is written after digits only: млн, bn; short words of scripts with case are such."""
    return len(word) <= 3 and word.upper() != word


def may_begin(word: str, lexicon: Lexicon) -> bool:
    """Say whether a number may begin with this folded word."""
    return word in lexicon.first_words or (lexicon.fused and bool(_atoms_within(word, lexicon, begun=False)))


def may_continue(word: str, lexicon: Lexicon) -> bool:
    """Say whether a folded word may stand within a number."""
    if word in lexicon.words or word in lexicon.joiners:
        return True
    if lexicon.proclitic and word[:1] == lexicon.proclitic and word[1:] in lexicon.words:
        return True
    return lexicon.fused and bool(_atoms_within(word, lexicon, begun=True))


def spelled(words: Sequence[str], lexicon: Lexicon) -> Spelled | None:
    """Return the number that the first of some folded words spell, or None."""
    sum_, read = _Sum(), 0
    best: Spelled | None = None
    joined = False
    while read < len(words):
        word = words[read]
        if best and word in lexicon.joiners:
            read, joined = read + 1, True
            continue
        atoms = _atoms(words, read, lexicon, joined=joined, begun=read > 0)
        if atoms is None or not all(sum_.add(value, joined=joined or glued) for value, glued in atoms.values):
            break
        read, joined = read + atoms.words, False
        if sum_.is_whole:
            best = Spelled(sum_.value, read)
    return None if best and best.words == 1 and words[0] in _OPEN_ALONE else best


@dataclass(frozen=True, slots=True)
class _Atoms:
    """Numbers that a word or phrase holds, each with whether "and" stands before it."""

    values: Sequence[tuple[float, bool]]
    words: int


def _atoms(words: Sequence[str], start: int, lexicon: Lexicon, *, joined: bool, begun: bool) -> _Atoms | None:
    numbers = lexicon.numbers if begun else lexicon.beginnings
    for count in range(min(MAX_PHRASE_WORDS, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + count])
        if phrase in numbers:
            return _Atoms([(numbers[phrase], joined)], count)
        if phrase in lexicon.fractions:
            return _Atoms([(lexicon.fractions[phrase], True)], count)
    word = words[start]
    if begun and lexicon.proclitic and word[:1] == lexicon.proclitic:
        rest = _atoms([word[1:], *words[start + 1 :]], 0, lexicon, joined=True, begun=False)
        return rest or _atoms([word[1:]], 0, lexicon, joined=True, begun=True) if len(word) > 1 else None
    within = _atoms_within(word, lexicon, begun=begun) if lexicon.fused else ()
    return _Atoms(within, 1) if within else None


def _atoms_within(word: str, lexicon: Lexicon, *, begun: bool) -> Sequence[tuple[float, bool]]:
    if len(word) > _MAX_WORD or word[:_PREFIX] not in lexicon.prefixes:
        return ()
    found = next(_splits(word, lexicon.numbers, lexicon.joiners, joined=False), ())
    return found if begun or any(word.startswith(phrase) for phrase in lexicon.beginnings) else ()


def _splits(
    word: str, numbers: Mapping[str, float], joiners: frozenset[str], *, joined: bool
) -> Iterator[tuple[tuple[float, bool], ...]]:
    """Yield the ways to cut a word into numbers, the longest first, with "and" between some."""
    if not word:
        yield ()
    for end in range(len(word), 1, -1):
        value = numbers.get(word[:end])
        if value is not None:
            for rest in _splits(word[end:], numbers, joiners, joined=False):
                yield ((value, joined), *rest)
    for joiner in joiners:
        if not joined and word.startswith(joiner) and len(word) > len(joiner):
            yield from _splits(word[len(joiner) :], numbers, joiners, joined=True)


@dataclass(slots=True)
class _Sum:
    """Adds up number words: groups below a thousand, each times its multiplier, in falling order."""

    total: float = 0
    group: float = 0
    last_scale: float = float("inf")

    @property
    def value(self) -> float:
        """What was added so far."""
        return self.total + self.group

    @property
    def is_whole(self) -> bool:
        """Whether no multiplier is missing, as after "half a"."""
        return self.value == int(self.value)

    def add(self, number: float, *, joined: bool) -> bool:
        """Add a number, or return False where it cannot follow."""
        if number >= _THOUSAND:
            return self._multiply(number)
        if number == _HUNDRED and 0 < self.group < _HUNDRED and self.is_whole:
            self.group *= _HUNDRED
            return True
        if not (self.group == 0 or self._fits(number, joined=joined)) or number >= self.last_scale:
            return False
        self.group += number
        return True

    def _multiply(self, scale: float) -> bool:
        if scale >= self.last_scale or (self.group == 0 and self.total > 0):
            return False
        self.total += (self.group or 1) * scale
        self.group, self.last_scale = 0, scale
        return True

    def _fits(self, number: float, *, joined: bool) -> bool:
        """Say whether a number fills places that are empty: 20 + 5, 300 + 25; 5 + 20 only with "and" between."""
        if number < 1:
            return self.is_whole and joined
        ones, tens = self.group % 10, self.group % 100
        if not self.is_whole or number >= _HUNDRED:
            return False
        if tens == 0:
            return self.group >= _HUNDRED
        if ones == 0:
            return number < 10 and tens > 10
        return joined and tens < 10 and number >= 20 and number % 10 == 0
