"""The language detectors that are measured: ours and its rivals, each with one way to ask it.

A system answers a text with a tag and its confidence, and, where it can, divides a text into languages by character.
Norwegian is one language here, since two of the rivals have only one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from schemas.text import SentenceSpan
from workers.engines.language_cascade import load
from workers.text.language_guess import guess_language
from workers.text.sentences import sentence_spans

UNDETERMINED = "und"
_RENAMED = {"iw": "he", "nb": "no", "nn": "no", "jw": "jv", "zh-Hant": "zh", "fil": "tl", "un": "und", "in": "id"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A tag, `und` for none, and how sure the system is of it."""

    tag: str
    confidence: float


@dataclass(frozen=True, slots=True)
class System:
    """A detector; `divide` gives the tag of each character and is None where the system has no such function."""

    name: str
    answer: Callable[[str], Answer]
    divide: Callable[[str], Sequence[str]] | None = None


def systems() -> Iterator[System]:
    """Yield our detector and each rival that is installed."""
    yield _warraq()
    for rival in (_lingua_high, _lingua_low, _pycld2, _py3langid):
        try:
            yield rival()
        except ImportError:
            continue


def folded(tag: str) -> str:
    """Return the tag that all systems' names for a language are compared by."""
    return _RENAMED.get(tag, tag.split("-", maxsplit=1)[0])


def _warraq() -> System:
    detector = load()

    def answer(text: str) -> Answer:
        language = detector.detect(text, sentences=(), hint=None)
        return Answer(folded(language.tag), language.confidence)

    def divide(text: str) -> Sequence[str]:
        sentences = [SentenceSpan(start=span[0], end=span[1]) for span in sentence_spans(text, guess_language(text))]
        language = detector.detect(text, sentences=sentences, hint=None)
        return [folded(part.tag) for part in language.segments for _ in range(part.start, part.end)]

    return System("warraq", answer, divide)


def _lingua_high() -> System:
    from lingua import LanguageDetectorBuilder

    return _lingua("lingua, high accuracy", LanguageDetectorBuilder.from_all_languages().build())


def _lingua_low() -> System:
    from lingua import LanguageDetectorBuilder

    return _lingua(
        "lingua, low accuracy", LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
    )


def _lingua(name: str, detector: object) -> System:
    def answer(text: str) -> Answer:
        values = detector.compute_language_confidence_values(text)  # type: ignore[attr-defined]
        if not values or not values[0].value:
            return Answer(UNDETERMINED, 0.0)
        return Answer(folded(values[0].language.iso_code_639_1.name.lower()), values[0].value)

    def divide(text: str) -> Sequence[str]:
        tags = [UNDETERMINED] * len(text)
        for part in detector.detect_multiple_languages_of(text):  # type: ignore[attr-defined]
            tag = folded(part.language.iso_code_639_1.name.lower())
            tags[part.start_index : part.end_index] = [tag] * (part.end_index - part.start_index)
        return tags

    return System(name, answer, divide)


def _pycld2() -> System:
    import pycld2

    def answer(text: str) -> Answer:
        try:
            details = pycld2.detect(text, isPlainText=True, bestEffort=True)[2]
        except pycld2.error:
            return Answer(UNDETERMINED, 0.0)
        return Answer(folded(details[0][1]), details[0][2] / 100)

    def divide(text: str) -> Sequence[str]:
        tags, encoded = [UNDETERMINED] * len(text), text.encode()
        try:
            vectors = pycld2.detect(text, isPlainText=True, returnVectors=True)[3]
        except pycld2.error:
            return tags
        for first, size, _, code in vectors:
            start = len(encoded[:first].decode("utf-8", "ignore"))
            end = start + len(encoded[first : first + size].decode("utf-8", "ignore"))
            tags[start:end] = [folded(code)] * len(tags[start:end])
        return tags

    return System("pycld2", answer, divide)


def _py3langid() -> System:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def answer(text: str) -> Answer:
        tag, confidence = identifier.classify(text)
        return Answer(folded(tag), float(confidence))

    return System("py3langid", answer)
