"""Whether the word before a full stop is an abbreviation, an initial or an ordinal, so that the sentence goes on."""

from dataclasses import dataclass

import regex

from workers.text.languages.facts import LanguageFacts, facts_of, shared_facts

# A word is looked for this far back from its full stop: longer than any abbreviation.
WORD_WINDOW = 24
# Days and centuries, and with them nearly all ordinals of running text; above it, a number ends its sentence.
HIGHEST_ORDINAL = 31

_CAPITAL = regex.compile(r"[\p{Lu}\p{Lt}]")
_INITIAL = regex.compile(
    r"\p{Lu}\p{M}?\p{Ll}?-\p{Lu}|[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Arabic}\p{Hebrew}]\p{M}?"
)
_DOTTED = regex.compile(r"(?:\p{L}[\p{L}\p{M}]{0,3}\.[-\u2010]?)+\p{L}[\p{L}\p{M}]{0,3}")
# A single I, V or X is an initial as well, and is judged as one.
_ROMAN = regex.compile(r"[IVXLC]{2,7}")
_NEXT_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_LEADING = "\"'“‘„‚«‹»›([{¿¡–—-/§"


@dataclass(frozen=True, slots=True)
class Rules:
    """The facts of one language, or those that all share when it is unknown; `cased` where the text has capitals."""

    facts: LanguageFacts
    cased: bool


def rules_for(text: str, *, language: str | None) -> Rules:
    """Return the rules for a text; an unknown language gets what no other language contradicts."""
    facts = facts_of(language) if language else None
    return Rules(facts=facts or shared_facts(), cased=bool(_CAPITAL.search(text)))


def sentence_goes_on(text: str, stop: int, *, start: int, following: int, rules: Rules) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it.

    The sentence began at `start`; `following` is where the next visible character stands.
    """
    word, word_start = _word_before(text, stop, start)
    if not word:
        return False
    if word.isdecimal() or _ROMAN.fullmatch(word):
        return _is_ordinal(word, text, following, at_start=word_start == start, rules=rules)
    facts, plain = rules.facts, word.lower()
    if plain in facts.abbreviations or _last_part(plain) in facts.abbreviations:
        return True
    if plain in facts.numeric and text[following : following + 1].isdecimal():
        return True
    if plain in facts.closing or _INITIAL.fullmatch(word) or _DOTTED.fullmatch(word):
        return not _starts_sentence(text, following, rules)
    return False


def _last_part(word: str) -> str:
    """Return what follows the last full stop in a word such as "Prof.Dr"; a single letter says nothing."""
    part = word.rpartition(".")[2]
    return part if len(part) > 1 else word


def _is_ordinal(word: str, text: str, following: int, *, at_start: bool, rules: Rules) -> bool:
    if at_start:
        return len(word) <= 3
    if not rules.facts.ordinal_period or not text[following : following + 1].isalpha():
        return False
    if word.isdecimal() and (len(word) > 2 or int(word) > HIGHEST_ORDINAL):
        return False
    return not _starts_sentence(text, following, rules)


def _starts_sentence(text: str, position: int, rules: Rules) -> bool:
    """Tell whether a frequent word follows, other than an initial such as the A in "J. A. Smith"."""
    found = _NEXT_WORD.match(text, position)
    if not found or (len(found.group()) == 1 and text[found.end() : found.end() + 1] == "."):
        return False
    return found.group().lower() in rules.facts.starters


def _word_before(text: str, stop: int, start: int) -> tuple[str, int]:
    window_start = max(start, stop - WORD_WINDOW)
    window = text[window_start:stop]
    pieces = window.split()
    if not pieces or window[-1].isspace() or (len(pieces) == 1 and window_start > start):
        return "", stop
    word = pieces[-1].lstrip(_LEADING)
    return word, stop - len(word)
