"""Files made to hurt: small to make, and huge, endless or bottomless to a reader that trusts them.

Each row of FILES makes one document. `python -m tests.decoders.hostile_files` reads them all, each in a process of its
own with a limit of memory and time, and prints one line of JSON for each: how it ended, and what it cost.
"""

import json
import os
import resource
import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from schemas.document import Document
from tests.decoders.pdf_files import _assemble, _stream
from workers.decoders.table import decode
from workers.errors import DocumentError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML, XML, MAIL, PDF, PLAIN = "text/html", "text/xml", "message/rfc822", "application/pdf", "text/plain"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MEGABYTE = 1_000_000

CPU_SECONDS = 60
ADDRESS_SPACE_BYTES = 4_000 * MEGABYTE

Make = Callable[[], bytes]


def docx(*parts: tuple[str, bytes | str], compression: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as file:
        for name, content in parts:
            file.writestr(name, content)
    return buffer.getvalue()


def word(body: str, *, before: str = "") -> bytes:
    return docx(("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"))


def overlapping_zip() -> bytes:
    """Return an archive whose thousand members are all the same bytes."""
    inner = docx(("word/document.xml", b" " * (10 * MEGABYTE)))
    data = inner[: inner.index(b"PK\x01\x02")]
    row = inner[inner.index(b"PK\x01\x02") : inner.index(b"PK\x05\x06")]
    rows = row + row.replace(b"word/document.xml", b"word/footnotes.xm") * 1_000
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1_001, 1_001, len(rows), len(data), 0)
    return data + rows + end


def lying_zip() -> bytes:
    """Return an archive whose directory says that a part of 100 MB has ten bytes."""
    content = bytearray(docx(("word/document.xml", b" " * (100 * MEGABYTE))))
    size = content.index(b"PK\x01\x02") + 24
    content[size : size + 4] = struct.pack("<I", 10)
    return bytes(content)


def laughs(levels: int = 20) -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, levels)
    )
    return f"<!DOCTYPE d [{entities}]>"


def members(number: int) -> bytes:
    return docx(*((f"word/media/{i}.png", b"") for i in range(number)), compression=ZIP_STORED)


def pdf(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R /Size 100") -> bytes:
    return _assemble({1: b"<< /Type /Catalog /Pages 2 0 R >>"} | objects, trailer)


def pages(contents: bytes, *, kids: bytes = b"[4 0 R]", count: int = 1, **extra: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> /Contents 5 0 R >>"
    )
    objects = {2: b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count), 3: font, 4: page, 5: contents}
    return pdf(objects | {int(name[1:]): value for name, value in extra.items()})


def deflated(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b" ".join([b"/FlateDecode"] * times)
    return b"<< /Filter [%s] /Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content)


def letters(number: int) -> bytes:
    return b"BT /F1 12 Tf 50 750 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj T* " * (number // 20) + b"ET"


def nested_parts(depth: int, *, kind: str = "multipart/mixed") -> bytes:
    heads = "".join(f"Content-Type: {kind}; boundary=b{i}\n\n--b{i}\n" for i in range(depth))
    return (heads + "\nend").encode()


def attached_mails(depth: int) -> bytes:
    return b"Content-Type: message/rfc822\n\n" * depth + b"Subject: x\n\nend"


def part_flood(number: int) -> bytes:
    return b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * number + b"--x--"


def mail(head: bytes, body: bytes) -> bytes:
    return head + b"\n\n" + body


FILES: dict[str, tuple[str, Make]] = {
    "docx: a part of 200 MB of spaces": (DOCX, lambda: docx(("word/document.xml", b" " * (200 * MEGABYTE)))),
    "docx: 60 MB of empty paragraphs": (DOCX, lambda: word("<w:p/>" * 10_000_000)),
    "docx: 60 MB of one letter a run": (DOCX, lambda: word("<w:t>a</w:t>" * 5_000_000)),
    "docx: 60 MB of one text": (DOCX, lambda: word("<w:p><w:t>" + "a" * (60 * MEGABYTE) + "</w:t></w:p>")),
    "docx: overlapping members": (DOCX, overlapping_zip),
    "docx: a size that lies": (DOCX, lying_zip),
    "docx: 50,000 members": (DOCX, lambda: members(50_000)),
    "docx: 9,000 embedded files": (
        DOCX,
        lambda: docx(("word/document.xml", f"<w:d {W}/>"), *((f"word/embeddings/{i}", b"") for i in range(9_000))),
    ),
    "docx: an archive in an archive": (DOCX, lambda: docx(("word/document.xml", docx(("a", b"0" * MEGABYTE))))),
    "docx: endless names": (DOCX, lambda: docx(*((f"word/{i}{'n' * 60_000}", b"") for i in range(200)))),
    "docx: billion laughs": (DOCX, lambda: word("<w:p><w:t>&a19;</w:t></w:p>", before=laughs())),
    "docx: an external entity": (
        DOCX,
        lambda: word("<w:p><w:t>&x;</w:t></w:p>", before='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    "docx: 1,000,000 nested elements": (DOCX, lambda: word("<w:p>" * 1_000_000)),
    "docx: an attribute of 50 MB": (DOCX, lambda: word(f'<w:p w:x="{"a" * (50 * MEGABYTE)}"/>')),
    "docx: 1,000,000 attributes": (DOCX, lambda: word("<w:p " + " ".join(f'a{i}=""' for i in range(1_000_000)) + "/>")),
    "docx: a tag name of 50 MB": (DOCX, lambda: word(f"<{'a' * (50 * MEGABYTE)}/>")),
    "docx: a comment of 50 MB": (DOCX, lambda: word(f"<!--{' ' * (50 * MEGABYTE)}-->")),
    "docx: deep tables": (DOCX, lambda: word("<w:tbl><w:tr><w:tc>" * 300_000)),
    "docx: 600,000 relationships": (
        DOCX,
        lambda: docx(("_rels/.rels", "<R>" + "<Relationship Type='a/b' Target='c'/>" * 600_000 + "</R>")),
    ),
    "docx: properties of 50 MB": (
        DOCX,
        lambda: docx(
            ("word/document.xml", f"<w:d {W}/>"),
            ("docProps/core.xml", "<p>" + "".join(f"<t{i}>{'a' * 900}</t{i}>" for i in range(50_000)) + "</p>"),
        ),
    ),
    "html: 1,000,000 nested elements": (HTML, lambda: b"<div>" * 1_000_000 + b"x"),
    "html: 900 nested elements, closed wrongly": (HTML, lambda: (b"<b>" * 900 + b"</i>" * 900) * 100),
    "html: unclosed formatting": (HTML, lambda: b"<p><b><i><u><a href=x>" * 50_000 + b"x"),
    "html: 290,000 tags that never nest": (HTML, lambda: b"<p>a" * 290_000),
    "html: 290,000 formatting tags": (HTML, lambda: b"<b>a</b><i>" * 90_000),
    "html: an attribute of 15 MB": (HTML, lambda: b'<p title="' + b"a" * (15 * MEGABYTE) + b'">x</p>'),
    "html: 1,000,000 attributes": (HTML, lambda: b"<p " + b" ".join(b"a%d=1" % i for i in range(1_000_000)) + b">x"),
    "html: a flood of entities": (HTML, lambda: b"<p>" + b"&amp;&#x41;&CounterClockwiseContourIntegral;" * 300_000),
    "html: endless entities": (HTML, lambda: b"<p>&#" + b"9" * (15 * MEGABYTE) + b"; &" + b"a" * MEGABYTE),
    "html: a table of 250,000 cells": (HTML, lambda: b"<table>" + (b"<tr>" + b"<td>a" * 100) * 2_500),
    "html: a span of a billion columns": (HTML, lambda: b"<table><tr><td colspan=999999999 rowspan=999999999>a"),
    "html: nested tables": (HTML, lambda: b"<table><tr><td>" * 300 + b"x"),
    "html: misplaced text in tables": (HTML, lambda: (b"<table>" + b"a<b>" * 300) * 60),
    "html: a comment without end": (HTML, lambda: b"x<!--" + b"- -" * (5 * MEGABYTE)),
    "html: comments": (HTML, lambda: b"<!-->" * 3_000_000),
    "html: opening angle brackets": (HTML, lambda: b"<" * (15 * MEGABYTE)),
    "html: unclosed scripts": (HTML, lambda: b"<script>" * 1_000_000),
    "html: unclosed metas": (HTML, lambda: b"<meta " * 20_000 + b"<title" * 20_000 + b"<html " * 20_000),
    "html: metas with quotes": (HTML, lambda: b"<meta property=og:title content='" * 4_000),
    "html: select in select": (HTML, lambda: b"<select><option>a" * 100_000),
    "html: one line of 19 MB": (HTML, lambda: b"<p>" + b"word " * 3_800_000),
    "html: spaces of 19 MB": (HTML, lambda: b"<pre>" + b" " * (19 * MEGABYTE) + b"x"),
    "html: data URIs": (HTML, lambda: b"<img src='data:image/png;base64," + b"A" * (15 * MEGABYTE) + b"'>x"),
    "xml: billion laughs": (XML, lambda: laughs().encode() + b"<d>&a19;</d>"),
    "xml: an external entity": (XML, lambda: b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    "xml: 3,000,000 nested elements": (XML, lambda: b"<a>" * 3_000_000),
    "xml: markup in markup": (XML, lambda: b"<a>" + b"&lt;p&gt;&amp;lt;/p&gt;" * 400_000),
    "xml: declarations without end": (XML, lambda: b"<!DOCTYPE [" * 1_000_000),
    "xml: CDATA in CDATA": (XML, lambda: b"<![CDATA[" * 2_000_000),
    "mail: 5,000 nested parts": (MAIL, lambda: nested_parts(5_000)),
    "mail: 99 nested parts": (MAIL, lambda: nested_parts(99)),
    "mail: 99 nested boundaries over 200,000 lines": (MAIL, lambda: nested_parts(99) + b"\nline" * 200_000),
    "mail: 50,000 mails in mails": (MAIL, lambda: attached_mails(50_000)),
    "mail: 900 mails in mails": (MAIL, lambda: attached_mails(900)),
    "mail: 2,000,000 parts": (MAIL, lambda: part_flood(2_000_000)),
    "mail: 900,000 parts of HTML": (
        MAIL,
        lambda: (
            b"Content-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: text/html\n\n<p>a\n" * 500_000
            + b"--x--"
        ),
    ),
    "mail: 2,000,000 headers": (MAIL, lambda: b"X: y\n" * 2_000_000 + b"\nbody"),
    "mail: a header of 15 MB": (MAIL, lambda: mail(b"Subject: " + b"a" * (15 * MEGABYTE), b"body")),
    "mail: a folded header of 15 MB": (MAIL, lambda: mail(b"Subject: a" + b"\n a" * (5 * MEGABYTE), b"body")),
    "mail: a boundary of 15 MB": (
        MAIL,
        lambda: mail(b"Content-Type: multipart/mixed; boundary=" + b"b" * (15 * MEGABYTE), b"--b\n\nx"),
    ),
    "mail: 100,000 parameters": (MAIL, lambda: mail(b"Content-Type: text/plain" + b'; a="b;"' * 100_000, b"body")),
    "mail: continued parameters": (
        MAIL,
        lambda: mail(b"Content-Type: text/plain" + b"".join(b";\n a*%d=b" % i for i in range(50_000)), b"body"),
    ),
    "mail: encoded words": (MAIL, lambda: mail(b"Subject: " + b"=?utf-8?B?YQ==?= " * 200_000, b"body")),
    "mail: encoded words unended": (MAIL, lambda: mail(b"Subject: " + b"=?utf-8?B?" * 200_000, b"body")),
    "mail: 15 MB of quoted-printable": (
        MAIL,
        lambda: mail(b"Content-Transfer-Encoding: quoted-printable", b"=41" * (5 * MEGABYTE)),
    ),
    "mail: 15 MB of soft line breaks": (
        MAIL,
        lambda: mail(b"Content-Transfer-Encoding: quoted-printable", b"=\n" * (7 * MEGABYTE)),
    ),
    "mail: 15 MB of base64": (MAIL, lambda: mail(b"Content-Transfer-Encoding: base64", b"QUFB" * (4 * MEGABYTE))),
    "mail: base64 with noise": (MAIL, lambda: mail(b"Content-Transfer-Encoding: base64", b"Q!" * (7 * MEGABYTE))),
    "mail: 15 MB of uuencode": (
        MAIL,
        lambda: mail(b"Content-Transfer-Encoding: x-uuencode", b"begin 644 x\n" + b"#86%A\n" * 2_000_000 + b"`\nend\n"),
    ),
    "mail: uuencode without end": (
        MAIL,
        lambda: mail(b"Content-Transfer-Encoding: uuencode", b"begin 644 x\n" * 1_000_000),
    ),
    "mail: HTML of 1,000,000 nested elements": (MAIL, lambda: mail(b"Content-Type: text/html", b"<div>" * 1_000_000)),
    "mail: no line ends": (MAIL, lambda: b"a" * (19 * MEGABYTE)),
    "mail: line ends only": (MAIL, lambda: b"Subject: x\n\n" + b"\n" * (19 * MEGABYTE)),
    "mail: flowed": (MAIL, lambda: mail(b"Content-Type: text/plain; format=flowed", b" \n" * (7 * MEGABYTE))),
    "pdf: a page of 50,000,000 letters": (PDF, lambda: pages(deflated(letters(50 * MEGABYTE)))),
    "pdf: a page of 100 MB of spaces": (PDF, lambda: pages(deflated(b" " * (100 * MEGABYTE)))),
    "pdf: a stream deflated 4 times": (PDF, lambda: pages(deflated(b" " * (100 * MEGABYTE), times=4))),
    "pdf: 1,000 filters": (
        PDF,
        lambda: pages(b"<< /Filter [%s] /Length 4 >>\nstream\nabcd\nendstream" % (b"/FlateDecode " * 1_000)),
    ),
    "pdf: a page tree that is a circle": (PDF, lambda: pages(_stream(letters(20)), kids=b"[2 0 R]")),
    "pdf: a page tree of many circles": (
        PDF,
        lambda: pages(_stream(letters(20)), kids=b"[2 0 R 2 0 R 2 0 R]", count=9),
    ),
    "pdf: a billion pages": (PDF, lambda: pages(_stream(letters(20)), count=999_999_999)),
    "pdf: minus one page": (PDF, lambda: pages(_stream(letters(20)), count=-1)),
    "pdf: one page 100,000 times": (
        PDF,
        lambda: pages(_stream(letters(200)), kids=b"[%s]" % (b"4 0 R " * 100_000), count=100_000),
    ),
    "pdf: nested arrays": (PDF, lambda: pages(_stream(letters(20)), kids=b"[" * 1_000_000)),
    "pdf: nested dictionaries": (PDF, lambda: pages(_stream(letters(20)), _6=b"<</A " * 500_000)),
    "pdf: nested arrays in a page": (PDF, lambda: pages(_stream(b"[" * 2_000_000 + b" TJ"))),
    "pdf: nested states": (PDF, lambda: pages(_stream(b"q " * 3_000_000))),
    "pdf: a form that draws itself": (
        PDF,
        lambda: pages(
            _stream(b"/X Do"),
            _6=b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "
            b"/Length 11 >>\nstream\n/X Do /X Do\nendstream",
        ),
    ),
    "pdf: forms that double": (PDF, lambda: doubling_forms(24)),
    "pdf: a stream as long as itself": (
        PDF,
        lambda: pages(b"<< /Length 5 0 R >>\nstream\n%s\nendstream" % letters(20)),
    ),
    "pdf: a cross-reference that loops": (
        PDF,
        lambda: pages(_stream(letters(20))).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 15"),
    ),
    "pdf: a hundred thousand cross-references": (
        PDF,
        lambda: b"%PDF-1.4\nxref\n0 999999999\n" + b"0000000000 65535 f \n" * 100_000 + b"trailer <<>>\nstartxref\n9\n",
    ),
    "pdf: 100,000 objects": (
        PDF,
        lambda: b"%PDF-1.4\n" + b"".join(b"%d 0 obj<</A %d 0 R>>endobj\n" % (i, i + 1) for i in range(100_000)),
    ),
    "pdf: objects in one stream": (
        PDF,
        lambda: pages(
            _stream(letters(20)),
            _6=b"<< /Type /ObjStm /N 99999999 /First 10 /Length 10 >>\nstream\n0123456789\nendstream",
        ),
    ),
    "pdf: a title of 10 MB": (
        PDF,
        lambda: pdf(
            {2: b"<< /Type /Pages /Kids [] /Count 0 >>", 9: b"<< /Title (%s) >>" % (b"t" * (10 * MEGABYTE))},
            b"/Root 1 0 R /Info 9 0 R /Size 100",
        ),
    ),
    "pdf: letters on one spot": (
        PDF,
        lambda: pages(deflated(b"BT /F1 12 Tf " + b"1 0 0 1 50 700 Tm (a) Tj " * 200_000 + b"ET")),
    ),
    "pdf: a picture of 10,000 megapixels": (
        PDF,
        lambda: pages(_stream(b"BI /W 100000 /H 100000 /CS /G /BPC 8 ID x EI " + letters(20))),
    ),
    "text: UTF-7": (PLAIN, lambda: b"+ADw-script+AD4-" * 500_000),
    "text: UTF-7 shifts": (PLAIN, lambda: b"+" * (15 * MEGABYTE)),
    "text: surrogates in UTF-16": (PLAIN, lambda: b"\xff\xfe" + b"\x00\xd8" * (7 * MEGABYTE)),
    "text: escape sequences of ISO-2022": (PLAIN, lambda: b"\x1b$B\x1b(B" * 2_000_000),
    "text: open escape sequences": (PLAIN, lambda: b"\x1b$)C\x0e" + b"!!" * (7 * MEGABYTE)),
    "text: CESU-8": (PLAIN, lambda: b"\xed\xa0\xbd\xed\xb8\x80" * 3_000_000),
    "text: invalid bytes": (PLAIN, lambda: b"\xff\xc3\x28" * (5 * MEGABYTE)),
    "text: random bytes": (PLAIN, lambda: bytes((i * 7919 + i // 256 * 104_729) % 256 for i in range(4 * MEGABYTE))),
    "text: zeros": (PLAIN, lambda: b"\x00" * (19 * MEGABYTE)),
    "text: sprinkled": (PLAIN, lambda: (b"word " * 1_000 + b"\xe9") * 3_000),
}
DECLARED = {"text: UTF-7": "utf-7", "text: UTF-7 shifts": "utf-7", "text: open escape sequences": "iso-2022-kr"}


def doubling_forms(depth: int) -> bytes:
    """Return a page whose form draws the next form twice, and so on."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >> "
        b"/Length 30 >>\nstream\n/X Do /X Do %s\nendstream"
    )
    extra = {f"_{6 + i}": form % (7 + i, b" " * 18) for i in range(depth)}
    extra[f"_{6 + depth}"] = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >> /Length 30 >>"
        b"\nstream\nBT /F1 12 Tf (a) Tj ET          \nendstream"
    )
    return pages(_stream(b"/X Do"), **extra)


def document(name: str) -> Document:
    media_type, make = FILES[name]
    return Document(content=make(), media_type=media_type, charset=DECLARED.get(name))


def read(made: Document) -> str:
    """Return how reading ended: an error's name, or `read` with the codes of its warnings."""
    try:
        decoded = decode(made)
    except DocumentError as error:
        return type(error).__name__
    codes = sorted({warning.code for warning in decoded.warnings})
    return "read" + "".join(f" {code}" for code in codes)


def measure(name: str) -> dict[str, object]:
    """Read one file in a child of its own, within the limits."""
    made = document(name)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _limited(made, writer)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    row = {"name": name, "bytes": len(made.content or b""), "ended": f"died with {code}", "cpu": 0.0, "megabytes": 0}
    return row | (json.loads(told) if told else {})


def _limited(made: Document, writer: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    before = _resident_kilobytes()
    ended = read(made)
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {"ended": ended, "cpu": used.ru_utime + used.ru_stime, "megabytes": (used.ru_maxrss - before) // 1_000}
    os.write(writer, json.dumps(told).encode())
    os._exit(0)


def _resident_kilobytes() -> int:
    with open("/proc/self/statm") as file:  # noqa: PTH123 (one line of a pseudo file)
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000


def main(patterns: list[str]) -> None:
    for media_type in (DOCX, HTML, XML, MAIL, PDF, PLAIN):
        # Loaded before the fork, so that no file pays for the libraries.
        read(Document(content=b"x", media_type=media_type))
    read(Document(content=b"<html><body><p>Words of a page.</p></body></html>", media_type=HTML))
    for name in FILES:
        if not patterns or any(word in name for word in patterns):
            print(json.dumps(measure(name)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
