"""Thai sentences: it marks no ends, but writes a blank there, as it does around clauses, names and numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workers.text.languages.facts import words
from workers.text.tokens_unspaced import word_cuts

_STARTERS = words(
    "อย่างไรก็ตาม อย่างไรก็ดี นอกจากนี้ นอกจาก ทั้งนี้ ดังนั้น เพราะฉะนั้น ต่อมา ขณะเดียวกัน ขณะที่ ส่วน สำหรับ แต่ ทว่า เมื่อ ถ้า หาก แม้ แม้ว่า "
    "จากนั้น หลังจากนั้น ก่อนหน้านี้ ล่าสุด ปัจจุบัน ตอนนี้ วันนี้ อนึ่ง ด้าน เขา เธอ มัน พวกเขา พวกเรา ผม ฉัน ดิฉัน เรา คุณ ท่าน ใคร ทำไม นี่ นั่น สิ่ง การ "
    "ความ ผู้"
)
_CONTINUERS = words(
    "และ หรือ ที่ ซึ่ง อัน เพื่อ โดย โดยเฉพาะ ว่า กับ ของ จาก คือ เป็น เช่น ได้ ได้แก่ ให้ แก่ ต่อ ถึง จนถึง รวม รวมถึง รวมทั้ง ตลอดจน พร้อม พร้อมทั้ง จึง ก็ "
    "จะ ไม่ ไป มา แล้ว ถูก สามารถ อาจ ควร ต้อง กล่าว เปิดเผย เผย ระบุ ชี้ มี ยัง กำลัง เคย เพราะ เนื่องจาก ทำให้ ส่งผลให้ จน กว่า เท่านั้น ด้วย ทั้ง อีก ใน บน "
    "ตาม ระหว่าง ภายใต้ ภายใน ณ ๆ ฯ อย่าง มากกว่า น้อยกว่า ประมาณ ราว ร้อยละ เวลา หลัง หลังจาก ก่อน ขณะ ตั้งแต่ เกี่ยวกับ ล้าน บาท คน ราย ปี เดือน ครั้ง "
    "วัน เปอร์เซ็นต์ กิโลเมตร เมตร แห่ง ตัว เข้า ขึ้น ลง ออก"
)
_OPENERS = words(
    "ว่า และ หรือ คือ เช่น ได้แก่ ของ ที่ ซึ่ง ใน จาก โดย กับ เป็น ทั้งนี้ อย่างไรก็ตาม อย่างไรก็ดี นอกจากนี้ นอกจาก ดังนั้น ต่อมา ขณะที่ ขณะเดียวกัน วันที่ "
    "เวลา ครั้งที่ นาย นาง นางสาว พลเอก บริษัท จังหวัด อำเภอ ตำบล เพื่อ ให้ จะ มี ไม่ ชื่อ ประมาณ ราว ร้อยละ กว่า เมื่อ แต่ ก็ จึง แก่ ต่อ ถึง ทั้ง อีก เปิดเผย เผย "
    "ชี้ ระบุ กรณี สำหรับ ส่วน หาก ถ้า ด้าน จำนวน ราคา มูลค่า ตาม เพราะ เนื่องจาก"
)
_FINALS = words(
    "ครับ ค่ะ คะ นะ จ้ะ จ๊ะ ด้วย กัน เท่านั้น ดังกล่าว ต่อไป เช่นกัน อีกด้วย แล้ว ได้ อยู่ นี้ นั้น ที่สุด ทันที ขึ้น ลง มาก เลย เอง ก็ตาม ไป มา ดังนี้ แน่นอน ไหน ไหม "
    "หรือไม่ ไว้ เดิม ทั้งสิ้น ทั้งหมด"
)

# Points for an end at a blank: for what stands on its sides, and for the characters from blank to blank there. The
# weights of a logistic regression over joined paragraphs of the Thai NER corpus (train), rounded to quarters; numbers
# and foreign words, which the paragraphs often begin with and texts set off by blanks, were lowered by hand, and starters and openers made stronger.
_BEFORE = {"opener": -2.0, "final": 1.25, "abbreviation": -1.25, "number": -0.5, "foreign": 0.0, "other": 0.0}
_AFTER = {"starter": 2.0, "continuer": -1.0, "number": -0.75, "foreign": -0.25, "other": 0.75}
_LENGTHS = (12, 25, 45, 80)
_BEFORE_LENGTH = (-1.25, -0.75, -0.25, 0.5, 1.5)
_AFTER_LENGTH = (-0.75, -0.5, -0.5, 0.25, 1.25)
_THRESHOLD = -0.5

# The first or last word of a chunk is sought in so many characters.
_WINDOW = 40
_CHUNK = re.compile(r"\S++")
_THAI = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e]++")


def thai_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]`, as far as the words around its blanks tell; all are approximate."""
    chunks = [match.span() for match in _CHUNK.finditer(text, start, end)]
    for left, right in pairwise(chunks):
        if _points(text, left, right) > _THRESHOLD:
            yield start, left[1]
            start = right[0]
    if start < end:
        yield start, end


def _points(text: str, left: tuple[int, int], right: tuple[int, int]) -> float:
    return (
        _BEFORE[_kind_before(text, *left)]
        + _AFTER[_kind_after(text, *right)]
        + _BEFORE_LENGTH[_bucket(left)]
        + _AFTER_LENGTH[_bucket(right)]
    )


def _bucket(span: tuple[int, int]) -> int:
    return sum(span[1] - span[0] >= length for length in _LENGTHS)


def _kind_before(text: str, start: int, end: int) -> str:
    word = _thai_word(text, start, end, which=-1)
    if not word:
        return _foreign(text[end - 1], abbreviation=text[end - 1] == ".")
    return "opener" if word in _OPENERS else "final" if word in _FINALS else "other"


def _kind_after(text: str, start: int, end: int) -> str:
    word = _thai_word(text, start, end, which=0)
    if not word:
        return _foreign(text[start], abbreviation=False)
    return "starter" if word in _STARTERS else "continuer" if word in _CONTINUERS else "other"


def _foreign(character: str, *, abbreviation: bool) -> str:
    return "abbreviation" if abbreviation else "number" if character.isdecimal() else "foreign"


def _thai_word(text: str, start: int, end: int, *, which: int) -> str:
    """Return the first or the last word of the chunk, or nothing where it does not begin or end in Thai letters."""
    start, end = (start, min(end, start + _WINDOW)) if which == 0 else (max(start, end - _WINDOW), end)
    runs: Sequence[re.Match[str]] = list(_THAI.finditer(text, start, end))
    if not runs or (runs[0].start() != start if which == 0 else runs[-1].end() != end):
        return ""
    bounds = [runs[which].start(), *word_cuts(text, *runs[which].span()), runs[which].end()]
    return text[bounds[0] : bounds[1]] if which == 0 else text[bounds[-2] : bounds[-1]]
