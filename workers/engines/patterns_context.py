"""What stands beside a number: whether the words around it make it a count, a label or neither."""

from functools import cache

import regex

from workers.engines.patterns_words import fold, load_table

# A counted noun is at most a few words away; nothing further is read.
_WORD_AFTER = regex.compile(r"[ \u00a0\u202f\u2009](?P<word>[\p{L}\p{M}\u200c'’-]{1,40})")
_WORD_BEFORE = regex.compile(r"(?P<word>[\p{L}\p{M}\u200c'’]{1,40})\.?[ \u00a0\u202f\u2009]{1,2}$")
_BEFORE_REACH = 43
# Version, section and the like, maybe with another number between: "versions 2.10 and 3.1.4".
_VERSION_REACH = 28
_VERSION = regex.compile(
    r"(?:versi?[oóãäj]\w*|verze|verzi\w*|wersj\w*|release|build|firmware|driver|kernel|sürüm\w*|верси\w*|версі\w*|сборк\w*|phiên bản"
    r"|الإصدار\w*|إصدار|نسخه|نسخة|גרס\w*|έκδοση|バージョン|版本|버전|section|chapter|§|№)[ :.]{0,2}"
    r"(?:[\p{Nd}.]+(?:,| and| or| و| и| und| et| y| e)? ?)?$",
    regex.IGNORECASE,
)
_VERSION_TAIL = regex.compile(r"-?(?:rc|alpha|beta|dev|snapshot|p|b)\p{Nd}", regex.IGNORECASE)
# What stands before the first word of a sentence, or of a line.
_SENTENCE_START = regex.compile(r"(?:^|[\r\n.!?…:;。！？«»“”\"(–—-])\s*$")
# So many characters before a word show whether it is the first.
_START_REACH = 4


@cache
def function_words(language: str) -> frozenset[str]:
    """Return words of a language that are no counted nouns: articles, prepositions, conjunctions, auxiliaries."""
    return frozenset(fold(word) for word in load_table("numbers")["function_words"].get(language, "").split())


@cache
def label_words(language: str) -> frozenset[str]:
    """Return words after which a number is a name and no count: page, article, room, number."""
    return frozenset(fold(word) for word in load_table("numbers")["label_words"].get(language, "").split())


def word_after(text: str, *, end: int) -> str | None:
    """Return the word that follows a number after one space, or None."""
    match = _WORD_AFTER.match(text, end)
    return match["word"] if match else None


def word_before(text: str, *, start: int) -> tuple[str, int] | None:
    """Return the word that precedes a number and where it begins, or None."""
    match = _WORD_BEFORE.search(text, max(0, start - _BEFORE_REACH), start)
    return (match["word"], match.start("word")) if match else None


def names_a_version(text: str, *, start: int, end: int) -> bool:
    """Say whether numbers with dots are those of a version or section: after such a word, or before -rc1."""
    before = text[max(0, start - _VERSION_REACH) : start]
    return _VERSION.search(before) is not None or _VERSION_TAIL.match(text, end) is not None


def begins_sentence(text: str, *, start: int) -> bool:
    """Say whether the word that starts here is the first of its sentence or line, so that its capital says nothing."""
    return _SENTENCE_START.search(text[max(0, start - _START_REACH) : start]) is not None


def counts_a_noun(text: str, *, end: int, language: str) -> bool:
    """Say whether the number that ends here is followed by a word that it may count.

    Arabic counted nouns are indefinite, and nouns of the cased scripts are in lower case except in German.
    """
    word = word_after(text, end=end)
    if word is None or len(word) < 2 or fold(word) in function_words(language):
        return False
    if word[0].isupper():
        return language == "de" and word[1:].islower()
    return not (language in {"ar", "fa"} and word.startswith(("ال", "وال", "بال", "لل")))
