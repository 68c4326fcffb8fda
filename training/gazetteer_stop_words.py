"""Names that are ordinary words, written by hand: what the corpora are too small to show."""

# language -> words; _ joins the words of one name; * is every language.
STOP_WORDS: dict[str, str] = {
    "*": "of nice reading bath mobile orange male man most split bar bari best hope normal enterprise phoenix buffalo "
    "independence union liberty university college centre center commerce industry surprise paradise eden same lens "
    "troy rugby tours angers vienne halle hof wells deal sale rye battle ham hove bury barking dover street buy police cork "
    "limerick mold flint barry bala march spa mons lier bray central southern northern eastern western south north east west "
    "san santa saint new old la le el al the de da do mark marl date data tender sand rock much many long every very "
    "ideal imperial royal republic salt gold silver golden crystal coral pearl temple media page price warren lower upper "
    "roman zion bethlehem nazareth mission concord salem marina vista lakes valley beach park island islands "
    "as is in on to at by be or so no go we he us it an am",
    "ar": "العلم السلمية كان كانت المدينة المركز الشرطة القرية البلد البلدة العاصمة الدولة المنطقة المنار الحرية السلام النصر "
    "مدينة وين مشهد روس بورصة بركة أمان امسك طراز ربات توماس الجديدة الجديد الزاوية الجزيرة الجزائرية الحي الباب البيت العين الوادي السوق الميناء القلعة الجبل البحر النهر الحمراء "
    "الخضراء البيضاء الزرقاء الصحراء الشرق الغرب الشمال الجنوب الوسط الشرقية الغربية الشمالية الجنوبية الوسطى الكبرى الصغرى "
    "العليا السفلى المحلة المنصورة المنيرة السعيدة الكريمة الوحدة الثورة الأمل النور الفتح الفجر العربية العرب الخليج بان "
    "وان لان كما هنا هناك بعد قبل عند بين حول مثل غير كل بعض اليوم امس غدا عام شهر يوم سنة مرة اول ثاني ثالث رئيس حكومة جيش قوات "
    "حرب سلام عمل علم حلم قلم كلام سلام امل نور بدر حسن علي محمد احمد عمر عثمان خالد سعيد سالم ناصر منصور حمد حمدان راشد سلمان فيصل "
    "كامل جميل كريم رشيد امين صالح صلاح طارق زياد وليد سامي رامي هاني ماجد نبيل فريد بكر جعفر كاظم عباس حيدر حسين باقر صادق "
    "السيدة السادات الشيخ الحاج القائد الملك الأمير الإمام صفر رجب شعبان رمضان شوال محرم مسلم مسيحي رابح فاضل عادل",
    "fa": "کرد شد است بود دارد باشد نور بم راه",
    "ur": "کی کا کے نے کو سے پر میں ہے تھا بھی کر دن رات بات کام",
    "tr": "ordu van aydın muş batman   uşak tokat    of has ağrı        kula akın bayram deniz güney kuzey doğu batı",
    "de": "essen halle hagen hof baden bergen singen waren weiden bad buchen kehl lage werl lohne zeit "
    "wissen    plauen senden leer norden rain aue haar zeven  regen",
    "fr": "tours sens lens angers vienne die gap   bains vertus plaisir loos grasse  dole auch rue maisons montagne ",
    "es": "la_victoria la_esperanza la_libertad la_unión la_trinidad león granada victoria mercedes rosario linares soledad trinidad paz concepción libertad "
    "esperanza dolores progreso independencia cruz reyes flores torres vega guerrero morelos hidalgo juárez san cabeza delicias",
    "it": "massa prato potenza    vittoria alba cento marino piazza",
    "pt": "vitória salvador natal santos campos pelotas franca serra palmas contagem maia barreiras",
    "ru": "орёл орел владимир мир белый серов киров шахты энгельс луга клин находка дно минеральные александров "
    "королев королёв пушкин жуковский чехов гагарин великие тара урай брат победа юг север восток запад",
    "sv": "  mark boden sala hjo",
    "nl": "best  goes hoorn  echt",
    "pl": "piła  koło   hel police ",
    "th": "ริกา",
    "ko": "구성 이리 후에 우파 치타 이브 인도",
    "id": " solo batu kota baru timur barat selatan utara tengah",
    "vi": "đà vinh",
    "zh": "和平 中山 长安 解放 文化 人民 中心 大学 公主 朝阳 东方 平安 光明 新城 城关 大安 太平 永安 安定 中国人",
    "ja": "中央 東 西 南 北 大和 日野 市川 太田 上田 高橋 伊藤 山口 福田 石川 千葉 宮崎 長野 福島 松本 岡崎 豊田 本田 池田 川崎",
}

# Cities whose name is a word of some article in the corpora (الموصل is a conductor too), but a city in the news.
ALWAYS_NAMES = "الموصل"

# Places that are given names or surnames as well: no place when another unknown name stands beside them.
PERSONS = (
    "jordan chad paris sydney florence austin victoria georgia israel houston charlotte madison jackson lincoln washington "
    "kingston hamilton diego santiago sofia lourdes dakota carolina virginia cleveland columbus brooklyn chelsea adelaide "
    "london kent tyler bristol milan roma alexandria valencia lima dallas denver orlando phoenix raleigh lafayette montgomery nelson wellington "
    "newton lancaster york bradford preston sheffield derby stafford salisbury verona vienna siena catania pisa modena "
    "berlin hamburg bremen odessa medina cordoba toledo zamora leon navarro aragon castilla cadiz segovia avila burgos soria george "
    "santos dallas warren carson clinton lawrence albany darwin durban gary aurora savannah jena"
)
