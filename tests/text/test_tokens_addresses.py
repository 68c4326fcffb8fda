import pytest

from workers.text.tokens_addresses import addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/a?b=c&d=(e).", ["https://example.org/a?b=c&d=(e)"]),
        ("(http://example.org/x)", ["http://example.org/x"]),
        ("www.example.com, WWW.EXAMPLE.COM!", ["www.example.com", "WWW.EXAMPLE.COM"]),
        ("Booking.com and mail.example.co.org/path.", ["Booking.com", "mail.example.co.org/path"]),
        ("a.b+c@mail.example.museum; d@e.org", ["a.b+c@mail.example.museum", "d@e.org"]),
        ("ftp://user@example.org/file", ["ftp://user@example.org/file"]),
        ("请看http://example.org/页", ["http://example.org/"]),
        ("网站 http://example.org。好", ["http://example.org"]),
        ("a.b.c.d.e.f.com example.community @home a@b http://", []),
    ],
)
def test_addresses_stand_without_the_marks_around_them(text, expected):
    assert [text[start:end] for start, end in addresses(text, 0, len(text))] == expected


def test_addresses_are_sought_in_a_part_of_the_text_only():
    text = "a@b.org c@d.org e@f.org"
    assert list(addresses(text, 8, 15)) == [(8, 15)]
