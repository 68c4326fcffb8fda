"""Line ends in all their spellings, and control characters, which text does not need."""

import re
from collections.abc import Iterator

from workers.text.alignment import Change

# Vertical tab, form feed, the information separators, NEL and the Unicode separators end a line, a page or a record.
_LINE_ENDS = "\r\v\f\x1c-\x1e\x85\u2028\u2029"
# U+FDD0..U+FDEF and the last two code points of each plane are noncharacters, which are not for interchange.
_REFUSE = "\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
_BEYOND = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
TRIGGERS = _LINE_ENDS + _REFUSE
_EACH = re.compile(f"(\r\n|[{_LINE_ENDS}])|[{_REFUSE}{_BEYOND}]")


def repair_controls(text: str) -> Iterator[Change]:
    """Yield LF for each other line end, and nothing for each control character or noncharacter."""
    for match in _EACH.finditer(text):
        if match.group(1):
            yield Change(match.start(), match.end(), "\n", "line_ending")
        else:
            yield Change(match.start(), match.end(), "", "control_character")
