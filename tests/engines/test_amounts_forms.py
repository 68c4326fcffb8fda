"""Forms of amounts that only some languages have: units before the number, counters, adjectives of currencies."""

import pytest

from tests.engines.test_amounts import Amount, amounts


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "fiyatlar yüzde 14 arttı", ("yüzde 14", 14, "%")),
        ("pl", "aż 72 proc. uczniów", ("72 proc", 72, "%")),
        ("cs", "asi 40 procent lidí", ("40 procent", 40, "%")),
        ("de", "rund 4,1 Millionen Kilowattstunden Strom", ("4,1 Millionen Kilowattstunden", 4100000, "kWh")),
        ("de", "19 Megawattstunden", ("19 Megawattstunden", 19, "MWh")),
        ("es", "unos 300 kilovatios-hora", ("300 kilovatios-hora", 300, "kWh")),
        ("id", "seluas 2.400 meter persegi", ("2.400 meter persegi", 2400, "m²")),
        ("id", "Sebanyak 412 nelayan ikut serta", ("412", 412, None)),
        ("vi", "rộng 45 mét vuông", ("45 mét vuông", 45, "m²")),
        ("tr", "Salonda 512 izleyici vardı", ("512", 512, None)),
        ("en", "Around 40 villages were cut off", ("40", 40, None)),
        ("en", "Nearly 90 homes burnt", ("90", 90, None)),
        ("zh", "新建33座桥梁", ("33座", 33, None)),
        ("zh", "全县有12家工厂", ("12家", 12, None)),
        ("zh", "70岁以上的居民", ("70岁", 70, "a")),
        ("ja", "45歳の男性", ("45歳", 45, "a")),
        ("ja", "新たに8軒の店", ("8軒", 8, None)),
        ("ja", "約2.5キロの道", ("2.5キロ", 2.5, None)),
        ("ja", "水温は18度だった", ("18度", 18, "°C")),
        ("ja", "角度は18度だった", ("18度", 18, "°")),
        ("zh", "气温降到5度", ("5度", 5, "°C")),
        ("ko", "건물 9채가 무너졌다", ("9채", 9, None)),
        ("ko", "고양이 3마리", ("3마리", 3, None)),
        ("ko", "31살 남성", ("31살", 31, "a")),
        ("th", "บ้าน 7 หลัง", ("7 หลัง", 7, None)),
        ("sw", "Wakulima 320 walikuja", ("320", 320, None)),
        ("sw", "wana miche 4,500 mipya", ("4,500", 4500, None)),
        ("sw", "asilimia 45 ya wakazi", ("asilimia 45", 45, "%")),
        ("sw", "walivuna kilo 80 kwa siku", ("kilo 80", 80, "kg")),
        ("sw", "shamba la hekta 15", ("hekta 15", 15, "ha")),
        ("sw", "shilingi milioni 25 zilitumika", ("shilingi milioni 25", 25000000, "money None")),
        ("sw", "dola 300 kwa mwezi", ("dola 300", 300, "money None")),
        ("ar", "بسعر 120 ريالاً عمانياً للطن", ("120 ريالاً عمانياً", 120, "money OMR")),
        ("ar", "بمبلغ 40 ديناراً كويتياً", ("40 ديناراً كويتياً", 40, "money KWD")),
        ("ar", "نحو 500 جنيه مصري", ("500 جنيه مصري", 500, "money EGP")),
        ("ar", "غرامة 300 درهم مغربي", ("300 درهم مغربي", 300, "money MAD")),
        ("ar", "ثمنه 9 دولارات أمريكية", ("9 دولارات أمريكية", 9, "money USD")),
        ("ar", "بلغت درجات الحرارة 41 درجة", ("41 درجة", 41, "°C")),
        ("ar", "انعطف 41 درجة", ("41 درجة", 41, "°")),
        ("en", "a turn of 42 degrees", ("42 degrees", 42, "°")),
        ("fa", "حدود ۳۰ درصد", ("۳۰ درصد", 30, "%")),
        ("ur", "تقریباً 30 فیصد", ("30 فیصد", 30, "%")),
        ("hi", "करीब 30 फ़ीसदी", ("30 फ़ीसदी", 30, "%")),
        ("bn", "শতকরা 30 ভাগ", ("শতকরা 30", 30, "%")),
        ("az", "30 faiz", ("30 faiz", 30, "%")),
    ],
)
def test_an_amount_is_read_as_its_language_writes_it(language: str, text: str, expected: Amount) -> None:
    assert amounts(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "bab 5 buku itu"),
        ("tr", "Sayfa 12 gerekli"),
        ("en", "The Boeing 747 crashed"),
        ("zh", "第3座桥"),
        ("sw", "ukurasa wa 12 na mwaka 2016"),
        ("sw", "mnamo saa 5 na dakika"),
        ("zh", "第5家"),
        ("en", "Page 12 is missing and Chapter 5 begins"),
        ("en", "In Room 12 books were found"),
    ],
)
def test_a_label_is_no_amount(language: str, text: str) -> None:
    assert amounts(language, text) == []
