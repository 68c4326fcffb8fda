"""The country that a document's telephone numbers and web addresses tell."""

import pytest

from workers.engines import Reading
from workers.engines.addresses_country import document_country
from workers.engines.addresses_phone import find_phones
from workers.engines.patterns_passage import Passage


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Mairie de Paris, www.example.fr", "FR"),
        ("office@example.co.uk", "GB"),
        ("call +963 11 222 3344 or", "SY"),
        ("+44 20 7946 0018", "GB"),
        ("www.example.fr and www.example.de", None),
        ("+1 415 555 2671", None),
        ("this is.it and so on", None),
        ("example.io", None),
        ("nothing", None),
    ],
)
def test_a_country_is_told_only_where_one_is_meant(text: str, country: str | None) -> None:
    assert document_country(Passage(Reading(text))) == country


def test_a_national_number_is_of_the_country_of_the_document() -> None:
    text = "Mairie de Paris, tél. 01 42 68 53 00, www.example.fr"
    (found,) = find_phones(Passage(Reading(text, language="fr")))
    assert found.canonical == "+33142685300"
