"""Text of one legacy encoding that was read as Western European: "ÇáÓáÇã" is السلام, "Ïðèâåò" is Привет."""

import re
from collections.abc import Iterator

from workers.decoders.charset_guess import likelier
from workers.text.alignment import Change

# Three accented letters in a row are no word of a Western language; some write two ("créée", "þjóðöld" has them apart).
_HINT = re.compile("[À-ÿ][À-ÿ][À-ÿ]")
# A stretch of a line that begins with a letter beyond ASCII and has no Latin letter of ASCII in it.
_STRETCH = re.compile(r"[^\x00-\x9f][^A-Za-z\n]*+")
# Encodings of scripts that have nothing in common with Latin; between Latin ones a wrong choice would read well.
_MEANT = frozenset({"cp1251", "koi8-r", "koi8-u", "cp866", "cp1253", "cp1255", "cp1256", "cp874", "gb18030", "cp949"})
# With fewer letters the costs of letter pairs say little; names of three letters are left as they are, and so is "ëëëë".
_LEAST_LETTERS, _LEAST_DIFFERENT_LETTERS = 6, 4
# Words cost up to this, in nats for each letter; rows of letters cost more.
_DEAREST = 4.2
# How much likelier, in nats for each letter, the meant reading must be, and than any third reading, in all.
_LEAD_PER_LETTER, _LEAD_OVER_OTHERS = 3.0, 5.0
_LONGEST = 4_000


def repair_code_pages(text: str) -> Iterator[Change]:
    """Yield each stretch that was misread, as one; it keeps its length in single-byte encodings."""
    if text.isascii() or not _HINT.search(text):
        return
    for match in _STRETCH.finditer(text):
        stretch = match[0].rstrip()
        mended = _mended(stretch) if _HINT.search(stretch) else None
        if mended is not None:
            yield Change(match.start(), match.start() + len(stretch), mended, "mojibake")


def _mended(stretch: str) -> str | None:
    try:
        content = stretch.encode("cp1252")
    except UnicodeEncodeError:
        return None
    letters = sum(byte >= 0x80 for byte in content)
    if letters < _LEAST_LETTERS or len(set(stretch.lower())) < _LEAST_DIFFERENT_LETTERS:
        return None
    found = likelier(content[:_LONGEST], than="cp1252")
    if found is None or found.codec not in _MEANT or found.cost > _DEAREST:
        return None
    if found.lead < _LEAD_PER_LETTER * min(letters, _LONGEST) or found.lead_over_others < _LEAD_OVER_OTHERS:
        return None
    try:
        return content.decode(found.codec)
    except UnicodeDecodeError:
        return None
