"""What stands around a name and tells whether a place is meant: cue words, prepositions, names of persons."""

from functools import lru_cache

import regex

from workers.engines.clitics import without_clitics
from workers.engines.cue_words import MAX_CUE_WORDS, cues
from workers.engines.place_words import is_unspaced, word_key

# Forty characters hold the three words before a name in nearly all languages.
_WINDOW_CHARACTERS = 40
_CACHED_PHRASES = 8_192

_WORDS_BEFORE = regex.compile(r"(?r)[\p{L}\p{M}\p{N}]+")
_WORD_AFTER = regex.compile(r"[ \u00a0\n]?([\p{L}\p{M}\p{N}]{1,30}+)")
_NAME_AFTER = regex.compile(r"[ \u00a0-]([\p{Lu}\p{Lt}][\p{L}\p{M}]{1,30}+|[\p{Lu}]\.)")


def has_cue(text: str, *, start: int, end: int, language: str) -> bool:
    """Tell whether a cue word stands right before or after `start:end`: city of, محافظة, oblast."""
    return _cues_before(text, start, language)[0] or _has_cue_after(text, end, language)


def has_preposition(text: str, *, start: int, language: str) -> bool:
    """Tell whether a preposition of place stands right before `start`."""
    return _cues_before(text, start, language)[1]


def name_before(text: str, start: int) -> str | None:
    """Return the capitalised word right before `start`, unless its capital is that of a sentence."""
    if start < 2 or text[start - 1] not in " \u00a0-":
        return None
    match = _WORDS_BEFORE.search(text, max(0, start - _WINDOW_CHARACTERS), start)
    if match is None or start - match.end() > 2 or not match.group()[0].isupper():
        return None
    between = text[match.end() : start]
    if between in (" ", "\u00a0") and opens_sentence(text, match.start()) and len(match.group()) > 1:
        return None
    return match.group() if between in (" ", "\u00a0", "-", ". ") else None


def name_after(text: str, end: int) -> str | None:
    """Return the capitalised word or initial right after `end`."""
    match = _NAME_AFTER.match(text, end)
    return match.group(1) if match else None


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether what stands before `start` is neither a word nor a comma."""
    at = start
    while at and start - at < _WINDOW_CHARACTERS and text[at - 1] in " \u00a0":
        at -= 1
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ",،-)")


def _cues_before(text: str, start: int, language: str) -> tuple[bool, bool]:
    """Tell whether a cue word and whether a preposition stands right before."""
    low = max(0, start - _WINDOW_CHARACTERS)
    if start and is_unspaced(text, start - 1):
        table = cues(language)
        before = text[low:start]
        return before.endswith(tuple(table.before)), before.endswith(tuple(table.prepositions))
    words: list[str] = []
    edge = start
    for match in _WORDS_BEFORE.finditer(text, low, start):
        if edge - match.end() > 2:
            break
        words.insert(0, match.group())
        edge = match.start()
        if len(words) == MAX_CUE_WORDS:
            break
    return _phrase_cues(tuple(words), language)


@lru_cache(maxsize=_CACHED_PHRASES)
def _phrase_cues(words: tuple[str, ...], language: str) -> tuple[bool, bool]:
    if not words:
        return False, False
    table = cues(language)
    keys = [word_key(word) for word in words]
    phrases = [" ".join(keys[at:]) for at in range(len(keys))]
    phrases += [rest for rest, _ in without_clitics(keys[-1])]
    return any(phrase in table.before for phrase in phrases), any(phrase in table.prepositions for phrase in phrases)


def _has_cue_after(text: str, end: int, language: str) -> bool:
    after = cues(language).after
    if not after:
        return False
    if end < len(text) and (is_unspaced(text, end) or "\uac00" <= text[end] <= "\ud7a3"):
        return text[end] in after
    match = _WORD_AFTER.match(text, end)
    return match is not None and word_key(match.group(1)) in after
