import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import SentenceSpan, Span, SummaryOptions
from workers.engines import Reading
from workers.engines.summary_extractive import load

SUMMARIZER = load()

HARBOUR = [
    "The harbour of Velmora will be deepened by four metres before the end of next spring.",
    "Engineers expect that larger ships can then reach the harbour of Velmora without waiting for the tide.",
    "It was a cold morning.",
    "The fishing families of the old quarter fear that the deepening will drive away the herring.",
    "But they were not asked.",
    "A study of the university found that the deepening of the harbour changes the currents along the coast.",
    "The mayor promised that the fishing families will receive help from a fund of two million crowns.",
    "Bread in the town has become cheaper since the new bakery opened beside the station.",
]


def reading_of(sentences, /, *, joiner=" ", **more):
    spans, offset = [], 0
    for sentence in sentences:
        spans.append(SentenceSpan(start=offset, end=offset + len(sentence)))
        offset += len(sentence) + len(joiner)
    return Reading(text=joiner.join(sentences), sentences=tuple(spans), **more)


def summary_of(sentences, /, *, entities=(), joiner=" ", sort_by="offset", more=None, **options):
    reading = reading_of(sentences, joiner=joiner, **(more or {}))
    found = SUMMARIZER.summarize(reading, entities=entities, options=SummaryOptions(sort_by=sort_by, **options))
    assert found is not None
    return found


def chosen(sentences, /, **options):
    reading = reading_of(sentences, joiner=options.get("joiner", " "))
    return [reading.text[span.start : span.end] for span in summary_of(sentences, **options).sentences]


def test_three_sentences_are_chosen_in_the_order_of_the_text_by_default():
    found = summary_of(HARBOUR)
    assert found.method == "extractive"
    assert len(found.sentences) == 3
    assert [span.start for span in found.sentences] == sorted(span.start for span in found.sentences)
    assert sorted(span.rank for span in found.sentences) == [1, 2, 3]


def test_the_first_statement_of_a_short_news_text_is_in_its_summary():
    assert HARBOUR[0] in chosen(HARBOUR, sentences=1)


def test_rank_order_puts_the_highest_score_first():
    found = summary_of(HARBOUR, sentences=4, sort_by="rank")
    assert [span.rank for span in found.sentences] == [1, 2, 3, 4]
    scores = [span.score for span in found.sentences]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0


def test_the_same_input_gives_the_same_summary():
    assert summary_of(HARBOUR) == summary_of(HARBOUR)


def test_a_text_within_the_limit_is_returned_whole():
    found = summary_of(HARBOUR[:3])
    assert found.method == "whole"
    assert found.text == " ".join(HARBOUR[:3])
    assert len(found.sentences) == 3
    assert found.headline is None


@pytest.mark.parametrize("text", ["", "   \n "])
def test_a_text_without_a_sentence_has_no_summary(text):
    reading = Reading(text=text, sentences=(SentenceSpan(start=0, end=len(text)),))
    assert SUMMARIZER.summarize(reading, entities=(), options=SummaryOptions()) is None


def test_junk_is_never_chosen_and_takes_no_place_at_the_beginning():
    lines = ["Home | News | Sport | Weather today and tomorrow.", "Share this page with all of your friends now."]
    offset = len(lines[0]) + 1 + len(lines[1])
    more = {"junk": (Span(start=0, end=offset),)}
    found = summary_of(lines + HARBOUR, sentences=1, more=more)
    assert found.text == HARBOUR[0]


def test_a_text_of_junk_alone_has_no_summary():
    reading = reading_of(["Home | News | Sport", "Share | Print"], junk=(Span(start=0, end=33),))
    assert SUMMARIZER.summarize(reading, entities=(), options=SummaryOptions()) is None


def test_headings_and_stubs_are_left_aside_in_prose():
    text = ["The new harbour", *HARBOUR[:2], "Costs and fears", *HARBOUR[3:], "Yes.", "Read more"]
    assert not {"The new harbour", "Costs and fears", "Yes.", "Read more"} & set(chosen(text, sentences=8))


def test_a_text_of_lines_without_full_stops_still_has_a_summary():
    lines = [
        "red roofs above the bay",
        "gulls over the quiet pier",
        "nets drying in the wind",
        "a lamp in every window",
    ]
    assert len(chosen(lines, sentences=2, joiner="\n")) == 2


def test_the_same_statement_is_not_made_twice():
    text = [HARBOUR[0], HARBOUR[0], HARBOUR[0].replace("next spring", "the spring"), HARBOUR[6], HARBOUR[5]]
    picked = chosen(text, sentences=3)
    assert len([sentence for sentence in picked if sentence.startswith("The harbour of Velmora will")]) == 1


def test_a_text_of_one_repeated_sentence_is_summarized_by_it_once():
    assert chosen([HARBOUR[0]] * 9, sentences=3) == [HARBOUR[0]]


def test_a_query_brings_its_answer_into_the_summary():
    assert HARBOUR[7] not in chosen(HARBOUR, sentences=2)
    assert HARBOUR[7] in chosen(HARBOUR, sentences=1, query="bread bakery")


def test_a_query_that_nothing_answers_changes_nothing():
    assert chosen(HARBOUR, query="zzzz qqqq") == chosen(HARBOUR)


def test_an_arabic_query_finds_other_spellings_and_clitics():
    text = [
        "عقد مجلس المدينة اجتماعا طويلا لبحث أزمة المياه في الأحياء الشرقية.",
        "وتابع الأهالي الاجتماع من الساحة القريبة حتى ساعة متأخرة من الليل.",
        "ارتفعت أسعار الخبز في الأسواق القديمة بعد إغلاق المخابز الثلاثة.",
        "تعمل البلدية على إصلاح الشبكة القديمة قبل بداية الصيف المقبل.",
    ]
    assert chosen(text, sentences=1, query="اسعار الخبز") == [text[2]]


CHINESE = [
    "市政府决定明年春天加深维尔莫拉港口。",
    "工程师预计大型船舶以后可以不等潮水直接进入港口。",
    "老城区的渔民担心港口加深会赶走鲱鱼。",
    "车站旁边的新面包店开业以后镇上的面包便宜了。",
    "大学的研究发现港口加深会改变沿海的海流。",
]


def test_chinese_sentences_are_joined_without_a_space():
    found = summary_of(CHINESE, joiner="", sentences=2)
    assert " " not in found.text
    assert found.text.count("。") == 2


def test_a_short_chinese_query_is_answered():
    assert chosen(CHINESE, joiner="", sentences=1, query="面包") == [CHINESE[3]]


def test_approximate_thai_sentences_are_chosen_and_keep_their_space():
    text = [
        "เทศบาลประชุมเรื่องน้ำประปาในเขตตะวันออก",
        "ชาวบ้านรอน้ำมาสองสัปดาห์แล้ว",
        "วิศวกรจะซ่อมท่อเก่าก่อนฤดูร้อน",
        "ร้านขนมปังใหม่เปิดข้างสถานี",
    ]
    exact = reading_of(text)
    spans = tuple(span.model_copy(update={"approximate": True}) for span in exact.sentences)
    reading = Reading(text=exact.text, sentences=spans, language="th")
    found = SUMMARIZER.summarize(reading, entities=(), options=SummaryOptions(sentences=2))
    assert found is not None
    assert len(found.sentences) == 2
    assert found.text.count(" ") == 1


def test_a_torn_quote_is_passed_over_where_a_whole_sentence_is_left():
    torn = "“The deepening of the harbour of Velmora is the greatest mistake of the town."
    text = [torn, *HARBOUR[1:]]
    assert torn not in chosen(text)
    assert torn in chosen([torn, HARBOUR[0], HARBOUR[0]], sentences=2)


def test_a_sentence_that_points_back_is_passed_over_where_another_is_as_good():
    pointing = "They fear that the deepening of the harbour of Velmora will drive away the herring."
    text = [HARBOUR[6], HARBOUR[7], HARBOUR[3].replace("the herring", "all fish"), pointing]
    assert pointing in chosen(text, sentences=1, query="herring", more={"language": "en"})
    assert pointing not in chosen(text, sentences=2, more={"language": "en"})


def test_a_sentence_that_points_back_may_follow_the_one_that_it_points_to():
    pointing = "It changes the harbour of Velmora and the currents of the coast forever."
    text = [HARBOUR[0], pointing, "Bread became cheaper this summer.", "Rain fell on Monday night."]
    assert chosen(text, sentences=2, more={"language": "en"}) == [HARBOUR[0], pointing]


def test_an_arabic_sentence_that_stands_alone_loses_its_connective():
    text = [
        "ومع ذلك، بقيت قوارب الصيد في ميناء المدينة القديم طوال الأسبوع الماضي.",
        "ارتفعت أسعار الخبز في الأسواق القديمة بعد إغلاق المخابز الثلاثة.",
        "لكن البلدية وعدت الصيادين بإصلاح ميناء المدينة القديم قبل بداية الصيف.",
        "تعمل البلدية على إصلاح الشبكة القديمة قبل بداية الصيف المقبل.",
    ]
    more = {"language": "ar"}
    (spoken,) = chosen(text, sentences=1, query="وعدت الصيادين", more=more)
    assert spoken == "البلدية وعدت الصيادين بإصلاح ميناء المدينة القديم قبل بداية الصيف."
    assert text[2] in chosen(text, sentences=2, query="الصيادين الخبز", more=more)


def test_max_characters_is_never_exceeded_and_is_used():
    for limit in (100, 200, 300, 500):
        found = summary_of(HARBOUR, max_characters=limit)
        assert 0.4 * limit <= len(found.text) <= limit


def test_a_sentence_longer_than_the_room_is_cut_between_words():
    found = summary_of([HARBOUR[1], HARBOUR[5]], max_characters=40)
    (span,) = found.sentences
    text = reading_of([HARBOUR[1], HARBOUR[5]]).text
    assert found.text == text[span.start : span.end] + "…"
    assert text[span.end] == " "
    assert len(found.text) <= 40


def test_an_endless_line_is_represented_by_its_beginning():
    found = summary_of(["word " * 100_000])
    assert found.method == "extractive"
    assert len(found.text) <= 1_001
    assert found.text.endswith("word…")


def test_line_breaks_inside_a_sentence_become_spaces_in_the_summary_text():
    wrapped = HARBOUR[0].replace("deepened by", "deepened\n   by")
    assert summary_of([wrapped, HARBOUR[1]]).text == f"{HARBOUR[0]} {HARBOUR[1]}"


def test_bullets_are_not_part_of_a_chosen_sentence():
    assert summary_of([f"• {HARBOUR[0]}", f"- {HARBOUR[1]}"]).text == f"{HARBOUR[0]} {HARBOUR[1]}"


def test_the_first_line_without_full_stop_is_the_headline():
    found = summary_of(["Velmora deepens its harbour", *HARBOUR])
    assert found.headline is not None
    assert found.headline.text == "Velmora deepens its harbour"
    assert (found.headline.start, found.headline.end) == (0, 27)


def test_without_own_headline_the_best_short_sentence_is_taken():
    found = summary_of(HARBOUR)
    assert found.headline is not None
    assert found.headline.text in HARBOUR


def test_a_book_is_summarized_from_its_best_sentences():
    book = [f"{sentence[:-1]} in chapter {number}." for sentence in HARBOUR for number in range(400)]
    found = summary_of(book, sentences=5)
    assert len(found.sentences) == 5
    assert found.text == " ".join(reading_of(book).text[span.start : span.end] for span in found.sentences)


def test_a_file_of_stubs_is_thinned_to_a_bounded_number():
    reading = Reading(
        text="A.\n" * 60_000, sentences=tuple(SentenceSpan(start=3 * i, end=3 * i + 2) for i in range(60_000))
    )
    found = SUMMARIZER.summarize(reading, entities=(), options=SummaryOptions())
    assert found is not None
    assert found.text == "A."


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(HARBOUR), min_size=1, max_size=12), st.integers(1, 6))
def test_every_chosen_sentence_is_a_sentence_of_the_text(sentences, limit):
    assert set(chosen(sentences, sentences=limit)) <= set(sentences)
