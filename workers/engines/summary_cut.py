"""Where to cut a text that is too long: after a clause, else between words, never inside a character."""

import unicodedata

from workers.engines.summary_scripts import splits_words

_CLAUSE_ENDS = (", ", "; ", ": ", " – ", " — ", "، ", "؛ ", "。", "，", "、", "；", "：")

# A clean end is worth giving up a part of the room, but not more than this.
_CLAUSE_SHARE = 0.6

# Emoji sequences and stacked marks of ordinary text are shorter; a longer one is cut anyway.
_LONGEST_CLUSTER = 40

_ZERO_WIDTH_JOINER = "\u200d"


def cut_end(text: str, *, limit: int) -> int:
    """Return where the longest good beginning with at most `limit` characters ends; never 0 for a positive limit."""
    if len(text) <= limit:
        return len(text)
    clause = max(text.rfind(mark, 0, limit) for mark in _CLAUSE_ENDS)
    if clause >= limit * _CLAUSE_SHARE:
        return len(text[:clause].rstrip())
    word = next((end for end in range(limit, 0, -1) if not splits_words(text, end)), limit)
    return len(text[: _character_end(text, word)].rstrip())


def _character_end(text: str, limit: int) -> int:
    for end in range(limit, max(limit - _LONGEST_CLUSTER, 0), -1):
        if not _extends(text[end]) and text[end - 1] != _ZERO_WIDTH_JOINER:
            return end
    return limit


def _extends(character: str) -> bool:
    is_mark = unicodedata.category(character).startswith("M")
    return is_mark or character == _ZERO_WIDTH_JOINER or "🏻" <= character <= "🏿"
