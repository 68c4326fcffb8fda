"""How much a page would cost a parser that builds its tree: told in linear time, before it is asked."""

from collections import Counter
from dataclasses import dataclass
from re import IGNORECASE
from re import compile as pattern

# The parser compares each attribute of a tag with those before it (measured: 10,000 take 0.3 s, 40,000 take 16 s).
# Short tags are not worth counting.
SHORT_TAG_CHARACTERS = 500
# So many in one tag take the parsers of trees 0.05 s; a tag that may have them is this long.
_MANY_ATTRIBUTES = 5_000
_LONG_TAG_CHARACTERS = 10_000

_TAG = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# One attribute as browsers read them; a run of them never goes back over what it has read.
_ATTRIBUTE_PATTERN = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+"
_ATTRIBUTES = pattern(rf"(?:[\s/]++|{_ATTRIBUTE_PATTERN})*+")
_ATTRIBUTE = pattern(_ATTRIBUTE_PATTERN)
# Tags that need no end tag: they make no depth.
_UNNESTED_TAGS = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option html body"
)
_UNNESTED = frozenset(_UNNESTED_TAGS.split())
# What looks like tags in there is none.
_RAW_ENDS = {name: pattern(rf"</{name}\b", IGNORECASE) for name in ("script", "style")}


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the tree of a page is; `steps` is what a parser does that looks at all open elements for each tag, and
    at all earlier attributes for each attribute.
    """

    tags: int
    depth: int
    steps: int


def is_small(page: str, *, most_tags: int, most_characters: int) -> bool:
    """Tell whether a page has no more tags and characters than that, and none of its tags thousands of attributes."""
    if len(page) > most_characters:
        return False
    pieces = page.split("<")
    longest = max(map(len, pieces))
    if len(pieces) <= most_tags and (longest <= _LONG_TAG_CHARACTERS or not any(map(_is_dense, pieces))):
        return True
    most_steps = _MANY_ATTRIBUTES**2
    shape = shape_of(page, most_tags=most_tags, most_steps=most_steps)
    return shape.tags <= most_tags and shape.steps <= most_steps


def _is_dense(piece: str) -> bool:
    """Tell whether what follows an angle bracket may be thousands of attributes: something has to part them."""
    return len(piece.split()) + sum(map(piece.count, "\"'/")) > _MANY_ATTRIBUTES


def shape_of(page: str, *, most_tags: int, most_steps: int) -> Shape:
    """Return the shape of a page, or what was found of it when one of the limits was passed.

    An end tag closes something only where its element is open: a parser ignores others, and goes on down.
    """
    tags = depth = deepest = steps = position = 0
    opened = Counter[str]()
    while tags <= most_tags and steps <= most_steps and (tag := _TAG.search(page, position)):
        name, position = tag[2].lower(), tag.end()
        tags += 1
        steps += depth
        if not tag[1]:
            attributes = _ATTRIBUTES.match(page, position)
            position = attributes.end() if attributes else position
            if position - tag.end() > SHORT_TAG_CHARACTERS:
                steps += _attributes(page, tag.end(), position, most=most_steps) ** 2
            if name in _RAW_ENDS:
                found = _RAW_ENDS[name].search(page, position)
                position = found.start() if found else len(page)
        if name in _UNNESTED or (tag[1] and not opened[name]):
            continue
        opened[name] += -1 if tag[1] else 1
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return Shape(tags, deepest, steps)


def _attributes(page: str, start: int, end: int, *, most: int) -> int:
    """Count the attributes between two places, no further than anybody needs to know."""
    count = 0
    for _ in _ATTRIBUTE.finditer(page, start, end):
        count += 1
        if count * count > most:
            break
    return count
