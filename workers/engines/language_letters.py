"""What of a text speaks for its language: its words, without addresses, numbers, emoji and other scripts."""

from functools import lru_cache

import regex

from workers.engines.language_scripts import LETTERS_KEPT, script_of

# Repetitions before a required character are bounded, so that one endless token costs linear time.
_NO_LANGUAGE = regex.compile(
    r"(?:https?://|ftp://|www\.)[!-~]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+"
    r"|@\w+"
    r"|\b[A-Za-z0-9-]{1,63}\.(?:com|org|net|info|io|edu|gov)\b[!-~]*"
    r"|(?<![A-Za-z_])[A-Za-z_]{0,32}[\d_][A-Za-z\d_]*"
    r"|[^\p{L}\p{M}\p{Po}\p{Pd}\p{Pi}\p{Pf}\p{Zs}\u200c\u200d]+"
)

# Signs of program text; brackets and slashes are met in prose too and count half. In lingua's dev sentences 1 in 2,000
# has that many, nearly all of them scraps of wiki markup.
_CODE_SIGN = regex.compile(r"[{}<>=;|\\]")
_HALF_CODE_SIGN = regex.compile(r"[()\[\]+*/&$_]")
_CODE_SIGNS_PER_LETTER = 0.1
_FEWEST_CODE_SIGNS = 4


def sample(text: str, *, length: int) -> str:
    """Return the text, or its first, middle and last parts of that many characters each when it is longer."""
    if len(text) <= 3 * length:
        return text
    middle = (len(text) - length) // 2
    return " ".join((text[:length], text[middle : middle + length], text[-length:]))


def words_only(text: str) -> str:
    """Return the text with a space for everything that is no word: addresses, numbers, emoji, control characters."""
    words: list[str] = _NO_LANGUAGE.sub(" ", text).split()
    return " ".join(words)


def words_in_script(text: str, *, script: str) -> str:
    """Return the words with all letters of other scripts blanked, such as foreign names."""
    kept = {"Jpan": ("Jpan", "Hani"), "Kore": ("Kore", "Hani")}.get(script, (script,))
    return " ".join(text.translate(_Blanks(kept)).split())


def looks_like_code(text: str) -> bool:
    """Tell whether the text has as many brackets and operators as only program text has."""
    signs = len(_CODE_SIGN.findall(text)) + len(_HALF_CODE_SIGN.findall(text)) / 2
    return signs >= _FEWEST_CODE_SIGNS and signs > _CODE_SIGNS_PER_LETTER * sum(map(str.isalpha, text))


class _Blanks:
    """A translation table that blanks letters of all scripts but the kept ones."""

    def __init__(self, kept: tuple[str, ...]) -> None:
        self._kept = kept

    def __getitem__(self, code: int) -> int:
        return _blank(code, self._kept)


@lru_cache(maxsize=LETTERS_KEPT)
def _blank(code: int, kept: tuple[str, ...]) -> int:
    script = script_of(chr(code))
    return code if script is None or script in kept else 0x20
