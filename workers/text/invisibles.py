"""Characters without a shape: direction marks go, joiners and variation selectors stay where a script needs them."""

from collections.abc import Iterator

import regex

from workers.text.alignment import Change

TRIGGERS = (
    r"\u00ad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_INVISIBLE = regex.compile(rf"[{TRIGGERS}\u200c\u200d\U000e0000-\U000e01ef]++")

_KINDS = (
    (frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), "bidi_control"),
    (frozenset("\u00ad"), "soft_hyphen"),
    (frozenset("\ufeff"), "byte_order_mark"),
    (frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0x180B, 0x180E), 0x180F))), "variation_selector"),
)

_ZWSP, _ZWNJ, _ZWJ = "\u200b", "\u200c", "\u200d"

# Scripts whose orthographies use ZWNJ or ZWJ inside words (Unicode Standard, chapters 9, 12 to 16).
_JOINING_LETTER = (
    r"[[\p{L}\p{M}]&&[\p{Script=Arabic}\p{Syriac}\p{Nko}\p{Mongolian}\p{Mandaic}\p{Devanagari}\p{Bengali}\p{Gurmukhi}"
    r"\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}"
    r"\p{Balinese}\p{Javanese}\p{Inherited}]]"
)
_JOINING = regex.compile(f"(?V1){_JOINING_LETTER}")
# A joiner between two letters that join is useful; the joiner comes first in the patterns, so that it is found quickly.
_ODD_JOINERS = (
    ("\u200c", regex.compile(rf"(?V1)\u200c(?:(?<!{_JOINING_LETTER}.)|(?!{_JOINING_LETTER}))")),
    ("\u200d", regex.compile(rf"(?V1)\u200d(?<!{_JOINING_LETTER}.)")),
)
_UNSPACED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tai_Tham}\p{Javanese}\p{Tibetan}]")
_EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Emoji_Modifier}]")
# Bases of standardized variation sequences: emoji, symbols, ideographs and letters of scripts without case.
_VARIANT_BASE = regex.compile(r"[\p{S}\p{P}\p{N}\p{Lo}\p{M}\u2139]")
_TAG_SEQUENCE = regex.compile(r"[\U000e0020-\U000e007e]{1,32}\U000e007f")
_SELECTOR = regex.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_MONGOLIAN = regex.compile(r"[\u180b-\u180f]")


def has_odd_joiner(text: str) -> bool:
    """Tell whether a joiner stands anywhere but between two letters of a script that joins, as it does in emoji."""
    return any(joiner in text and odd.search(text) for joiner, odd in _ODD_JOINERS)


def repair_invisibles(text: str) -> Iterator[Change]:
    """Yield each run of invisible characters of which something has no use where it stands."""
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        run = match.group()
        useful = _useful(run, before=text[start - 1 : start], after=text[end : end + 1])
        if useful != run:
            yield Change(start, end, useful, _kind(run, useful))


def _useful(run: str, *, before: str, after: str) -> str:
    """Return what is needed of a run: at most a selector or tag sequence, then one joiner."""
    kept = _selected(run, before)
    joiner = next((character for character in run if character in (_ZWSP, _ZWNJ, _ZWJ)), "")
    return kept + joiner if joiner and _joins(joiner, before=before, after=after) else kept


def _selected(run: str, before: str) -> str:
    """Return the variation selector or tag sequence that follows its base directly."""
    if before == "\U0001f3f4" and (tags := _TAG_SEQUENCE.match(run)):
        return str(tags.group())
    if _SELECTOR.match(run) and _VARIANT_BASE.match(before):
        return run[0]
    if _MONGOLIAN.match(run) and "\u1800" <= before <= "\u18af":
        return run[0]
    return ""


def _joins(joiner: str, *, before: str, after: str) -> bool:
    if joiner == _ZWSP:
        return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
    if joiner == _ZWJ and _EMOJI.match(before):
        return bool(_EMOJI.match(after))
    if not _JOINING.match(before):
        return False
    return joiner == _ZWJ or bool(_JOINING.match(after))


def _kind(run: str, useful: str) -> str:
    gone = next((character for character in run if character not in useful), run[0])
    return next((kind for characters, kind in _KINDS if gone in characters), "zero_width")
