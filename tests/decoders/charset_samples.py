"""A few sentences of our own per language, and the legacy encodings in which such texts are still met."""

SAMPLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "ar": (
        (
            "وصل القطار إلى المدينة عند الفجر، ونزل منه ثلاثة رجال يحملون حقائب ثقيلة. سأل أحدهم عن الطريق إلى السوق القديم، "
            "فأجابه بائع الخبز بأن السوق مغلق اليوم بسبب المطر. جلسوا في مقهى صغير قرب المحطة وانتظروا حتى توقف المطر."
        ),
        ("cp1256", "iso8859_6"),
    ),
    "fa": (
        (
            "باران از صبح زود شروع شد و کوچه‌ها پر از آب شدند. پدربزرگ کنار پنجره نشست و گفت که چنین بارانی را سی سال پیش "
            "دیده بود. بچه ها با چکمه های پلاستیکی به حیاط دویدند و تا ظهر برنگشتند."
        ),
        ("cp1256",),
    ),
    "ru": (
        (
            "Поезд опоздал на два часа, и на вокзале остались только дворник да старая собака. Пассажиры вышли под дождь и "
            "долго искали такси. Наконец подъехала синяя машина, водитель которой знал короткую дорогу через лес."
        ),
        ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    ),
    "uk": (
        (
            "Учора ввечері на площі відкрили новий годинник, і діти зібралися, щоб почути його перший дзвін. Майстер розповів, "
            "що механізм збирали п'ять місяців. Їхній учитель пообіцяв показати ще й вежу."
        ),
        ("cp1251", "koi8_u"),
    ),
    "bg": (
        (
            "Пекарят отвори вратите още преди изгрев и ароматът на топъл хляб изпълни цялата улица. Хората се наредиха на "
            "опашка, въпреки че валеше сняг. Всеки си тръгваше с усмивка и пълна торба."
        ),
        ("cp1251",),
    ),
    "el": (
        (
            "Το καράβι έφτασε στο λιμάνι αργά το βράδυ και οι ταξιδιώτες κατέβηκαν κουρασμένοι. Ο άνεμος είχε πέσει και η "
            "θάλασσα ήταν ήρεμη σαν λάδι. Ένας ψαράς τούς πρόσφερε ζεστό ψωμί και ελιές."
        ),
        ("cp1253", "iso8859_7"),
    ),
    "he": (
        (
            "הרכבת הגיעה לתחנה בשעה שבע בבוקר והנוסעים ירדו ממנה לאט. הילדה חיפשה את סבתא שלה בין האנשים הרבים. בסוף מצאה "
            "אותה ליד הקיוסק, מחזיקה מטרייה אדומה וכוס תה חם."
        ),
        ("cp1255", "iso8859_8"),
    ),
    "tr": (
        (
            "Köyün çeşmesi yaz boyunca kurudu, kadınlar suyu komşu kasabadan taşıdı. Güneş batınca çocuklar bahçede toplandı "
            "ve büyükannenin anlattığı öyküleri dinledi. Ertesi gün yağmur yağdı, herkes şaşırdı."
        ),
        ("cp1254", "iso8859_9"),
    ),
    "pl": (
        (
            "Stary zegarmistrz naprawił wieżowy zegar, choć nikt już nie wierzył, że wskazówki się poruszą. Mieszkańcy "
            "przyszli na rynek, żeby usłyszeć pierwsze bicie. Później świętowali aż do północy, jedząc pączki i śledzie."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "cs": (
        (
            "Pekař vstával každé ráno ve čtyři hodiny a sníh pod jeho botami křupal. Když otevřel dveře, vůně čerstvého "
            "chleba naplnila celé náměstí. Děti čekaly na koláče, které dostávaly zadarmo před školou."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "hu": (
        (
            "A kertész tavasszal elültette a diófát, és megígérte az unokáinak, hogy őszre árnyékot ad. Az idő gyorsan múlt, "
            "a fűben tücskök énekeltek. Később hűvös eső érkezett, és mindenki a tűz köré gyűlt."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "de": (
        (
            "Die Bäckerin öffnete früh am Morgen die Tür und grüßte die müden Gäste. Draußen fiel Schnee, und über den "
            "Dächern hörte man die Glocken läuten. „Möchten Sie süße Brötchen?“, fragte sie höflich."
        ),
        ("cp1252",),
    ),
    "fr": (
        (
            "L’été dernier, ma grand-mère a planté des pêchers près de l’étang où nagent des canards. À la fin de l’année, "
            "elle espère récolter assez de fruits pour préparer sa célèbre gelée. Ça sentira bon jusqu’à Noël."
        ),
        ("cp1252", "mac_roman"),
    ),
    "es": (
        (
            "El panadero abrió la tienda cuando aún era de noche y el olor a pan llenó la calle. ¿Quién compró la última "
            "empanada? Una niña pequeña, que después corrió hacia la estación con su sombrero de otoño."
        ),
        ("cp1252", "latin_1"),
    ),
    "sv": (
        (
            "På ön bodde en gammal fiskare som varje kväll rodde över sjön för att hämta posten. Båten läckte, men han "
            "påstod att den höll längre än någon ny. På våren målade han den blå och döpte den på nytt."
        ),
        ("cp1252", "latin_1"),
    ),
    "lt": (
        (
            "Senelis kiekvieną rytą ėjo prie ežero žiūrėti, ar ledas jau ištirpo. Vieną dieną jis pamatė gulbę su šešiais "
            "jaunikliais ir labai apsidžiaugė. Žmonės iš kaimo atėjo pažiūrėti šito stebuklo."
        ),
        ("cp1257", "iso8859_13"),
    ),
    "th": (
        (
            "เมื่อวานฝนตกหนักตลอดทั้งคืน น้ำในคลองจึงขึ้นสูงกว่าทุกปี ชาวบ้านช่วยกันขนของขึ้นชั้นบน แล้วนั่งรอจนถึงเช้า "
            "เด็กๆ หัวเราะเมื่อเห็นเรือลำเล็กลอยผ่านหน้าบ้าน"
        ),
        ("cp874",),
    ),
    "ja": (
        (
            "昨日の夜から雪が降り続き、村の道はすっかり白くなりました。子どもたちは学校が休みになったので、朝から雪だるまを"
            "作っています。おばあさんは窓辺で熱いお茶を飲みながら、その様子を静かに見ていました。"
        ),
        ("shift_jis", "euc_jp", "iso2022_jp"),
    ),
    "ko": (
        (
            "어제 저녁부터 비가 내려서 골목마다 물이 고였다. 할머니는 우산을 들고 손자를 마중하러 버스 정류장까지 걸어갔다. "
            "두 사람은 따뜻한 국수를 먹으며 지난여름의 바다 이야기를 나누었다."
        ),
        ("euc_kr",),
    ),
    "zh-Hans": (
        (
            "清晨的火车晚点了两个小时，车站里只剩下一位扫地的老人。乘客们走到街上，发现所有的出租车都停在对面的面馆门口。"
            "司机说这场雪是二十年来最大的一次，山路已经封闭。"
        ),
        ("gb18030", "gbk"),
    ),
    "zh-Hant": (
        (
            "清晨的火車晚點了兩個小時，車站裡只剩下一位掃地的老人。乘客們走到街上，發現所有的計程車都停在對面的麵館門口。"
            "司機說這場雪是二十年來最大的一次，山路已經封閉。"
        ),
        ("big5",),
    ),
}
