"""Write the two seeds that cannot be typed in an editor, the PDF and the DOCX: `python training/make_seed_files.py`.

The bytes are the same on every run. It needs python-docx, which warraq itself depends on, and nothing else.
"""

from io import BytesIO
from pathlib import Path
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx

SEEDS = Path(__file__).parent.parent / "seeds"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
LINES_PER_PAGE = 14
LINE_CHARACTERS = 84

PORTUGUESE_TITLE = "Relatório trimestral do porto de pesca"
PORTUGUESE_REPORT = """\
Durante o primeiro trimestre, entre 1 de janeiro e 31 de março de 2025, foram descarregadas em Matosinhos 5.480
toneladas de pescado, mais 7,8% do que no mesmo período de 2024. A sardinha e o carapau continuam a ser as espécies
mais vendidas, segundo a Cooperativa dos Armadores do Norte.

O valor das vendas em lota atingiu 9,6 milhões de euros. O preço médio do carapau subiu para 2,35 euros por
quilograma. Cerca de um quarto do pescado seguiu para Espanha, sobretudo para Vigo, e uma parte menor para França e
para o Brasil.

A diretora da cooperativa, Filomena Sarmento, recordou que a frota perdeu 14 embarcações desde 2019. «Temos peixe e
temos mercado, mas faltam-nos jovens», afirmou na reunião de 8 de abril de 2025, em Lisboa. O curso de marinheiros
abre em setembro de 2025 com 36 vagas.

As obras do cais novo, com 220 metros de comprimento, começam a 15/06/2025. O investimento é de 4,1 milhões de
euros, pago em 60% por fundos públicos. Os armadores de Aveiro pediram que o projeto inclua também uma câmara de
frio.

Contacto: lota@armadores-norte.example, telefone +351 22 123 4567.
"""

TURKISH_MINUTES = """\
# İznik Zeytin Üreticileri Kooperatifi – Genel Kurul Tutanağı

Kooperatifin olağan genel kurulu 18 Ekim 2025 Cumartesi günü Bursa'da yapıldı. Toplantıya 326 ortak katıldı. Divan
başkanlığına Nermin Aksoylu, yazmanlığa Cevdet Tunçbilek seçildi.

## Mali durum

Yönetim kurulu başkanı Halil Karadere, 2024 yılında 1.850 ton zeytin alındığını, gelirin yüzde 22 artarak 96,4
milyon TL'ye ulaştığını söyledi. Ürünün %35'i Almanya ve Hollanda'ya satıldı. Kooperatifin bankadaki hesabı TR33
0006 1005 1978 6457 8413 26 numarasıyla kayıtlıdır.

| İlçe | Alınan zeytin | Ödenen tutar |
| İznik | 920 ton | 38.500.000 TL |
| Orhangazi | 610 ton | 25.200.000 TL |
| Gemlik | 320 ton | 14.100.000 TL |

## Kararlar

Yeni soğuk hava deposunun Mart 2026 sonuna kadar Yalova yolunda kurulmasına oy birliğiyle karar verildi. Depo 2.400
metrekare olacak, ihale 05.01.2026 tarihinde ilan edilecektir. Ortaklara kilogram başına 3 lira ek ödeme
yapılacaktır.

Gelecek toplantının 17 Ekim 2026 tarihinde İstanbul'da yapılması önerildi, ancak öneri kabul edilmedi. Toplantı
dilek ve temennilerle kapandı.
"""


def pdf(title: str, *, paragraphs: list[str]) -> bytes:
    """Return a PDF in Helvetica with a text layer in WinAnsi, a foot on each page, and its title as metadata."""
    lines = [title, ""]
    for paragraph in paragraphs:
        lines += [*wrap(paragraph, LINE_CHARACTERS), ""]
    pages = [lines[start : start + LINES_PER_PAGE] for start in range(0, len(lines), LINES_PER_PAGE)]
    streams = [_page_stream(page, foot=f"Página {number} de {len(pages)}") for number, page in enumerate(pages, 1)]
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (pt-PT) >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title " + _pdf_string(title) + b" >>",
    ]
    for index, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _pdf_file(objects)


def _page_stream(lines: list[str], *, foot: str) -> bytes:
    shown = b"\n".join(_pdf_string(line) + b" Tj T*" for line in lines)
    return b"BT /F1 11 Tf 16 TL 60 780 Td\n%s\nET\nBT /F1 9 Tf 270 40 Td %s Tj ET" % (shown, _pdf_string(foot))


def _pdf_string(text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b")"


def _pdf_file(objects: list[bytes]) -> bytes:
    body, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(body))
    )


def word(minutes: str) -> bytes:
    """Return a DOCX: blocks that start with `#` are headings, with `|` tables, the others paragraphs."""
    document = docx.Document()
    for block in minutes.strip().split("\n\n"):
        if block.startswith("|"):
            _add_table(document, [[cell.strip() for cell in row.strip("|").split("|")] for row in block.splitlines()])
        elif block.startswith("#"):
            heading = block.lstrip("#")
            document.add_heading(heading.strip(), level=len(block) - len(heading))
        else:
            document.add_paragraph(" ".join(block.splitlines()))
    written = BytesIO()
    document.save(written)
    return _without_clock(written)


def _add_table(document: docx.document.Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _without_clock(archive: BytesIO) -> bytes:
    written = BytesIO()
    with ZipFile(archive) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            target.writestr(ZipInfo(name, ZIP_EPOCH), source.read(name), ZIP_DEFLATED)
    return written.getvalue()


if __name__ == "__main__":
    report = pdf(PORTUGUESE_TITLE, paragraphs=PORTUGUESE_REPORT.strip().split("\n\n"))
    (SEEDS / "pt-porto.pdf").write_bytes(report)
    (SEEDS / "tr-kooperatif.docx").write_bytes(word(TURKISH_MINUTES))
