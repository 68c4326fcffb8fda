import pytest

from workers.text.sentences_thai import thai_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["เขาเดินทางกลับบ้านเมื่อเช้านี้ด้วยความดีใจมากครับ", "อย่างไรก็ตาม เธอยังไม่ได้รับข่าวจากครอบครัวของเธอเลย"],
        ["รัฐบาลประกาศมาตรการใหม่ 3 ข้อ และจะเริ่มใช้ในวันที่ 1 มกราคม 2560", "นอกจากนี้ยังมีแผนจะลดภาษีให้แก่ประชาชนทั่วประเทศด้วย"],
        ["นายกรัฐมนตรีกล่าวว่า ประเทศไทยจะต้องพัฒนาการศึกษาให้ดีขึ้น เพื่ออนาคตของเยาวชน"],
    ],
)
def test_words_around_a_blank_tell_whether_a_sentence_ends(sentences):
    text = " ".join(sentences)
    assert [text[start:end] for start, end in thai_sentences(text, 0, len(text))] == sentences


def test_a_text_without_blanks_is_one_sentence():
    assert list(thai_sentences("ภาษาไทย", 0, 7)) == [(0, 7)]
