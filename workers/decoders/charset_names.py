"""Names of encodings: what documents declare, which Python codec reads it, and how the result names it."""

from codecs import lookup
from re import compile as pattern

from workers.decoders.charset_letters import MULTI_BYTE, SINGLE_BYTE

_NAME = pattern(r"[a-z0-9._:-]{1,40}")

# As browsers read them (the WHATWG Encoding Standard): the label names a subset of what is really sent.
_ALIASES: dict[str, str] = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936", "euc-cn", "hz-gb"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "uhc"), "cp949"),
    **dict.fromkeys(("big5", "big-5", "big5-hkscs", "x-x-big5", "cp950"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "latin5", "iso_8859-9"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11", "windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8-e", "visual", "logical"), "iso8859_8"),
    **dict.fromkeys(("iso-8859-6-i", "iso-8859-6-e", "asmo-708", "arabic"), "iso8859_6"),
    **dict.fromkeys(("iso-2022-jp", "csiso2022jp"), "iso2022_jp_ext"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac_cyrillic"),
    **dict.fromkeys(("utf8mb4", "utf8mb3", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("unicode", "ucs-2", "iso-10646-ucs-2", "csunicode", "utf-16"), "utf-16-le"),
    "utf-32": "utf-32-le",
    "x-mac-roman": "mac_roman",
    "koi8-ru": "koi8_u",
    "koi8": "koi8_r",
}

# Codecs of Python that are no encodings of texts, some of them far from linear.
_NOT_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "charmap"})

_PUBLIC_NAMES: dict[str, str] = {
    **{lookup(row.codec).name: row.name for row in SINGLE_BYTE},
    **{lookup(row.codec).name: row.name for row in MULTI_BYTE},
    "iso2022_jp_ext": "iso-2022-jp",
    "iso2022_kr": "iso-2022-kr",
    "hz": "hz-gb-2312",
}


def codec_for(declared: str | None) -> str | None:
    """Return the Python codec for a declared name, or None for a name that no encoding of texts has."""
    name = (declared or "").strip().strip("\"'").lower()
    if not _NAME.fullmatch(name):
        return None
    try:
        found = lookup(_ALIASES.get(name, name))
    except (LookupError, ValueError):
        return None
    is_text_encoding = getattr(found, "_is_text_encoding", True) and found.name not in _NOT_ENCODINGS
    return found.name if is_text_encoding else None


def public_name(codec: str) -> str:
    """Return the IANA-like name by which a result calls a codec, such as windows-1256 for cp1256."""
    return _PUBLIC_NAMES.get(lookup(codec).name, codec.replace("_", "-"))
