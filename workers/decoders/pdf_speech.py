"""A row of glyphs as they are seen, read in the order of speech: the bidirectional algorithm (UAX #9) turned around."""

from collections.abc import Iterable, Iterator, Sequence
from re import Pattern
from re import compile as pattern
from unicodedata import bidirectional

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«"}

# One letter for each glyph: left-to-right, right-to-left, digit, digit of Arabic, and what stands in and at numbers.
_CLASSES = {
    **dict.fromkeys(("L", "LRE", "LRO"), "L"),
    **dict.fromkeys(("R", "AL", "RLE", "RLO"), "R"),
    **dict(zip(("EN", "AN", "CS", "ES", "ET"), "NACET", strict=True)),
}
# Latin words and the numbers after them run on from the first letter to the last letter or digit. Numbers keep their
# separators; after Arabic letters the rules W2, W4 and W5 leave them fewer than after Hebrew ones.
_FOREIGN = r"L(?:[^R]*[LNA])?"
_AFTER_ARABIC = pattern(rf"{_FOREIGN}|[NA]+(?:C[NA]+)*")
_AFTER_HEBREW = pattern(rf"{_FOREIGN}|T*N+(?:[CE]N+)*T*|A+(?:CA+)*")
# Words that are written wrongly or not at all when turned around: the article, letters that only end words, letters that
# only begin them. Each is a pair of what tells of the right and of the wrong direction.
_DIRECTIONS = (
    (pattern(r"\bال\w{3}"), pattern(r"\w{3}لا\b")),
    (pattern(r"\w{2}[ةىے]\b"), pattern(r"\b[ةىے]\w{2}")),
    (pattern(r"\b[آإأ]\w{2}"), pattern(r"\w{2}[آإأ]\b")),
    (pattern(r"\w{2}[ךםןףץ]\b"), pattern(r"\b[ךםןףץ]\w{2}")),
)
_BACKWARDS_TIMES = 3
_TO_THE_LEFT = pattern(r"R(?:[^L]*R)?")


def spoken(texts: Sequence[str], *, is_right_to_left: bool) -> str:
    """Return the text of glyphs that stand side by side, for a paragraph of that direction."""
    classes = "".join(_class(text) for text in texts)
    kept = _AFTER_ARABIC if any(bidirectional(text[0]) == "AL" for text in texts) else _AFTER_HEBREW
    if is_right_to_left:
        return "".join(_leftwards(texts, classes, kept))
    pieces, done = [], 0
    for stretch in _TO_THE_LEFT.finditer(classes):
        start, end = stretch.span()
        pieces += [*texts[done:start], *_leftwards(texts[start:end], classes[start:end], kept)]
        done = end
    return "".join([*pieces, *texts[done:]])


def brackets_are_turned(texts: Iterable[str]) -> bool:
    """Tell whether more brackets find their partner when all are turned around.

    Some programs say of a glyph which character it stands for, others which shape it has; they differ in brackets.
    """
    joined = "\n".join(texts)
    return _single(joined.translate(_MIRRORED)) < _single(joined)


def is_backwards(text: str) -> bool:
    """Tell whether right-to-left text has its letters turned around, as it has when it was drawn to the right."""
    right = sum(len(pair[0].findall(text)) for pair in _DIRECTIONS)
    wrong = sum(len(pair[1].findall(text)) for pair in _DIRECTIONS)
    return wrong > _BACKWARDS_TIMES * right


def turned(text: str) -> str:
    """Return the text with all brackets turned around."""
    return text.translate(_MIRRORED)


def _class(text: str) -> str:
    return _CLASSES.get(bidirectional(text[0]), "O")


def _leftwards(texts: Sequence[str], classes: str, kept: Pattern[str]) -> Iterator[str]:
    """Yield the texts from the right to the left, but runs that are read to the right as they stand."""
    end = len(texts)
    for run in reversed([*kept.finditer(classes)]):
        yield from reversed(texts[run.end() : end])
        yield from texts[run.start() : run.end()]
        end = run.start()
    yield from reversed(texts[:end])


def _single(text: str) -> int:
    """Count the brackets without a partner."""
    opened: list[str] = []
    single = 0
    for character in text:
        if character in "([{«":
            opened.append(character)
        elif character in _PAIRS:
            if opened and opened[-1] == _PAIRS[character]:
                opened.pop()
            else:
                single += 1
    return single + len(opened)
