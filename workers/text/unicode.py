"""The canonical text: every repair, in the order of one table, with the way back to the raw text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from schemas.text import Repair
from workers.text import arabic, controls, invisibles, surrogates, whitespace
from workers.text.alignment import Alignment, Change, rewrite
from workers.text.arabic import repair_presentation_forms, repair_tatweel
from workers.text.codepages import repair_code_pages
from workers.text.composition import compose, drop_excess_marks
from workers.text.controls import repair_controls
from workers.text.invisibles import has_odd_joiner, repair_invisibles
from workers.text.mojibake import repair_mojibake
from workers.text.surrogates import repair_surrogates
from workers.text.whitespace import is_tidy, repair_white_space


class Pass(NamedTuple):
    """One kind of repair; a text without its triggers, a class of characters, needs none. Without triggers it looks itself."""

    make_changes: Callable[[str], Iterator[Change]]
    triggers: str | None = None


# Encodings are mended before controls and invisible characters go, because mojibake is written with them.
PASSES: tuple[Pass, ...] = (
    Pass(repair_surrogates, surrogates.TRIGGERS),
    Pass(repair_mojibake),
    Pass(repair_code_pages),
    Pass(repair_controls, controls.TRIGGERS),
    Pass(repair_presentation_forms, arabic.FORMS),
    Pass(repair_tatweel, arabic.TATWEEL),
    Pass(repair_invisibles, invisibles.TRIGGERS),
    Pass(drop_excess_marks),
    Pass(compose),
    Pass(repair_white_space, whitespace.TRIGGERS),
)
_TRIGGERS = re.compile("[" + "".join(row.triggers or "" for row in PASSES) + "]")
_TRIGGERS_IN_ASCII = "".join(character for character in map(chr, range(0x80)) if _TRIGGERS.match(character)).encode()
# Tags, selectors and noncharacters beyond the first plane.
_FAR_TRIGGERS = re.compile("[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U0010ffff]")

# One repair may uncover another (mojibake of mojibake); each layer of it doubles the text, so few are met.
MAX_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A canonical text, how it maps back, and how often each kind of repair was made."""

    text: str
    alignment: Alignment
    repairs: tuple[Repair, ...] = ()


def repair(text: str) -> RepairedText:
    """Return the canonical text; repairing it again changes nothing, and clean text has no repairs."""
    alignment, counts = Alignment(), Counter[str]()
    for _ in range(MAX_ROUNDS):
        before = text
        for make_changes, _triggers in _needed(text):
            changes = list(make_changes(text))
            if changes:
                text, made = rewrite(text, changes)
                alignment = alignment.then(made)
                counts.update(change.kind for change in changes)
        if text == before:
            break
    return RepairedText(
        text, alignment, tuple(Repair(kind=kind, count=count) for kind, count in sorted(counts.items()))
    )


def _needed(text: str) -> tuple[Pass, ...]:
    """Return all passes, or those without triggers where the text has none: one search for most of clean text."""
    if text.isascii():
        content = text.encode()
        return () if len(content.translate(None, _TRIGGERS_IN_ASCII)) == len(content) and is_tidy(text) else PASSES
    if _TRIGGERS.search(text) or not is_tidy(text) or has_odd_joiner(text) or _has_far_triggers(text):
        return PASSES
    return tuple(row for row in PASSES if row.triggers is None)


def _has_far_triggers(text: str) -> bool:
    """Search only where a character takes two units of UTF-16: to encode a text is quicker than to search it."""
    has_far = len(text.encode("utf-16-le", "replace")) > 2 * len(text)
    return has_far and _FAR_TRIGGERS.search(text) is not None
