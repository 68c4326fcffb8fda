import pytest

from workers.text.alignment import rewrite
from workers.text.arabic import repair_presentation_forms, repair_tatweel


@pytest.mark.parametrize(
    ("forms", "letters"),
    [
        ("ﺳﻮﺭﻳﺎ", "سوريا"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("ﭘﺪﺭ", "پدر"),
        ("كتبﹰ", "كتبً"),
        ("ﹱ", "ً"),
    ],
)
def test_presentation_forms_become_letters(forms, letters):
    assert rewrite(forms, repair_presentation_forms(forms))[0] == letters


@pytest.mark.parametrize("sign", ["ﷺ", "﷼", "﷽", "﴾", "﴿"])
def test_signs_that_are_no_spelling_stay(sign):
    assert not list(repair_presentation_forms(sign))


@pytest.mark.parametrize(
    ("stretched", "plain"),
    [
        ("محـــمد", "محمد"),
        ("هـ", "ه"),
        ("بـِسم", "بِسم"),
        ("دمشق ـ وكالات", "دمشق - وكالات"),
        ("ـــــ", "-"),
    ],
)
def test_tatweel_goes_and_as_a_dash_becomes_one(stretched, plain):
    assert rewrite(stretched, repair_tatweel(stretched))[0] == plain
