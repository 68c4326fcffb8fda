"""Prepositions and conjunctions that are written as one word with the name that follows them."""

from collections.abc import Iterator

# Conjunction, then preposition; both may be absent, not both at once. ال is never taken off: السورية is an adjective.
_ARABIC = tuple(sorted((c + p for c in ("", "و", "ف") for p in ("", "ب", "ك", "ل") if c + p), key=len, reverse=True))
_HEBREW = tuple(
    sorted(
        (c + p for c in ("", "ו", "ש", "וש", "כש") for p in ("", "ב", "ל", "מ", "ה", "מה") if c + p),
        key=len,
        reverse=True,
    )
)
_AMHARIC = ("በ", "ከ", "ለ", "የ", "ና")

_BY_FIRST_LETTER = {
    letter: clitics for clitics in (_ARABIC, _HEBREW, _AMHARIC) for letter in {clitic[0] for clitic in clitics}
}

# What is left must still be a name: بان is not ب + ان. A first word may be shorter: במתל אביב has תל.
MIN_AFTER_CLITICS = 3
_MIN_WORD = 2

_ARTICLE = "ال"
_ARTICLE_AFTER_LAM = "لل"


def without_clitics(word: str) -> Iterator[tuple[str, int]]:
    """Yield each reading of a word as a name after clitics, with the clitics' length; the longest clitics first.

    The article that ل swallows is restored, so its reading is longer than the rest of the word: للقوات is القوات.
    """
    for clitic in _BY_FIRST_LETTER.get(word[:1], ()):
        if not word.startswith(clitic):
            continue
        rest = word[len(clitic) :]
        if clitic[-1] == "ل" and rest.startswith("ل") and len(rest) > _MIN_WORD:
            yield _ARTICLE + rest[1:], len(clitic)
        if len(rest) >= _MIN_WORD:
            yield rest, len(clitic)


def restored(word: str, length: int) -> str:
    """Return a written word without its first `length` letters of clitics, with the article restored."""
    rest = word[length:]
    return _ARTICLE + rest[1:] if word[length - 1 : length + 1] == _ARTICLE_AFTER_LAM else rest
