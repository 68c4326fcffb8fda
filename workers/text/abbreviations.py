"""Whether the word before a full stop is an abbreviation, an initial or an ordinal, so that the sentence goes on."""

import re

import regex

from workers.text.languages.facts import LanguageFacts
from workers.text.ordinals import is_numeral, is_ordinal
from workers.text.rules import Rules, starts_sentence

# A word is looked for this far back from its full stop: longer than any abbreviation.
WORD_WINDOW = 24
# B., J.-P., Ph.-G., z.B., U.S.
_INITIAL = regex.compile(
    r"""\p{Lu}\p{M}?\p{Ll}?-\p{Lu} | [\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Arabic}\p{Hebrew}]\p{M}?
      | (?:\p{L}[\p{L}\p{M}]{0,3}\.[-\u2010]?)+ \p{L}[\p{L}\p{M}]{0,3}""",
    regex.VERBOSE,
)
# The last part of an abbreviation that is written with blanks, z. B., and the part before it.
_LONGEST_PART = 4
_PART = regex.compile(rf"(?:\A|[\s(])(\p{{L}}{{1,{_LONGEST_PART}}})\.\s\Z")
_LEADING = "\"'“‘„‚«‹»›([{¿¡–—-/§"
_TRAILING = frozenset("\"'”’»›)]}; \n\t")


def sentence_goes_on(text: str, stop: int, start: int, following: int, rules: Rules) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it.

    The sentence began at `start`; `following` is where the next visible character stands.
    """
    word = _word_before(text, stop, start)
    if not word or not rules.period:
        return bool(word)
    if is_numeral(word):
        return is_ordinal(word, text, start, following, word_start=stop - len(word), rules=rules)
    plain = _spelled(word, text, start, stop - len(word), rules.facts)
    if _is_abbreviation(plain, text, following, rules.facts):
        return True
    if plain in rules.facts.closing or (_is_initial(word) and plain not in rules.facts.final):
        counts_an_item = len(word) == 1 and stop - 1 <= start
        return counts_an_item or not starts_sentence(text, following, rules)
    return False


def _spelled(word: str, text: str, start: int, word_start: int, facts: LanguageFacts) -> str:
    """Return the word in lower case, with the part of an abbreviation that is set off before it: т. д is т.д."""
    plain = word.lower()
    if len(word) > _LONGEST_PART or text[word_start - 2 : word_start - 1] != ".":
        return plain
    part = _PART.search(text[max(start, word_start - 2 * _LONGEST_PART) : word_start])
    whole = f"{part[1].lower()}.{plain}" if part else plain
    known = (facts.abbreviations, facts.closing, facts.final)
    return whole if any(whole in words for words in known) else plain


def _is_abbreviation(plain: str, text: str, following: int, facts: LanguageFacts) -> bool:
    """Tell whether the word is an abbreviation after which the sentence surely goes on."""
    if plain in facts.abbreviations or _last_part(plain) in facts.abbreviations:
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
    """Return what follows the last full stop or hyphen, "Prof.Dr" or "il-prof"; a single letter says nothing."""
    part = re.split(r"[.-]", word)[-1] if "." in word or "-" in word else word
    return part if len(part) > 1 else word


def _word_before(text: str, stop: int, start: int) -> str:
    """Return the word without opening marks, or nothing when it is too long or a closing mark follows it."""
    if text[stop - 1 : stop] in _TRAILING:
        return ""
    window_start = stop - WORD_WINDOW if stop - WORD_WINDOW > start else start
    pieces = text[window_start:stop].rsplit(None, 1)
    return "" if len(pieces) < 2 and window_start > start else pieces[-1].lstrip(_LEADING)
