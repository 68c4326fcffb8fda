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


@dataclass(frozen=True, slots=True)
class Cld2Answer:
    """The share of the text that CLD2 gives to each tag, at most three: when it must guess, and when it need not."""

    guessed: dict[str, float]
    certain: dict[str, float]


def ask_cld2(words: str, *, script: str) -> Cld2Answer:
    """Return what CLD2 says; `words` must be free of control characters, see `words_only`."""
    encoded = words.encode("utf-8", "ignore")
    return Cld2Answer(
        guessed=_shares(encoded, script=script, must_guess=True),
        certain=_shares(encoded, script=script, must_guess=False),
    )


def _shares(encoded: bytes, *, script: str, must_guess: bool) -> dict[str, float]:
    try:
        _, _, details = pycld2.detect(encoded, isPlainText=True, bestEffort=must_guess)
    except pycld2.error:
        return {}
    shares: dict[str, float] = {}
    for _, code, percent, _ in details:
        tag = published_tag(code, script=script)
        if tag is not None and percent:
            shares[tag] = shares.get(tag, 0.0) + percent / 100
    return shares
