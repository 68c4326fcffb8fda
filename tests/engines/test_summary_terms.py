import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.summary_terms import arabic_beginnings, beginnings, fold, pairs, term_reader


def test_folding_unites_case_punctuation_and_arabic_spellings():
    assert fold("The  Harbour, (old)") == " the harbour old "
    assert fold("إلى الأُسَر") == fold("الى الاسر")
    assert fold("کتاب علی") == fold("كتاب علي")


def test_folding_keeps_marks_that_tell_words_apart():
    assert fold("và") != fold("va")


@pytest.mark.parametrize("word", ["समाप्त", "বাংলা", "ภาษาไทย", "தமிழ்", "ខ្មែរ", "עִבְרִית", "é"])
def test_a_word_is_not_divided_at_its_marks(word):
    assert fold(f"{word} 12") == f" {word} 12 "


def test_a_danda_is_no_part_of_a_word():
    assert fold("समाप्त।") == " समाप्त "


def test_a_term_is_the_beginning_of_a_word():
    assert beginnings("The harbours of the harbour") == {"the", "harbo", "of"}


@pytest.mark.parametrize("word", ["المدينة", "والمدينة", "بالمدينة", "للمدينة", "فالمدينة", "ومدينة", "مدينة"])
def test_arabic_words_meet_without_their_clitics(word):
    assert arabic_beginnings(f"زار {word} أمس") == {"زار", "مدينه"[:5], "امس"}


def test_what_is_left_of_an_arabic_word_must_be_a_word():
    assert arabic_beginnings("وجد الو واحة") == {"وجد", "الو", "واحه"}


def test_ideographs_are_read_in_pairs():
    assert pairs("渔船回来了，港口") == {"渔船", "船回", "回来", "来了", "港口"}


@pytest.mark.parametrize(
    ("text", "reader"),
    [("渔船晚上回到了港口", pairs), ("the boats came home", beginnings), ("عادت القوارب", arabic_beginnings)],
)
def test_the_text_decides_how_its_sentences_are_read(text, reader):
    assert term_reader(text) is reader


@pytest.mark.parametrize("text", ["", "?!", " "])
def test_a_text_without_words_has_no_terms(text):
    assert term_reader(text)(text) == frozenset()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_terms_that_are_no_longer_than_a_beginning(text):
    assert all(0 < len(term) <= 5 for term in term_reader(text)(text))
