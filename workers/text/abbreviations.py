"""Whether the word before a full stop is an abbreviation, an initial or an ordinal, so that the sentence goes on."""

from dataclasses import dataclass
from functools import cache

import regex

from workers.text.languages.facts import LanguageFacts, facts_of, shared_facts

# A word is looked for this far back from its full stop: longer than any abbreviation.
WORD_WINDOW = 24
# A word whose last letters are like those of no abbreviation is none. Shorter ones are looked at as a whole.
TAIL = 4
# Days and centuries, and with them nearly all ordinals of running text; above it, a number ends its sentence.
HIGHEST_ORDINAL = 31
# 1. and 12.3. begin an item of a list, 2024. does not.
_LONGEST_ITEM_NUMBER = 3

# B., J.-P., Ph.-G., z.B., U.S.
_INITIAL = regex.compile(
    r"""\p{Lu}\p{M}?\p{Ll}?-\p{Lu} | [\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Arabic}\p{Hebrew}]\p{M}?
      | (?:\p{L}[\p{L}\p{M}]{0,3}\.[-\u2010]?)+ \p{L}[\p{L}\p{M}]{0,3}""",
    regex.VERBOSE,
)
# A single I, V or X is an initial as well, and is judged as one.
_ROMAN = frozenset("IVXLC")
_CHAPTER = regex.compile(r"(?:\p{Nd}{1,2}\.){1,3}\p{Nd}{1,2}")
_NEXT_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_LEADING = "\"'“‘„‚«‹»›([{¿¡–—-/§"
_TRAILING = frozenset("\"'”’»›)]}; \n\t")


@dataclass(frozen=True, slots=True)
class Rules:
    """The facts of one language, or those that all share when it is unknown; `cased` where the passage has capitals.

    `period` is false where the full stop is another sign, and the passage uses it. `tails` has the last TAIL letters of
    all words that facts are about, in the three cases they are written in.
    """

    facts: LanguageFacts
    cased: bool
    period: bool
    tails: frozenset[str]


def rules_for(passage: str, *, language: str | None) -> Rules:
    """Return the rules for a passage; an unknown language gets what no other language contradicts."""
    facts = (facts_of(language) if language else None) or shared_facts()
    other_stop = facts.full_stop != "." and (not facts.full_stop or any(map(passage.__contains__, facts.full_stop)))
    return _rules(facts.code, cased=not passage.islower(), period=not other_stop)


@cache
def _rules(code: str, *, cased: bool, period: bool) -> Rules:
    facts = facts_of(code) or shared_facts()
    listed = facts.abbreviations | facts.closing | facts.numeric | facts.final
    written = {*listed, *map(str.capitalize, listed), *map(str.upper, listed)}
    return Rules(facts, cased, period, frozenset(word[-TAIL:] for word in written if len(word) >= TAIL))


def is_plain(tail: str, rules: Rules) -> bool:
    """Tell whether the TAIL characters before a full stop surely end no abbreviation, initial or ordinal."""
    return tail.isalpha() and tail not in rules.tails and not tail.isupper() and rules.period


def sentence_goes_on(text: str, stop: int, start: int, following: int, rules: Rules) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it.

    The sentence began at `start`; `following` is where the next visible character stands.
    """
    word = _word_before(text, stop, start)
    if not word:
        return False
    if not rules.period:
        return True
    if word[-1].isdecimal() or (len(word) > 1 and word[-1] in _ROMAN and _ROMAN.issuperset(word)):
        return _is_ordinal(word, text, following, at_start=stop - len(word) <= start, rules=rules)
    plain = word.lower()
    if _is_abbreviation(plain, text, following, rules.facts):
        return True
    if plain in rules.facts.closing or _is_initial(word):
        return not _starts_sentence(text, following, rules)
    return False


def _is_abbreviation(plain: str, text: str, following: int, facts: LanguageFacts) -> bool:
    """Tell whether the word is an abbreviation after which the sentence surely goes on."""
    if plain in facts.abbreviations or ("." in plain and _last_part(plain) in facts.abbreviations):
        return True
    if plain in facts.numeric and text[following : following + 1].isdecimal():
        return True
    return plain in facts.final and not text[following : following + 1].isupper()


def _is_initial(word: str) -> bool:
    """Tell whether the word is an initial, or several with full stops between them."""
    if len(word) == 1 or "-" in word or "." in word or not word.isalpha():
        return bool(_INITIAL.fullmatch(word))
    return False


def _last_part(word: str) -> str:
    """Return what follows the last full stop in a word such as "Prof.Dr"; a single letter says nothing."""
    part = word.rpartition(".")[2]
    return part if len(part) > 1 else word


def _is_ordinal(word: str, text: str, following: int, *, at_start: bool, rules: Rules) -> bool:
    """Tell whether a number counts an item of a list, at the start of its sentence, or means third, nineteenth."""
    if at_start:
        return len(word) <= _LONGEST_ITEM_NUMBER or bool(_CHAPTER.fullmatch(word))
    if not rules.facts.ordinal_period or not text[following : following + 1].isalpha():
        return False
    if word[-1].isdecimal() and (len(word) > 2 or not word.isdecimal() or int(word) > HIGHEST_ORDINAL):
        return False
    return not _starts_sentence(text, following, rules)


def _starts_sentence(text: str, position: int, rules: Rules) -> bool:
    """Tell whether a frequent word follows, other than an initial such as the A in "J. A. Smith"."""
    found = _NEXT_WORD.match(text, position)
    if not found or (len(found.group()) == 1 and text[found.end() : found.end() + 1] == "."):
        return False
    return found.group().lower() in rules.facts.starters


def _word_before(text: str, stop: int, start: int) -> str:
    """Return the word without opening marks, or nothing when it is too long or a closing mark follows it."""
    if text[stop - 1 : stop] in _TRAILING:
        return ""
    window_start = stop - WORD_WINDOW if stop - WORD_WINDOW > start else start
    pieces = text[window_start:stop].rsplit(None, 1)
    return "" if len(pieces) < 2 and window_start > start else pieces[-1].lstrip(_LEADING)
