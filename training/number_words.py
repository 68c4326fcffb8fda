"""Number words that CLDR lacks or writes in one way only, by language."""

# Words for "and" within a number.
JOINERS = {
    "ar": "و", "en": "and", "fr": "et", "de": "und", "es": "y", "pt": "e", "ca": "i", "it": "e", "nl": "en", "af": "en",
    "fa": "و", "he": "ו", "el": "και", "sv": "och", "da": "og", "no": "og", "is": "og", "ro": "si", "bg": "и", "mk": "и",
    "sr": "и i", "hr": "i", "sl": "in", "sq": "e", "ckb": "و", "ka": "და", "vi": "lẻ linh",
}  # fmt: skip

# Right before thousand and more.
FRACTIONS = {
    "ar": {"نصف": 0.5, "ربع": 0.25}, "en": {"half a": 0.5, "quarter of a": 0.25, "a half": 0.5, "one and a half": 1.5},
    "fr": {"un demi": 0.5}, "de": {"eine halbe": 0.5, "einer halben": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5},
    "es": {"medio": 0.5}, "pt": {"meio": 0.5}, "it": {"mezzo": 0.5}, "nl": {"een half": 0.5, "anderhalf": 1.5},
    "ru": {"пол": 0.5, "полтора": 1.5}, "uk": {"пів": 0.5, "півтора": 1.5}, "pl": {"pół": 0.5, "półtora": 1.5},
    "cs": {"půl": 0.5}, "tr": {"yarım": 0.5, "bir buçuk": 1.5}, "fa": {"نیم": 0.5}, "he": {"חצי": 0.5},
    "ur": {"ڈھائی": 2.5, "ڈیڑھ": 1.5}, "hi": {"ढाई": 2.5, "डेढ़": 1.5}, "bn": {"আড়াই": 2.5, "দেড়": 1.5},
    "id": {"setengah": 0.5}, "el": {"μισό": 0.5}, "sv": {"en halv": 0.5}, "da": {"en halv": 0.5}, "no": {"en halv": 0.5},
    "fi": {"puoli": 0.5}, "hu": {"fél": 0.5, "másfél": 1.5}, "ro": {"jumătate de": 0.5},
}  # fmt: skip

# Other spellings, as replacements in what CLDR writes: cases of Arabic, spellings of a hundred.
VARIANTS = {
    "ar": (("ما(?=يه)", "م"), ("مايتان|ميتان", "ميتين"), ("ون$", "ين"), ("^اثنان$", "اثنين"), ("^الفان$", "الفين")),
    "bg": (("десет$", "йсет"),),
    "vi": (("nghin", "ngan"),),
}

MORE: dict[str, dict[int, str]] = {
    "ar": {
        2: "اثنين|اثنتين|اثنتان", 3: "ثلاث|ثلاثة", 8: "ثماني|ثمان|ثمانية", 11: "أحد عشر|إحدى عشرة", 12: "اثني عشر|اثنا عشر|اثنتي عشرة|اثنتا عشرة",
        18: "ثماني عشرة|ثمانية عشر", 100: "مئة|مائة", 200: "مئتين|مئتان|مئتي|مائتي|مئتا|مائتين|مائتان", 300: "ثلاثمئة", 400: "أربعمئة",
        500: "خمسمئة", 600: "ستمئة", 700: "سبعمئة", 800: "ثمانمئة|ثمانيمئة|ثمانمائة", 900: "تسعمئة", 2000: "ألفان|ألفين|ألفي",
        2_000_000: "مليونان|مليونين|مليوني", 2_000_000_000: "ملياران|مليارين|ملياري",
    },
    "en": {1000: "a thousand|one thousand", 100: "a hundred|one hundred", 1_000_000: "a million|one million",
           1_000_000_000: "a billion|one billion", 1_000_000_000_000: "a trillion", 12: "a dozen"},
    "de": {30: "dreißig", 1_000_000: "eine Million|einer Million", 1_000_000_000: "eine Milliarde|einer Milliarde",
           2: "zwei", 1000: "eintausend", 100: "einhundert"},
    "fr": {1_000_000: "un million", 1_000_000_000: "un milliard", 80: "quatre vingt|quatre vingts", 70: "septante", 90: "nonante"},
    "es": {1_000_000: "un millón", 100: "cien|ciento"},
    "pt": {16: "dezasseis|dezesseis", 17: "dezassete|dezessete", 19: "dezanove|dezenove", 14: "catorze|quatorze", 100: "cem|cento",
           1_000_000: "um milhão"},
    "it": {1_000_000: "un milione", 1_000_000_000: "un miliardo", 1000: "mila"},
    "nl": {1_000_000: "een miljoen", 1_000_000_000: "een miljard"},
    "ru": {1_000_000: "один миллион", 40: "сорок|сорока", 100: "сто|ста", 2: "двух", 3: "трёх|трех", 4: "четырёх|четырех"},
    "bg": {20: "двадесет|двайсет", 30: "тридесет|трийсет", 2: "двама|двете", 3: "трима"},
    "da": {1_000_000: "en million"}, "sv": {1_000_000: "en miljon"}, "no": {1_000_000: "en million", 20: "tyve", 7: "syv", 30: "tretti|tredve"},
    "fi": {1000: "tuhat"}, "hu": {2: "két|kettő", 1000: "ezer"},
    "fa": {2: "دو", 3: "سه", 1000: "هزار", 1_000_000: "یک میلیون", 600: "ششصد|شش صد", 500: "پانصد"},
    "hi": {10_000_000: "एक करोड़", 100_000: "एक लाख", 1000: "एक हज़ार|एक हजार", 6: "छह|छः|छे", 9: "नौ"},
    "he": {1_000_000: "מיליון"},
    "ro": {1_000_000: "un milion"},
    "id": {1_000_000: "sejuta", 1000: "seribu", 100: "seratus"}, "ms": {1_000_000: "sejuta", 1000: "seribu", 100: "seratus"},
    "cs": {2: "dvěma", 3: "třemi", 4: "čtyřmi", 5: "pěti", 6: "šesti", 7: "sedmi", 8: "osmi", 9: "devíti", 10: "deseti"},
    "sk": {2: "dvoma|dvomi", 3: "troma|tromi", 4: "štyrmi", 5: "piatimi", 6: "šiestimi", 10: "desiatimi"},
    "lt": {2: "dvi|du", 3: "tris", 4: "keturis|keturias", 5: "penkis|penkias", 6: "šešis|šešias", 7: "septynis|septynias",
           8: "aštuonis|aštuonias", 9: "devynis|devynias"},
    "lv": {2: "diviem|divām", 3: "trim|trijām", 4: "četriem|četrām", 5: "pieciem|piecām", 6: "sešiem|sešām", 7: "septiņām",
           8: "astoņām", 9: "deviņām"},
    "is": {2: "tveimur", 3: "þremur", 4: "fjórum"},
    "et": {2: "kahe", 3: "kolme", 4: "nelja", 5: "viie", 6: "kuue", 7: "seitsme", 8: "kaheksa", 9: "üheksa", 10: "kümne"},
    "sw": {2: "mbili", 3: "tatu", 4: "nne", 5: "tano", 6: "sita", 7: "saba", 8: "nane", 9: "tisa", 10: "kumi"},
    "ko": {2: "두", 3: "세", 4: "네", 5: "다섯", 6: "여섯", 7: "일곱", 8: "여덟", 9: "아홉", 10: "열", 20: "스무"},
    "sl": {2: "dva|dve|dveh|dvema", 3: "tri|trije|treh|tremi", 4: "štiri|štirje|štirih", 5: "pet|petih", 6: "šest|šestih", 7: "sedem",
           8: "osem", 9: "devet", 10: "deset", 11: "enajst", 12: "dvanajst", 13: "trinajst", 14: "štirinajst", 15: "petnajst",
           20: "dvajset", 30: "trideset", 40: "štirideset", 50: "petdeset", 100: "sto", 200: "dvesto", 300: "tristo", 1000: "tisoč"},
    "gl": {2: "dous|dúas", 3: "tres", 4: "catro", 5: "cinco", 6: "seis", 7: "sete", 8: "oito", 9: "nove", 10: "dez", 11: "once",
           12: "doce", 15: "quince", 20: "vinte", 30: "trinta", 40: "corenta", 50: "cincuenta", 100: "cen|cento", 1000: "mil"},
    "ur": {2: "دو", 3: "تین", 4: "چار", 5: "پانچ", 6: "چھ|چھے", 7: "سات", 8: "آٹھ", 9: "نو", 10: "دس", 11: "گیارہ", 12: "بارہ", 13: "تیرہ",
           14: "چودہ", 15: "پندرہ", 16: "سولہ", 17: "سترہ", 18: "اٹھارہ", 19: "انیس", 20: "بیس", 25: "پچیس", 30: "تیس", 35: "پینتیس",
           40: "چالیس", 45: "پینتالیس", 50: "پچاس", 60: "ساٹھ", 70: "ستر", 75: "پچھتر", 80: "اسی", 90: "نوے", 100: "سو|ایک سو",
           1000: "ایک ہزار", 100_000: "ایک لاکھ", 10_000_000: "ایک کروڑ"},
    "bn": {2: "দুই|দু", 3: "তিন", 4: "চার", 5: "পাঁচ", 6: "ছয়", 7: "সাত", 8: "আট", 9: "নয়", 10: "দশ", 11: "এগারো", 12: "বারো",
           15: "পনেরো", 20: "বিশ|কুড়ি", 25: "পঁচিশ", 30: "ত্রিশ", 40: "চল্লিশ", 50: "পঞ্চাশ", 60: "ষাট", 70: "সত্তর", 80: "আশি", 90: "নব্বই",
           100: "একশো|একশ", 200: "দুইশো|দুইশ", 500: "পাঁচশো|পাঁচশ", 1000: "এক হাজার"},
    "mr": {2: "दोन", 3: "तीन", 4: "चार", 5: "पाच", 6: "सहा", 7: "सात", 8: "आठ", 9: "नऊ", 10: "दहा", 11: "अकरा", 12: "बारा", 15: "पंधरा",
           20: "वीस", 25: "पंचवीस", 30: "तीस", 40: "चाळीस", 50: "पन्नास", 60: "साठ", 70: "सत्तर", 80: "ऐंशी", 90: "नव्वद", 100: "शंभर",
           200: "दोनशे", 500: "पाचशे", 1000: "एक हजार"},
    "te": {2: "రెండు", 3: "మూడు", 4: "నాలుగు", 5: "ఐదు", 6: "ఆరు", 7: "ఏడు", 8: "ఎనిమిది", 9: "తొమ్మిది", 10: "పది"},
    "gu": {2: "બે", 3: "ત્રણ", 4: "ચાર", 5: "પાંચ", 6: "છ", 7: "સાત", 8: "આઠ", 9: "નવ", 10: "દસ"},
    "pa": {2: "ਦੋ", 3: "ਤਿੰਨ", 4: "ਚਾਰ", 5: "ਪੰਜ", 6: "ਛੇ", 7: "ਸੱਤ", 8: "ਅੱਠ", 9: "ਨੌਂ", 10: "ਦਸ"},
    "ckb": {2: "دوو", 3: "سێ", 4: "چوار", 5: "پێنج", 6: "شەش", 7: "حەوت", 8: "هەشت", 9: "نۆ", 10: "دە", 20: "بیست", 30: "سی", 40: "چل",
            50: "پەنجا", 100: "سەد", 1000: "هەزار", 1_000_000: "ملیۆن"},
    "ps": {2: "دوه|دوې", 3: "درې", 4: "څلور", 5: "پنځه", 6: "شپږ", 7: "اووه", 8: "اته", 9: "نهه", 10: "لس", 20: "شل", 100: "سل"},
    "uz": {2: "ikki", 3: "uch", 4: "toʻrt|to'rt|toʼrt", 5: "besh", 6: "olti", 7: "yetti", 8: "sakkiz", 9: "toʻqqiz|to'qqiz",
           10: "oʻn|o'n", 20: "yigirma", 30: "oʻttiz|o'ttiz", 40: "qirq", 50: "ellik", 100: "yuz", 1000: "ming", 1_000_000: "million"},
    "eu": {2: "bi", 3: "hiru", 4: "lau", 5: "bost", 6: "sei", 7: "zazpi", 8: "zortzi", 9: "bederatzi", 10: "hamar", 20: "hogei", 100: "ehun",
           1000: "mila"},
    "fil": {2: "dalawang|dalawa", 3: "tatlong|tatlo", 4: "apat na|apat", 5: "limang|lima", 6: "anim na|anim", 7: "pitong|pito",
            8: "walong|walo", 9: "siyam na|siyam", 10: "sampung|sampu"},
}  # fmt: skip

# What CLDR writes and nobody else, or what is more often another word.
WRONG: dict[str, str] = {}
