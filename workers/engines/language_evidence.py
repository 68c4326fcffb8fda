"""Evidence: what runs of letters, CLD2 and the letter and word rules say for each language, as numbers to be weighed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from workers.engines.language_alphabets import foreign_letters, languages_of_letters
from workers.engines.language_cld2 import KNOWN, Cld2Answer, ask_cld2
from workers.engines.language_likelihood import LanguageTables, Likelihoods
from workers.engines.language_scripts import is_written_in
from workers.engines.language_words import word_votes

NO_LANGUAGE = "zxx"

# How many of the likeliest languages take part.
_RANKED = 8
# Scripts of keyboards that fingers roll over. Where vowels are combining marks runs are short, and their absence is
# no sign of noise.
_NOISY_SCRIPTS = frozenset({"Latn", "Cyrl", "Arab", "Hebr"})
_LEAST_LIKELY = -12.0

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

    runs: float = 0.0
    correction: float = 0.0
    known_runs: float = 0.0
    runs_unknown: float = 0.0
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


def gather(words: str, *, script: str, tables: LanguageTables, extra: str | None = None) -> Evidence:
    """Ask all witnesses about the words, all of one script; `extra` is a language to be weighed in any case."""
    certain = ask_cld2(words, script=script, must_guess=False)
    return weigh(words, script=script, likely=tables.ask(words, script=script), certain=certain, extra=extra)


def weigh(words: str, *, script: str, likely: Likelihoods, certain: Cld2Answer, extra: str | None = None) -> Evidence:
    """Put the answer about runs of letters beside what the other witnesses say."""
    guessed = ask_cld2(words, script=script, must_guess=True)
    lowered = words.casefold()
    letters = Counter(filter(str.isalpha, lowered))
    named = [*guessed.shares, *certain.shares, *islice(likely.places, _RANKED), *languages_of_letters(letters)]
    candidates = _candidates([*named, *([extra] if extra else [])], script=script)
    best, votes = likely.best, word_votes(lowered.split(), languages=candidates)

    def features(tag: str) -> Features:
        its = likely.of(tag)
        return Features(
            runs=max(_LEAST_LIKELY, its.runs - best.runs) if its and best else 0.0,
            correction=its.correction - best.correction if its and best else 0.0,
            known_runs=its.known if its else 0.0,
            runs_unknown=float(its is None),
            cld2_guessed=guessed.shares.get(tag, 0.0),
            cld2_certain=certain.shares.get(tag, 0.0) * (its.known if its else 1.0),
            cld2_unknown=float(tag not in KNOWN),
            foreign_letters=foreign_letters(letters, language=tag, script=script),
            words=votes[tag],
            no_language=float(tag == NO_LANGUAGE),
            rare=_rarity(tag) * (1 - certain.shares.get(tag, 0.0)),
        )

    return Evidence({tag: features(tag) for tag in candidates}, letters=letters.total())


def _candidates(named: Sequence[str], *, script: str) -> list[str]:
    """The languages that a witness names, their close relatives, and `zxx`, in a fixed order."""
    related = [relative for tag in named for relative in _RELATIVES.get(tag, ())]
    written = [tag for tag in dict.fromkeys([*named, *related]) if is_written_in(tag, script=script)]
    return [*written, NO_LANGUAGE] if script in _NOISY_SCRIPTS else written


# Where a witness names the one, the others must get the chance to name the other.
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
