"""Names that a text repeats: what was found surely in one sentence is believed in the others, and bare of clitics."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from workers.engines import Candidate
from workers.engines.clitics import MIN_AFTER_CLITICS, restored, without_clitics
from workers.text.folding import search_key
from workers.text.tokens import Token

# A name is believed where the tagger overlooked it, a little less, if it was this sure of it elsewhere.
_SURE, _REPEATED = 0.8, 0.9
# A shorter name is too often another word.
_FEWEST_CHARACTERS = 4
# Names of more words are rarely repeated whole, and each word of a text begins so many phrases to look up.
_MOST_TOKENS = 5


def repeated(text: str, parts: Sequence[Sequence[Token]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names that were found surely elsewhere in the text and overlooked here, if they have one label only."""
    known = _sure_names(text, found)
    covered = bytearray(len(text))
    for one in found:
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
    for part in parts if known else ():
        for place in range(len(part)):
            for phrase in _phrases(part, place):
                name = known.get(search_key(text[phrase[0] : phrase[1]]))
                if name is not None and not any(covered[phrase[0] : phrase[1]]):
                    covered[phrase[0] : phrase[1]] = b"\1" * (phrase[1] - phrase[0])
                    yield replace(name, start=phrase[0], end=phrase[1], score=name.score * _REPEATED)
                    break


def _sure_names(text: str, found: Sequence[Candidate]) -> Mapping[str, Candidate]:
    sure: dict[str, list[Candidate]] = {}
    for one in found:
        if one.score >= _SURE and one.end - one.start >= _FEWEST_CHARACTERS:
            sure.setdefault(search_key(text[one.start : one.end]), []).append(one)
    return {key: ones[0] for key, ones in sure.items() if len({one.label for one in ones}) == 1}


def _phrases(part: Sequence[Token], place: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the phrases that begin with a token, the longest first."""
    for last in reversed(part[place : place + _MOST_TOKENS]):
        yield part[place].start, last.end


def canonical(written: str, *, begins_name: Callable[[str], bool]) -> str:
    """Return a name without the clitics of its first word: لوزارة الدفاع is وزارة الدفاع.

    Clitics are taken off where the word with them begins no name, and the word without them does.
    """
    first, space, rest = written.partition(" ")
    key = search_key(first)
    readings = [(reading, length) for reading, length in without_clitics(key) if len(reading) >= MIN_AFTER_CLITICS]
    if readings and not begins_name(key):
        for reading, length in readings:
            if begins_name(reading):
                return restored(first, length) + space + rest
    return written
