"""What a page says about itself: charset, title, language, author and day, read from its head by bounded scans."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from re import IGNORECASE
from re import compile as pattern

from workers.decoders.html_linked_data import linked_article
from workers.decoders.markup import strip_markup, unescape

# Heads are far shorter; a browser looks for a charset in the first 1,024 bytes only.
_CHARSET_BYTES = 4_096
_HEAD_CHARACTERS = 131_072
_TITLE_CHARACTERS = 1_000
_DESCRIPTION_CHARACTERS = 2_000
_AUTHOR_CHARACTERS = 200
_DATE_CHARACTERS = 60

_CHARSET = pattern(
    rb"(?i)<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})"
)
_LANGUAGE = pattern(r"(?i)<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3})(?=[\"'\s>/])")
_META = pattern(r"<meta\b((?:[^>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,500})", IGNORECASE)
_META_NAME = pattern(r"\b(?:property|name|itemprop)\s*=\s*[\"']?([\w:.-]{1,40})", IGNORECASE)
_CONTENT = pattern(r"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", IGNORECASE)
_TITLE = pattern(r"<title\b[^>]{0,400}>", IGNORECASE)
_TITLE_END = pattern(r"</title\b", IGNORECASE)
_URL = pattern(r"(?i)https?:|www\.|@")

# Open Graph, Dublin Core, schema.org and the names that large publishers use for the same, the most exact first.
_TITLES = ("og:title", "twitter:title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself; `descriptions` are its own words for what it is about, the usual one first.

    `article_text` is what it tells machines that its text is; often nothing, or a part.
    """

    title: str | None = None
    language: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    descriptions: tuple[str, ...] = ()
    article_text: str = ""


def declared_charset(content: bytes) -> str | None:
    """Return the charset that a page or an XML declaration names in its first bytes."""
    found = _CHARSET.search(content[:_CHARSET_BYTES])
    return found[1].decode("ascii", "replace") if found else None


def head_of(page: str) -> Head:
    """Return what the page says about itself; the title is the one for sharing, which lacks the site's name."""
    start = page[:_HEAD_CHARACTERS]
    metas = _metas(start)
    linked = linked_article(page)
    language = _LANGUAGE.search(start)
    authors = (*((linked.author,) if linked.author else ()), *_given(metas, _AUTHORS))
    dates = (*((linked.published,) if linked.published else ()), *_given(metas, _DATES))
    return Head(
        title=next(iter(_given(metas, _TITLES)), None) or _title_element(start),
        language=language[1].replace("_", "-") if language else None,
        author=next((name for name in authors if len(name) <= _AUTHOR_CHARACTERS and not _URL.search(name)), None),
        published_at=next((moment for text in dates if (moment := _moment(text)) is not None), None),
        descriptions=tuple(dict.fromkeys(_given(metas, _DESCRIPTIONS))),
        article_text=linked.text,
    )


def _metas(start: str) -> Mapping[str, str]:
    """Return the content of each meta element by its name in small letters; of one name the first counts."""
    found: dict[str, str] = {}
    for meta in _META.finditer(start):
        name, content = _META_NAME.search(meta[1]), _CONTENT.search(meta[1])
        if name and content and name[1].lower() not in found:
            text = unescape(content[1] or content[2] or content[3] or "")[:_DESCRIPTION_CHARACTERS]
            found[name[1].lower()] = " ".join(text.split())
    return found


def _given(metas: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (metas[name][:_TITLE_CHARACTERS] for name in names if metas.get(name))


def _title_element(start: str) -> str | None:
    opened = _TITLE.search(start)
    closed = _TITLE_END.search(start, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    return (
        " ".join(strip_markup(start[opened.end() : closed.start()], is_html=True).split())[:_TITLE_CHARACTERS] or None
    )


def _moment(text: str) -> datetime | None:
    """Return the moment that a date in ISO 8601 or RFC 5322 names."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text[:_DATE_CHARACTERS].strip())
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None
