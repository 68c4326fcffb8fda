import pytest

from workers.text.languages.facts import CODES, all_facts, facts_of


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_a_file_of_clean_words(code):
    facts = facts_of(code)
    assert facts.code == code
    assert facts.starters or code == "th"
    for word in facts.abbreviations | facts.closing | facts.numeric | facts.starters:
        assert word == word.lower()
        assert not word.endswith(".")


@pytest.mark.parametrize(("tag", "code"), [("de-AT", "de"), ("pt_BR", "pt"), ("no", "nb"), ("ZH", None), ("tlh", None)])
def test_a_tag_is_found_by_its_language(tag, code):
    facts = facts_of(tag)
    assert (facts.code if facts else None) == code


def test_all_languages_of_the_table_are_loaded():
    assert [facts.code for facts in all_facts()] == list(CODES)
