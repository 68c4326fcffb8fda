"""The canonical text: every repair, in the order of one table, with the way back to the raw text."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from schemas.text import Repair
from workers.text.alignment import Alignment, Change, rewrite
from workers.text.arabic import repair_presentation_forms, repair_tatweel
from workers.text.codepages import repair_code_pages
from workers.text.composition import compose, drop_excess_marks
from workers.text.controls import repair_controls
from workers.text.invisibles import repair_invisibles
from workers.text.mojibake import repair_arabic_mojibake, repair_mojibake
from workers.text.surrogates import repair_surrogates
from workers.text.whitespace import repair_white_space

Pass = Callable[[str], Iterator[Change]]

# Encodings are mended before controls and invisible characters go, because mojibake is written with them.
PASSES: tuple[Pass, ...] = (
    repair_surrogates,
    repair_arabic_mojibake,
    repair_code_pages,
    repair_mojibake,
    repair_controls,
    repair_presentation_forms,
    repair_tatweel,
    repair_invisibles,
    drop_excess_marks,
    compose,
    repair_white_space,
)

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
        for make_changes in PASSES:
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
