"""Which encoding bytes are in: tables over our own sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.text import EncodingSource
from tests.decoders.charset_samples import SAMPLES
from workers.decoders.charset import read_bytes
from workers.decoders.charset_names import codec_for, public_name

LEGACY = [(language, codec) for language, (_, codecs) in SAMPLES.items() for codec in codecs]
WIDE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def sample(language, codec):
    content = SAMPLES[language][0].encode(codec, "ignore")
    return content, content.decode(codec)


@pytest.mark.parametrize(("language", "codec"), LEGACY)
def test_a_legacy_encoding_is_detected(language, codec):
    content, text = sample(language, codec)
    read = read_bytes(content, declared=None)
    assert (read.text, read.repairs) == (text, ())
    assert read.encoding.source == EncodingSource.DETECTED


@pytest.mark.parametrize(("language", "codec"), [pair for pair in LEGACY if pair[1] != "iso2022_jp"])
def test_sixty_bytes_are_enough(language, codec):
    content, _ = sample(language, codec)
    start = content.find(b" ") + 1
    piece = content[start : start + 60].decode(codec, "ignore").encode(codec)
    assert read_bytes(piece, declared=None).text == piece.decode(codec)


@pytest.mark.parametrize(("language", "codec"), LEGACY)
def test_a_true_declaration_is_believed(language, codec):
    content, text = sample(language, codec)
    read = read_bytes(content, declared=codec)
    assert (read.text, read.encoding.source, read.warnings) == (text, EncodingSource.DECLARED, ())


@pytest.mark.parametrize(
    ("language", "codec"), [pair for pair in LEGACY if pair[1] not in ("latin_1", "cp1252", "iso2022_jp")]
)
def test_a_default_of_the_server_is_overruled_with_a_warning(language, codec):
    content, text = sample(language, codec)
    read = read_bytes(content, declared="iso-8859-1")
    assert read.text == text
    assert read.encoding.name == "windows-1252" or [warning.code for warning in read.warnings] == ["charset_overruled"]


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("codec", WIDE)
def test_unicode_is_read_without_a_mark(language, codec):
    content, text = sample(language, codec)
    read = read_bytes(content, declared=None)
    assert (read.text, read.encoding.name) == (text, codec)


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_a_byte_order_mark_decides_and_is_no_text(codec, name):
    read = read_bytes("سلام hello".encode(codec), declared="windows-1252")
    assert read.text == "سلام hello"
    assert (read.encoding.name, read.encoding.source) == (name, EncodingSource.BOM)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("café", "cp1252"),
        ("20 °C", "cp1252"),
        ("price £5", "cp1252"),
        ("don’t", "cp1252"),
        ("© 2026", "cp1252"),
        ("“Hello”", "cp1252"),
        ("ÄRGER IN MÜNCHEN", "cp1252"),
        ("МОСКВА СТОЛИЦА", "cp1251"),
        ("Ελλάδα", "cp1253"),
        ("مرحبا", "cp1256"),
        ("中国", "gb18030"),
        ("안녕", "cp949"),
    ],
)
def test_a_few_letters_are_read(text, codec):
    assert read_bytes(text.encode(codec), declared=None).text == text


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("declared", [None, "windows-1256", "utf-8"])
def test_damaged_utf_8_stays_utf_8(language, declared):
    content = SAMPLES[language][0].encode()
    damaged = content[:40] + b"\xff\xfe" + content[40:] + b"\xc3"
    read = read_bytes(damaged, declared=declared)
    assert read.encoding.name == "utf-8"
    assert read.text.startswith(SAMPLES[language][0][:10])
    assert [repair.kind for repair in read.repairs] == ["undecodable_byte"]


def test_replaced_bytes_are_counted_but_not_those_that_were_sent():
    read = read_bytes("été \ufffd été ".encode() + b"\xff", declared=None)
    assert read.text == "été \ufffd été \ufffd"
    assert [(repair.kind, repair.count) for repair in read.repairs] == [("undecodable_byte", 1)]


def test_surrogate_pairs_in_utf_8_are_joined():
    read = read_bytes(b"a\xed\xa0\xbd\xed\xb8\x80b", declared=None)
    assert read.text == "a\U0001f600b"
    assert [(repair.kind, repair.count) for repair in read.repairs] == [("surrogate_pair", 1)]


def test_ascii_with_a_zero_byte_is_not_utf_16():
    assert read_bytes(b"hello\x00world, well", declared=None).text == "hello\x00world, well"


@pytest.mark.parametrize("declared", ["no-such-charset", "rot13", "idna", "x" * 40, "a b", "undefined"])
def test_an_unknown_charset_is_ignored_with_a_warning_that_does_not_repeat_it(declared):
    read = read_bytes("été".encode(), declared=declared)
    assert read.text == "été"
    assert [warning.code for warning in read.warnings] == ["unknown_charset"]
    assert declared not in read.warnings[0].message


def test_random_bytes_become_replacements():
    content = bytes((index * 7919 + index // 3 * 104_729) % 256 for index in range(2_000))
    read = read_bytes(content, declared=None)
    assert read.encoding.confidence is not None
    assert read.text


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        ("gb2312", "gb18030"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("windows-1256", "windows-1256"),
        ("cp1256", "windows-1256"),
        ("KOI8-R", "koi8-r"),
        ('"utf8"', "utf-8"),
    ],
)
def test_names_are_understood_as_browsers_do(declared, name):
    codec = codec_for(declared)
    assert codec is not None
    assert public_name(codec) == name


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1256", "utf-16", "utf-7", "gbk", "iso-2022-jp"]))
def test_any_bytes_become_text_that_can_be_encoded(content, declared):
    read = read_bytes(content, declared=declared)
    assert read.text.encode("utf-8").decode("utf-8") == read.text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_utf_8_comes_back_as_it_was(text):
    content = text.encode("utf-8", "ignore")
    read = read_bytes(content, declared=None)
    if read.encoding.source == EncodingSource.UTF_8:
        assert read.text == content.decode("utf-8")
    else:
        assert any(ord(character) < 0x20 or character == "\ufeff" for character in text)


@pytest.mark.parametrize(
    ("content", "replaced"),
    [
        (b"plain words \xff\xfe and more words", 2),
        (b"Hello \xff world", 1),
        (b"bad \xc3\x28 bytes", 1),
        (b"hello \xe2\x28\xa1 there", 2),
    ],
)
def test_a_few_damaged_bytes_in_plain_text_are_damage_not_letters(content: bytes, replaced: int) -> None:
    read = read_bytes(content, declared=None)
    assert read.encoding.name == "utf-8"
    assert [(repair.kind, repair.count) for repair in read.repairs] == [("undecodable_byte", replaced)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xe9 au lait", "café au lait"),
        (b"se\xf1or", "señor"),
        (b"na\xefve", "naïve"),
        (b"5 \x80 each", "5 € each"),
    ],
)
def test_a_single_letter_of_a_latin_encoding_is_read(content: bytes, text: str) -> None:
    assert read_bytes(content, declared=None).text == text
