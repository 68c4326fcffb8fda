from workers.text.unspaced import (
    LONGEST_LAO,
    LONGEST_SENTENCE,
    LONGEST_THAI,
    bounded,
    is_unpunctuated,
    unpunctuated_sentences,
)


def test_scripts_without_sentence_marks_are_known():
    assert is_unpunctuated("ภาษาไทย 2561", 0, 12)
    assert is_unpunctuated("ພາສາລາວ", 0, 7)
    assert not is_unpunctuated("Thai: ไทย", 0, 9)


def test_a_short_span_stays_whole():
    assert list(bounded("one two", 0, 7, limit=LONGEST_SENTENCE)) == [(0, 7)]


def test_cuts_are_at_blanks_within_the_limit():
    text = "ก" * 60 + " " + "ข" * 60 + " " + "ค" * 60
    pieces = list(bounded(text, 0, len(text), limit=90))
    assert pieces == [(0, 60), (61, 121), (122, 182)]


def test_lao_is_cut_by_length_alone():
    text = " ".join(["ພາສາລາວ" * 5] * 6)
    assert all(end - start <= LONGEST_LAO for start, end in unpunctuated_sentences(text, 0, len(text)))


def test_thai_is_cut_by_length_where_no_word_tells():
    text = " ".join(["และ" * 10] * 20)
    pieces = list(unpunctuated_sentences(text, 0, len(text)))
    assert LONGEST_THAI / 2 < max(end - start for start, end in pieces) <= LONGEST_THAI


def test_a_text_without_blanks_is_cut_hard_but_not_before_a_mark():
    text = "e\u0301" * LONGEST_SENTENCE
    pieces = list(bounded(text, 0, len(text), limit=LONGEST_SENTENCE))
    assert all(end - start <= LONGEST_SENTENCE + 1 for start, end in pieces)
    assert all(text[start] == "e" for start, _ in pieces)
    assert [start for start, _ in pieces[1:]] == [end for _, end in pieces[:-1]]
