"""DOCX: what is read, what is left out, and archives that are none."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import docx
import pytest

from schemas.document import Document
from workers.decoders import docx_parts
from workers.decoders.table import decode
from workers.errors import CorruptFile, EncryptedFile, TooLarge

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(content):
    return decode(Document(content=content, media_type=DOCX))


def archive(compression=ZIP_DEFLATED, **parts):
    """Return a zip of parts; `__` stands for a slash and `_xml` for the extension."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return buffer.getvalue()


def body(content):
    return f"<w:document {W}><w:body>{content}</w:body></w:document>"


def word(content):
    return archive(word__document_xml=body(content))


def saved(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_headings_paragraphs_and_tables_are_read_in_order():
    document = docx.Document()
    document.core_properties.title = "عنوان"
    document.core_properties.language = "ar"
    document.add_heading("Heading")
    document.add_paragraph("One\ttwo\nthree")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["City", "People", "Homs", "800,000"], strict=True):
        cell.text = text
    document.add_paragraph("مرحبا")
    document.sections[0].header.paragraphs[0].text = "Header"
    decoded = read(saved(document))
    assert decoded.text.split("\n") == ["Heading", "One\ttwo", "three", "City\tPeople", "Homs\t800,000", "مرحبا"]
    assert (decoded.title, decoded.language) == ("عنوان", "ar")
    assert decoded.dropped == ("headers_and_footers",)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", "a"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb"),
        ("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>", "a-b"),
        (
            "<w:p><w:Choice><w:r><w:t>a</w:t></w:r></w:Choice><w:Fallback><w:r><w:t>a</w:t></w:r></w:Fallback></w:p>",
            "a",
        ),
        (
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
                "<w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            ),
            "a b\tc",
        ),
        ("<w:p/>" * 3, ""),
        ("<w:p>" * 50_000 + "<w:r><w:t>deep</w:t></w:r>" + "</w:p>" * 50_000, "deep"),
    ],
    ids=["deleted", "field", "tab", "hyphen", "fallback", "cells", "empty", "deep"],
)
def test_text_is_what_a_reader_sees(content, text):
    assert read(word(content)).text == text


def test_notes_come_last_and_embedded_files_are_listed():
    note = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    content = archive(
        word__document_xml=body("<w:p><w:r><w:t>Body.</w:t></w:r></w:p>"),
        word__footnotes_xml=note,
        word__embeddings__sheet_bin="12345",
        word__media__image_bin="x",
        word__comments_xml="x",
    )
    decoded = read(content)
    assert decoded.text == "Body.\nNote."
    assert [(found.name, found.size_bytes) for found in decoded.attachments] == [("sheet.bin", 5)]
    assert decoded.dropped == ("comments", "images")


def test_the_main_part_is_found_by_its_relationship():
    buffer = BytesIO(archive(word__other_xml=body("<w:p><w:r><w:t>a</w:t></w:r></w:p>")))
    with ZipFile(buffer, "a") as file:
        file.writestr("_rels/.rels", '<R><Relationship Type="http://x/officeDocument" Target="/word/other.xml"/></R>')
    assert read(buffer.getvalue()).text == "a"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"random",
        b"PK\x03\x04",
        OLE,
        archive(),
        archive(other="x"),
        archive(xl__workbook_xml="x"),
        archive(word__document_xml="<a>"),
        archive(word__document_xml="no xml"),
        word("x")[:-30],
        archive(word__document_xml=b"\x00\xff\xfe"),
        archive(word__document_xml='<?xml version="1.0" encoding="utf-61"?><a/>'),
    ],
)
def test_what_is_no_docx_is_refused_as_corrupt(content):
    with pytest.raises(CorruptFile):
        read(content)


def test_a_docx_with_a_password_is_refused_as_encrypted():
    with pytest.raises(EncryptedFile):
        read(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_an_encrypted_part_is_refused_as_encrypted():
    content = bytearray(word("x"))
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedFile):
        read(bytes(content))


def test_a_zip_bomb_is_refused_before_it_unpacks():
    with pytest.raises(TooLarge, match="unpacks to"):
        read(archive(word__document_xml=b" " * (docx_parts.PART_BYTES_MAX + 1)))


@pytest.mark.parametrize("compression", [ZIP_BZIP2, ZIP_LZMA])
def test_a_compression_that_no_docx_has_is_refused(compression):
    with pytest.raises(CorruptFile, match="compressed by a method"):
        read(archive(compression, word__document_xml=body("")))


def test_an_entity_bomb_is_refused():
    bomb = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>' + body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
    with pytest.raises(CorruptFile, match="document type"):
        read(archive(word__document_xml=bomb))


def test_errors_do_not_quote_the_document():
    with pytest.raises(CorruptFile) as raised:
        read(word("<w:p>secret</w:q>"))
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None
