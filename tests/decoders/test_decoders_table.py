"""The table of decoders: which media type is read by what, and what is said about the others."""

import pytest

from schemas.document import Document
from schemas.text import EncodingSource
from tests.decoders.pdf_files import make_pdf
from workers.decoders.signatures import UNREAD
from workers.decoders.table import DECODERS, decode, media_type_for
from workers.errors import CorruptFile, InvalidDocument, UnsupportedMediaType

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_submitted_text_is_the_text_code_point_for_code_point():
    text = "\ufeffa\x00\ud800\r\nb "
    decoded = decode(Document(text=text))
    assert (decoded.text, decoded.is_raw, decoded.encoding.source) == (text, True, EncodingSource.TEXT)


def test_plain_bytes_are_raw_after_decoding():
    decoded = decode(Document(content="مرحبا".encode("cp1256"), charset="windows-1256"))
    assert (decoded.text, decoded.is_raw, decoded.encoding.name) == ("مرحبا", True, "windows-1256")


def test_html_can_be_submitted_as_text():
    decoded = decode(Document(text="<p>one</p><p>two</p>", media_type="text/html"))
    assert (decoded.text, decoded.is_raw) == ("one\ntwo", False)


@pytest.mark.parametrize("media_type", ["text/markdown", "text/csv", "text/x-unheard-of", "application/json"])
def test_other_texts_are_plain_text(media_type):
    decoded = decode(Document(content=b"# a,b", media_type=media_type))
    assert (decoded.text, decoded.is_raw) == ("# a,b", True)


@pytest.mark.parametrize("media_type", UNREAD)
def test_a_known_format_without_decoder_says_what_to_do(media_type):
    with pytest.raises(UnsupportedMediaType, match="application/pdf") as raised:
        decode(Document(content=b"x", media_type=media_type))
    assert UNREAD[media_type].advice in str(raised.value)


def test_an_unknown_media_type_names_those_that_exist():
    with pytest.raises(UnsupportedMediaType, match=r"audio/mp3.*message/rfc822"):
        decode(Document(content=b"x", media_type="audio/mp3"))


@pytest.mark.parametrize("media_type", ["application/pdf", DOCX])
def test_a_binary_format_as_text_is_refused(media_type):
    with pytest.raises(InvalidDocument, match="base64"):
        decode(Document(text="x", media_type=media_type))


def test_an_octet_stream_is_read_as_what_it_is():
    decoded = decode(Document(content=make_pdf([["Hello"]]), media_type="application/octet-stream"))
    assert (decoded.text, decoded.media_type, decoded.warnings) == ("Hello", "application/pdf", ())


def test_an_octet_stream_of_noise_is_unsupported():
    with pytest.raises(UnsupportedMediaType):
        decode(Document(content=bytes(range(256)) * 4, media_type="application/octet-stream"))


def test_a_pdf_sent_with_the_default_media_type_is_read_with_a_warning():
    decoded = decode(Document(content=make_pdf([["Hello"]])))
    assert (decoded.text, decoded.media_type) == ("Hello", "application/pdf")
    assert [warning.code for warning in decoded.warnings] == ["media_type_overruled"]


@pytest.mark.parametrize("text", [b"%PDF-1.4 is how a PDF begins.", b"PK is a name", b"<html> is a tag"])
def test_a_text_about_formats_stays_text(text):
    assert decode(Document(content=text)).text == text.decode()


def test_a_declared_media_type_is_trusted():
    with pytest.raises(CorruptFile):
        decode(Document(content=b"plain words", media_type="application/pdf"))


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("story.html", b"anything", "text/html"),
        ("STORY.TXT", b"<html>", "text/plain"),
        ("report.docx", b"PK\x03\x04....", DOCX),
        ("report.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCX),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        ("letter.odt", b"PK\x03\x04....", "application/vnd.oasis.opendocument.text"),
        ("mail.eml", b"From: a", "message/rfc822"),
        ("a.txt", b"%PDF-1.7\n", "application/pdf"),
        ("noname", b"%PDF-1.7\r\n%\xe2", "application/pdf"),
        ("noname", b"PK\x03\x04..word/document.xml", DOCX),
        ("noname", b"PK\x03\x04..other", "application/zip"),
        ("noname", b"\n<!DOCTYPE html><html>", "text/html"),
        ("noname", b"<?xml version='1.0'?><html xmlns=''>", "text/html"),
        ("noname", b"<?xml version='1.0'?><rss>", "text/xml"),
        ("noname", b"Subject: x\r\nReceived: from y\r\n by z\r\n\r\nhello", "message/rfc822"),
        ("dir.d/README", b"Hello", "text/plain"),
        (".bashrc", b"alias", "text/plain"),
        ("noname", "سلام".encode("utf-16"), "text/plain"),
        ("noname", bytes(range(256)), "application/octet-stream"),
        ("empty", b"", "text/plain"),
    ],
)
def test_files_are_recognised_by_name_and_first_bytes(name, head, media_type):
    assert media_type_for(name, head) == media_type


def test_every_row_can_be_loaded_and_no_media_type_stands_twice():
    names = [name for row in DECODERS for name in row.media_types]
    assert len(names) == len(set(names))
    assert not set(names) & set(UNREAD)


def test_a_decoder_of_another_package_is_found_by_its_entry_point(tmp_path, monkeypatch):
    (tmp_path / "shouting_decoder.py").write_text(
        "from dataclasses import replace\nfrom workers.decoders.plain import decode_plain\n"
        "def decode(document):\n    return replace(decode_plain(document), text='LOUD')\n"
    )
    info = tmp_path / "shouting-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[warraq.decoders]\napplication/x-shout = shouting_decoder:decode\n")
    monkeypatch.syspath_prepend(tmp_path)
    from workers.decoders import table

    table._installed_decoders.cache_clear()
    table._decoder.cache_clear()
    try:
        assert decode(Document(content=b"quiet", media_type="application/x-shout")).text == "LOUD"
    finally:
        table._installed_decoders.cache_clear()
        table._decoder.cache_clear()
