"""Whether a number before a full stop counts or dates something, so that the sentence goes on."""

import regex

from workers.text.rules import Rules, starts_sentence

# Days and centuries, and with them nearly all ordinals of running text; above it, a number ends its sentence, unless a
# word such as an article says that it counts.
HIGHEST_ORDINAL, HIGHEST_LED_ORDINAL = 31, 999
# 1. and 12.3. begin an item of a list, 2024. does not.
_LONGEST_ITEM_NUMBER = 3
_CHAPTER = regex.compile(r"(?:\p{Nd}{1,2}\.){1,3}\p{Nd}{1,2}")

# A single I, V or X is an initial as well, and is judged as one.
_ROMAN = frozenset("IVXLC")

# The rest of a date such as 17. 2. 2007 or 2007. 2. 17.: a day, a month or a year.
_REST_OF_DATE = regex.compile(r"\p{Nd}{1,2}\.(?!\p{Nd})|(?:1\p{Nd}|20)\p{Nd}{2}(?!\p{Nd})")
_LED = regex.compile(r"(\p{L}++)\s\Z")


def is_numeral(word: str) -> bool:
    """Tell whether the word ends in a digit or is a Roman number of more than one letter."""
    return word[-1].isdecimal() or (len(word) > 1 and word[-1] in _ROMAN and _ROMAN.issuperset(word))


def is_ordinal(word: str, text: str, start: int, following: int, *, word_start: int, rules: Rules) -> bool:
    """Tell whether a number counts an item of a list, at the `start` of its sentence, or means third, nineteenth."""
    if word_start <= start:
        return len(word) <= _LONGEST_ITEM_NUMBER or bool(_CHAPTER.fullmatch(word))
    if not rules.facts.ordinal_period:
        return False
    if text[following : following + 1].isdecimal() and word.isdecimal() and len(word) in {1, 2, 4}:
        return bool(_REST_OF_DATE.match(text, following))
    if word[-1].isdecimal() and not (word.isdecimal() and len(word) < 4 and int(word) <= HIGHEST_LED_ORDINAL):
        return False
    if word[-1].isdecimal() and int(word) > HIGHEST_ORDINAL and not _is_led(text, start, word_start, rules):
        return False
    return text[following : following + 1].isalpha() and not starts_sentence(text, following, rules)


def _is_led(text: str, start: int, word_start: int, rules: Rules) -> bool:
    lead = _LED.search(text[max(start, word_start - 12) : word_start])
    return bool(lead and lead[1].lower() in rules.facts.ordinal_leads)
