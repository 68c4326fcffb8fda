import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.language_likelihood import load_language_tables
from workers.engines.language_scripts import is_written_in

TABLES = load_language_tables()


def likeliest(words: str, *, script: str = "Latn") -> str:
    return next(iter(TABLES.ask(words, script=script).places))


@pytest.mark.parametrize(
    ("words", "script", "language"),
    [
        ("the weather is fine", "Latn", "en"),
        ("das Wetter ist schön", "Latn", "de"),
        ("погода сегодня хорошая", "Cyrl", "ru"),
        ("погода сьогодні гарна", "Cyrl", "uk"),
        ("الطقس جميل اليوم", "Arab", "ar"),
        ("امروز هوا خوب است", "Arab", "fa"),
        ("gde su deca bila prošle nedelje", "Latn", "sr"),
        ("gdje su djeca bila prošli tjedan", "Latn", "hr"),
    ],
)
def test_the_language_that_writes_such_runs_is_the_likeliest(words, script, language):
    assert likeliest(words, script=script) == language


def test_only_languages_of_the_script_are_asked():
    assert set(TABLES.ask("погода", script="Cyrl").places) == {"be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"}


def test_a_script_without_tables_has_no_likelihoods():
    likely = TABLES.ask("ሰላም", script="Ethi")
    assert likely.best is None
    assert likely.of("en") is None


def test_a_hidden_language_is_as_one_that_the_tables_do_not_have():
    likely = TABLES.ask("the weather is fine", script="Latn").without("en")
    assert likely.of("en") is None
    assert likely.best is not None


def test_a_language_knows_nearly_all_runs_of_its_words_and_few_of_noise():
    assert TABLES.ask("together with other people", script="Latn").of("en").known > 0.95
    assert TABLES.ask("qxzvkj wrtpsd hjkqx", script="Latn").of("en").known < 0.4


@given(st.text(max_size=80), st.sampled_from(["Latn", "Cyrl", "Arab", "Deva"]))
def test_any_text_has_a_likelihood_for_each_language_of_the_script(words, script):
    likely = TABLES.ask(words, script=script)
    assert set(likely.places) == {tag for tag in TABLES.languages if is_written_in(tag, script=script)}
    assert all(one.runs <= 0 and 0 <= one.known <= 1 for one in map(likely.of, likely.places))
