import pytest

from workers.engines.name_endings import base_forms, based, suffix_end


@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("ru", "москве", "москва"),
        ("ru", "россии", "россия"),
        ("ru", "казани", "казань"),
        ("ru", "дамаска", "дамаск"),
        ("ru", "китаем", "китай"),
        ("uk", "києва", "київ"),
        ("uk", "україною", "україна"),
        ("pl", "warszawie", "warszawa"),
        ("pl", "niemczech", "niemcy"),
        ("cs", "praze", "praha"),
        ("hr", "zagrebu", "zagreb"),
        ("fi", "helsingissa", "helsinki"),
        ("hu", "budapesten", "budapest"),
        ("lt", "vilniuje", "vilnius"),
        ("kk", "қазақстанда", "қазақстан"),
        ("ko", "서울에서", "서울"),
        ("ka", "თბილისში", "თბილისი"),
        ("de", "berlins", "berlin"),
    ],
)
def test_case_forms_lead_to_the_name(language, word, base):
    assert base in [stem + ending for stem, ending in base_forms(word, language=language)]


@pytest.mark.parametrize(
    ("language", "word"), [("en", "москве"), ("und", "berlins"), ("ru", "а"), ("de", "as"), ("ru", "")]
)
def test_other_languages_and_short_words_have_no_case_forms(language, word):
    assert list(base_forms(word, language=language)) == []


@pytest.mark.parametrize(
    ("language", "text", "name", "whole"),
    [
        ("tr", "Türkiye'de kaldı", 7, 10),
        ("tr", "İstanbul’dan geldi", 8, 12),
        ("fi", "USA:ssa asuu", 3, 7),
        ("hr", "SAD-u treba", 3, 5),
        ("en", "Syria's army", 5, 5),
        ("hr", "Rijeka-centar", 6, 6),
    ],
)
def test_suffixes_that_a_sign_sets_off_belong_to_the_written_word(language, text, name, whole):
    assert suffix_end(text, name, language=language) == whole


def test_the_base_form_keeps_the_writers_spelling():
    assert based("Москв", "а", language="ru") == "Москва"
    assert based("МОСКВ", "а", language="ru") == "МОСКВА"
    assert based("Szíriá", "", language="hu") == "Szíria"
