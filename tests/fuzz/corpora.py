"""What a fuzzer begins with: the documents of seeds/, cut to its size, small samples, and dictionaries."""

import json
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from tests.decoders.pdf_files import make_image_pdf, make_pdf, make_visual_pdf
from tests.fuzz.properties import MARKER
from tests.fuzz.targets import Target

SEEDS = Path(__file__).parents[2] / "seeds"

_M = MARKER.encode()
_ENTRY = {
    "id": "a-1",
    "text": f"{MARKER} lives in Berlin.",
    "title": MARKER,
    "language_hint": "de",
    "published_at": "2020-05-03T10:00:00Z",
    "priority": "high",
    "metadata": {"k": "v"},
    "options": {"stages": ["normalize", "summarize"], "summary": {"sentences": 2}, "entities": {"min_score": 0.5}},
}
_SAMPLES: dict[str, tuple[bytes, ...]] = {
    "html": (
        b"<html lang=de><head><title>T</title><meta charset=utf-8></head><body><p>Ein Satz von " + _M + b".</p></body>",
        b"<table><tr><td>a<td>b</table><ul><li>x<li>y</ul><pre> z </pre><script>var x</script>&amp;&#x41;&nbsp;",
        b"<article><h1>H</h1><p>one. two.</p><nav><a href=#>n</a></nav></article><!-- c --><noscript>n</noscript>",
    ),
    "xml": (
        b'<?xml version="1.0" encoding="utf-8"?><rss><channel><title>T</title><item><description>'
        + _M
        + b"</description>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;<![CDATA[x]]><!-- y --><?pi z?></a>',
    ),
    "docx": (
        b"<w:r><w:t>" + _M + b"</w:t><w:tab/><w:br/></w:r>",
        b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:del><w:t>x</w:t></w:del>",
        b'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a><t>b</t></a>',
    ),
    "email": (
        b"Subject: =?utf-8?B?"
        b"w6k="
        b"?=\nContent-Type: text/plain; charset=latin-1; format=flowed\n\n" + _M + b" \nx\n-- \ny",
        b"Content-Type: multipart/alternative; boundary=x\n\n--x\n\na\n--x\nContent-Type: text/html\n\n<p>b\n--x--\n",
        (
            b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Transfer-Encoding: base64\n\nYQ==\n'
            b"--b\nContent-Disposition: attachment; filename*0*=utf-8''%C3; filename*1=x\nContent-Type: image/png\n\nx\n--b--"
        ),
        b"Content-Transfer-Encoding: quoted-printable\nContent-Language: de\n\n=C3=A9=\n=ZZ\n",
    ),
    "media_type": (
        b"a.txt\nhello",
        b"x.docx\nPK\x03\x04word/document.xml",
        b"\n%PDF-1.4\n",
        b"m\nReceived: x\n\ny",
        b"\xff\xfea\0",
    ),
    "facts": tuple(
        b"\x02" + text.encode()
        for text in (
            "on 3 May 2020, 5-7 June 2021, yesterday at 10:30",
            "٣ أيار ٢٠٢٠ و ١٢ رمضان ١٤٤٠هـ في درعا",
            "$3.5 million, 1.234,56 €, 20 °C, 5 km², ¥1万",
            "a@b.example https://x.example/a?b=(c) +49 30 123456 192.0.2.1 ::1 DE89370400440532013000",
            "２０２０年５月３日 令和2年 3月 民國109年",
            "۱۲ خرداد ۱۳۹۹ تهران",
            "2020-05-03T10:00:00Z 03/05/2020 3.5.20 Q3 2020 1990s",
            f"{MARKER} in Berlin, Paris, Texas and the city of Reading; Москва, 北京, دمشق",
        )
    ),
    "entry": (
        json.dumps(_ENTRY).encode(),
        b'{"content":"WmVicmFmaW5r","media_type":"text/html","charset":"utf-8"}',
        b'{"text":"\\ud800 \\u0000","source":"x:y","batch":"b","published_at":1}',
        b'[{"text":' + b"[" * 40,
    ),
    "contract": tuple(
        bytes([kind]) + body
        for kind, body in enumerate(
            (
                b'{"stages":["summarize"],"summary":{"max_characters":100},"expires_after":60}',
                json.dumps(_ENTRY).encode(),
                b'{"id":"a","status":"completed","provenance":{"version":"1"},"annotations":{"a":[1e400]}}',
                b'{"engine":"a","engine_version":"1","text":"a","normalization":{"media_type":"a/b","encoding_source":"bom"}}',
                b'{"engine":"a","engine_version":"1","language":{"tag":"de","confidence":1,"segments":[]}}',
                (
                    b'{"engine":"a","engine_version":"1","entities":[{"id":"e","label":"DATE","canonical":"c","mentions":[{"start":0,'
                    b'"end":1,"text":"a","score":1,"source":"s"}],"value":{"kind":"quantity","number":1.5}}]}'
                ),
                b'{"engine":"a","engine_version":"1","summary":{"text":"a","method":"whole","sentences":[]}}',
                b'{"type":"published","entry":"1-0"}',
                b'{"entry":"1-0","revision":0,"code":"internal","message":"m","retry_helps":false,"attempts":1,"failed_at":0}',
            )
        )
    ),
}
_SUFFIXES = {"text": (".txt",), "html": (".html",), "email": (".eml",)}
_DICTIONARIES: dict[str, tuple[str, ...]] = {
    "text": (
        MARKER, "Dr. ", "z. B. ", "\n\n", "\r\n", " ", "\u200d", "\u200c", "\ufeff", "\u202e", "e\u0301", "ـ", "ﷺ", "Ã©", "â€™",
        "ط§ظ„", "د", "می", "क्", "ไทย", "日本", "한", "👩‍👧", "\u1100\u1161", "\u0344", "İ", "ß", "ﬁ", "؟", "。", "।", "12", "٣", "»", "«",
    ),
    "facts": (
        "May", "2020", "yesterday", "أيار", "رمضان", "هـ", "年", "月", "日", "%", "€", "$", "km", "°C", "万", "million", "@", "https://",
        "+49 ", "DE89", "::", "/", "-", ":", "BC", "г.", "в ", "من", " to ", "Berlin", "دمشق", "北京", "Texas", MARKER, "٫", "٬", "⅓", "²",
    ),
    "html": (MARKER, "<p>", "</p>", "<table>", "<td>", "<script>", "</script>", "<!--", "-->", "&#", ";", "<title>", "charset=", "lang=",
             "<svg>", "<template>", "<br>", "<a href=", "<article>", "<pre>", "utf-16", "<![CDATA[", "<plaintext>"),
    "xml": (MARKER, "<?xml ", "encoding=", "utf-16", "<![CDATA[", "]]>", "<!DOCTYPE ", "<!ENTITY ", "&#0;", "<a>", "</a>", "xmlns:", "<title>"),
    "pdf": ("obj", "endobj", "stream", "endstream", "/Length", "/Kids", "/Count", "/Type", "/Page", "xref", "trailer", "startxref", "/Font",
            "/FlateDecode", "/Encrypt", "Tj", "BT", "ET", "BI", "ID", "EI", "/ToUnicode", "/Contents", " 0 R", "<<", ">>", "/Title"),
    "docx": (MARKER, "<w:t>", "</w:t>", "<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:tab/>", "<w:br/>", "<w:del>", "</w:del>",
             "<!DOCTYPE ", "&#x", ";", "<mc:Fallback>", "<w:instrText>", "<w:pPr/>", "<![CDATA[", "]]>", "encoding="),
    "archive": ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "word/document.xml", "_rels/.rels", "docProps/core.xml", "word/media/x"),
    "email": (MARKER, "Content-Type: ", "multipart/mixed", "; boundary=", "\n--x\n", "\n--x--\n", "text/html", "=?utf-8?B?", "=?x?Q?", "?=", "charset=",
              "Content-Transfer-Encoding: ", "base64", "quoted-printable", "filename*0*=", "message/rfc822", "format=flowed", "Subject: ",
              "x-uuencode", "\nbegin 644 x\n", "name=", "\n\n"),
    "entry": (MARKER, '"text":', '"content":', '"options":', '"id":', '"metadata":', '"published_at":', '"\\ud800"', "null", "NaN", "1e999", "{}", "[]", ","),
}  # fmt: skip
_DICTIONARIES["media_type"] = _DICTIONARIES["archive"] + _DICTIONARIES["pdf"]
_DICTIONARIES["contract"] = _DICTIONARIES["entry"]


def seeds_of(target: Target) -> tuple[bytes, ...]:
    """Return the first inputs of a target, none longer than it takes."""
    return tuple(dict.fromkeys(seed[: target.max_bytes] for seed in _seeds(target.seeds)))


def dictionary_of(target: Target) -> tuple[bytes, ...]:
    """Return the words that a fuzzer may put into its inputs."""
    return tuple(word.encode() for word in _DICTIONARIES[target.seeds])


@cache
def _seeds(kind: str) -> tuple[bytes, ...]:
    return (*_SAMPLES.get(kind, ()), *_files(kind), *_MADE.get(kind, tuple)())


def _files(kind: str) -> Iterator[bytes]:
    """Yield short pieces of the seeds of a kind: fuzzers learn little from long ones."""
    for path in sorted(SEEDS.iterdir()):
        if path.suffix in _SUFFIXES.get(kind, ()):
            content = path.read_bytes()
            yield from (content[start : start + 160] for start in range(0, min(len(content), 320), 160))


def _pdfs() -> tuple[bytes, ...]:
    return make_pdf([["Hello " + MARKER]], title="t"), make_visual_pdf("אב"), make_image_pdf()


def _archives() -> tuple[bytes, ...]:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("_rels/.rels", '<R><Relationship Type="x/officeDocument" Target="word/d.xml"/></R>')
        archive.writestr("word/d.xml", f"<d><p><t>{MARKER}</t></p></d>")
        archive.writestr("docProps/core.xml", f"<c><title>{MARKER}</title><language>de</language></c>")
    return (held.getvalue(),)


_MADE = {"pdf": _pdfs, "archive": _archives}
