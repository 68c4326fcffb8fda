"""E-mail addresses, URLs, IP addresses, IBANs and telephone numbers."""

import pytest

from schemas.entities import AddressValue
from workers.engines import Reading
from workers.engines.addresses_bank import find_ibans, is_iban
from workers.engines.addresses_network import find_ip_addresses
from workers.engines.addresses_phone import find_phones
from workers.engines.addresses_web import find_emails, find_urls
from workers.engines.patterns_passage import Passage


def found(finder, text: str, *, language: str = "en") -> list[tuple[str, str]]:
    """Return (span, canonical address)."""
    candidates = list(finder(Passage(Reading(text, language=language))))
    assert all(isinstance(candidate.value, AddressValue) for candidate in candidates)
    return [(text[candidate.start : candidate.end], candidate.value.address) for candidate in candidates]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("See https://example.com/a_(b).", "https://example.com/a_(b)"),
        ("(http://www.example.com/x?y=1)", "http://www.example.com/x?y=1"),
        ("at www.example.com!", "www.example.com"),
        ("https://example.comوقال", "https://example.com"),
        ("https://example.com/newsوقال", "https://example.com/news"),
        ("https://ar.example.org/wiki/سوريا، ثم", "https://ar.example.org/wiki/سوريا"),
        ("详见https://example.com/path。", "https://example.com/path"),
        ("https://bücher.example/straße?ä=ö", "https://bücher.example/straße?ä=ö"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("<https://example.com>", "https://example.com"),
        ("http://localhost:8080/x,", "http://localhost:8080/x"),
        ("“https://example.com”", "https://example.com"),
    ],
)
def test_urls_end_where_they_end(text: str, span: str) -> None:
    assert found(find_urls, text) == [(span, span)]


def test_scheme_and_host_are_written_small_in_the_value() -> None:
    assert found(find_urls, "HTTPS://Example.COM/Path") == [("HTTPS://Example.COM/Path", "https://example.com/Path")]


@pytest.mark.parametrize(
    "text", ["http://", "http:///x", "www.", "www. example", "http://a", "awww.example.com", "ftp.x.y"]
)
def test_what_is_no_url(text: str) -> None:
    assert found(find_urls, text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("to info@example.org.", "info@example.org"),
        ("info@example.comوقال", "info@example.com"),
        ("البريدinfo@example.com", "info@example.com"),
        ("邮箱：abc@example.com，", "abc@example.com"),
        ("user@bücher.example", "user@bücher.example"),
        ("δοκιμή@παράδειγμα.gr", "δοκιμή@παράδειγμα.gr"),
        ("a.b+c@sub.example.co.uk!", "a.b+c@sub.example.co.uk"),
        ("mailto:x@example.org", "x@example.org"),
    ],
)
def test_emails(text: str, address: str) -> None:
    assert found(find_emails, text) == [(address, address)]


@pytest.mark.parametrize(
    "text", ["@user", "a@b", "a@b.c", "x@@y.com", "a.@example.com", "a..b@example.com", "@@@@", "a@1.2"]
)
def test_what_is_no_email(text: str) -> None:
    assert found(find_emails, text) == []


@pytest.mark.parametrize(
    ("text", "span", "address"),
    [
        ("host 192.168.0.1.", "192.168.0.1", "192.168.0.1"),
        ("10.0.0.0/8", "10.0.0.0", "10.0.0.0"),
        ("1.2.3.4:80", "1.2.3.4", "1.2.3.4"),
        ("2001:DB8:0:0::1 up", "2001:DB8:0:0::1", "2001:db8::1"),
        ("::ffff:1.2.3.4", "::ffff:1.2.3.4", "::ffff:1.2.3.4"),
        ("fe80::1,", "fe80::1", "fe80::1"),
    ],
)
def test_ip_addresses(text: str, span: str, address: str) -> None:
    assert [pair[0] for pair in found(find_ip_addresses, text)] == [span]


@pytest.mark.parametrize(
    "text", ["300.1.1.1", "1.2.3", "1.2.3.4.5", "v1.2.3.4", "version 1.2.3.4", "10:20:30", "std::dec", "::"]
)
def test_what_is_no_ip_address(text: str) -> None:
    assert found(find_ip_addresses, text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00 and", "DE89 3704 0044 0532 0130 00"),
        ("GB82WEST12345698765432.", "GB82WEST12345698765432"),
        ("آيبان SA03 8000 0000 6080 1016 7519", "SA03 8000 0000 6080 1016 7519"),
    ],
)
def test_ibans(text: str, span: str) -> None:
    assert found(find_ibans, text) == [(span, span.replace(" ", ""))]


@pytest.mark.parametrize(
    "text",
    ["DE89 3704 0044 0532 0130 01", "DE89 3704 0044", "ZZ89370400440532013000", "XDE89370400440532013000", "DE89"],
)
def test_what_is_no_iban(text: str) -> None:
    assert found(find_ibans, text) == []


def test_the_checksum_notices_each_changed_digit() -> None:
    iban = "DE89370400440532013000"
    assert is_iban(iban)
    changed = (iban[:i] + str((int(iban[i]) + 1) % 10) + iban[i + 1 :] for i in range(2, len(iban)))
    assert not any(is_iban(other) for other in changed)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "問い合わせは電話+81 3-4567-8901まで。", ("+81 3-4567-8901", "+81345678901")),
        ("th", "โทร+66 2 123 4567ได้", ("+66 2 123 4567", "+6621234567")),
        ("en", "Call +44 20 7946 0958.", ("+44 20 7946 0958", "+442079460958")),
        ("ar", "هاتف ٠٠٩٦٣١١٢٢٢٣٣٣٣", ("٠٠٩٦٣١١٢٢٢٣٣٣٣", "+963112223333")),
        ("ar", "+963 (11) 222-3333", ("+963 (11) 222-3333", "+963112223333")),
        ("he", "טלפון: 03-6957361", ("03-6957361", "+97236957361")),
        ("fr-FR", "Tél. 01 42 68 53 00. Merci", ("01 42 68 53 00", "+33142685300")),
        ("zh", "电话：+86 10 6552 9988。", ("+86 10 6552 9988", "+861065529988")),
    ],
)
def test_phones(language: str, text: str, expected: tuple[str, str]) -> None:
    assert found(find_phones, text, language=language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Call 020 7946 0958"),
        ("de", "05.08.2018 und 2014-2018"),
        ("tr", "1.600.000 lira ve 1 600 000"),
        ("he", "123456789"),
        ("en", "+1 000 000 0000"),
        ("en", "1" * 1000),
        ("pl", "12 345 678 zł"),
    ],
)
def test_what_is_no_phone(language: str, text: str) -> None:
    assert found(find_phones, text, language=language) == []
