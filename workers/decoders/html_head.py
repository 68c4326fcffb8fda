"""What a page says about itself: charset, title and language, read from its head by bounded scans."""

from re import IGNORECASE
from re import compile as pattern

from workers.decoders.markup import strip_markup, unescape

# Heads are far shorter; a browser looks for a charset in the first 1,024 bytes only.
_CHARSET_BYTES = 4_096
_HEAD_CHARACTERS = 131_072
_TITLE_CHARACTERS = 1_000

_CHARSET = pattern(
    rb"(?i)<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})"
)
_LANGUAGE = pattern(r"(?i)<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3})(?=[\"'\s>/])")
_META = pattern(r"<meta\b([^>]{0,1000})>", IGNORECASE)
_OG_TITLE = pattern(r"\bproperty\s*=\s*[\"']?(?:og|twitter):title\b", IGNORECASE)
_CONTENT = pattern(r"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", IGNORECASE)
_TITLE = pattern(r"<title\b[^>]{0,400}>", IGNORECASE)
_TITLE_END = pattern(r"</title\b", IGNORECASE)


def declared_charset(content: bytes) -> str | None:
    """Return the charset that a page or an XML declaration names in its first bytes."""
    found = _CHARSET.search(content[:_CHARSET_BYTES])
    return found[1].decode("ascii", "replace") if found else None


def page_language(page: str) -> str | None:
    """Return the lang attribute of the html element as a BCP 47 tag."""
    found = _LANGUAGE.search(page[:_HEAD_CHARACTERS])
    return found[1].replace("_", "-") if found else None


def page_title(page: str) -> str | None:
    """Return the title for sharing, which lacks the site's name, or else the title element."""
    head = page[:_HEAD_CHARACTERS]
    for meta in _META.finditer(head):
        content = _CONTENT.search(meta[1]) if _OG_TITLE.search(meta[1]) else None
        if content and (title := _one_line(unescape(content[1] or content[2] or ""))):
            return title
    start = _TITLE.search(head)
    end = _TITLE_END.search(head, start.end()) if start else None
    return _one_line(strip_markup(head[start.end() : end.start()], is_html=True)) if start and end else None


def _one_line(text: str) -> str | None:
    return " ".join(text.split())[:_TITLE_CHARACTERS] or None
