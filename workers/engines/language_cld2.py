"""pycld2 as a witness: which languages the Compact Language Detector 2 hears in a text, and how sure it is."""

from dataclasses import dataclass

import pycld2

from workers.engines.language_tags import published_tag

# What CLD2 can answer at all; a language outside it gets no vote, which is no evidence against it.
KNOWN = frozenset(
    tag
    for name, code in pycld2.LANGUAGES
    if name in frozenset(pycld2.DETECTED_LANGUAGES)
    for tag in (published_tag(code, script="Latn"), published_tag(code, script="Arab"))
    if tag is not None
)


# Languages without a sister that CLD2 takes for them: of its reliable answers for each of these 99.5% or more are right,
# 99.94% together, on two thirds of lingua's dev sentences. English and German are among them although lingua's files of
# other languages quote them.
_LONE = frozenset(
    {"ar", "az", "be", "bg", "bn", "ca", "cs", "cy", "de", "el", "en", "eo", "et", "eu", "fa", "fi", "fr", "ga", "gu"}
    | {"he", "hu", "hy", "is", "it", "ja", "ka", "kk", "ko", "lg", "lt", "lv", "mi", "mk", "mn", "mr", "nl", "pa", "pl"}
    | {"pt", "ro", "ru", "sl", "sn", "so", "sq", "sv", "sw", "ta", "te", "th", "tl", "tr", "ts", "uk", "ur", "vi", "yo"}
)
_LONE_SHARE, _LONE_CHARACTERS = 0.95, 30


@dataclass(frozen=True, slots=True)
class Cld2Answer:
    """The share of the text that CLD2 gives to each tag, at most three; whether it calls them reliable."""

    shares: dict[str, float]
    is_reliable: bool = False

    def lone_language(self, words: str) -> str | None:
        """Return the language that CLD2 alone may decide for these words; mostly that of a plain sentence."""
        tag = next(iter(self.shares), "")
        is_plain = self.is_reliable and len(words) >= _LONE_CHARACTERS and self.shares.get(tag, 0.0) >= _LONE_SHARE
        return tag if is_plain and tag in _LONE else None


def ask_cld2(words: str, *, script: str, must_guess: bool) -> Cld2Answer:
    """Return what CLD2 says, when it must name a language or need not; words as `words_only` gives them."""
    try:
        is_reliable, _, details = pycld2.detect(
            words.encode("utf-8", "ignore"), isPlainText=True, bestEffort=must_guess
        )
    except pycld2.error:
        return Cld2Answer({})
    shares: dict[str, float] = {}
    for _, code, percent, _ in details:
        tag = published_tag(code, script=script)
        if tag is not None and percent:
            shares[tag] = shares.get(tag, 0.0) + percent / 100
    return Cld2Answer(shares, bool(is_reliable))
