import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.junk import junk_spans

BODY = "The council met on Tuesday and decided to repair the old bridge before the winter."


def junk(text):
    return [text[span.start : span.end] for span in junk_spans(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sport | Weather | Contact",
        "Home » World » Asia » Cities",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Read also: The mayor resigns",
        "اقرأ أيضاً: استقالة رئيس البلدية",
        "إقرأ أيضا",
        "شارك المقال",
        "فيسبوك تويتر واتساب",
        "جميع الحقوق محفوظة © 2024",
        "À lire aussi : le maire démissionne",
        "Lesen Sie auch: Der Bürgermeister tritt zurück",
        "Lee también: El alcalde dimite",
        "Читайте также: мэр ушёл в отставку",
        "یہ بھی پڑھیں: میئر مستعفی",
        "यह भी पढ़ें: महापौर का इस्तीफ़ा",
        "相关阅读：市长辞职",
        "We use cookies to improve this site. Accept all",
        "12 March 2019",
        "Published: 12 March 2019, 10:30 GMT",
        "March 12, 2019",
        "الثلاثاء، 12 مارس 2019 - 10:30",
        "12/03/2019 10:30",
        "2019-03-12",
        "12. März 2019",
        "12 كانون الثاني 2020",
        "2019年3月12日",
        "Page 3 of 10",
        "صفحة 3 من 10",
        "- 3 -",
        "12 de marzo de 2019",
    ],
)
def test_a_line_that_is_not_the_text_is_junk(line):
    assert junk(f"{line}\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell sharply on Monday",
        "Read the letter before you sign it.",
        "More people came than ever before.",
        "He used Facebook and Twitter every day.",
        "On 12 March 2019 the bridge was closed.",
        "World Cup 2019",
        "5 reasons for 2019",
        "either/or is not a question",
        "Alice Brown",
        "For example:",
        "(see 19.42-43)",
        "قال المتحدث إن الجميع شارك في المؤتمر",
        "المزيد من الأمطار متوقع غدا",
        "x | y",
    ],
)
def test_a_line_of_the_text_is_not(line):
    assert junk(f"{line}\n{BODY}") == []


def test_a_line_that_every_page_repeats_is_junk():
    page = "Annual report of the water board\n{}\n"
    assert (
        junk("".join(page.format(f"{BODY[:-1]}, part {number}.") for number in "ABC"))
        == ["Annual report of the water board"] * 3
    )


def test_a_text_of_one_line_is_never_junk():
    assert junk("12 March 2019") == []


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_spans_are_ordered_lines_inside_the_text(text):
    position = 0
    for span in junk_spans(text):
        assert position <= span.start < span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
        position = span.end
