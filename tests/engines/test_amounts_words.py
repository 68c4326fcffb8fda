"""Amounts whose number is spelled out, in all kinds of scripts, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.entities import MoneyValue, QuantityValue
from workers.engines import Reading
from workers.engines.amounts import find_amounts
from workers.engines.patterns_passage import Passage

Amount = tuple[str, float | None, str | None]


def amounts(language: str, text: str) -> list[Amount]:
    """Return (span, number, unit or currency) of all amounts."""
    found: list[Amount] = []
    for candidate in find_amounts(Passage(Reading(text, language=language))):
        span, value = text[candidate.start : candidate.end], candidate.value
        if isinstance(value, QuantityValue):
            found.append((span, value.number, value.unit))
        elif isinstance(value, MoneyValue):
            found.append((span, value.amount, value.currency))
        else:
            found.append((span, None, None))
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "شارك ثلاثة آلاف شخص في المسيرة", ("ثلاثة آلاف شخص", 3000, "person")),
        ("ar", "بستمائة مليون ريال سعودي", ("بستمائة مليون ريال سعودي", 600_000_000, "SAR")),
        ("ar", "صادرت الجمارك طنين من التبغ", ("طنين", 2, "t")),
        ("ar", "أصيب شخصان بجروح", ("شخصان", 2, "person")),
        ("da", "steg med femogtyve procent", ("femogtyve procent", 25, "%")),
        ("de", "kostet zwanzig Euro", ("zwanzig Euro", 20, "EUR")),
        ("de", "noch fünfundzwanzig Kilometer", ("fünfundzwanzig Kilometer", 25, "km")),
        ("en", "it numbers twelve thousand cows", ("twelve thousand", 12_000, None)),
        ("en", "more than a million people", ("a million people", 1_000_000, "person")),
        ("en", "weighed 2½ kg", ("2½ kg", 2.5, "kg")),
        ("en", "the calf weighed 150 pounds", ("150 pounds", 150, "lb")),
        ("es", "pagó ochocientos mil pesos", ("ochocientos mil pesos", 800_000, None)),
        ("fa", "بیست و پنج نفر", ("بیست و پنج نفر", 25, "person")),
        ("fr", "soixante et onze kilomètres", ("soixante et onze kilomètres", 71, "km")),
        ("he", "חמש מאות שקלים", ("חמש מאות שקלים", 500, "ILS")),
        ("hi", "दो लाख रुपये", ("दो लाख रुपये", 200_000, "INR")),
        ("hu", "12,5 százalékkal", ("12,5 százalékkal", 12.5, "%")),
        ("it", "2 milioni e 749 mila euro", ("2 milioni e 749 mila euro", 2_749_000, "EUR")),
        ("ja", "罰金は三万円だった", ("三万円", 30_000, "JPY")),
        ("ka", "450 ლარი", ("450 ლარი", 450, "GEL")),
        ("ko", "벌금은 오만 원이었다", ("오만 원", 50_000, "KRW")),
        ("ko", "세 시간 동안", ("세 시간", 3, "h")),
        ("ru", "двадцать пять человек", ("двадцать пять человек", 25, "person")),
        ("th", "ค่าปรับ ห้าร้อยบาท", ("ห้าร้อยบาท", 500, "THB")),
        ("th", "สูงขึ้นร้อยละ 12.5 ในหนึ่งปี", ("ร้อยละ 12.5", 12.5, "%")),
        ("tr", "yirmi beş kişi", ("yirmi beş kişi", 25, "person")),
        ("ur", "ڈھائی کروڑ روپے", ("ڈھائی کروڑ روپے", 25_000_000, "PKR")),
        ("zh", "二十五人受伤", ("二十五人", 25, "person")),
        ("zh", "上涨百分之十二。", ("百分之十二", 12, "%")),
        ("zh", "开了三个小时", ("三个小时", 3, "h")),
    ],
)
def test_an_amount_in_words_has_its_number(language: str, text: str, expected: Amount) -> None:
    assert expected in amounts(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ملايين الدولارات"),
        ("ar", "حوالي (982ر2) مليون ريال"),
        ("de", "Millionen Euro"),
        ("en", "one day, someone will notice the two of us"),
        ("es", "millones de euros"),
        ("fa", "یک و نیم میلیون نفر"),
        ("fr", "un jour, l'un des deux reviendra"),
        ("pt", "por 350$00 Rato"),
        ("ru", "миллионы рублей"),
        ("zh", "一人"),
    ],
)
def test_what_is_no_whole_amount_is_left_out(language: str, text: str) -> None:
    assert amounts(language, text) == []


@pytest.mark.parametrize("text", ["every five to six weeks", "three or four days"])
def test_the_second_number_of_a_range_has_no_value(text: str) -> None:
    ((_, number, _),) = [amount for amount in amounts("en", text) if amount[0].startswith(("six", "four"))]
    assert number is None


@given(
    st.sampled_from(["en", "ar", "de", "ja", "th", "ko", "zh"]),
    st.text("三万 ห้าร้อย ألف and five 오만원kg", max_size=60),
)
def test_any_text_gives_spans_within_it(language: str, text: str) -> None:
    found = find_amounts(Passage(Reading(text, language=language)))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
