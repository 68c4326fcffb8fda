from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.alignment import Segment
from workers.text.unicode import repair

CLEAN = [
    "Ein klarer Satz. Und noch einer!",
    "قالت الوزيرة إن المدينة آمنة، ثم عادت إلى دمشق.",
    "می‌روم و برمی‌گردم.",
    "यह एक वाक्य है। क्‍षमा",
    "今日は晴れです。\n\n明日は雨。",
    "Smile 👩‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "x² + ½ = ①, ㎏, ﷺ",
    "CAFÉ» «É» Пётр В.И. «ООО» Łódź ÓŁ",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_costs_no_edit(text):
    repaired = repair(text)
    assert repaired.text is text
    assert repaired.repairs == ()
    assert repaired.alignment.segments == ()


@pytest.mark.parametrize(
    ("raw", "canonical", "kinds"),
    [
        ("a\ud83d\ude00b\udc00", "a😀b\ufffd", {"surrogate_pair": 1, "lone_surrogate": 1}),
        ("a\x00b\x07c", "abc", {"control_character": 2}),
        ("e\u0301te\u0301", "été", {"canonical_form": 2}),
        ("ﻟﻠﻘﻮﺍﺕ", "للقوات", {"presentation_form": 6}),
        ("العـــربية", "العربية", {"tatweel": 1}),
        ("\ufeffa\u202eb\u200bc", "abc", {"byte_order_mark": 1, "bidi_control": 1, "zero_width": 1}),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", {"line_ending": 3}),
        ("  a \xa0 b \n \n\n c  ", "a b\n\nc", {"white_space": 4}),
        ("cafÃ©", "café", {"mojibake": 1}),
    ],
)
def test_each_kind_of_repair_is_made_and_counted(raw, canonical, kinds):
    repaired = repair(raw)
    assert repaired.text == canonical
    assert {made.kind: made.count for made in repaired.repairs} == kinds


def test_mojibake_of_mojibake_is_unwound():
    twice = "élève".encode().decode("cp1252").encode().decode("cp1252")
    assert repair(f"un {twice} doué").text == "un élève doué"


def test_tatweel_is_removed_but_offsets_point_at_the_original():
    raw = "إلى القـــوات اليوم"
    repaired = repair(raw)
    start = repaired.text.index("القوات")
    raw_start, raw_end = repaired.alignment.raw_span(start, start + len("القوات"))
    assert raw[raw_start:raw_end] == "القـــوات"


def test_repairs_of_all_passes_compose_to_one_alignment():
    raw = "\ufeffl\u00adE\u0301tat\r\n\r\n\r\nc\x00'est \xa0 moi"
    repaired = repair(raw)
    assert repaired.text == "lÉtat\n\nc'est moi"
    assert Segment(3, 5, 1, 2) in repaired.alignment.segments
    moi = repaired.text.index("moi")
    assert repaired.alignment.raw_span(moi, moi + 3) == (len(raw) - 3, len(raw))


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_repairing_repaired_text_changes_nothing(text):
    once = repair(text)
    twice = repair(once.text)
    assert twice.text is once.text
    assert twice.repairs == ()


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_repaired_text_can_be_encoded_and_has_no_stray_blanks(text):
    repaired = repair(text).text
    repaired.encode()
    assert repaired == repaired.strip()
    assert "\n\n\n" not in repaired
    assert "  " not in repaired


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_text_between_edits_is_the_submitted_one(text):
    repaired = repair(text)
    ends = Segment(len(text), len(text), len(repaired.text), len(repaired.text))
    for before, after in pairwise((Segment(0, 0, 0, 0), *repaired.alignment.segments, ends)):
        assert text[before.raw_end : after.raw_start] == repaired.text[before.end : after.start]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "\r",
        "é",
        "\u00e9\u0301",
        "\u200c",
        "क\u200d",
        "\ufeff",
        "ﻟ",
        "\U0001f600\u200d",
        "\u0301",
        "\u0301\u0316",
        "ـ",
        "\u200d",
        " ",
        "Ã",
        "ط",
        "\n",
        "\u1100\u1161",
    ],
)
def test_a_million_of_one_character_take_linear_time(unit):
    text = unit * (200_000 // len(unit))
    assert len(repair(text).text) <= len(text)
