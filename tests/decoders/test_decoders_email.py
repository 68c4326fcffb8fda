"""E-mail: which part is the text, what is listed, and mails that are malformed."""

from email.message import EmailMessage

import pytest

from schemas.document import Document
from workers.decoders.email_headers import readable_header
from workers.decoders.table import decode

PLAIN = b"Content-Type: text/plain; charset=%s\n\n%s"


def read(content, **fields):
    kind = {"text": content} if isinstance(content, str) else {"content": content}
    return decode(Document(media_type="message/rfc822", **kind, **fields))


def message(text="Hello there, this is the plain text.\n", subject="Subject"):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "anna@mail.example", "omar@mail.example"
    mail.set_content(text)
    return mail


def mixed(*parts):
    return (
        b"Content-Type: multipart/mixed; boundary=x\n\n"
        + b"".join(b"--x\n" + part + b"\n" for part in parts)
        + b"--x--"
    )


def test_the_subject_is_the_title_and_headers_are_no_text():
    decoded = read(message(subject="وصل القطار إلى المدينة عند الفجر ونزل منه ثلاثة رجال").as_bytes())
    assert decoded.title == "وصل القطار إلى المدينة عند الفجر ونزل منه ثلاثة رجال"
    assert decoded.text == "Hello there, this is the plain text."
    assert decoded.dropped == ("headers",)


def test_the_plain_form_is_preferred():
    mail = message()
    mail.add_alternative("<p>Hello there, this is the <b>rich</b> text.</p>", subtype="html")
    assert "plain" in read(mail.as_bytes()).text


@pytest.mark.parametrize("plain", ["", "\n", "Use another program.\n"])
def test_the_html_form_is_taken_when_the_plain_one_says_nothing(plain):
    mail = message(plain)
    mail.add_alternative("<p>One paragraph.</p>" + "<p>And the next, which is long enough.</p>" * 9, subtype="html")
    assert read(mail.as_bytes()).text.startswith("One paragraph.\nAnd the next")


def test_an_html_mail_keeps_all_its_text():
    mail = EmailMessage()
    mail.set_content("<html><body><div>Hi,</div><p>Short.</p><footer>Bye</footer></body></html>", subtype="html")
    assert read(mail.as_bytes()).text.split("\n") == ["Hi,", "Short.", "Bye"]


def test_attachments_and_inner_mails_are_listed():
    mail = message()
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="تقرير.pdf")
    mail.add_attachment("a,b", subtype="csv", filename="table.csv")
    mail.add_attachment(message("inner words"))
    decoded = read(mail.as_bytes())
    assert decoded.text == "Hello there, this is the plain text."
    found = [(attachment.name, attachment.media_type) for attachment in decoded.attachments]
    assert found == [("تقرير.pdf", "application/pdf"), ("table.csv", "text/csv"), (None, "message/rfc822")]
    assert decoded.attachments[0].size_bytes == 5


def test_images_beside_html_are_listed():
    related = (
        b"Content-Type: multipart/related; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>Hello</p>\n"
        b"--y\nContent-Type: image/png\nContent-ID: <a>\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n--y--"
    )
    decoded = read(related)
    assert decoded.text == "Hello"
    assert [(found.media_type, found.size_bytes) for found in decoded.attachments] == [("image/png", 5)]


@pytest.mark.parametrize("codec", ["windows-1256", "iso-8859-6", "utf-8"])
@pytest.mark.parametrize("declared", ["same", "no-such-charset", "utf-8"])
def test_charsets_declared_or_not_are_read(codec, declared):
    text = "وصل القطار إلى المدينة عند الفجر، ونزل منه ثلاثة رجال."
    content = text.encode(codec.replace("windows-", "cp"))
    assert read(PLAIN % (codec.encode() if declared == "same" else declared.encode(), content)).text == text


def test_text_that_was_decoded_before_is_read_again():
    assert read("Content-Type: text/plain; charset=iso-8859-6\n\nمرحبا").text == "مرحبا"


def test_flowed_text_is_joined():
    mail = b"Content-Type: text/plain; format=flowed\n\nThis is \nflowed text.\n\nNext\n-- \nSignature"
    assert read(mail).text == "This is flowed text.\n\nNext\n-- \nSignature"


def test_language_is_taken_from_its_header():
    assert read(b"Content-Language: ar-SY\n\nx").language == "ar-SY"


def test_several_text_parts_are_joined_with_their_repairs():
    parts = [PLAIN % (b"utf-8", "été été ".encode() + b"\xff"), PLAIN % (b"utf-8", "né né ".encode() + b"\xfe")]
    decoded = read(mixed(*parts))
    assert decoded.text == "été été \ufffd\n\nné né \ufffd"
    assert [(repair.kind, repair.count) for repair in decoded.repairs] == [("undecodable_byte", 2)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        ("=?utf-8?B?2YXYsdit?= =?utf-8?B?2KjYpw==?= x", "مرحبا x"),
        ("=?utf-8?q?caf=C3?=\n =?utf-8?q?=A9?=", "café"),
        ("=?iso-8859-6?Q?=E5=D1=CD=C8=C7?=", "مرحبا"),
        ("=?utf-8*en?Q?a_b?=", "a b"),
        ("=?nope?Q?a_b?=", "a b"),
        ("=?utf-8?B?A?= =?utf-8?B?%%%?=", "A"),
        ("=?utf-8?B?YQ?=", "a"),
        ("مرحبا", "مرحبا"),
        ("a\r\n\tb", "a b"),
    ],
)
def test_headers_are_made_readable(value, text):
    assert readable_header(value) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"no headers at all", "no headers at all"),
        (b"\n\nSubject: x\n\nbody", "body"),
        (b"\xef\xbb\xbfSubject: x\n\nbody", "body"),
        (b"Content-Type: multipart/mixed\n\nno boundary", "no boundary"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nnever closed", "never closed"),
        (b"Content-Type: text/plain; charset\n\nbody", "body"),
        (b"Content-Type: ;;;\n\nbody", "body"),
        (b"Content-Transfer-Encoding: base64\n\n!!!", "!!!"),
        (b"Content-Transfer-Encoding: x-unknown\n\nbody", "body"),
        (b"Content-Type: text/plain; charset*9*=x''y\n\nbody", "body"),
        (b"From a@b Mon Jan 1 00:00:00 2024\nSubject: x\n\nbody", "body"),
    ],
)
def test_malformed_mails_are_read_as_far_as_they_go(content, text):
    assert read(content).text == text


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: message/rfc822\n\n" * 20_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3_000)),
        b"Content-Type: text/plain; " + b"a=b;" * 200_000 + b"\n\nx",
        b"Content-Type: text/plain; " + b"".join(b"a*%d=b;" % i for i in range(50_000)) + b"\n\nx",
        b"Subject: " + b"=?a?q?" * 200_000 + b"\n\nx",
        b"X: y\n" + b" fold\n" * 100_000 + b"\nx",
        mixed(*[b"\nx"] * 5_000),
        b"x" * 2_000_000,
    ],
    ids=["inner mails", "nested parts", "parameters", "continued parameters", "words", "folds", "parts", "line"],
)
@pytest.mark.timeout(20)
def test_mails_made_to_hurt_are_read(content):
    assert len(read(content).attachments) <= 1_000
