"""Word rules: everyday words that tell languages apart which their letter statistics do not.

Bosnian, Croatian and Serbian, Indonesian and Malay, the two Norwegians and Danish share most words, and so most
n-grams; a few dozen grammatical words and well-known doublets separate them (Croatian `tijekom`, Serbian `tokom`).
A word that ends in `*` stands for all words that begin so.
"""

import math
from collections.abc import Iterable
from functools import cache

_GROUPS: tuple[dict[str, str], ...] = (
    {
        "hr": """što tko netko nitko tijekom tjedan tjedna tjedno siječnja siječanj veljače veljača ožujka ožujak travnja
            travanj svibnja svibanj lipnja lipanj srpnja srpanj kolovoza kolovoz rujna rujan listopada listopad
            studenoga studenog studeni prosinca prosinac europski europske europska europskog europskoj europa europi
            europe tisuća tisuće tisuću općina općine općini uvjet uvjete uvjeta uvjeti sustav sustava sustavu
            povijest povijesti vlak zrak zraka zraku glazba glazbe kazalište nogomet nogometni nogometna gospodarstvo
            gospodarstva gospodarski tvrtka tvrtke tvrtki tijelo svijet vijeće ministarstvo unatoč zajedno priopćenju
            uporaba djelatnik djelatnici zrakoplov zrakoplova promet otok otoku riječ kuna kuhinja izvješće
            izvješća bismo sveučilište sveučilišta znanost znanosti znanstvenik umjetnost udruga udruge točno
            točka točke dužnosnik skladb* stoljeć* desetljeć* milijun* milijard* glazben* sveučiliš* tvornic* zemljopis*
            obitelj* liječni* kruh juha suradnj* sudjel* natjec* natječ* financij* utjec* utjec* kršćan* rabi rabe
            stupanj stupnj* ravnatelj* veleposlan* izvješ* proračun* računal* žarišt* postaj* redatelj* pozornic*
            gospodarsk* unutarnj* vanjsk* djelatn* promidžb* kemij* zaklad* natjecatelj* nogomet* športsk* središnj*
            organizira* definira* komunicira* realizira* unatoč glede odnosi* uopće opć* općin* uvjet* sustav* povijes*
            znanst* zrakoplov* ljekarn* časopis* razdoblj* tjed* tisuć* tijek* osobn* susret* vjerojatno
            vrijeme mjesto mjesta mjestu svijet* dijete djec* riječ* dio dijel* lijep* gdje ovdje ondje uvijek prije poslije
            čovjek* primjer* zahtjev* tijel* cijen* djevoj* vjer* sljedeć* slijed* rješenj* ponedjeljak srijed* savjet*
            mlijek* rijek* zvijezd* sjever* predsjedni* vrijedn* dvije cijel* uspješn* pjesm* pjesni* bilješk* posljed*
            smjer* smješt* razumije* željel* htjel* voljel* obavijest* vijest* liječ* mijenj* primjen* promjen*""",
        "bs": """historija historije historiji historijski općina općine općini sedmica sedmice sedmici hiljada hiljade
            hiljadu ko neko niko šta januara januar februara februar marta aprila april maja juna juni jula juli augusta
            august septembra septembar oktobra oktobar novembra novembar decembra decembar evropski evropske evropska
            evropi evrope evropa lahko kahva kafa mehko sahat također univerzitet univerziteta univerzitetu tokom
            bosne bosna bosni bosanski bosanska bosanskog hercegovine hercegovini hercegovina sarajevo sarajevu
            sarajeva federacije federacija kanton kantona entitet entiteta saopćenju saopćeno saopćila vijeće vijeća
            uslov uslove uslova uslovi sistem sistema sistemu tačno tačka tačke fudbal fudbalski fudbalska sedam
            muslimana muslimani islamske allah allaha alejhi poslanik poslanika nauka nauke porodica porodice
            porodici vijek* decenij* milion* muzi* pozoriš* fabri* geografi* porodic* ljekar* hljeb* supa saradn*
            učestv* takmič* finansij* uticaj* utiče utiču krišćan* stepen* direktor* ambasad* izvještaj* budžet*
            računar* kompjuter* stanic* reditelj* režiser* fudbal* sportsk* centraln* organizova* definisa* organizov*
            komunicira* realizova* hemij* odsto procent* posmatra* prečnik* naelektris* preduzeć* avion* apotek*
            definis* koristi* period* historij* sedmi* hiljad* tok* prosječ* uspostavlj* njemač* italijan* špani*
            engles* rasprostranj* opšt* općin* uslov* sistem* nauč* okrug* općenito nalazi stanovnik* naselj*
            evrop* jevrej* sarajev* bosansk* hercegov* vjerovatno
            vrijeme mjesto mjesta mjestu svijet* dijete djec* riječ* dio dijel* lijep* gdje ovdje ondje uvijek prije poslije
            čovjek* primjer* zahtjev* tijel* cijen* djevoj* vjer* sljedeć* slijed* rješenj* ponedjeljak srijed* savjet*
            mlijek* rijek* zvijezd* sjever* predsjedni* vrijedn* dvije cijel* uspješn* pjesm* pjesni* bilješk* posljed*
            smjer* smješt* razumije* željel* htjel* voljel* obavijest* vijest* liječ* mijenj* primjen* promjen*""",
        "sr": """šta ko neko niko tokom nedelje nedelja nedelju hiljada hiljade hiljadu januara januar februara februar
            marta aprila april maja juna jun jula jul avgusta avgust septembra septembar oktobra oktobar novembra
            novembar decembra decembar evropski evropske evropska evropi evrope evropa gde ovde negde nigde uvek pre
            posle mesto mesta mestu vreme vremena svet sveta svetu svetski svetske deca dece reč reči deo dela lepo
            lepa lepe beograd beogradu beograda srbija srbije srbiji srpski srpske srpska takođe opština opštine
            opštini univerzitet univerziteta univerzitetu sistem sistema sistemu uslov uslove uslova uslovi istorija
            istorije istoriji čovek čoveka primer primer zahtev zahteva telo tela cena cene ceni devojka video
            želim želeo hteo hteli vera verovatno sledeći sledeće sledeća rešenje rešenja ponedeljak sreda sredu
            nauka nauke porodica porodice porodici fudbal fudbalski saopštenju saopštio razumeti voleti savet saveta
            mleko hleb vazduh* pozoriš* muzi* voz preduzeć* privred* vek* vekov* decenij* milion* fabri* geografi* porodic*
            lekar* hleb* supa saradn* učestv* takmič* finansij* uticaj* utiče utiču hrišćan* stepen* direktor* ambasad*
            izveštaj* budžet* računar* stanic* reditelj* fudbal* sportsk* centraln* organizova* definisa* organizov*
            realizova* hemij* odsto procent* posmatra* prečnik* preduzeć* avion* apotek* istorij* nedelj* hiljad* tok*
            prosečn* nemač* italijan* špani* opšt* opštin* uslov* sistem* nauč* evrop* jevrej* beograd* srbij* srpsk*
            vrem* mest* svet* dec* reč* primer* čovek* devoj* pesm* pesnik* rek* zvezd* belešk* stanovništv* naselj*
            sever* posled* sled* pored sreć* uspešn* poznat* nastav* predsednik* predsedn* vrednos* područj* deo delov*
            dve gde ovde uvek celo cela celog potpun* ponovo verova* razume* smatra* dece tel* cen* želi""",
    },
    {
        "id": """bahwa karena bisa Anda uang kantor polisi mobil perusahaan provinsi kabupaten kecamatan rumah
            bahasa tersebut adalah kota desa dengan merupakan hari senin selasa rabu jumat sabtu kepada sangat
            beberapa tetapi tapi namun saat ketika mencapai sekitar sehingga warga wilayah gubernur bupati walikota
            presiden menteri jakarta indonesia aku kamu nggak tidak gak sudah kalau cuma cuman bilang banget
            mau masih harus berbeda coba april maret agustus desember februari januari juli juni oktober senin
            minggu pekan rupiah pria wanita mahasiswa listrik universitas kualitas aktivitas informasi
            televisi musim nomor sepeda sepak bola olahraga gratis program proses sistem nasional khusus
            masalah diri agar pun dapat lewat""",
        "ms": """bahawa kerana boleh ialah wang pejabat polis kereta syarikat negeri daerah beliau sahaja ahad isnin khamis
            jumaat mac ogos disember februari julai jun oktober malaysia kuala lumpur perdana hospital universiti
            kualiti aktiviti maklumat televisyen nombor basikal sukan percuma proses sistem kebangsaan khas masalah
            awak kamu tak nak dah kat hendaklah berkenaan manakala ekoran turut datuk seri dato encik puan mohd
            kerajaan rakyat persekutuan pelajar elektrik ringgit lelaki kawasan kira tetapi telah cuba berbeza
            minggu bulan tahun penduduk dijangka ketika pasaran bagaimanapun sekiranya selepas sebelum mereka
            kepada pihak bagi pengurusan perniagaan""",
    },
    {
        "nb": """ikke jeg en fra hun hva hvem hvordan hvorfor hvor være bare også mer noe noen nå etter ble blitt mellom
            deg meg seg ut opp gjennom måte uke skole skolen norge norsk norske kommune selv ett eneste bedre
            kommer ifølge løpet hadde gjøre gjør sier sin sitt dere deres henne øverst språk melk sykehus hvilken
            hvilke forrige da mye mange åpen kjøpe spise vekk av""",
        "nn": """ikkje eg ein eit frå ho dei kva kven korleis kvifor kvar vere vera berre òg også meir noko nokon nokre no
            etter vart blei mellom deg meg seg ut opp gjennom måte veke skule skulen noreg norsk norske kommune
            sjølv eitt eineste betre kjem ifølgje løpet hadde gjere gjer seier sin sitt de dykkar henne øvst språk
            mjølk sjukehus kva kva førre då mykje mange open kjøpe ete vekk av er ved båe mellom fyrst fleire desse
            me hjå einskild ynskje trong etablert""",
        "da": """ikke jeg en fra hun hvad hvem hvordan hvorfor hvor være kun bare også mere noget nogle nogen nu efter blev
            blevet mellem dig mig sig ud op gennem måde uge skole skolen danmark dansk danske kommune selv et eneste
            bedre kommer ifølge løbet havde gøre gør siger sin sit jer deres hende øverst sprog mælk sygehus hvilken
            hvilke forrige da meget mange åben købe spise væk af at der har med til ikke lige vores deltager
            bliver går får siden år lidt blandt andet""",
    },
    {
        "cs": "je se že na který která které jsou jako aby není také pro při nebo však bude byl byla jeho nejen co jsem",
        "sk": "je sa že na ktorý ktorá ktoré sú ako aby nie tiež pre pri alebo však bude bol bola jeho nielen čo som",
    },
    {
        "gl": "o a os as do da dos das unha un non máis pola polo ao á nin tamén onde moi este esta foi son xa ten pero",
        "pt": "o a os as do da dos das uma um não mais pela pelo ao à nem também onde muito este esta foi são já tem mas",
        "es": "el la los las del de una un no más por al ni también donde muy este esta fue son ya tiene pero y lo",
    },
    {
        "ru": "и не что он на я с как это но она так его все у был же от из для мы которые также или если",
        "uk": "і не що він на я з як це але вона так його всі у був ж від із для ми які також або якщо та є",
        "be": "і не што ён на я з як гэта але яна так яго ўсе у быў ж ад з для мы якія таксама або калі ды ёсць",
        "bg": "и не че той на аз с как това но тя така го всички у беше от за ние които също или ако е са да се",
        "mk": "и не дека тој на јас со како ова но таа така го сите кај беше од за ние кои исто или ако е се да",
        "sr": "и не да он на ја са како ово али она тако га сви код био од за ми који такође или ако је су се",
    },
    {
        "hi": "है के में का की और को से हैं पर यह भी नहीं एक कि हो था थी थे लिए इस ने कर",
        "mr": "आहे च्या ला आणि या हे नाही एक की होते होता होती साठी त्या मध्ये आहेत असे तर पण ते ही",
        "ne": "छ को मा र हो छन् पनि एक भने थियो लाई यो गरेको हुन् गर्न बाट तर हुने भएको छैन",
    },
    {
        "fa": "من است را که این از با برای در به های می تو ما شما آن بود یک خود تا هم نیز شد شده کرد دوست خوب بر اما",
        "ur": "کے میں کی اور ہے نے سے پر یہ کا کو ایک ہیں نہیں بھی تھا کہ وہ اس جو ہم آپ کر ہو گیا لیکن اپنے",
        "ps": "دی په او چې د له سره کې ته زه یو دا هغه هم وي دې يې کړي شوي باندې نه خو کوي ده",
        "sd": "جي جو جا کي آهي ۾ ۽ ان هو به نه تي سان هن آهن لاءِ جنهن",
        "ckb": "لە بۆ کە ئەم بە لەگەڵ هەر ئەو دەکات بوو نییە وەک ئێمە هەموو هەیە سەر",
        "ug": "ۋە بىر بۇ بىلەن ئۇ بولۇپ ئۈچۈن دەپ بولغان مەن ھەم",
        "ar": """في من على إلى أن عن هذا هذه التي الذي كان ما لا مع بعد قد كل أو بين ذلك لم كما هو هي قال و
            شو شنو شنوة واش وش ليش ليه إيه ايه كيف كيفك ازيك شلونك هلق هلأ دلوقتي دابا توا هسه الحين بكرا بكره امبارح
            اليوم عايز عاوز بدي بدنا ابغى أبغى ابي بغيت بغى نحب حاب مش مو موش ماشي معليش خلاص يلا والله كتير كثير برشا
            بزاف وايد اوي قوي شوي شوية اللي هاد هاي هادي هيك كده كدا هكا هنا هون هناك وين فين رايح رايحة راح نمشي نروح
            اروح جاي عندي عندك عندنا ديال متاع تاع بتاع بتاعي حبيبي يا احنا حنا انت إنت انتي هما يعني طيب زين مزيان""",
    },
    {
        "xh": "kwaye ukuba into abantu kunye ngoku nje kuba apho kodwa le lo aba yokuba ngokuba umntu xa ndi bakhe",
        "zu": "futhi ukuthi into abantu kanye manje nje ngoba lapho kodwa le lo laba yokuthi umuntu uma ngi bakhe",
    },
    {
        "st": "le ho ya e ke ka ba hore la tsa mme empa ha o re di sa se bana motho jwalo haholo batho",
        "tn": "le go ya e ke ka ba gore la tsa mme fela ga o re di sa se bana motho jalo thata batho mo kwa",
        "nso": "le go ya e ke ka ba gore la tša gomme eupša ga o re di sa se bana motho bjalo kudu batho mo",
    },
    {
        "am": "ነው እና ላይ ውስጥ ነበር ናቸው ግን አንድ ወደ ስለ ጋር የሚል እንደ ሲሆን",
        "ti": "እዩ ናይ ኣብ ነበረ እዮም ግን ሓደ ናብ ምስ ዝብል ከም ኮይኑ ካብ እዚ እቲ",
    },
    {
        "he": "של את על לא הוא היא זה עם כי גם או אני יש כל אל",
        "yi": "פון און די איז דער אויף נישט ער זי דאס מיט אז אויך אדער איך",
    },
)


_SHORTEST_STEM, _LONGEST_STEM = 3, 10


def word_votes(words: Iterable[str], *, languages: Iterable[str]) -> dict[str, float]:
    """Return for each language the log of its lead over, or its lag behind, the best rival of its group in hits."""
    hits: dict[str, int] = {}
    for word in words:
        for language in _languages_of(word):
            hits[language] = hits.get(language, 0) + 1
    return {language: _lead(language, hits) for language in languages}


def _languages_of(word: str) -> tuple[str, ...]:
    table = _languages_of_word()
    if word in table:
        return table[word]
    stems = (word[:length] + "*" for length in range(min(len(word), _LONGEST_STEM), _SHORTEST_STEM - 1, -1))
    return next((table[stem] for stem in stems if stem in table), ())


def _lead(language: str, hits: dict[str, int]) -> float:
    rivals = _rivals().get(language)
    if not rivals:
        return 0.0
    lead = hits.get(language, 0) - max(hits.get(rival, 0) for rival in rivals)
    return math.copysign(math.log1p(abs(lead)), lead)


@cache
def _rivals() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in _GROUPS:
        for language in group:
            table[language] = table.get(language, frozenset()) | (frozenset(group) - {language})
    return table


@cache
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    """Each word with the languages whose lists have it; words of a whole group tell nothing and fall out."""
    table: dict[str, tuple[str, ...]] = {}
    for group in _GROUPS:
        lists = {language: frozenset(words.casefold().split()) for language, words in group.items()}
        for word in frozenset().union(*lists.values()):
            having = tuple(language for language, words in lists.items() if word in words)
            if len(having) < len(group):
                table[word] = (*table.get(word, ()), *having)
    return table
