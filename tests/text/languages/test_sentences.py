"""What each language asks of the splitter: sentences that are found again when they are joined by a blank."""

import pytest

from workers.text.sentences import split_sentences


def split(text, language):
    return [text[span.start : span.end] for span in split_sentences(text, language=language)]


ABBREVIATIONS = [
    ("af", ["Mnr. Botha woon bv. in Kaapstad.", "Hy werk vir dr. Smit."]),
    ("ast", ["El Sr. Álvarez vive equí.", "Ella ta n'Uviéu."]),
    ("az", ["Prof. Əliyev Bakıda yaşayır.", "O, 5. sinifdə oxuyur."]),
    ("be", ["Праф. Іваноў жыве ў г. Мінску.", "Ён прыехаў у 2001 г. з Брэста."]),
    ("bg", ["Проф. Иванов живее на ул. Шипка.", "Той дойде."]),
    ("bn", ["ড. রহমান ঢাকায় থাকেন।", "তিনি মোঃ আলীর সঙ্গে এসেছেন।"]),
    ("br", ["An Ao. Ar Gall zo o chom amañ.", "Ha c'hwi?"]),
    ("cy", ["Daeth Dr. Jones i'r dref.", "Aeth hi adref."]),
    ("da", ["Den 3. maj kom hr. Olsen f.eks. til Aarhus.", "Han gik igen."]),
    ("eo", ["D-ro Zamenhof loĝis ekz. en Varsovio.", "Li verkis multe."]),
    ("et", ["Prof. Tamm tuli 3. mail Tartusse.", "Ta läks ära."]),
    ("eu", ["Etxeberria jn. Bilbon bizi da.", "Han dago."]),
    ("fo", ["Tann 3. mai kom Jákupsson prof. til Tórshavn.", "Hann fór aftur."]),
    ("fy", ["Dr. Jansma wennet yn Ljouwert.", "Hy kaam by prof. De Vries."]),
    ("ga", ["Tháinig an tUas. Ó Briain anseo.", "D'imigh sé."]),
    ("gd", ["Thàinig an Dr. MacLeòid.", "Dh'fhalbh e."]),
    ("gl", ["O Sr. López vive en Vigo.", "Ela tamén."]),
    ("gu", ["ડો. પટેલ અહીં રહે છે.", "તે કાલે આવશે."]),
    ("hr", ["Prof. Horvat živi u Ul. kralja Tomislava.", "Došao je 3. svibnja."]),
    ("is", ["Hr. Jónsson kom 3. maí til Reykjavíkur.", "Hann fór aftur."]),
    ("ka", ["პროფ. ბერიძე ცხოვრობს თბილისში.", "ი. ჭავჭავაძე იყო მწერალი.", "ის CNN-ს უყურებს."]),
    ("kk", ["Проф. Ахметов Алматыда тұрады.", "Ол 1995 ж. келді."]),
    ("la", ["M. Tullius Cicero orator fuit.", "Cf. Liv. lib. 3 et multa alia."]),
    ("lb", ["Den Dr. Muller wunnt zu Lëtzebuerg.", "Hien ass den 3. Mee komm."]),
    ("lt", ["Prof. Jonaitis gyvena Gedimino g. Vilniuje.", "Jis atėjo."]),
    ("lv", ["Prof. Bērziņš ieradās 3. maijā Rīgā.", "Viņš aizgāja."]),
    ("mk", ["Проф. Петров живее на ул. Македонија.", "Тој дојде на 3. мај."]),
    ("mn", ["Проф. Бат Улаанбаатарт амьдардаг.", "Тэр ирсэн."]),
    ("mr", ["डॉ. पाटील पुण्यात राहतात.", "ते काल आले."]),
    ("mt", ["Il-Prof. Borg joqgħod il-Belt.", "Huwa ġie."]),
    ("nds", ["De 3. Dag keem Dr. Peters na Hamborg.", "He güng wedder."]),
    ("ne", ["डा. शर्मा काठमाडौंमा बस्नुहुन्छ।", "उहाँ हिजो आउनुभयो।"]),
    ("nn", ["Den 3. mai kom prof. Olsen til Bergen.", "Han gjekk att."]),
    ("oc", ["Lo Dr. Martin demòra a Tolosa.", "Ela tanben."]),
    ("pa", ["ਡਾ. ਸਿੰਘ ਇੱਥੇ ਰਹਿੰਦੇ ਹਨ।", "ਉਹ ਕੱਲ੍ਹ ਆਏ।"]),
    ("ro", ["Dl. Popescu locuiește pe str. Lungă nr. 5.", "A plecat."]),
    ("sk", ["Prof. Novák prišiel 3. mája do Košíc.", "Potom odišiel."]),
    ("sl", ["Prof. Novak je prišel 3. maja v Ljubljano.", "Potem je odšel."]),
    ("so", ["Dr. Maxamed wuxuu joogaa Muqdisho.", "Waa tagay."]),
    ("sq", ["Prof. Hoxha jeton në Tiranë.", "Ai erdhi p.sh. dje."]),
    ("sr", ["Проф. Петровић живи у ул. Кнеза Милоша.", "Дошао је 3. маја."]),
    ("sv", ["Prof. Svensson kom bl.a. till Lund.", "Han gick igen."]),
    ("sw", ["Dkt. Juma anaishi Dodoma.", "Alikuja jana."]),
    ("ta", ["டாக்டர். குமார் சென்னையில் வசிக்கிறார்.", "அவர் நேற்று வந்தார்."]),
    ("te", ["డా. రావు హైదరాబాద్‌లో ఉన్నారు.", "ఆయన నిన్న వచ్చారు."]),
    ("tl", ["Si Dr. Reyes ay nakatira sa Maynila.", "Umalis siya."]),
    ("uz", ["Prof. Karimov Toshkentda yashaydi.", "U kecha keldi."]),
    ("vi", ["GS. Nguyễn Văn An sống ở TP. Hồ Chí Minh.", "Ông đã đến."]),
]

ORDINALS_AND_DATES = [
    ("cs", ["Přijel 17. 2. 2007 do Prahy.", "Odjel 3. března."]),
    ("de", ["Auf der 35. Kommandeurstagung sprach er.", "Es war am 17. 2. 2007 in Köln.", "Ludwig XIV. starb 1715."]),
    ("de", ["Er wurde 35.", "Dann ging er."]),
    ("hu", ["A 150. évforduló után 2007. 2. 17. óta itt él.", "Most nincs itt."]),
    ("nb", ["Den 100. utgaven kom ut.", "Han gikk."]),
    ("sl", ["Od 27. 2. do 5. 3. 2013 je bil v Celju.", "Potem je odšel."]),
    ("tr", ["2. Dünya Savaşı 1945'te bitti.", "19. yüzyılda doğdu."]),
]

FINAL = [
    ("ru", ["Он купил хлеб, сыр и др.", "Потом ушёл."]),
    ("ru", ["Были столы, стулья и т. д.", "Петров молчал."]),
    ("uk", ["Були столи, стільці та ін.", "Петро мовчав."]),
    ("el", ["Πήρε ψωμί, τυρί κ.λπ.", "Ο Πέτρος έφυγε."]),
    ("en", ["He bought bread, cheese etc.", "Peter left."]),
]

QUOTES = [
    ("de", ["„Das ist gut.“", "Dann ging er.", "»Wirklich?«", "Ja."]),
    ("da", ["»Det er godt.«", "Så gik han."]),
    ("sv", ["”Det är bra.”", "Sedan gick han."]),
    ("pl", ["„To dobrze.”", "Potem wyszedł."]),
    ("fr", ["« C'est bien. »", "Il part."]),
    ("ru", ["«Это хорошо.»", "Он ушёл.", "— Стой! — сказал он."]),
    ("hu", ["– Jó – mondta.", "„Elég!”", "Elment."]),
    ("es", ["—¡Ven! —dijo.", "«Bien.»", "Se fue."]),
    ("tr", ['"Güzel." dedi.', "Sonra gitti."]),
    ("ar", ["«هذا جيد.»", "ثم ذهب."]),
    ("he", ['"זה טוב."', "הוא הלך."]),
    ("en", ["(It was late.)", "She said, ‘Stop.’", "[He did.]", "Then: ‘Why?’ she asked."]),
]

OTHER_MARKS = [
    ("en", ["Write to a.b@example.org or see www.example.org.", "Then wait."]),
    ("en", ["Well... she paused.", "And then…", "Nothing."]),
    ("en", ["He bought it.", "iPhone sales fell."]),
    ("en", ["1. Wash the rice.", "2. Boil it.", "2.3.1. The rest.", "A. The history"]),
    ("hy", ["Նա ասաց. «Ես գալիս եմ»։", "Հետո գնաց (տուն):", "Մեջ. Բախի մատները։"]),
    ("ur", ["یہ اچھا ہے۔", "کیا وہ آئے؟", "جی!"]),
    ("fa", ["آمد؛ اما دیر.", "چرا؟"]),
    ("am", ["እሱ መጣ።", "ለምን፧"]),
    ("km", ["គាត់មក។", "គាត់ទៅផ្ទះ៕"]),
    ("bo", ["ཁོ་འོང་༎", "ཁོ་སོང་༎"]),
    ("th", ["พ.ศ. 2560 เขามาที่จ. เชียงใหม่"]),
]


@pytest.mark.parametrize(
    ("language", "sentences"), [*ABBREVIATIONS, *ORDINALS_AND_DATES, *FINAL, *QUOTES, *OTHER_MARKS]
)
def test_sentences_are_found_again_when_joined(language, sentences):
    assert split(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(("language", "sentences"), [case for case in ABBREVIATIONS if case[0] in ("sr", "ro", "cy")])
def test_without_a_language_the_abbreviations_of_all_hold(language, sentences):
    assert split(" ".join(sentences), None) == sentences
