"""Half-valid inputs for Hypothesis: the right pieces in the wrong order, and seeds that were mutated."""

import json
from collections.abc import Callable
from functools import reduce

from hypothesis import strategies as st

from tests.fuzz.corpora import dictionary_of, seeds_of
from tests.fuzz.properties import MARKER
from tests.fuzz.targets import Target
from tests.text.hostile_strings import torn_text

Bytes = st.SearchStrategy[bytes]
Mutation = Callable[[bytes], bytes]

_FIRST_BYTE = st.binary(min_size=1, max_size=1)
_SMALL_TEXT = st.text(max_size=8) | st.just(MARKER)
_NUMBER = st.sampled_from(
    ("1", "31", "5", "2020", "١٢", "٢٠٢٠", "۱۳۹۹", "२०", "１２", "3.5", "1,234", "10:30", "½", "9" * 20)
)
_MONTH = st.sampled_from(
    (
        "May",
        "mai",
        "мая",
        "أيار",
        "رمضان",
        "خرداد",
        "मई",
        "5월",
        "月",
        "年",
        "Mayıs",
        "מאי",
        "พฤษภาคม",
        "/",
        "-",
        ".",
        "to",
        "yesterday",
    )
)
_UNIT = st.sampled_from(
    ("$", "€", "km", "%", "°C", "万", "مليون", "million", "ریال", "@", "https://", "+49", "::", "DE89")
)
_WORD = st.sampled_from(("Berlin", "دمشق", "北京", "Texas", "Москва", "Dr.", "in", "في", "was", "は", "a", "و", MARKER))
_TAG = st.sampled_from(
    ("p", "table", "tr", "td", "div", "script", "title", "a", "pre", "li", "svg", "template", "article")
)
_PART = st.sampled_from(("w:t", "w:p", "w:tbl", "w:tr", "w:tc", "w:del", "mc:Fallback", "w:r", "w:tab", "w:br"))
_FIELD = st.sampled_from(
    (
        "id",
        "text",
        "content",
        "options",
        "title",
        "metadata",
        "published_at",
        "stages",
        "summary",
        "language",
        "entities",
        "entry",
    )
)
_MEDIA_TYPE = st.sampled_from(
    ("text/plain; charset=utf-16", "text/html", "image/png; name*0*=x", "message/rfc822", "x")
)


def inputs_of(target: Target) -> Bytes:
    """Return the strategy of a target: what its format is made of, or a seed with some mutations."""
    return (_STRUCTURED[target.seeds] | _mutated(target)).map(lambda data: data[: target.max_bytes])


def _mutated(target: Target) -> Bytes:
    seeds, words = st.sampled_from(seeds_of(target)), st.sampled_from(dictionary_of(target))
    where = st.integers(0, target.max_bytes)
    mutations = st.one_of(
        st.builds(_inserted, where, words | st.binary(max_size=4)),
        st.builds(_deleted, where, st.integers(1, 16)),
        st.builds(_inserted, where, seeds.map(lambda seed: seed[:24])),
    )
    return st.builds(lambda seed, made: reduce(_apply, made, seed), seeds, st.lists(mutations, max_size=6))


def _apply(data: bytes, mutation: Mutation) -> bytes:
    return mutation(data)


def _inserted(at: int, word: bytes) -> Mutation:
    return lambda data: data[: at % (len(data) + 1)] + word + data[at % (len(data) + 1) :]


def _deleted(at: int, count: int) -> Mutation:
    return lambda data: data[: at % (len(data) + 1)] + data[at % (len(data) + 1) + count :]


def _joined(*pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*pieces), max_size=16).map("".join)


def _markup(tag: st.SearchStrategy[str]) -> Bytes:
    tags = st.builds(
        "<{}{}{}>".format, st.sampled_from(("", "/", "!--")), tag, st.sampled_from(("", "/", " lang=de", " x='"))
    )
    soup = _joined(
        tags, _SMALL_TEXT, st.sampled_from(("&amp;", "&#x110000;", "&#0;", "&nbsp", "-->", "<![CDATA[", "]]>"))
    )
    return soup.map(_as_bytes)


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _part_of_mail(body: str, media_type: str, encoding: str) -> str:
    return f"Content-Type: {media_type}\nContent-Transfer-Encoding: {encoding}\n\n{body}\n"


def _mail_tree() -> st.SearchStrategy[str]:
    leaf = st.builds(
        _part_of_mail, _SMALL_TEXT, _MEDIA_TYPE, st.sampled_from(("base64", "quoted-printable", "8bit", "x"))
    )
    return st.recursive(
        leaf, lambda inner: st.builds(_multipart, st.lists(inner, max_size=3), st.sampled_from("xyz")), max_leaves=5
    )


def _multipart(parts: list[str], boundary: str) -> str:
    divided = "".join(f"--{boundary}\n{part}" for part in parts)
    return f"Subject: {MARKER}\nContent-Type: multipart/mixed; boundary={boundary}\n\n{divided}--{boundary}--\n"


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | _SMALL_TEXT
    | st.sampled_from(("normalize", "text/html", "WmVi")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FIELD | _SMALL_TEXT, inner, max_size=5),
    max_leaves=10,
)
_ENTRY = st.dictionaries(_FIELD, _JSON | _SMALL_TEXT, max_size=4).map(json.dumps).map(_as_bytes)
_TEXT = torn_text.map(_as_bytes) | st.binary(max_size=60)
_FACTS = _joined(_NUMBER, _MONTH, _UNIT, _WORD, st.sampled_from((" ", " ", "\n", "، ")))

_STRUCTURED: dict[str, Bytes] = {
    "text": st.builds(bytes.__add__, _FIRST_BYTE, _TEXT),
    "facts": st.builds(bytes.__add__, _FIRST_BYTE, _FACTS.map(_as_bytes)),
    "html": _markup(_TAG),
    "xml": _markup(_TAG),
    "docx": _markup(_PART),
    "email": _mail_tree().map(_as_bytes),
    "pdf": st.binary(max_size=60),
    "archive": st.binary(max_size=60),
    "media_type": _TEXT,
    "entry": _ENTRY,
    "contract": st.builds(bytes.__add__, _FIRST_BYTE, _ENTRY),
}
