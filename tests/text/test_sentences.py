import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.sentences import split_sentences


def split(text, language=None):
    return [text[span.start : span.end] for span in split_sentences(text, language=language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Dr. Smith met Mrs. Jones at 3.30 p.m. in Room No. 5.", "They left."]),
        ("en", ["He lives in the U.S. with J. R. Miller.", "It was cold."]),
        ("en", ["It happened at 5 p.m.", "The police came."]),
        ("en", ["He bought apples, pears, etc.", "Nobody saw him."]),
        ("en", ["“Stop!” he said.", "“Why?” she asked."]),
        ("en", ["She works for Acme Inc. Chairman Ray Dole said so.", "It pays."]),
        ("en", ["Pi is 3.14.", "See www.example.org/a.html or mail a.b@example.org.", "Done."]),
        ("en", ["Wait... what?", "Yes."]),
        ("en", ["It was shown before. [12]", "Others disagree.[3]", "Nobody won."]),
        ("de", ["Am 3. März kam er z. B. nach Köln, d.h. an den Rhein.", "Das war 1999.", "Im Jahr darauf ging er."]),
        ("de", ["Im 19. Jahrhundert lebte Friedrich II. von Hohenberg.", "Er starb jung."]),
        ("fr", ["M. Dupont habite à St. Denis.", "Il a dit : « Je viens. »", "Puis il est parti !"]),
        ("es", ["El Sr. López vive en EE. UU. desde enero.", "¿Y tú?", "¡Yo no!"]),
        ("it", ["Il dott. Rossi abita qui.", "E lei?"]),
        ("pt", ["O Sr. Silva mora na Av. Central.", "Ele saiu."]),
        ("nl", ["Dhr. Jansen kwam o.a. met drs. De Vries.", "Het regende."]),
        ("ru", ["В 1999 г. М. И. Петров жил на ул. Мира, т. е. рядом.", "Он уехал."]),
        ("uk", ["Це було у 2001 р. на вул. Садовій.", "Він поїхав."]),
        ("pl", ["Prof. Nowak mieszka przy ul. Długiej.", "To było w 5. rozdziale."]),
        ("cs", ["Je to např. pan Ing. Novák.", "Přišel 3. května."]),
        ("tr", ["Dr. Yılmaz 19. yüzyılı anlattı.", "Sonra gitti."]),
        ("el", ["Ο κ. Παπάς ήρθε στις 5 μ.μ. εδώ.", "Τι κάνεις;", "Καλά."]),
        ("ar", ["قال د. أحمد إن عدد السكان 1.600 نسمة.", "هل وصلت القوات؟", "نعم!"]),
        ("fa", ["او در سال ۱۳۹۸ آمد.", "چرا؟", "نمی‌دانم."]),
        ("ur", ["یہ ایک جملہ ہے۔", "کیا آپ آئیں گے؟", "جی ہاں۔"]),
        ("hi", ["डॉ. शर्मा यहाँ हैं।", "वे कल आए थे |", "क्या हुआ?"]),
        ("he", ["הוא הגיע בשעה 5.", "למה?", "כי רצה."]),
        ("hy", ["Նա եկավ տուն։", "Հետո գնաց:", "Վերջ։"]),
        ("fi", ["Hän tuli 3. toukokuuta.", "Sitten hän lähti esim. Ouluun."]),
        ("hu", ["A 19. században dr. Kovács itt élt.", "Most nincs itt."]),
        ("am", ["ሰላም ነው።", "እንዴት ነህ፧"]),
        ("my", ["သူလာသည်။", "သူပြန်သည်။"]),
    ],
)
def test_sentences_of_many_languages(language, sentences):
    assert split(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["今天下雨。", "我没有出门！", "你呢？"],
        ["「行くよ。」", "彼は言った。"],
        ["これは「本当ですか？」と聞いた。", "「そうか。そうだ。」", "次の日。"],
        ["价格是３．１４元。", "好的。"],
        ["وصل الوفد.", "وعاد لاحقا."],
        ["آیا آمد؟", "بله."],
    ],
)
def test_scripts_that_need_no_blank_after_a_stop(sentences):
    assert split("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Version 1.2.3 of file.tar.gz is at example.com/x.y?z=1.",
        "Er wohnt in St. Pölten, Nr. 5, ca. 3 km von hier.",
        "T. S. Eliot and J.R.R. Tolkien met.",
        "Is this (really? yes!) so",
    ],
)
def test_a_sentence_is_not_torn(sentence):
    assert split(sentence, "de" if "Pölten" in sentence else "en") == [sentence]


def test_an_empty_line_ends_a_sentence():
    assert split("a heading\n\nand its text") == ["a heading", "and its text"]


def test_a_heading_and_items_of_a_list_are_sentences():
    assert split("Shopping list\n- two eggs\n- milk\nThat is all.") == [
        "Shopping list",
        "- two eggs",
        "- milk",
        "That is all.",
    ]


def test_numbers_of_list_items_stay_with_their_items():
    assert split("1. Wash the rice.\n2. Boil it.") == ["1. Wash the rice.", "2. Boil it."]


def test_text_in_lower_case_is_split_at_its_stops():
    assert split("hello there. how are you. fine") == ["hello there.", "how are you.", "fine"]


def test_marks_without_a_word_join_the_sentence_before():
    assert split("It ended. (...)\n***\nThen it began. 🙂 !") == ["It ended. (...)\n***", "Then it began. 🙂 !"]


def test_an_indented_line_begins_at_its_first_letter():
    assert [(span.start, span.end) for span in split_sentences("0\n 0", language=None)] == [(0, 1), (3, 4)]


def test_thai_is_cut_at_blanks_and_marked_approximate():
    text = " ".join(["ภาษาไทยไม่มีเครื่องหมายจบประโยคแต่เว้นวรรคระหว่างความคิด"] * 5)
    spans = split_sentences(text, language="th")
    assert len(spans) > 1
    assert all(span.approximate for span in spans)
    assert " ".join(text[span.start : span.end] for span in spans) == text


def test_an_endless_sentence_is_cut_at_blanks_and_marked_approximate():
    spans = split_sentences("word " * 2_000, language=None)
    assert all(span.approximate and span.end - span.start <= 2_000 for span in spans)
    assert all((span.end - span.start) % 5 == 4 for span in spans)


@settings(max_examples=300, deadline=None)
@given(torn_text)
def test_spans_are_ordered_trimmed_and_cover_all_that_is_visible(text):
    position = 0
    for span in split_sentences(text, language=None):
        assert not text[position : span.start].strip()
        assert position <= span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        position = span.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "unit", ["a", ".", ". ", "a.", "A. ", "1.", "! ", "«", "\n-", "\n", "a\n", "。", "ก", "\u0301", " |", '." ']
)
def test_texts_of_one_unit_take_linear_time(unit):
    text = unit * (90_000 // len(unit))
    spans = split_sentences(text, language=None)
    assert bool(spans) == bool(text.strip())
