from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.language import Language
from schemas.text import SentenceSpan
from workers.engines import LanguageDetector
from workers.engines.registry import ENGINES, EngineKind, load_engine

SENTENCES = {
    "af": "Die kinders speel ná skool in die tuin, want hulle het vandag geen huiswerk nie.",
    "am": "ልጆቹ ከትምህርት በኋላ በአትክልቱ ውስጥ ይጫወታሉ። ዛሬ የቤት ሥራ የላቸውም።",
    "ar": "يلعب الأطفال في الحديقة بعد المدرسة لأن المعلمة لم تعطهم واجبا اليوم.",
    "az": "Uşaqlar məktəbdən sonra bağda oynayırlar, çünki bu gün ev tapşırığı yoxdur.",
    "be": "Дзеці гуляюць у садзе пасля школы, бо сёння ў іх няма хатняга задання.",
    "bg": "Децата играят в градината след училище, защото днес нямат домашна работа.",
    "bn": "আজ কোনো বাড়ির কাজ নেই বলে বাচ্চারা স্কুলের পরে বাগানে খেলছে।",
    "bo": "བྱིས་པ་ཚོ་སློབ་གྲྭ་གྲོལ་རྗེས་ལྡུམ་རའི་ནང་རྩེད་མོ་རྩེ་གི་འདུག",
    "ca": "Els nens juguen al jardí després de l'escola perquè avui no tenen deures.",
    "ckb": "منداڵەکان دوای قوتابخانە لە باخچەکە یاری دەکەن چونکە ئەمڕۆ ئەرکی ماڵەوەیان نییە.",
    "cs": "Děti si po škole hrají na zahradě, protože dnes nemají žádné domácí úkoly.",
    "cv": "Ачасем шкул хыҫҫӑн пахчара вылляҫҫӗ, мӗншӗн тесен паян килте тумалли ӗҫ ҫук.",
    "cy": "Mae'r plant yn chwarae yn yr ardd ar ôl ysgol am nad oes gwaith cartref heddiw.",
    "da": "Børnene leger i haven efter skole, fordi de ikke har nogen lektier for i dag.",
    "de": "Die Kinder spielen nach der Schule im Garten, weil sie heute keine Hausaufgaben haben.",
    "dv": "ކުޑަކުދިން ސްކޫލު ނިމުމުން ބަގީޗާގައި ކުޅެއެވެ.",
    "el": "Τα παιδιά παίζουν στον κήπο μετά το σχολείο, γιατί σήμερα δεν έχουν μαθήματα.",
    "en": "The children are playing in the garden after school because they have no homework today.",
    "eo": "La infanoj ludas en la ĝardeno post la lernejo, ĉar hodiaŭ ili ne havas hejmtaskojn.",
    "es": "Los niños juegan en el jardín después de la escuela porque hoy no tienen deberes.",
    "et": "Lapsed mängivad pärast kooli aias, sest täna ei ole neil kodutöid.",
    "eu": "Haurrak eskolaren ondoren lorategian jolasten ari dira, gaur ez baitute etxeko lanik.",
    "fa": "بچه‌ها بعد از مدرسه در باغ بازی می‌کنند چون امروز تکلیف ندارند.",
    "fi": "Lapset leikkivät puutarhassa koulun jälkeen, koska heillä ei ole tänään läksyjä.",
    "fr": "Les enfants jouent dans le jardin après l'école parce qu'ils n'ont pas de devoirs aujourd'hui.",
    "ga": "Tá na páistí ag súgradh sa ghairdín tar éis na scoile mar níl aon obair bhaile acu inniu.",
    "gl": "Os nenos xogan no xardín despois da escola porque hoxe non teñen deberes.",
    "gu": "આજે ગૃહકાર્ય ન હોવાથી બાળકો શાળા પછી બગીચામાં રમે છે.",
    "ha": "Yara suna wasa a lambu bayan makaranta domin yau ba su da aikin gida.",
    "he": "הילדים משחקים בגינה אחרי בית הספר כי אין להם היום שיעורי בית.",
    "hi": "बच्चे स्कूल के बाद बगीचे में खेल रहे हैं क्योंकि आज उनके पास कोई गृहकार्य नहीं है।",
    "hr": "Djeca se nakon škole igraju u vrtu jer ovaj tjedan nemaju zadaću, a tko zna što će biti sutra.",
    "hu": "A gyerekek iskola után a kertben játszanak, mert ma nincs házi feladatuk.",
    "hy": "Երեխաները դպրոցից հետո խաղում են այգում, որովհետև այսօր տնային աշխատանք չունեն։",
    "id": "Anak-anak bermain di kebun sepulang sekolah karena hari ini mereka tidak punya pekerjaan rumah.",
    "is": "Börnin leika sér í garðinum eftir skóla því að þau eiga ekki að læra heima í dag.",
    "it": "I bambini giocano in giardino dopo la scuola perché oggi non hanno compiti.",
    "ja": "今日は宿題がないので、子どもたちは放課後に庭で遊んでいます。",
    "ka": "ბავშვები სკოლის შემდეგ ბაღში თამაშობენ, რადგან დღეს საშინაო დავალება არ აქვთ.",
    "kk": "Балалар сабақтан кейін бақта ойнап жүр, өйткені бүгін үй тапсырмасы жоқ.",
    "km": "ក្មេងៗលេងនៅក្នុងសួនបន្ទាប់ពីចេញពីសាលា។",
    "kn": "ಇಂದು ಮನೆಗೆಲಸ ಇಲ್ಲದ ಕಾರಣ ಮಕ್ಕಳು ಶಾಲೆಯ ನಂತರ ತೋಟದಲ್ಲಿ ಆಡುತ್ತಿದ್ದಾರೆ.",
    "ko": "오늘은 숙제가 없어서 아이들이 학교가 끝난 뒤에 마당에서 놀고 있다.",
    "ku": "Zarok piştî dibistanê li baxçe dilîzin, ji ber ku îro karê malê tune ye.",
    "ky": "Балдар сабактан кийин бакта ойноп жүрүшөт, анткени бүгүн үй тапшырмасы жок.",
    "la": "Pueri post scholam in horto ludunt, quia hodie nihil domi discere debent.",
    "lo": "ເດັກນ້ອຍຫຼິ້ນຢູ່ໃນສວນຫຼັງຈາກເລີກຮຽນ.",
    "lt": "Vaikai po pamokų žaidžia sode, nes šiandien jie neturi namų darbų.",
    "lv": "Bērni pēc skolas spēlējas dārzā, jo šodien viņiem nav mājasdarbu.",
    "mi": "Kei te tākaro ngā tamariki i te māra i muri i te kura nō te mea kāore he mahi kāinga i tēnei rā.",
    "mk": "Децата си играат во градината по училиште, затоа што денес немаат домашна работа.",
    "ml": "ഇന്ന് ഗൃഹപാഠം ഇല്ലാത്തതിനാൽ കുട്ടികൾ സ്കൂൾ കഴിഞ്ഞ് തോട്ടത്തിൽ കളിക്കുന്നു.",
    "mn": "Хүүхдүүд хичээлийн дараа цэцэрлэгт тоглож байна, учир нь өнөөдөр гэрийн даалгавар байхгүй.",
    "mr": "आज गृहपाठ नसल्यामुळे मुले शाळेनंतर बागेत खेळत आहेत.",
    "ms": "Kanak-kanak bermain di taman selepas sekolah kerana hari ini mereka tidak ada kerja rumah, kata beliau.",
    "mt": "It-tfal qegħdin jilagħbu fil-ġnien wara l-iskola għax illum m'għandhomx xogħol tad-dar.",
    "my": "ကလေးများသည် ကျောင်းဆင်းပြီးနောက် ဥယျာဉ်ထဲတွင် ကစားနေကြသည်။",
    "nb": "Barna leker i hagen etter skolen fordi de ikke har noen lekser i dag, sier hun.",
    "ne": "आज गृहकार्य नभएकाले बच्चाहरू विद्यालयपछि बगैँचामा खेलिरहेका छन्।",
    "nl": "De kinderen spelen na school in de tuin omdat ze vandaag geen huiswerk hebben.",
    "nn": "Borna leikar i hagen etter skulen fordi dei ikkje har noko heimearbeid, seier ho.",
    "os": "Сывӕллӕттӕ скъолайы фӕстӕ цӕхӕрадоны хъазынц, уымӕн ӕмӕ абон хӕдзары куыст нӕй.",
    "pa": "ਅੱਜ ਘਰ ਦਾ ਕੰਮ ਨਾ ਹੋਣ ਕਰਕੇ ਬੱਚੇ ਸਕੂਲ ਤੋਂ ਬਾਅਦ ਬਾਗ਼ ਵਿੱਚ ਖੇਡ ਰਹੇ ਹਨ।",
    "pl": "Dzieci bawią się po szkole w ogrodzie, bo dzisiaj nie mają zadania domowego.",
    "ps": "ماشومان له ښوونځي وروسته په باغ کې لوبې کوي ځکه چې نن کورنۍ دنده نه لري.",
    "pt": "As crianças brincam no jardim depois da escola porque hoje não têm trabalho de casa.",
    "ro": "Copiii se joacă în grădină după școală pentru că astăzi nu au teme.",
    "ru": "Дети играют в саду после школы, потому что сегодня им ничего не задали на дом.",
    "si": "අද ගෙදර වැඩ නැති නිසා ළමයි පාසලෙන් පසු වත්තේ සෙල්ලම් කරති.",
    "sk": "Deti sa po škole hrajú v záhrade, pretože dnes nemajú žiadne domáce úlohy.",
    "sl": "Otroci se po šoli igrajo na vrtu, ker danes nimajo domače naloge.",
    "so": "Carruurtu waxay ku ciyaarayaan beerta dugsiga ka dib sababtoo ah maanta ma haystaan shaqo guri.",
    "sq": "Fëmijët luajnë në kopsht pas shkollës, sepse sot nuk kanë detyra shtëpie.",
    "sr": "Деца се после школе играју у башти, јер данас немају домаћи задатак.",
    "sv": "Barnen leker i trädgården efter skolan eftersom de inte har några läxor i dag.",
    "sw": "Watoto wanacheza bustanini baada ya shule kwa sababu leo hawana kazi ya nyumbani.",
    "syr": "ܛܠܝ̈ܐ ܡܫܬܥܝܢ ܒܓܢܬܐ ܒܬܪ ܡܕܪܫܬܐ",
    "ta": "இன்று வீட்டுப்பாடம் இல்லாததால் குழந்தைகள் பள்ளி முடிந்ததும் தோட்டத்தில் விளையாடுகிறார்கள்.",
    "te": "ఈ రోజు ఇంటిపని లేనందున పిల్లలు బడి తర్వాత తోటలో ఆడుకుంటున్నారు.",
    "tg": "Кӯдакон баъд аз мактаб дар боғ бозӣ мекунанд, зеро имрӯз вазифаи хонагӣ надоранд.",
    "th": "เด็ก ๆ เล่นในสวนหลังเลิกเรียนเพราะวันนี้ไม่มีการบ้าน",
    "ti": "እቶም ቆልዑ ድሕሪ ቤት ትምህርቲ ኣብ ጀርዲን ይጻወቱ ኣለዉ፣ ሎሚ ዕዮ ገዛ የብሎምን እዩ።",
    "tl": "Naglalaro ang mga bata sa hardin pagkatapos ng klase dahil wala silang takdang-aralin ngayon.",
    "tr": "Çocuklar okuldan sonra bahçede oynuyor, çünkü bugün hiç ödevleri yok.",
    "tt": "Балалар мәктәптән соң бакчада уйныйлар, чөнки бүген өй эше юк.",
    "ug": "بالىلار مەكتەپتىن كېيىن باغدا ئوينايدۇ، چۈنكى بۈگۈن تاپشۇرۇق يوق.",
    "uk": "Діти граються в саду після школи, бо сьогодні їм нічого не задали додому.",
    "ur": "بچے اسکول کے بعد باغ میں کھیل رہے ہیں کیونکہ آج ان کے پاس گھر کا کام نہیں ہے۔",
    "uz": "Bolalar maktabdan keyin bogʻda oʻynashmoqda, chunki bugun uy vazifasi yoʻq.",
    "vi": "Bọn trẻ chơi trong vườn sau giờ học vì hôm nay không có bài tập về nhà.",
    "xh": "Abantwana badlala egadini emva kwesikolo kuba namhlanje abanawo umsebenzi wasekhaya.",
    "yi": "די קינדער שפּילן זיך אין גאָרטן נאָך דער שול, ווײַל הײַנט האָבן זיי נישט קיין היימאַרבעט.",
    "yo": "Àwọn ọmọ náà ń ṣeré nínú ọgbà lẹ́yìn ilé ẹ̀kọ́ nítorí pé wọn kò ní iṣẹ́ àṣetiléwá lónìí.",
    "zh": "今天没有作业，所以孩子们放学后在花园里玩。",
    "zu": "Izingane zidlala engadini ngemva kwesikole ngoba namuhla azinawo umsebenzi wasekhaya.",
}


def detector() -> LanguageDetector:
    """The one that the registry keeps, so that the model is loaded once for all tests."""
    return load_engine(next(row for row in ENGINES if row.kind == EngineKind.LANGUAGE))


def detect(text: str, *, hint: str | None = None) -> Language:
    return detector().detect(text, sentences=(), hint=hint)


def detect_sentences(*sentences: str) -> tuple[str, Language]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(SentenceSpan(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    return text, detector().detect(text, sentences=spans, hint=None)


@pytest.mark.parametrize(("tag", "text"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_is_recognized(tag, text):
    assert detect(text).tag == tag


@pytest.mark.parametrize(
    ("text", "tag", "script"),
    [
        ("我们今天去图书馆学习。", "zh", "Hans"),
        ("我們今天去圖書館學習。", "zh", "Hant"),
        ("中文", "zh", "Hani"),
        ("東京都庁の前で会いましょう。", "ja", "Jpan"),
        ("東京駅前広場", "ja", "Jpan"),
        ("서울은 한국의 수도이다.", "ko", "Kore"),
        ("Beograd je glavni grad Srbije. Gde ste bili prošle nedelje?", "sr", "Latn"),
        ("Београд је главни град Србије.", "sr", "Cyrl"),
        ("iPhone 15 Pro Max を買いました。", "ja", "Jpan"),
    ],
)
def test_the_script_is_named_beside_the_language(text, tag, script):
    language = detect(text)
    assert (language.tag, language.script) == (tag, script)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "2018 - 12:30",
        "😀🎉👍🏽",
        "https://example.org/a?b=c",
        "a.b@example.org",
        "\x00\x01",
        "\ud800",
        "…!?",
        "\u200d\ufe0f",
        "for (int i = 0; i < n; i++) { sum += a[i]; }",
        "def total(x):\n    return {a: b[x] for a in y}",
        '{"id": [1, 2], "on": {"a": true, "b": null}}',
    ],
)
def test_no_words_are_no_linguistic_content(text):
    assert detect(text).tag == "zxx"


@pytest.mark.parametrize(
    "text",
    [
        "asdkjh qwe zxcv",
        "qwrtz plkm bvcx dfgh",
        "xkcd hjkl wqrt zzz",
        pytest.param(
            "sdfgsdfg asdf qwer hjkl",
            marks=pytest.mark.xfail(reason="CLD2 is certain that this is Danish", strict=True),
        ),
    ],
)
def test_noise_is_not_taken_for_a_language(text):
    assert detect(text).tag in {"und", "zxx"}


@pytest.mark.parametrize("text", ["OK", "a", "π = 3.14", "x y z", "H2O kg", "𐎠𐎡𐎢𐎣𐎤 𐎥𐎦"])
def test_too_few_letters_or_those_of_an_unknown_script_are_undetermined(text):
    assert detect(text).tag == "und"


@pytest.mark.parametrize(
    "text",
    [
        "شو رأيك نروح عالسوق بكرا؟",
        "انا عايز اروح البيت دلوقتي",
        "واش راك خويا لاباس عليك",
        "شلونك حبيبي وين رايح اليوم",
        "بغيت نمشي للدار دابا",
    ],
)
def test_arabic_dialects_are_arabic(text):
    assert detect(text).tag == "ar"


def test_a_hint_decides_a_word_of_two_languages():
    assert detect("chat", hint="en").tag == "en"
    assert detect("chat", hint="fr-CA").tag == "fr"


def test_a_hint_never_overrides_a_plain_sentence():
    assert detect(SENTENCES["en"], hint="fr").tag == "en"
    assert detect(SENTENCES["ar"], hint="fa").tag == "ar"


def test_a_hint_in_another_script_is_ignored():
    assert detect("Привет, как дела сегодня?", hint="en").tag == "ru"


@pytest.mark.parametrize(("hint", "script"), [("zh-TW", "Hant"), ("zh_CN", "Hans"), ("zh", "Hani"), (None, "Hani")])
def test_a_hint_names_the_script_of_signs_that_both_chinas_write(hint, script):
    assert detect("中文", hint=hint).script == script


def test_a_mixed_document_is_divided_where_the_language_changes():
    arabic = ("ذهب الأولاد إلى المدرسة صباحا.", "كان الطقس باردا في المدينة كلها.", "عادوا إلى بيوتهم قبل المساء.")
    english = ("The weather was very nice yesterday.", "We had lunch in the park with our friends.")
    french = ("Le train est arrivé en retard ce matin.", "Les voyageurs attendaient sur le quai depuis une heure.")
    text, language = detect_sentences(*arabic, *english, *french)
    starts = [0, text.index("The"), text.index("Le train")]
    assert [(segment.tag, segment.start) for segment in language.segments] == list(
        zip(("ar", "en", "fr"), starts, strict=True)
    )


def test_the_language_of_most_letters_is_that_of_the_document():
    _, language = detect_sentences(SENTENCES["de"], SENTENCES["ru"], SENTENCES["ru"], SENTENCES["ru"])
    assert language.tag == "ru"
    assert language.script == "Cyrl"
    assert language.candidates[1].tag == "de"


def test_short_foreign_sentences_stay_with_their_neighbours():
    _, language = detect_sentences(
        "The committee met on Tuesday to discuss the plan for the new bridge.",
        "C'est la vie.",
        "Then they voted and went home.",
        "Правда.",
        "Bon appétit!",
        "The result was clear to everybody in the room.",
    )
    assert [segment.tag for segment in language.segments] == ["en"]


def test_lines_are_divided_where_no_sentences_are_given():
    text = "\n".join([SENTENCES["en"], SENTENCES["en"], SENTENCES["el"], SENTENCES["el"]])
    assert [segment.tag for segment in detect(text).segments] == ["en", "el"]


def test_a_code_block_does_not_divide_an_article():
    _, language = detect_sentences(
        SENTENCES["en"], "def total(x):\n    return {k: sum(v[k]) for k in x}", SENTENCES["en"]
    )
    assert [segment.tag for segment in language.segments] == ["en"]


def test_a_manual_with_many_commands_is_in_the_language_of_its_prose():
    command = "$ tool --add {a,b} > out.log && cat <(sort *.tsv) | tee /tmp/x # [1]"
    _, language = detect_sentences(*[SENTENCES["fr"], command] * 4)
    assert language.tag == "fr"
    assert [segment.tag for segment in language.segments] == ["fr"]


def test_a_program_with_one_comment_is_a_program():
    line = "for (i = 0; i < n; i++) { total[i] += row[i] * (a - b); }"
    _, language = detect_sentences(*[line] * 6, "Sum of all the rows.")
    assert language.tag == "zxx"


def test_a_long_document_is_judged_by_samples_and_still_divided():
    text, language = detect_sentences(*[SENTENCES["pl"]] * 700, *[SENTENCES["ja"]] * 500)
    assert [segment.tag for segment in language.segments] == ["pl", "ja"]
    assert abs(language.segments[0].end - text.index("今日")) < 1_000


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*SENTENCES.values(), "OK.", "123", "{}", "😀", "\n"]), max_size=6).map(" ".join),
)


@given(TEXTS, st.lists(st.integers(0, 300), max_size=8), st.sampled_from([None, "ar", "zh-TW", "no", "xx", "sr-Latn"]))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_language_with_segments_that_cover_it(text, cuts, hint):
    bounds = sorted({min(cut, len(text)) for cut in cuts})
    sentences = [SentenceSpan(start=start, end=end) for start, end in pairwise(bounds)]
    language = detector().detect(text, sentences=sentences, hint=hint)
    ends = [0, *(segment.end for segment in language.segments)]
    assert [segment.start for segment in language.segments] == ends[:-1]
    assert ends[-1] == len(text)
    assert all(segment.start < segment.end for segment in language.segments)
    confidences = [candidate.confidence for candidate in language.candidates]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1
    assert (language.tag, language.confidence) == (language.candidates[0].tag, confidences[0])
