"""XML of any kind, feeds included: the text between the tags. Nothing in it is expanded, so no entity can blow up."""

from re import compile as pattern

from schemas.document import Document
from schemas.text import EncodingSource
from workers.decoders import Decoded, Encoding
from workers.decoders.charset import ReadBytes, read_bytes
from workers.decoders.html_head import declared_charset
from workers.decoders.markup import strip_markup, well_formed

# Feeds carry HTML in escaped form, which is markup once more when it is unescaped.
_ESCAPED_HTML = pattern(r"</(?:p|a|b|i|em|div|span|strong|li)>|<br\s?/?>")


def decode_xml(document: Document) -> Decoded:
    """Return the text of all elements, each on lines of its own."""
    if document.content is None:
        read = ReadBytes(document.text or "", Encoding(None, EncodingSource.TEXT))
    else:
        read = read_bytes(document.content, declared=document.charset or declared_charset(document.content))
    text = strip_markup(well_formed(read.text), is_html=False).replace("]]>", "")
    if _ESCAPED_HTML.search(text):
        text = strip_markup(text, is_html=True)
    return Decoded(
        text=text,
        encoding=read.encoding,
        is_raw=False,
        repairs=read.repairs,
        warnings=read.warnings,
        dropped=("markup",),
    )
