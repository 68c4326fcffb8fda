from itertools import pairwise

import pytest

from workers.text.languages.facts import facts_of
from workers.text.tokens_clitics import clitic_cuts


@pytest.mark.parametrize(
    ("language", "word", "pieces"),
    [
        ("fr", "Qu’aujourd'hui", "Qu’|aujourd'hui"),
        ("fr", "a-t-il", "a|-|t|-|il"),
        ("fr", "n'est-ce", "n'|est|-|ce"),
        ("fr", "presqu'île", "presqu'île"),
        ("en", "they'll", "they|'ll"),
        ("en", "don't", "don't"),
        ("pt", "disse‑me", "disse|‑|me"),
        ("ca", "donar-n'hi", "donar|-|n|'hi"),
    ],
)
def test_a_word_is_cut_after_its_proclitics_and_before_its_enclitics(language, word, pieces):
    bounds = [0, *clitic_cuts(facts_of(language), word, 0, len(word)), len(word)]
    assert "|".join(word[start:end] for start, end in pairwise(bounds)) == pieces
