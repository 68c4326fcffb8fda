"""What scripts without spaces between words change: how words are counted and how sentences are joined."""

import re

# Thai and Lao, Myanmar, Khmer, kana, ideographs.
_DENSE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)

# Chinese and Japanese, with their punctuation: no space between two sentences, while Thai or Khmer keep one.
_SOLID = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]")

_WHITE_SPACE = re.compile(r"\s+")
_BREAK = re.compile(r"[^\S ]")

_SAMPLED_CHARACTERS = 1_000

# Above this share of such characters a text is read as one without spaces.
_DENSE_SHARE = 0.3

# A word of Chinese, Japanese or Thai has about two characters or more; the count is only for length limits in words.
_CHARACTERS_PER_WORD = 2

_COUNTED_CHARACTERS = 600

# Where words are no longer than this on average, spaces stand between them.
_LONGEST_WORDS = 9


def is_dense(text: str) -> bool:
    """Tell whether the text is mainly in scripts without spaces between words, judged by its beginning."""
    sample = text[:_SAMPLED_CHARACTERS]
    return not sample.isascii() and len(_DENSE.findall(sample)) > _DENSE_SHARE * len(sample)


def word_count(text: str) -> int:
    """Return the number of words of a text without outer blanks, estimated where words are not spaced, up to a limit."""
    sample = text[:_COUNTED_CHARACTERS]
    spaced = sample.count(" ") + sample.count("\n") + 1
    if sample.isascii() or len(sample) <= _LONGEST_WORDS * spaced:
        return spaced
    return spaced + len(_DENSE.findall(sample)) // _CHARACTERS_PER_WORD


def splits_words(text: str, offset: int) -> bool:
    """Tell whether a cut at the offset would go through a word that is written with spaces around it."""
    return not text[offset].isspace() and not (_DENSE.match(text[offset]) and _DENSE.match(text[offset - 1]))


def joint(left: str, right: str) -> str:
    """Return what stands between two pieces of text: nothing beside Chinese and Japanese, else a space."""
    solid = _SOLID.match(left[-1:]) or _SOLID.match(right[:1])
    return "" if solid else " "


def unwrapped(text: str) -> str:
    """Return the text in one line: a line break becomes what the script puts between words."""
    return _WHITE_SPACE.sub(_space, text) if _BREAK.search(text) else text


def _space(match: re.Match[str]) -> str:
    text = match.string
    if "\n" not in match.group():
        return " "
    return joint(text[: match.start()][-1:], text[match.end() : match.end() + 1])
