import pytest

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_connectives import DROPPABLE
from workers.engines.summary_openers import OPENERS, UNSPACED
from workers.engines.summary_openings import Opening, opening_of, without_connective
from workers.engines.summary_scripts import word_count


def sentence(text, *, number=3):
    return Candidate(100, 100 + len(text), text, number, word_count(text))


def opening(text, *, language, names=(), number=3):
    return opening_of(sentence(text, number=number), language=language, names=names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "هذا القرار يرفضه الأهالي."),
        ("ar", "وأضاف أن المياه ستعود."),
        ("ar", "لكنه لم يحضر الاجتماع."),
        ("ar", "ولكن هذا القرار يرفضه الأهالي."),
        ("en", "However, the boats came home."),
        ("en", "They came home late."),
        ("en", "“This is new,” she said."),
        ("fr", "Cela n'a pas suffi."),
        ("fr", "L'un d'eux est parti."),
        ("es", "Sin embargo, volvieron tarde."),
        ("de", "Er kam spät nach Hause."),
        ("ru", "Однако лодки вернулись."),
        ("tr", "Ancak tekneler geç döndü."),
        ("zh-Hans", "但渔船没有回来。"),
        ("zh", "他没有参加会议。"),
    ],
)
def test_an_opening_that_points_back_is_known(language, text):
    assert opening(text, language=language) is not Opening.FREE
    assert opening(text, language=language, number=0) is Opening.FREE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقال وزير المياه إن الشبكة قديمة."),
        ("ar", "هذا العام زاد المطر."),
        ("ar", "ومع ذلك، بقيت القوارب في الميناء."),
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
def test_other_openings_are_free(language, text):
    assert opening(text, language=language) is Opening.FREE


def test_a_name_soon_after_a_connective_stands_for_itself_and_a_late_one_does_not():
    text = "But Ilona Marek agreed."
    assert opening(text, language="en", names=(4, 104)) is Opening.FREE
    assert opening(text, language="en", names=(4, 180)) is Opening.CONNECTIVE
    assert opening("He met Ilona Marek.", language="en", names=(107,)) is Opening.PRONOUN


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("ar", "ومع ذلك، بقيت القوارب في الميناء.", "بقيت القوارب في الميناء."),
        ("ar", "لكنّ القوارب بقيت في الميناء.", "القوارب بقيت في الميناء."),
        ("ar", "من جهته، رفض الوزير الطلب.", "رفض الوزير الطلب."),
        ("ar", "كما أن الميناء مغلق منذ شهر.", "الميناء مغلق منذ شهر."),
        ("fa", "با این حال، قایق‌ها در بندر ماندند.", "قایق‌ها در بندر ماندند."),
        ("zh", "但是，渔船没有回到港口。", "渔船没有回到港口。"),
    ],
)
def test_a_connective_that_the_sentence_can_do_without_is_left_out(language, text, rest):
    found = without_connective(sentence(text), language=language)
    assert found.text == rest
    assert (found.start, found.end) == (100 + len(text) - len(rest), 100 + len(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "كما أعلن الوزير أمس."),
        ("ar", "لكنه لم يحضر الاجتماع."),
        ("ar", "بينما كان البحر هائجا، بقيت القوارب."),
        ("ar", "لكن لا."),
        ("en", "However, the boats came home."),
        ("zh", "但是的确如此，渔船没有回来。"),
        ("xx", "However, it rained."),
    ],
)
def test_other_beginnings_stay(language, text):
    assert without_connective(sentence(text), language=language).text == text


@pytest.mark.parametrize("language", sorted(OPENERS))
def test_every_opener_of_the_table_is_recognized(language):
    openers = OPENERS[language]
    free = {phrase.strip() for phrase in (openers.safe + "," + DROPPABLE.get(language, "")).split(",")}
    for phrase in (openers.pronouns + "," + openers.connectives).split(","):
        if phrase.strip() and not phrase.strip().startswith(tuple(free - {""})):
            assert opening(f"{phrase.strip()} …", language=language) is not Opening.FREE, phrase


@pytest.mark.parametrize("language", sorted(DROPPABLE))
def test_every_connective_of_the_table_is_dropped(language):
    comma = "，" if language in UNSPACED else " "
    for phrase in DROPPABLE[language].split(","):
        found = without_connective(sentence(f"{phrase.strip()}{comma}0123456789"), language=language)
        assert found.text == "0123456789", phrase
