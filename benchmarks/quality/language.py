"""Measure language detection beside pycld2 and py3langid alone, in one run.

    python -m benchmarks.quality.language DATA [DIGIT ...]

DATA has `sentences/` and `word-pairs/` with one file `<language>.txt` each (the test data of lingua-py). DIGIT names
the lines measured, by the last digit of their number: 5-9 are for development, 0 is the test; 1-4 fitted the weights.
"""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pycld2
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from schemas.language import Language
from schemas.text import SentenceSpan
from workers.engines import LanguageDetector
from workers.engines.language_cascade import load

Case = tuple[str, str]
Answer = tuple[str, float]
NAMES = {"iw": "he", "no": "nb", "zh-Hant": "zh", "jw": "jv"}
# Joined documents: this many of each kind, of two to four languages with four to eight sentences each.
DOCUMENTS, SEED = 300, 11


def main() -> None:
    """Print accuracy, calibration and speed, then how well joined documents are divided."""
    data, digits = Path(sys.argv[1]), frozenset(map(int, sys.argv[2:] or ["6", "8"]))
    detector = load()
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    systems: dict[str, Callable[[str], Answer]] = {
        "warraq": lambda text: _answer(detector.detect(text, sentences=(), hint=None)),
        "pycld2": _pycld2,
        "py3langid": lambda text: _renamed(*identifier.classify(text)),
    }
    for kind in ("sentences", "word-pairs"):
        cases = list(_cases(data / kind, digits))
        for name, system in systems.items():
            _report(f"{kind} {name}", cases, system)
    _report_documents(detector, list(_cases(data / "sentences", digits)))


def _cases(folder: Path, digits: frozenset[int]) -> Iterator[Case]:
    for file in sorted(folder.glob("*.txt")):
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines()):
            if number % 10 in digits and text.strip():
                yield file.stem, text.strip()


def _answer(language: Language) -> Answer:
    return language.tag, language.confidence


def _pycld2(text: str) -> Answer:
    try:
        details = pycld2.detect(text, isPlainText=True, bestEffort=True)[2]
    except pycld2.error:
        return "und", 0.0
    return _renamed(details[0][1], details[0][2] / 100)


def _renamed(tag: str, confidence: float) -> Answer:
    return NAMES.get(tag, tag), confidence


def _folded(tag: str) -> str:
    return "no" if tag in {"nb", "nn"} else tag


def _report(name: str, cases: Sequence[Case], system: Callable[[str], Answer]) -> None:
    started = time.process_time()
    answers = [system(text) for _, text in cases]
    seconds = time.process_time() - started
    right = [tag == wanted for (wanted, _), (tag, _) in zip(cases, answers, strict=True)]
    folded = [_folded(tag) == _folded(wanted) for (wanted, _), (tag, _) in zip(cases, answers, strict=True)]
    by_language: dict[str, list[bool]] = defaultdict(list)
    for (wanted, _), hit in zip(cases, right, strict=True):
        by_language[wanted].append(hit)
    worst = sorted((round(sum(hits) / len(hits), 2), tag) for tag, hits in by_language.items())[:10]
    print(
        f"{name}: right {sum(right) / len(cases):.4f}, nb and nn as one {sum(folded) / len(cases):.4f}, "
        f"calibration error {_calibration_error(right, answers):.4f}, "
        f"und {sum(tag == 'und' for tag, _ in answers) / len(cases):.4f}, {len(cases) / seconds:.0f} texts/s of CPU\n"
        f"    worst: {', '.join(f'{tag} {share}' for share, tag in worst)}\n"
        f"    {Counter((wanted, tag) for (wanted, _), (tag, _) in zip(cases, answers, strict=True) if wanted != tag).most_common(12)}"
    )


def _calibration_error(right: Sequence[bool], answers: Sequence[Answer]) -> float:
    """Expected calibration error over ten equal bins (Naeini and others 2015); `und` is no claim and stays out."""
    bins: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    claims = [(hit, confidence) for hit, (tag, confidence) in zip(right, answers, strict=True) if tag != "und"]
    for hit, confidence in claims:
        bins[min(9, int(confidence * 10))].append((hit, confidence))
    return sum(abs(sum(hit for hit, _ in group) - sum(c for _, c in group)) for group in bins.values()) / len(claims)


def _report_documents(detector: LanguageDetector, cases: Sequence[Case]) -> None:
    """Join sentences to documents of one language and of several; count what is divided wrongly."""
    dice = random.Random(SEED)
    by_language: dict[str, list[str]] = defaultdict(list)
    for tag, text in cases:
        by_language[tag].append(text)
    split = wrong = letters = wrong_letters = wrong_main = 0
    for number in range(2 * DOCUMENTS):
        several = number >= DOCUMENTS
        tags = dice.sample(sorted(by_language), dice.randint(2, 4)) if several else dice.choices(sorted(by_language))
        runs = [
            (tag, dice.sample(by_language[tag], min(len(by_language[tag]), dice.randint(4, 8) if several else 12)))
            for tag in tags
        ]
        text, sentences, truth = _joined(runs)
        language = detector.detect(text, sentences=sentences, hint=None)
        if several:
            found = [segment.tag for segment in language.segments for _ in range(segment.start, segment.end)]
            letters += len(text)
            wrong_letters += sum(one != other for one, other in zip(found, truth, strict=True))
            # Languages of similar length may both be called the main one.
            characters = Counter(truth)
            wrong_main += characters[language.tag] < 0.6 * max(characters.values())
        else:
            split += len(language.segments) > 1
            wrong += language.tag != tags[0]
    print(f"documents of one language: divided {split / DOCUMENTS:.3f}, wrong {wrong / DOCUMENTS:.3f}")
    print(
        f"documents of 2-4: wrong characters {wrong_letters / letters:.3f}, wrong main language {wrong_main / DOCUMENTS:.3f}"
    )


def _joined(runs: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, list[SentenceSpan], list[str]]:
    text, sentences, truth = "", [], list[str]()
    for tag, sentence in ((tag, sentence) for tag, those in runs for sentence in those):
        sentences.append(SentenceSpan(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
        truth += [tag] * (len(sentence) + 1)
    return text, sentences, truth


if __name__ == "__main__":
    main()
