"""The language detector that ships: script, then witnesses weighed together, then segments."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.language import NO_LINGUISTIC_CONTENT, Language
from schemas.text import SentenceSpan, Span
from workers.engines import EngineInfo, LanguageDetector
from workers.engines.language_answer import (
    THRESHOLD,
    belief_of_mixed,
    candidates_of,
    one_language,
    segments_of,
)
from workers.engines.language_belief import Belief, Judge
from workers.engines.language_cld2 import ask_cld2
from workers.engines.language_han import han_signs, hinted_han_script
from workers.engines.language_letters import sample, words_only
from workers.engines.language_likelihood import load_language_tables
from workers.engines.language_scripts import script_weights
from workers.engines.language_segments import Unit, divide
from workers.engines.language_units import units_of
from workers.engines.language_weights import load_weights
from workers.version import VERSION

# Three samples of this many characters speak for a document: the witnesses are as sure after a page as after a book.
_WHOLE_SAMPLE = 400
_UNIT_SAMPLE = 200

# A unit that CLD2 gives to the document's own language needs no second opinion when the document is that clear.
_CLEAR_DOCUMENT, _CLEAR_UNIT = 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Cascade:
    """A `LanguageDetector`; time is linear in the text with a small factor, and the detectors see a bounded part."""

    judge: Judge
    info: EngineInfo

    def detect(self, text: str, *, sentences: Sequence[SentenceSpan], hint: str | None) -> Language:
        """Return the language of most letters and the segments; the hint only tips the scales of doubtful texts."""
        whole = self.judge.believe(sample(text, length=_WHOLE_SAMPLE), hint=hint)
        units = self._units(text, sentences=sentences, whole=whole)
        tags = divide(units, whole=whole.tag)
        if len(set(tags)) > 1:
            main, segments = belief_of_mixed(units, tags=tags), segments_of(units, tags=tags)
        else:
            main = _whole_or_agreed(units, whole=whole, tags=tags)
            segments = one_language(units, whole=main)
        candidates = candidates_of(main)
        return Language(
            tag=candidates[0].tag,
            script=_script(main, text=text, hint=hint),
            confidence=candidates[0].confidence,
            candidates=candidates,
            segments=segments,
        )

    def _units(self, text: str, *, sentences: Sequence[SentenceSpan], whole: Belief) -> list[Unit]:
        spans = units_of(text, sentences=sentences)
        if len(spans) == 1:
            return [Unit(spans[0], whole, letters=whole.weight)]
        return [self._unit(text[span.start : span.end], span=span, whole=whole) for span in spans]

    def _unit(self, text: str, *, span: Span, whole: Belief) -> Unit:
        part = sample(text, length=_UNIT_SAMPLE)
        belief = self._believe_unit(part, whole=whole)
        return Unit(span, belief, letters=belief.weight * len(text) / len(part))

    def _believe_unit(self, text: str, *, whole: Belief) -> Belief:
        if whole.tag is not None and whole.confidence >= _CLEAR_DOCUMENT:
            words = words_only(text)
            scripts = script_weights(words)
            weight = scripts.get(whole.script or "", 0)
            if weight * 2 > scripts.total():
                answer = ask_cld2(words, script=whole.script or "", must_guess=False)
                if answer.shares.get(whole.tag, 0.0) >= _CLEAR_UNIT:
                    return Belief(whole.script, weight, {whole.tag: whole.confidence})
        return self.judge.believe(text)


def _whole_or_agreed(units: Sequence[Unit], *, tags: Sequence[str], whole: Belief) -> Belief:
    """The document's belief, or what most of its units say together where that is doubtful, or half of it is code."""
    if not units or (whole.confidence >= THRESHOLD and whole.tag != NO_LINGUISTIC_CONTENT):
        return whole
    together = belief_of_mixed(units, tags=tags)
    speaking = sum(unit.letters for unit in units if unit.belief.tag not in {None, NO_LINGUISTIC_CONTENT})
    is_heard = 2 * speaking > sum(unit.letters for unit in units)
    # Keywords look like English, but never as clearly as prose between blocks of code does.
    bar = _CLEAR_DOCUMENT if whole.tag == NO_LINGUISTIC_CONTENT else THRESHOLD
    return together if is_heard and together.confidence >= bar else whole


def _script(belief: Belief, *, text: str, hint: str | None) -> str | None:
    if belief.script != "Hani" or belief.tag != "zh":
        return "Jpan" if belief.tag == "ja" else belief.script
    script = han_signs(sample(text, length=_WHOLE_SAMPLE)).script
    return hinted_han_script(hint) or script if script == "Hani" else script


def load() -> LanguageDetector:
    """Map the tables and load the weights; call it before forking, so that workers share the memory."""
    weights = load_weights()
    return Cascade(
        Judge(load_language_tables(), weights), EngineInfo(name="cascade", version=VERSION, model_sha256=weights.sha256)
    )
