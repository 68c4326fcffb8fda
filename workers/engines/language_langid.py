"""py3langid as a witness: a naive Bayes score for each language it knows."""

import math
from collections.abc import Iterable

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from workers.engines.language_scripts import SHARED_SCRIPTS, is_written_in
from workers.engines.language_tags import published_tag

NO_LANGUAGE = "zxx"


class Langid:
    """One loaded model; loading takes a second and 80 MB, so share it and load before forking."""

    def __init__(self) -> None:
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
        self._tags = {script: _tags_of_labels(self._identifier.labels, script=script) for script in SHARED_SCRIPTS}

    def known(self, *, script: str) -> frozenset[str]:
        """Return the languages of that script that the model can answer at all."""
        return frozenset(self._tags.get(script, {}).values())

    def ask(self, words: str, *, script: str) -> dict[str, float]:
        """Return log scores, best 0, of the languages written in that script and of `zxx`; empty without evidence.

        The sum over n-grams grows with the text far faster than the evidence does, so it is divided by the root of
        the length in bytes, which is how py3langid itself flattens its probabilities.
        """
        scale = 1 / math.sqrt(len(words.encode("utf-8", "ignore")) or 1)
        tags = self._tags.get(script, {})
        scores: dict[str, float] = {}
        for code, score in self._identifier.rank(words):
            tag = tags.get(code)
            if tag is not None and tag not in scores:
                scores[tag] = score * scale
        best = max(scores.values(), default=0.0)
        if not math.isfinite(best) or best < -1e30:
            return {}
        return {tag: score - best for tag, score in scores.items()}


def _tags_of_labels(labels: Iterable[str], *, script: str) -> dict[str, str]:
    """The published tag of each label that is a language of this script."""
    tags = {label: published_tag(label, script=script) for label in labels}
    return {
        label: tag
        for label, tag in tags.items()
        if tag is not None and (tag == NO_LANGUAGE or is_written_in(tag, script=script))
    }
