"""Arabic letters as they were meant: presentation forms become letters, tatweel goes."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from workers.text.alignment import Change

# Left alone: ornate parentheses, and ﷺ ﷻ ﷼ ﷽ with their kin (U+FDFA and on), which are signs rather than spellings.
FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc"
TATWEEL = "\u0640"
_FORMS = re.compile(f"[{FORMS}]")
_LETTER_OR_MARK = "[\u0610-\u061a\u0620-\u063f\u0641-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff]"
_TATWEEL = re.compile(rf"(?<={_LETTER_OR_MARK})\u0640+|\u0640+(?={_LETTER_OR_MARK})|(\u0640+)")


def repair_presentation_forms(text: str) -> Iterator[Change]:
    """Yield the letters of each positional glyph or ligature; an isolated vowel sign loses its carrier."""
    for match in _FORMS.finditer(text):
        letters = normalize("NFKC", match.group()).lstrip(" \u0640")
        yield Change(match.start(), match.end(), letters, "presentation_form")


def repair_tatweel(text: str) -> Iterator[Change]:
    """Yield nothing for tatweel at a letter, and a hyphen where a writer used it as a dash of its own."""
    for match in _TATWEEL.finditer(text):
        yield Change(match.start(), match.end(), "-" if match.group(1) else "", "tatweel")
