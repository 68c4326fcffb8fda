"""Small PDF files, written by hand: pages of lines, right-to-left glyphs in visual order, images, encryption."""

from hashlib import md5

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def make_pdf(pages, *, title=None, owner_password=None, user_password=""):
    """Return a PDF with one list of lines per page; with a password, encrypted by RC4 with 40 bits."""
    contents = [
        "BT /F1 12 Tf 14 TL 50 750 Td " + " ".join(f"({_escaped(line)}) Tj T*" for line in lines) + " ET"
        for lines in pages
    ]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    return _file(
        [content.encode("cp1252") for content in contents],
        font,
        title=title,
        owner_password=owner_password,
        user_password=user_password,
    )


def make_visual_pdf(line):
    """Return a PDF that draws the letters of a line from left to right, as they stand on paper."""
    return make_placed_pdf([[(letter, 50 + 6 * place, 700) for place, letter in enumerate(line)]])


def make_placed_pdf(pages):
    """Return a PDF that draws glyphs one by one, in the order given: each is (what it stands for, x, y), 6 points wide.

    A glyph may stand for several characters, as a ligature does.
    """
    texts = sorted({text for page in pages for text, _, _ in page})
    codes = {text: 33 + index for index, text in enumerate(texts)}
    contents = [
        " ".join(f"BT /F1 12 Tf 1 0 0 1 {x} {y} Tm <{codes[text]:02x}> Tj ET" for text, x, y in page).encode()
        for page in pages
    ]
    mapping = "\n".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for text, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{mapping}\nendbfchar\n"
        "endcmap end end"
    ).encode()
    last = 33 + len(texts) - 1
    names = " ".join(f"/g{code}" for code in codes.values())
    procs = " ".join(f"/g{code} 90 0 R" for code in codes.values())
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/FirstChar 33 /LastChar {last} /Widths [{' '.join(['500'] * len(codes))}] "
        f"/Encoding << /Type /Encoding /Differences [33 {names}] >> /CharProcs << {procs} >> /ToUnicode 91 0 R >>"
    ).encode()
    glyph = b"500 0 0 0 500 700 d1 0 0 400 600 re f"
    return _file(contents, font, extra={90: _stream(glyph), 91: _stream(cmap)})


def make_image_pdf(pages=1):
    """Return a PDF whose pages hold a picture and no letter."""
    drawing = b"q 100 0 0 100 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    return _file([drawing] * pages, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")


def _escaped(line):
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _stream(content):
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(contents, font, *, title=None, owner_password=None, user_password="", extra=None):
    count = len(contents)
    pages = range(4, 4 + count)
    streams = range(4 + count, 4 + 2 * count)
    key = _key(owner_password, user_password) if owner_password else None
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: font, **(extra or {})}
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    for page, stream, content in zip(pages, streams, contents, strict=True):
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % stream
        )
        objects[stream] = _stream(_rc4(_object_key(key, stream), content) if key else content)
    trailer = b"/Root 1 0 R /Size 100"
    if title is not None:
        objects[98] = b"<< /Title <feff%s> >>" % title.encode("utf-16-be").hex().encode()
        trailer += b" /Info 98 0 R"
    if owner_password:
        objects[99] = _encryption(owner_password, user_password)
        trailer += b" /Encrypt 99 0 R /ID [<00112233> <00112233>]"
    return _assemble(objects, trailer)


def _assemble(objects, trailer):
    parts, offsets, position = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], {}, 15
    for number in sorted(objects):
        offsets[number] = position
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
        position += len(parts[-1])
    xref = b"xref\n0 1\n0000000000 65535 f \n" + b"".join(
        b"%d 1\n%010d 00000 n \n" % (number, offset) for number, offset in offsets.items()
    )
    return b"".join(parts) + xref + b"trailer << %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, position)


def _encryption(owner_password, user_password):
    owner, key = _owner_entry(owner_password, user_password), _key(owner_password, user_password)
    return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        _rc4(key, _PADDING).hex().encode(),
    )


def _padded(password):
    return (password.encode() + _PADDING)[:32]


def _owner_entry(owner_password, user_password):
    return _rc4(md5(_padded(owner_password)).digest()[:5], _padded(user_password))


def _key(owner_password, user_password):
    entry = _owner_entry(owner_password, user_password)
    permissions = (-4).to_bytes(4, "little", signed=True)
    return md5(_padded(user_password) + entry + permissions + bytes.fromhex("00112233")).digest()[:5]


def _object_key(key, number):
    return md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key, data):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
