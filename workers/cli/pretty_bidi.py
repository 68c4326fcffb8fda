"""Document text on a terminal: harmless, and readable in both writing directions."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"
_JUDGED_CHARACTERS = 1_000

# Bidirectional embeddings, overrides and isolates could reorder what stands around a text; line and paragraph
# separators and lone surrogates would break a line or the output stream.
_UNPRINTABLE = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class _Harmless(dict[int, str]):
    """One printable character for each character, so that offsets stay valid."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code))
        return shown


def _shown(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return character
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    is_control = unicodedata.category(character) in ("Cc", "Cs")
    return "\ufffd" if is_control or character in _UNPRINTABLE else character


_HARMLESS = _Harmless()


def harmless(text: str) -> str:
    """Return the text, as long as before, with control and direction characters replaced by visible ones."""
    return text.translate(_HARMLESS)


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters at the beginning of a text are of a right-to-left script."""
    directions = [unicodedata.bidirectional(character) for character in text[:_JUDGED_CHARACTERS]]
    return directions.count("R") + directions.count("AL") > directions.count("L")


def has_right_to_left(text: str) -> bool:
    """Tell whether a text has any letter of a right-to-left script."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


@dataclass(frozen=True, slots=True)
class Directed:
    """Harmless text whose lines are isolated from what stands around them, right-to-left ones on the right.

    Terminals take each row for a paragraph of its own, so every row of a wrapped text gets its isolate.
    """

    text: Text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for paragraph in self.text.split("\n", allow_blank=True):
            yield from _rows(paragraph, console, width=options.max_width)


def _rows(paragraph: Text, console: Console, *, width: int) -> Iterator[Text]:
    right_to_left = is_right_to_left(paragraph.plain)
    isolated = has_right_to_left(paragraph.plain)
    start = _RIGHT_TO_LEFT if right_to_left else _LEFT_TO_RIGHT
    for row in paragraph.wrap(console, width):
        row.rstrip()
        margin = " " * max(width - row.cell_len, 0) if right_to_left else ""
        content = (start, row, _END) if isolated and row.plain else (row,)
        yield Text.assemble(margin, *content, no_wrap=True, overflow="ignore", end="\n")


def directed(text: str, *, style: str = "") -> Directed:
    """Return document text made harmless and isolated."""
    return Directed(Text(harmless(text), style=style))
