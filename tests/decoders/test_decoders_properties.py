"""Whatever the bytes and whatever they are called: text or a typed error, never anything else."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.document import Document
from tests.decoders.pdf_files import make_pdf
from workers.decoders.table import DECODERS, decode, media_type_for
from workers.errors import DocumentError

MEDIA_TYPES = [name.replace("*", "x-other") for row in DECODERS for name in row.media_types]
MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "<table><tr><td>", "</i>", "<!--", "-->", "<script>", "</script>", "&#", ";"]
    )
    | st.text(max_size=5),
    max_size=40,
).map("".join)
MAIL_PIECES = [
    "Content-Type: multipart/mixed; boundary=x\n",
    "\n",
    "--x\n",
    "--x--",
    "Content-Type: text/html\n",
    "Subject: =?",
    "utf-8?B?",
    "?=",
    "Content-Transfer-Encoding: base64\n",
    "; filename*0*=",
    "Content-Disposition: attachment",
]
MAIL = st.lists(st.sampled_from(MAIL_PIECES) | st.text(max_size=5), max_size=30).map("".join)


def is_clean(text: str) -> bool:
    """Tell whether a text can be written: it has no lone surrogate."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([*MEDIA_TYPES, "application/octet-stream"]))
def test_any_bytes_give_text_or_a_typed_error(content, media_type):
    with suppress(DocumentError):
        assert is_clean(decode(Document(content=content, media_type=media_type)).text)


@settings(max_examples=200, deadline=None)
@given(MARKUP | st.text(st.characters(), max_size=50), st.sampled_from(["text/html", "text/xml"]))
def test_any_markup_gives_text(markup, media_type):
    assert is_clean(decode(Document(text=markup, media_type=media_type)).text)


@settings(max_examples=200, deadline=None)
@given(MAIL | st.text(st.characters(), max_size=50))
def test_any_mail_gives_text(mail):
    decoded = decode(Document(text=mail, media_type="message/rfc822"))
    assert is_clean(decoded.text + (decoded.title or "") + "".join(found.name or "" for found in decoded.attachments))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_pdf_gives_text_or_a_typed_error(data):
    content = bytearray(make_pdf([["Hello there"], ["and here"]], title="title"))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        assert is_clean(decode(Document(content=bytes(content), media_type="application/pdf")).text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_submitted_text_is_never_changed(text):
    decoded = decode(Document(text=text))
    assert decoded.text == text
    assert decoded.is_raw


@given(st.text(max_size=30), st.binary(max_size=100))
@settings(max_examples=100, deadline=None)
def test_every_file_has_a_media_type(name, head):
    assert "/" in media_type_for(name, head)


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_nothing_is_never_a_crash(media_type):
    with suppress(DocumentError):
        assert decode(Document(content=b"", media_type=media_type)).text == ""


@pytest.mark.parametrize("media_type", ["text/html", "text/xml", "message/rfc822"])
def test_surrogates_in_submitted_text_do_not_survive_extraction(media_type):
    header = "Subject: \ud800\n\n" if media_type == "message/rfc822" else "<title>\ud800</title>"
    decoded = decode(Document(text=f"{header}\ud83d\ude00 \udc80 words", media_type=media_type))
    ((decoded.title or "") + decoded.text).encode("utf-8")
    assert "\U0001f600" in decoded.text
