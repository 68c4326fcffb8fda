"""Evidence: what both detectors and the letter and word rules say for each language, as numbers to be weighed."""

from collections import Counter
from dataclasses import dataclass

from workers.engines.language_alphabets import foreign_letters
from workers.engines.language_cld2 import KNOWN, Cld2Answer, ask_cld2
from workers.engines.language_langid import NO_LANGUAGE, Langid
from workers.engines.language_scripts import is_written_in
from workers.engines.language_words import word_votes

# How many of py3langid's best languages take part; the right one is among them for 99.6% of lingua's dev sentences.
_RANKED = 8
_LOWEST_SCORE = -12.0

# Languages that the detectors offer for short texts far more often than anyone writes them, and a milder list.
_RARE = frozenset(
    {"aa", "ab", "an", "ay", "bi", "co", "crs", "ee", "fj", "fo", "gcf", "gcr", "gn", "guw", "gv", "ha", "haw", "hmn"}
    | {"ia", "ik", "kab", "kha", "kl", "kri", "lif", "lij", "loz", "ltg", "lua", "luo", "mfe", "na", "nr", "pam", "pcm"}
    | {"rm", "rn", "sco", "se", "sg", "sm", "ss", "su", "to", "tum", "ve", "vec", "wa", "war", "za", "bcl", "ace", "oc"}
)
_UNCOMMON = frozenset({"br", "ceb", "ff", "fy", "gd", "gl", "ht", "jv", "ki", "ku", "lb", "ln", "mg", "mt", "rw", "tk"})


@dataclass(frozen=True, slots=True)
class Features:
    """The numbers for one language; the names are those of the weights in `data/language_weights.json`."""

    langid: float = 0.0
    langid_unknown: float = 0.0
    cld2_guessed: float = 0.0
    cld2_certain: float = 0.0
    cld2_unknown: float = 0.0
    foreign_letters: float = 0.0
    words: float = 0.0
    no_language: float = 0.0
    rare: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against each language that a text may be in."""

    features: dict[str, Features]
    letters: int


def gather(words: str, *, script: str, langid: Langid, extra: str | None = None) -> Evidence:
    """Ask both detectors about the words, all of one script; `extra` is a language to be weighed in any case."""
    cld2 = ask_cld2(words, script=script)
    scores = langid.ask(words, script=script)
    lowered = words.casefold()
    letters = Counter(filter(str.isalpha, lowered))
    candidates = _candidates(cld2, scores, script=script, extra=extra)
    known = langid.known(script=script)
    votes = word_votes(lowered.split(), languages=candidates)
    return Evidence(
        {
            tag: Features(
                langid=max(_LOWEST_SCORE, scores.get(tag, _LOWEST_SCORE)) if scores and tag in known else 0.0,
                langid_unknown=float(tag not in known),
                cld2_guessed=cld2.guessed.get(tag, 0.0),
                cld2_certain=cld2.certain.get(tag, 0.0),
                cld2_unknown=float(tag not in KNOWN),
                foreign_letters=foreign_letters(letters, language=tag),
                words=votes[tag],
                no_language=float(tag == NO_LANGUAGE),
                rare=_rarity(tag),
            )
            for tag in candidates
        },
        letters=letters.total(),
    )


def _candidates(cld2: Cld2Answer, scores: dict[str, float], *, script: str, extra: str | None) -> list[str]:
    """The languages that either detector names, their close relatives, and `zxx`, in a fixed order."""
    named = [*cld2.guessed, *cld2.certain, *list(scores)[:_RANKED], NO_LANGUAGE, *([extra] if extra else [])]
    named += [relative for tag in list(named) for relative in _RELATIVES.get(tag, ())]
    return [tag for tag in dict.fromkeys(named) if tag == NO_LANGUAGE or is_written_in(tag, script=script)]


# Where a detector names the one, the word rules must get the chance to name the other.
_RELATIVES = {
    "hr": ("bs", "sr"),
    "bs": ("hr", "sr"),
    "sr": ("hr", "bs"),
    "id": ("ms",),
    "ms": ("id",),
    "nb": ("nn", "da"),
    "nn": ("nb",),
    "da": ("nb",),
    "tn": ("nso", "st"),
}


def _rarity(tag: str) -> float:
    return 1.0 if tag in _RARE else 0.5 if tag in _UNCOMMON else 0.0
