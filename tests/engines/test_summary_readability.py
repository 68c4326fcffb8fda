import pytest

from workers.engines.summary_candidates import Candidate
from workers.engines.summary_readability import ends_sentence, is_fragment, is_torn
from workers.engines.summary_scripts import word_count


def sentence(text, *, number=3, approximate=False):
    return Candidate(100, 100 + len(text), text, number, word_count(text), approximate=approximate)


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
