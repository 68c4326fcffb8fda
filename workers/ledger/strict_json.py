"""JSON of strangers, bounded before it is parsed: a few kilobytes of structure, whatever is in its strings."""

import json
from re import DOTALL
from re import compile as pattern
from typing import Any

# A document has some twenty fields and a bundle 256 pairs: a tenth of this. Structure is what makes objects of Python
# out of bytes, at twenty bytes for one (measured: `{},` a million times); what is in strings costs what it weighs.
STRUCTURE_BYTES = 50_000
# One pass without going back; a string that is never closed ends with the data.
_STRING = pattern(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', DOTALL)


class NotStrict(ValueError):
    """JSON that is none, or more than any message of this system has; the words are ours alone."""


def parse(data: bytes) -> Any:
    """Return the value of JSON bytes in UTF-8, lone surrogates included; raises NotStrict.

    Refused are more structure than STRUCTURE_BYTES, names that stand twice in one object (readers differ on which
    counts), NaN and Infinity, endless numbers, and nesting beyond the parser.
    """
    if len(data) > STRUCTURE_BYTES and _has_too_much_structure(data):
        raise NotStrict(f"more than {STRUCTURE_BYTES:,} bytes of JSON outside its strings")
    try:
        text = data.decode("utf-8", "surrogatepass")
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except NotStrict:
        raise
    except (ValueError, RecursionError) as error:
        raise NotStrict(f"not JSON in UTF-8 ({type(error).__name__})") from None


def _has_too_much_structure(data: bytes) -> bool:
    """Count what stands outside strings, and each string as one, up to the limit."""
    structure = position = 0
    for string in _STRING.finditer(data):
        structure += string.start() - position + 1
        position = string.end()
        if structure > STRUCTURE_BYTES:
            return True
    return structure + len(data) - position > STRUCTURE_BYTES


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise NotStrict("a name stands twice in one object")
    return made


def _no_constant(_: str) -> Any:
    raise NotStrict("NaN and Infinity are no JSON")
