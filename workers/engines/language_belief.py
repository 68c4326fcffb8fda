"""Belief: the probable languages of one stretch of text, decided by its script where that is enough."""

from collections import Counter
from dataclasses import dataclass, field

from schemas.language import NO_LINGUISTIC_CONTENT
from workers.engines.language_alphabets import foreign_letters, language_of_unique_letters
from workers.engines.language_cld2 import ask_cld2
from workers.engines.language_evidence import weigh
from workers.engines.language_han import han_signs
from workers.engines.language_letters import looks_like_code, words_in_script, words_only
from workers.engines.language_likelihood import LanguageTables
from workers.engines.language_romanised import romanised_language
from workers.engines.language_scripts import LANGUAGE_OF_SCRIPT, UNKNOWN_SCRIPT, script_weights
from workers.engines.language_tags import hinted_tag
from workers.engines.language_weights import Weights

# Fewer letters than this, or no two of them together, are initials and symbols (kg, H2O, α β), no words.
_FEWEST_LETTERS = 3
_SHORTEST_WORD = 2
# Scripts in which one sign may be a word.
_WHOLE_WORDS = frozenset({"Hani"})

# Belief where the script decides: quotations and mathematics make the rest.
_CERTAIN = 0.99
_LONE_CERTAIN = 0.999
# Han signs alone: Japanese headings and names have no kana, but mostly signs that China does not write so.
_HAN_CERTAIN, _HAN_JAPANESE = 0.97, 0.9


@dataclass(frozen=True, slots=True)
class Belief:
    """Probabilities of languages, likeliest first; empty where there are too few letters to tell."""

    script: str | None = None
    weight: int = 0
    probabilities: dict[str, float] = field(default_factory=dict)

    @property
    def tag(self) -> str | None:
        """The likeliest language."""
        return next(iter(self.probabilities), None)

    @property
    def confidence(self) -> float:
        """The probability of the likeliest language."""
        return next(iter(self.probabilities.values()), 0.0)


@dataclass(frozen=True, slots=True)
class Judge:
    """The witnesses with the weights of their words."""

    tables: LanguageTables
    weights: Weights

    def believe(self, text: str, *, hint: str | None = None) -> Belief:
        """Return which languages the text is probably in, going by its dominant script."""
        words = words_only(text)
        scripts = script_weights(words)
        if not scripts or looks_like_code(text):
            return Belief(weight=scripts.total(), probabilities={NO_LINGUISTIC_CONTENT: _CERTAIN})
        script, weight = max(scripts.items(), key=lambda item: (item[1], item[0]))
        own = words_in_script(words, script=script) if len(scripts) > 1 else words
        shortest = 1 if script in _WHOLE_WORDS else _SHORTEST_WORD
        is_word = weight >= _FEWEST_LETTERS and max(map(len, own.split()), default=0) >= shortest
        if not is_word or script == UNKNOWN_SCRIPT:
            return Belief(script=script, weight=weight)
        romanised = romanised_language(text) if script == "Latn" else {}
        probabilities = self._probabilities(own, script=script, hint=hint)
        return Belief(script, weight, _with_romanised(probabilities, romanised))

    def _probabilities(self, words: str, *, script: str, hint: str | None) -> dict[str, float]:
        if script in LANGUAGE_OF_SCRIPT:
            return {LANGUAGE_OF_SCRIPT[script]: _CERTAIN}
        if script == "Hani":
            return _han_probabilities(words)
        letters = Counter(filter(str.isalpha, words.lower()))
        unique = language_of_unique_letters(letters) if script == "Cyrl" else None
        certain = ask_cld2(words, script=script, must_guess=False)
        lone = certain.lone_language(words)
        if unique is not None:
            return {unique: _CERTAIN}
        if lone is not None and not foreign_letters(letters, language=lone, script=script):
            return {lone: _LONE_CERTAIN}
        extra = hinted_tag(hint, script=script)
        likely = self.tables.ask(words, script=script)
        evidence = weigh(words, script=script, likely=likely, certain=certain, extra=extra)
        return self.weights.probabilities(evidence, hint=extra)


def _with_romanised(probabilities: dict[str, float], romanised: dict[str, float]) -> dict[str, float]:
    doubt = 1 - sum(romanised.values())
    return romanised | {tag: doubt * share for tag, share in probabilities.items()} if romanised else probabilities


def _han_probabilities(words: str) -> dict[str, float]:
    if han_signs(words).are_japanese:
        return {"ja": _HAN_JAPANESE, "zh": 1 - _HAN_JAPANESE}
    return {"zh": _HAN_CERTAIN, "ja": 1 - _HAN_CERTAIN}
