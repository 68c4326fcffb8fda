"""UTF-8 that was read in another encoding, turned back layer by layer: "Ã©" is é, "ط§ظ„" is ال.

A cluster is a run of characters beyond ASCII. One that was misread consists of sequences of UTF-8, spelt in the wrong
encoding, from end to end, and what comes out of it makes sense where it stands. A line is read back in the encoding for
which the most speaks. That is a likelihood of our own; the idea of sequences is that of ftfy (Speer 2019).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workers.text.alignment import Change
from workers.text.mojibake_readers import LOST, Reader, cluster_at, hint, readers
from workers.text.mojibake_sense import is_text, weight_of

# One accented letter inside a word is enough where the line holds nothing else beyond ASCII; where right text has such
# pairs of letters, two are asked for.
_ENOUGH, _ENOUGH_OF_LETTERS = 1.0, 1.5
# What leaves no doubt that a line was misread, and that it was beside sound text, for instance a quotation.
_SURE, _SURE_BESIDE_SOUND = 2.0, 3.0
# A letter of mojibake that was misread again has twice the length; nobody misreads a text more often.
_MOST_LAYERS = 4
# The first halves of à and of a no-break space, when the second half went with the blanks.
_CUT_OFF = {"Ã": "à", "Â": ""}
_CUT = re.compile(r"[ÃÂ](?=\x20)")
# "voilÃ  tout": the same where a line has nothing else.
_GRAVE = re.compile(r"(?<=[a-z]{2})Ã\x20(?=[\x20.,;:!?)])")
# A word before or after a cluster is looked at as far as this.
_WORD = 24


# Characters that were meant, each with how many of the line it takes.
_Characters = tuple[tuple[str, int], ...]


class _Mended(NamedTuple):
    start: int
    end: int
    characters: _Characters
    weight: float | None
    is_alone: bool


_Reading = tuple[list[_Mended], Reader]


def repair_mojibake(text: str) -> Iterator[Change]:
    """Yield each character of misread clusters; nothing for sound text, in one quick search."""
    if text.isascii():
        return
    end = 0
    while (position := _first_cluster(text, end)) is not None:
        start, end = text.rfind("\n", end, position) + 1 or end, text.find("\n", position) + 1 or len(text)
        for mended in _best_reading(text[start:end]):
            yield from _changes(mended, start)


def _first_cluster(text: str, start: int) -> int | None:
    position = next((m.start() for m in hint().finditer(text, start) if cluster_at(text, m.start())), None)
    cut = text.find("Ã ", start, position)
    return position if cut < 0 else cut


def _best_reading(line: str) -> list[_Mended]:
    readings: list[_Reading] = []
    for reader in readers():
        found = _clusters(line, reader)
        if _is_enough(found, reader, line=line):
            readings.append((found, reader))
            if reader is readers()[0] and _explains_all(found, line):
                break
    if not readings:
        return [_Mended(*match.span(), (("à", 2),), _SURE, is_alone=False) for match in _GRAVE.finditer(line)]
    found, reader = max(readings, key=_merit)
    return _told(_with_blanks(found, line, reader), line)


def _explains_all(found: list[_Mended], line: str) -> bool:
    return not _has_sound(found, line) and all(cluster.weight is not None for cluster in found)


def _merit(reading: _Reading) -> tuple[float, int]:
    """Order readings by what speaks for them, then by how much they explain."""
    return _weight(reading[0]), _covered(reading[0])


def _told(found: list[_Mended], line: str) -> list[_Mended]:
    """Leave clusters out that make no sense by themselves, unless the others leave no doubt."""
    doubtful = _weight(found) < (_SURE_BESIDE_SOUND if _has_sound(found, line) else _SURE)
    return [cluster for cluster in found if not (doubtful and cluster.weight is None)]


def _with_blanks(found: list[_Mended], line: str, reader: Reader) -> list[_Mended]:
    """Read a misread line also where its no-break spaces became blanks: "Ã " is à, "Â " is a blank."""
    whole = reader.blank.sub("\xa0", line)
    better = _clusters(whole, reader) if whole != line else []
    if _weight(better) > _weight(found):
        found = better
    taken = {cluster.start for cluster in found}
    cut = [(match.start(), match[0]) for match in _CUT.finditer(whole) if match.start() not in taken]
    halves = (
        _Mended(start, start + 1, ((_CUT_OFF[half], 1),), 0.0, is_alone=True)
        for start, half in cut
        if reader.byte_of.get(half) in (0xC2, 0xC3)
    )
    return sorted([*found, *halves], key=lambda cluster: cluster.start)


def _weight(clusters: list[_Mended]) -> float:
    return sum(cluster.weight or 0.0 for cluster in clusters)


def _covered(clusters: list[_Mended]) -> int:
    return sum(cluster.end - cluster.start for cluster in clusters)


def _has_sound(clusters: list[_Mended], line: str) -> bool:
    """Tell whether the line has characters beyond ASCII outside of the clusters."""
    return _covered(clusters) < sum(not character.isascii() for character in line)


def _is_enough(clusters: list[_Mended], reader: Reader, *, line: str) -> bool:
    beside_sound = _has_sound(clusters, line)
    weight = _weight([cluster for cluster in clusters if not (beside_sound and cluster.is_alone)])
    return weight >= (_ENOUGH_OF_LETTERS if reader.has_letters else _ENOUGH)


def _clusters(line: str, reader: Reader) -> list[_Mended]:
    found = []
    for match in reader.cluster.finditer(line):
        start, end = match.span(1)
        before = line[max(0, start - _WORD) : start].rpartition(" ")[2]
        after = line[end : end + _WORD].partition(" ")[0]
        mended = _unwound(match[1], reader, before=before, after=after)
        if mended:
            characters, weight = mended
            is_alone = not before[-1:].isalnum() and not after[:1].isalnum() and len(characters) == 1
            found.append(_Mended(start, end, characters, weight, is_alone))
    return found


def _unwound(cluster: str, reader: Reader, *, before: str, after: str) -> tuple[_Characters, float | None] | None:
    """Return the characters that a cluster meant, each with how many it takes of the cluster, and their weight."""
    characters: _Characters = tuple((character, 1) for character in cluster)
    best: tuple[_Characters, float | None] | None = None
    for _ in range(_MOST_LAYERS):
        raw = _joined(characters)
        decoded = _decoded(raw, characters, reader)
        if decoded is None:
            break
        characters = decoded
        weight = weight_of(_joined(characters), before=before, after=after, raw=raw)
        if weight is not None or (best is None and all(map(is_text, _joined(characters)))):
            best = characters, weight
    return best


def _joined(characters: _Characters) -> str:
    return "".join(character for character, _ in characters)


def _decoded(raw: str, lengths: _Characters, reader: Reader) -> _Characters | None:
    characters = []
    position = 0
    while position < len(raw):
        match = reader.sequence.match(raw, position)
        if match is None:
            return None
        length = sum(length for _, length in lengths[match.start() : match.end()])
        character = _character(match[0], reader)
        if character is None:
            return None
        characters.append((character, length))
        position = match.end()
    return tuple(characters)


def _character(sequence: str, reader: Reader) -> str | None:
    if LOST in sequence:
        return LOST
    try:
        return bytes(reader.byte_of[character] for character in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _changes(mended: _Mended, line_start: int) -> Iterator[Change]:
    position = line_start + mended.start
    for character, length in mended.characters:
        yield Change(position, position + length, character, "mojibake")
        position += length
