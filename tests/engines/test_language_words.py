import pytest

from workers.engines.language_words import word_votes


@pytest.mark.parametrize(
    ("text", "winner", "losers"),
    [
        ("tko je bio ovdje tijekom tjedna", "hr", ("sr", "bs")),
        ("ko je bio ovde tokom nedelje", "sr", ("hr", "bs")),
        ("historija se uči svake sedmice u općini", "bs", ("hr", "sr")),
        ("bahwa uang itu bisa", "id", ("ms",)),
        ("bahawa wang itu boleh", "ms", ("id",)),
        ("jeg er ikke hjemme nå", "nb", ("nn",)),
        ("eg er ikkje heime no", "nn", ("nb", "da")),
        ("hvad er det for noget", "da", ("nb", "nn")),
    ],
)
def test_everyday_words_tell_close_languages_apart(text, winner, losers):
    votes = word_votes(text.split(), languages=[winner, *losers])
    assert votes[winner] > 0
    assert all(votes[loser] < 0 for loser in losers)


def test_a_stem_stands_for_its_inflections():
    assert word_votes(["sveučilištima"], languages=["hr"])["hr"] > 0


def test_languages_without_close_rivals_get_no_vote():
    assert word_votes(["der", "die", "das"], languages=["de"]) == {"de": 0.0}
