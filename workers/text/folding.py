"""Search keys: the spelling under which two writings of one name meet. Keys are for matching, never published.

The folding is NFKC and case folding, and beyond them
- Latin, Greek and Cyrillic lose their marks, except й, ї and ў, which are letters of their own (мой is not мои);
  letters that Unicode does not decompose, such as ø and ł, become their usual plain spelling;
- Arabic loses vowel signs and tatweel, unites the forms of alef, yeh, kaf and heh, and ة becomes ه;
- digits of all scripts become ASCII digits; invisible characters vanish.
"""

from itertools import chain
from unicodedata import category, decimal, is_normalized, name, normalize

from workers.text.alignment import rewrite
from workers.text.composition import compose, drop_excess_marks

_LETTERS_OF_THEIR_OWN = frozenset("йїў")
_BARE_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ")

# Latin: common romanizations of names (Łódź is found as Lodz). Arabic: spelling variants that a writer chooses freely,
# and the Persian and Urdu code points of letters that Arabic has too.
_SPELLINGS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ĸ": "k"}
    | dict.fromkeys("أإآٱٲٳ", "ا")
    | dict.fromkeys("ىیۍې", "ي")
    | dict.fromkeys("کڪ", "ك")
    | dict.fromkeys("ةہھۀۂۃە", "ه")
    | {"ـ": ""}
)

# Marks that only decorate: general ones, Hebrew points, Arabic vowel and Koran signs, Syriac points.
# Vowel signs of Indic scripts and voicing marks of kana are letters in their own way and stay.
_DECORATION = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x0730, 0x074A),
    (0x08CA, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE2F),
)


class _FoldTable(dict[int, str]):
    """The folding of single characters, computed on first sight."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDED = _FoldTable()


def search_key(text: str) -> str:
    """Return the search key of a text; the key of a key is itself."""
    if text.isascii():
        return text.lower()
    return _composed(_composed(text).translate(_FOLDED))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the search key and, for each character of it, the index in `text` that it came from.

    The last offset is `len(text)`, so that `offsets[i]:offsets[j]` is the text of `key[i:j]`.
    """
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    source, source_offsets = _composed_with_offsets(text)
    pieces = [_FOLDED[code] for code in map(ord, source)]
    folded = "".join(pieces)
    if len(folded) == len(pieces) and all(pieces):
        offsets = source_offsets
    else:
        offsets = list(chain.from_iterable([source_offsets[i]] * len(piece) for i, piece in enumerate(pieces)))
        offsets.append(len(text))
    key, key_offsets = _composed_with_offsets(folded)
    return key, offsets if key is folded else [offsets[i] for i in key_offsets]


def _fold_character(character: str) -> str:
    compatible = normalize("NFKC", normalize("NFKC", character).casefold())
    return "".join(map(_fold_simple, compatible)).translate(_SPELLINGS)


def _fold_simple(character: str) -> str:
    kind = category(character)
    if kind == "Nd":
        return str(decimal(character))
    if kind == "Cf" or (kind in ("Mn", "Me") and any(first <= ord(character) <= last for first, last in _DECORATION)):
        return ""
    if kind[0] == "L" and character not in _LETTERS_OF_THEIR_OWN and name(character, "").startswith(_BARE_SCRIPTS):
        return normalize("NFD", character)[0]
    return character


def _composed(text: str) -> str:
    return text if _is_composed(text) else normalize("NFC", rewrite(text, drop_excess_marks(text))[0])


def _is_composed(text: str) -> bool:
    return next(drop_excess_marks(text), None) is None and is_normalized("NFC", text)


def _composed_with_offsets(text: str) -> tuple[str, list[int]]:
    if _is_composed(text):
        return text, list(range(len(text) + 1))
    fewer, cut = rewrite(text, drop_excess_marks(text))
    composed, joined = rewrite(fewer, compose(fewer))
    alignment = cut.then(joined)
    return composed, [alignment.raw_span(i, i)[0] for i in range(len(composed))] + [len(text)]
