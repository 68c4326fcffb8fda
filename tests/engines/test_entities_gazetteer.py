import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import Label
from schemas.language import LanguageSegment
from workers.engines import Reading
from workers.engines.entities_gazetteer import SCORE_STRICT, load, stretches


def places(text, language):
    (candidates,) = load().extract([Reading(text=text, language=language)])
    return [(text[candidate.start : candidate.end], candidate.canonical) for candidate in candidates]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "وصل الوفد إلى بدرعا وسوريا وبالقاهرة", ["درعا", "سوريا", "القاهرة"]),
        ("ar", "سافر إلى الولايات المتحدة وللمملكة المتحدة", ["الولايات المتحدة", "المملكة المتحدة"]),
        ("ar", "من بغداد والموصل وسوريا ولبنان", ["بغداد", "الموصل", "سوريا", "لبنان"]),
        ("en", "She flew from London to New York and on to Syria.", ["London", "New York", "Syria"]),
        ("fr", "Il a quitté Le Caire pour Londres.", ["Le Caire", "Londres"]),
        ("de", "Der Zug fuhr von München nach Moskau.", ["München", "Moskau"]),
        ("es", "Viajó de Moscú a Nueva York.", ["Moscú", "Nueva York"]),
        ("it", "Da Roma a Mosca, passando per Milano.", ["Roma", "Mosca", "Milano"]),
        ("pt", "De Lisboa a Moscovo, pelo Rio de Janeiro.", ["Lisboa", "Moscovo", "Rio de Janeiro"]),
        ("ru", "В Москве ждали гостей из Дамаска и России.", ["Москва", "Дамаск", "Россия"]),
        ("uk", "Делегація України прибула до Києва.", ["Україна", "Київ"]),
        ("pl", "Mieszka w Warszawie, wrócił z Rosji.", ["Warszawa", "Rosja"]),
        ("sr", "Летео је из Београда у Сирију.", ["Београд", "Сирија"]),
        ("fi", "Hän lensi Helsingistä Syyriaan.", ["Helsinki", "Syyria"]),
        ("hu", "Budapestről Szíriába repült.", ["Budapest", "Szíria"]),
        ("tr", "Türkiye'nin başkenti Ankara'dır.", ["Türkiye", "Ankara"]),
        ("el", "Πήγε από την Αθήνα στη Συρία.", ["Αθήνα", "Συρία"]),
        ("he", "הוא טס מתל אביב למוסקבה.", ["תל אביב", "מוסקבה"]),
        ("fa", "او از تهران به مسکو رفت.", ["تهران", "مسکو"]),
        ("hi", "वह दिल्ली से मॉस्को गया।", ["दिल्ली", "मॉस्को"]),
        ("bn", "তিনি ঢাকা থেকে মস্কো গেছেন।", ["ঢাকা", "মস্কো"]),
        ("zh", "他从北京飞往莫斯科，然后去了叙利亚。", ["北京", "莫斯科", "叙利亚"]),
        ("ja", "東京からパリへ行き、シリアを訪れた。", ["東京", "パリ", "シリア"]),
        ("ko", "서울에서 모스크바로 갔다.", ["서울", "모스크바"]),
        ("th", "เขาเดินทางจากกรุงเทพไปมอสโก", ["กรุงเทพ", "มอสโก"]),
        ("vi", "Ông bay từ Hà Nội đến Syria.", ["Hà Nội", "Syria"]),
        ("ka", "ის თბილისიდან მოსკოვში გაემგზავრა.", ["თბილისი", "მოსკოვი"]),
        ("hy", "Նա Երևանից մեկնեց Մոսկվա։", ["Երևան", "Մոսկվա"]),
    ],
)
def test_places_are_found_in_many_languages(language, text, expected):
    assert [canonical for _, canonical in places(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nice weather, and I was Reading a book on my Mobile in the Bath."),
        ("en", "They told us that most of the male staff may turkey out."),
        ("en", "Paris Hilton met Michael Jordan and Chad Smith."),
        ("en", "It cost US$ 40."),
        ("ar", "كان الرجل يرفع العلم الروسي فوق المركز"),
        ("ar", "القوات السورية والشرطة العسكرية الروسية في الحياة السلمية"),
        ("ar", "عاد السكان إلى شوارع المدينة وساد السلام"),
        ("ar", "قال إنه بأنه لأول مرة يوميا"),
        ("de", "Das Essen war gut, und die Singen waren schön."),
        ("fr", "Les Tours sont hautes, dans un sens."),
        ("ru", "Мир победил, орёл взлетел. Владимир пришёл."),
        ("es", "La Victoria fue una Esperanza."),
        ("tr", "Ordu geldi."),
        ("zh", "和平与发展"),
        ("ja", "アイスランドリーム"),
        ("und", ""),
        ("und", "12345 !!! 😀"),
    ],
)
def test_ordinary_words_persons_and_adjectives_are_no_places(language, text):
    assert places(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "زار مدينة السلمية أمس", "السلمية"),
        ("ar", "في محافظة درعا السورية", "درعا"),
        ("en", "He moved to the city of Reading.", "Reading"),
        ("en", "He lives in Reading.", "Reading"),
        ("fr", "Elle est née dans la ville de Tours.", "Tours"),
        ("de", "Er wohnt in der Stadt Essen.", "Essen"),
        ("es", "Nació en la ciudad de León.", "León"),
    ],
)
def test_common_words_are_places_after_a_cue(language, text, expected):
    assert places(text, language) == [(expected, expected)]


def test_a_name_that_a_cue_vouched_for_once_is_known_in_the_whole_text():
    text = "وصلوا إلى مدينة الصنمين. ثم غادروا الصنمين."
    assert [canonical for _, canonical in places(text, "ar")] == ["الصنمين", "الصنمين"]


@pytest.mark.parametrize(
    ("language", "text", "mention", "canonical"),
    [
        ("ar", "وصلوا بدرعا", "بدرعا", "درعا"),
        ("ar", "توجهوا للقاهرة", "للقاهرة", "القاهرة"),
        ("tr", "Yarın İstanbul'dan gelir.", "İstanbul'dan", "İstanbul"),
        ("en", "The U.S. army", "U.S.", "U.S"),
        ("ko", "그는 서울에서 산다", "서울", "서울"),
        ("en", "Syria's army", "Syria", "Syria"),
    ],
)
def test_a_mention_spans_the_written_word_and_the_canonical_is_the_name(language, text, mention, canonical):
    assert places(text, language) == [(mention, canonical)]


def test_the_longest_name_wins():
    assert places("The New York City council", "en")[0][0] == "New York City"


def test_a_name_with_a_cue_of_its_own_keeps_its_high_score():
    text = "the city of Moscow"
    (candidates,) = load().extract([Reading(text=text, language="en")])
    assert [candidate.score for candidate in candidates] == [SCORE_STRICT]


def test_segments_bring_their_own_language():
    german, english = "In Island ist es kalt. ", "An island is small. Island life."
    reading = Reading(
        text=german + english,
        language="de",
        segments=(
            LanguageSegment(start=0, end=len(german), tag="de", confidence=1.0),
            LanguageSegment(start=len(german), end=len(german + english), tag="en", confidence=1.0),
        ),
    )
    (candidates,) = load().extract([reading])
    assert [candidate.start for candidate in candidates] == [3]


def test_stretches_cover_the_text_and_uncertain_segments_take_the_language_of_the_document():
    segments = [("de", 0, 4), ("und", 4, 6), ("en-GB", 6, 9), ("en", 9, 10)]
    reading = Reading(
        text="x" * 12,
        language="de-AT",
        segments=tuple(LanguageSegment(start=start, end=end, tag=tag, confidence=1.0) for tag, start, end in segments),
    )
    assert list(stretches(reading)) == [(0, 6, "de"), (6, 12, "en")]


PIECES = st.sampled_from(
    [
        "Paris",
        "New York",
        "درعا",
        "و",
        "محافظة ",
        " ",
        "\n",
        "北京",
        "市",
        "서울에서",
        "Москве",
        "U.S.",
        "'de",
        "-",
        "São",
        "\u0301",
        "กรุงเทพ",
        "ا" * 9,
    ]
)
LANGUAGES = st.sampled_from(["ar", "en", "ru", "zh", "ko", "tr", "th", "und", "xx"])


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join)), LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_candidates_of_any_text_are_disjoint_ordered_places_inside_of_it(text, language):
    (candidates,) = load().extract([Reading(text=text, language=language)])
    done = 0
    for candidate in candidates:
        assert done <= candidate.start < candidate.end <= len(text)
        assert candidate.label == Label.LOC
        assert 0 < candidate.score <= 1
        assert candidate.canonical
        done = candidate.end


@pytest.mark.parametrize(
    "text", ["A" * 300_000, "ا" * 300_000, "北" * 100_000, "New " * 10_000, "و" * 7 + "ل" * 300_000, "Paris-" * 5_000]
)
def test_monotonous_texts_are_read_in_linear_time(text):
    assert len(load().extract([Reading(text=text, language="ar")])) == 1


def test_the_engine_says_which_file_it_reads():
    assert load().info.name == "gazetteer"
    assert len(load().info.model_sha256) == 64
