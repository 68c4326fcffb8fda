"""Plain text: the submitted text itself, or its bytes in the encoding that they are in."""

from schemas.document import Document
from schemas.text import EncodingSource
from workers.decoders import Decoded, Encoding
from workers.decoders.charset import read_bytes


def decode_plain(document: Document) -> Decoded:
    """Return the text as submitted; offsets into it are offsets into what the producer sent."""
    if document.content is None:
        return Decoded(text=document.text or "", encoding=Encoding(None, EncodingSource.TEXT), is_raw=True)
    read = read_bytes(document.content, declared=document.charset)
    return Decoded(text=read.text, encoding=read.encoding, is_raw=True, repairs=read.repairs, warnings=read.warnings)
