"""Decides among overlapping candidates, and makes entities of the mentions that name one thing."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from schemas.entities import Entity, Label, Mention
from workers.engines import Candidate
from workers.text.alignment import Alignment
from workers.text.folding import search_key

SCORE_DIGITS = 4


def resolve(candidates: Sequence[Candidate], *, text: str) -> list[Candidate]:
    """Return the candidates that stand, disjoint and in order of the text.

    One rule: the longer span wins, then the higher score, then the engine that comes first in the table (candidates
    are given in its order). Spans that are empty or outside of the text are dropped. O(n log n).
    """
    valid = [candidate for candidate in candidates if 0 <= candidate.start < candidate.end <= len(text)]
    ranked = sorted(valid, key=lambda candidate: (candidate.start - candidate.end, -candidate.score))
    taken = bytearray(len(text))
    standing = []
    for candidate in ranked:
        start, end = candidate.start, candidate.end
        # What was taken before is at least as long, so an overlap covers the first or the last character.
        if not (taken[start] or taken[end - 1]):
            taken[start:end] = b"\1" * (end - start)
            standing.append(candidate)
    return sorted(standing, key=lambda candidate: candidate.start)


def group(candidates: Sequence[Candidate], *, text: str, alignment: Alignment | None) -> tuple[Entity, ...]:
    """Return one entity for each thing, in order of first mention; `alignment` leads to the raw text, if there is one.

    Mentions with a value are one thing when label and value agree; others when they share a link or, folded, their
    canonical name. A bare family name joins the one longer personal name that ends with it.
    """
    things: list[_Thing] = []
    by_key: dict[Hashable, _Thing] = {}
    for candidate in candidates:
        keys = list(_keys(candidate, text))
        thing = next((by_key[key] for key in keys if key in by_key), None)
        if thing is None:
            thing = _Thing(candidate.label)
            things.append(thing)
        thing.candidates.append(candidate)
        for key in keys:
            by_key.setdefault(key, thing)
    joined = _with_family_names(things, text)
    return tuple(
        _entity(thing, number=number, text=text, alignment=alignment) for number, thing in enumerate(joined, start=1)
    )


@dataclass(slots=True)
class _Thing:
    label: Label
    candidates: list[Candidate] = field(default_factory=list)


def _keys(candidate: Candidate, text: str) -> Iterator[Hashable]:
    if candidate.value is not None:
        yield candidate.label, candidate.value
        return
    for link in candidate.links:
        yield candidate.label, link.scheme, link.id
    yield candidate.label, _name_key(candidate, text)


def _name_key(candidate: Candidate, text: str) -> str:
    return " ".join(search_key(_written(candidate, text)).split())


def _written(candidate: Candidate, text: str) -> str:
    return candidate.canonical or text[candidate.start : candidate.end]


def _with_family_names(things: list[_Thing], text: str) -> list[_Thing]:
    """Move the mentions of a single-word person to the only full name that ends with that word."""
    persons = [(thing, _name_key(thing.candidates[0], text).split()) for thing in things if thing.label == Label.PER]
    bearers: dict[str, list[_Thing]] = {}
    for thing, words in persons:
        if len(words) > 1:
            bearers.setdefault(words[-1], []).append(thing)
    moved: set[int] = set()
    for thing, words in persons:
        if len(words) == 1 and len(bearers.get(words[0], ())) == 1:
            bearers[words[0]][0].candidates.extend(thing.candidates)
            moved.add(id(thing))
    remaining = [thing for thing in things if id(thing) not in moved]
    for thing in remaining:
        thing.candidates.sort(key=lambda candidate: candidate.start)
    return sorted(remaining, key=lambda thing: thing.candidates[0].start)


def _entity(thing: _Thing, *, number: int, text: str, alignment: Alignment | None) -> Entity:
    best = max(thing.candidates, key=lambda candidate: candidate.score)
    return Entity(
        id=f"e{number}",
        label=thing.label,
        canonical=_canonical(thing, text),
        mentions=tuple(_mention(candidate, text, alignment) for candidate in thing.candidates),
        value=best.value,
        links=next((candidate.links for candidate in thing.candidates if candidate.links), ()),
    )


def _canonical(thing: _Thing, text: str) -> str:
    """Return the fullest name of a person, else the most frequent form; among equals the earlier one."""
    forms = Counter(_written(candidate, text) for candidate in thing.candidates)
    if thing.label == Label.PER:
        return max(forms, key=lambda form: (form.count(" "), forms[form]))
    return max(forms, key=lambda form: forms[form])


def _mention(candidate: Candidate, text: str, alignment: Alignment | None) -> Mention:
    start, end = candidate.start, candidate.end
    raw_start, raw_end = alignment.raw_span(start, end) if alignment else (None, None)
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        raw_start=raw_start,
        raw_end=raw_end,
        score=round(candidate.score, SCORE_DIGITS),
        source=candidate.source,
    )
