import pytest

from workers.text.tokens_korean import particle_cuts


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("한국은", "한국"),
        ("정부는", "정부"),
        ("서울에서", "서울"),
        ("서울로", "서울"),
        ("국회에서는", "국회"),
        ("전문가", "전문가"),
        ("국무회의", "국무회의"),
        ("경기도", "경기도"),
        ("국가", "국가"),
        ("북한", "북한"),
        ("ㅋㅋㅋ에", "ㅋㅋㅋ에"),
    ],
)
def test_the_longest_particle_that_may_follow_the_last_syllable_is_cut(word, stem):
    cuts = list(particle_cuts(word, 0, len(word)))
    assert word[: cuts[0] if cuts else None] == stem
