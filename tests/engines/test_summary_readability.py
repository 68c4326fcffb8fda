import pytest

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_openers import OPENERS
from workers.engines.summary_readability import ends_sentence, is_dangling, is_fragment, is_torn


def sentence(text, *, number=3, approximate=False):
    return Candidate(100, 100 + len(text), text, number, approximate=approximate)


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes” and left.",
        "Er sagte „ja“ und ging.",
        "Elle a dit « oui » et non.",
        "Er rief »Halt« zweimal.",
        "She (the mayor) agreed [1].",
        "他说「好」然后走了。",
        "It's the dog's bone, isn't it?",
        'A screen of 15" is enough.',
        "Good news :) for all.",
        "Bad news ;-( for some.",
        "Otto (Danish: [ɔto]; born 1860) wrote it.",
        "It stands there (see:) twice.",
        "a) The first point stands.",
        "(2) The second point stands.",
        "قال «نعم» ثم خرج.",
        "",
    ],
)
def test_a_sentence_with_paired_marks_is_whole(text):
    assert not is_torn(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Yes, he said.",
        "And then he left”.",
        "« Oui, dit-elle.",
        "She (the mayor agreed.",
        "the mayor) agreed, said others.",
        "He called it (a [bad) idea].",
        'One " is not enough.',
        "「好，他说。",
        "قال «نعم ثم خرج.",
    ],
)
def test_a_sentence_with_an_unpaired_mark_is_torn(text):
    assert is_torn(text)


@pytest.mark.parametrize(
    "text",
    [
        "So it ended.",
        "هل انتهى؟",
        "ختم ہوا۔",
        "समाप्त हुआ।",
        "结束了。",
        "“It ended.”",
        "Ended (so).",
        "It ended.[12]",
        "Wait…",
    ],
)
def test_sentence_ends_of_many_scripts_are_known(text):
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Chapter two", "He said:", "apples, pears,", ""])
def test_what_does_not_end_is_no_sentence(text):
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["Read more", "Photo by the author of this page", "Yes.", "He said so:", "أخبار محلية"]
)
def test_headings_and_stubs_are_fragments(text):
    assert is_fragment(sentence(text))


@pytest.mark.parametrize(
    "text", ["The boats came home late.", "عادت القوارب إلى الميناء مساء.", "渔船晚上回到了港口。", "word " * 40]
)
def test_statements_and_long_lines_are_not_fragments(text):
    assert not is_fragment(sentence(text.strip()))


def test_approximate_sentences_need_no_full_stop():
    assert not is_fragment(sentence("เรือกลับเข้าท่าในตอนเย็น", approximate=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "هذا القرار يرفضه الأهالي."),
        ("ar", "وأضاف أن المياه ستعود."),
        ("ar", "لكنه لم يحضر الاجتماع."),
        ("en", "However, the boats came home."),
        ("en", "They came home late."),
        ("en", "“This is new,” she said."),
        ("fr", "Cela n'a pas suffi."),
        ("fr", "L'un d'eux est parti."),
        ("es", "Sin embargo, volvieron tarde."),
        ("de", "Er kam spät nach Hause."),
        ("ru", "Однако лодки вернулись."),
        ("tr", "Ancak tekneler geç döndü."),
        ("fa", "اما قایق‌ها دیر برگشتند."),
        ("ur", "لیکن کشتیاں دیر سے لوٹیں۔"),
        ("hi", "लेकिन नावें देर से लौटीं।"),
        ("zh-Hans", "但是渔船没有回来。"),
        ("zh", "他没有参加会议。"),
        ("ja", "しかし船は戻らなかった。"),
        ("ko", "그러나 배는 돌아오지 않았다."),
    ],
)
def test_an_opening_that_points_back_dangles(language, text):
    assert is_dangling(sentence(text), language=language, names=())
    assert not is_dangling(sentence(text, number=0), language=language, names=())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقال وزير المياه إن الشبكة قديمة."),
        ("ar", "هذا العام زاد المطر."),
        ("en", "This year the herring came early."),
        ("en", "Thistles grow on the pier."),
        ("en", "Italy won the boat race."),
        ("fr", "Ilyes pêche le hareng."),
        ("es", "El puerto será más profundo."),
        ("vi", "Va chạm giữa hai tàu làm chậm cảng."),
        ("zh", "其他渔船都回来了。"),
        ("und", "However, it rained."),
        ("xx", "This is not judged."),
    ],
)
def test_other_openings_do_not_dangle(language, text):
    assert not is_dangling(sentence(text), language=language, names=())


def test_a_name_soon_after_a_connective_stands_for_itself_and_a_late_one_does_not():
    text = "But Ilona Marek agreed."
    assert not is_dangling(sentence(text), language="en", names=(4, 104))
    assert is_dangling(sentence(text), language="en", names=(4, 180))
    assert is_dangling(sentence("He met Ilona Marek."), language="en", names=(107,))


@pytest.mark.parametrize("language", sorted(OPENERS))
def test_every_opener_of_the_table_is_recognized(language):
    openers = OPENERS[language]
    safe = tuple(phrase.strip() for phrase in openers.safe.split(",") if phrase.strip())
    for phrase in (openers.pronouns + "," + openers.connectives).split(","):
        if phrase.strip() and not phrase.strip().startswith(safe):
            assert is_dangling(sentence(f"{phrase.strip()} …"), language=language, names=()), phrase
