"""Words beside which a name is a place: city of, province of, محافظة, город, 市; and prepositions of place."""

from functools import cache
from typing import NamedTuple

from workers.engines.place_words import name_key


class Cues(NamedTuple):
    """The cue words of a language, as keys: nouns before and after a name, and prepositions before it."""

    before: frozenset[str]
    after: frozenset[str]
    prepositions: frozenset[str]


# language: nouns before | nouns after | prepositions; phrases of several words are joined by +
_TABLE = {
    "ar": "محافظة مدينة بلدة قرية منطقة ولاية إقليم عاصمة ضاحية ناحية قضاء جزيرة مطار ميناء إمارة مخيم ريف "
    "مدينتي محافظتي بلدتي | | في إلى من بين قرب نحو عبر شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط خارج داخل زيارة",
    "fa": "شهر استان شهرستان روستای روستا کشور منطقه جزیره بندر شهرهای جمهوری پایتخت | | در از به",
    "ur": "شہر صوبہ ضلع گاؤں ملک صوبے | شہر ضلع کے+شہر | ",
    "ps": "ښار ولايت ولسوالۍ | ښار ولايت | د په",
    "ckb": "شاری شارۆچکەی پارێزگای | | لە",
    "he": "העיר עיר מחוז הכפר כפר מושב קיבוץ נמל איזור אזור | | ליד",
    "en": "city+of town+of village+of province+of state+of region+of district+of county+of capital+of port+of island+of "
    "suburb+of governorate+of municipality+of kingdom+of republic+of emirate+of outskirts+of mayor+of streets+of the+city the+town "
    "the+village capital city town village | city province county state region district governorate oblast prefecture airport | "
    "in near from at outside inside around across throughout toward towards into via",
    "fr": "ville+de province+de région+de village+de commune+de département+de capitale banlieue+de ville+d maire+de préfecture+de "
    "aéroport+de port+de gouvernorat+de | | à en au aux de+la+ville+de près+de vers depuis dans",
    "de": "Stadt Provinz Dorf Gemeinde Landkreis Hauptstadt Kreis Region Großstadt Kleinstadt Hafenstadt Bundesland Gouvernement Ort "
    "Oberbürgermeister+von Stadtteil Städten | | in nach aus bei nahe um",
    "es": "ciudad+de provincia+de pueblo+de municipio+de estado+de localidad+de región+de capital departamento+de alcalde+de "
    "distrito+de puerto+de gobernación+de | | en desde hacia",
    "pt": "cidade+de província+de município+de estado+de aldeia+de vila+de região+de capital concelho+de distrito+de prefeitura+de "
    "cidade+do | | em no na desde",
    "it": "città+di provincia+di comune+di paese+di regione capitale villaggio+di sindaco+di porto+di | | a in da ad presso",
    "ca": "ciutat+de província+de poble+de municipi+de capital | | a en",
    "gl": "cidade+de provincia+de concello+de | | en",
    "nl": "stad provincie gemeente dorp hoofdstad dorpje regio deelgemeente | | in uit te nabij bij vanuit",
    "sv": "staden provinsen kommunen byn orten huvudstaden länet | kommun län | i från till nära utanför",
    "da": "byen provinsen kommunen landsbyen hovedstaden | kommune amt | i fra til ved nær",
    "nb": "byen provinsen kommunen landsbyen hovedstaden | kommune fylke | i fra til ved nær",
    "nn": "byen provinsen kommunen bygda hovudstaden | kommune fylke | i frå til ved nær",
    "fi": "kaupunki kylä maakunta kaupungissa | kaupunki kaupungin kaupungissa kunta kunnassa lääni | ",
    "et": "linn linnas vald küla | linn linna linnas vald valla vallas maakond maakonnas küla külas | ",
    "hu": "város falu megye | város városa városában megye megyében falu község | ",
    "pl": "miasto mieście miasta miasteczko wieś wsi gmina gminie powiat województwo stolica prowincja prowincji | | w we do z ze pod",
    "cs": "město městě města obec obci vesnice provincie kraj okres hlavní+město provincii | | v ve do z ze u",
    "sk": "mesto meste mesta obec obci dedina provincia kraj okres provincii | | v vo do z zo pri",
    "sl": "mesto mestu mesta občina občini vas pokrajina | | v iz pri",
    "hr": "grad gradu grada selo selu općina općini pokrajina županija glavni+grad gradom | | u iz kod kraj",
    "bs": "grad gradu grada selo selu općina općini pokrajina kanton gradom | | u iz kod kraj",
    "sr": "grad gradu grada selo selu opština opštini pokrajina град граду града село селу општина општини покрајина | | "
    "u iz kod kraj у из код крај",
    "ru": "город города городе городу городом г село селе посёлок поселок посёлке деревня деревне провинция провинции область "
    "столица столице района район порт остров штат штате округ | область области край края районе район | в во из под около близ",
    "uk": "місто міста місті містом село селі селище провінція провінції область столиця столиці район порт острів | "
    "область області район районі | у в з із під біля до",
    "be": "горад горада горадзе вёска вобласць | вобласць вобласці раён | у ў з",
    "bg": "град село община област провинция столицата област гр | | в във от край до",
    "mk": "град градот село општина | | во од кај",
    "el": "πόλη πόλης χωριό επαρχία νομός δήμος πρωτεύουσα νησί | | στην στη στο στον στα από",
    "ro": "orașul oraș satul comuna județul municipiul provincia capitala | | în din la lângă spre",
    "sq": "qyteti qytetin qytetit fshati rrethi | | në nga",
    "lt": "miestas mieste | miestas mieste miesto rajonas rajone rajono apskritis apskrityje | ",
    "lv": "pilsēta pilsētā | pilsēta pilsētā novads novadā novada pagasts pagastā | ",
    "tr": "şehri kenti ili ilçesi | ili ilçesi şehri kenti köyü beldesi ilinde ilçesinde şehrinde kentinde köyünde ilinin "
    "ilçesinin eyaleti eyaletinde eyaletinin şehrinin kentinin | ",
    "az": "şəhəri | şəhəri şəhərində şəhərinin rayonu rayonunda rayonunun kəndi kəndində vilayəti | ",
    "kk": "қала | қаласы қаласында қаласының облысы облысында облысының ауданы ауданында ауылы ауылында | ",
    "uz": "shahar | shahri shahrida viloyati viloyatida tumani tumanida | ",
    "hy": "քաղաք գյուղ մարզ | քաղաք քաղաքում քաղաքի մարզ մարզի մարզում գյուղ գյուղում | ",
    "ka": "ქალაქ ქალაქი სოფელი სოფელ ქალაქში | რაიონი | ",
    "hi": "शहर राज्य जिला ज़िला गांव राजधानी | शहर जिले ज़िले जिला ज़िला राज्य गांव प्रांत | ",
    "ne": "सहर जिल्ला गाउँ राजधानी | जिल्ला जिल्लाको सहर | ",
    "mr": "शहर जिल्हा | शहर शहरात जिल्हा जिल्ह्यात जिल्ह्यातील | ",
    "bn": "শহর জেলা রাজধানী | শহর শহরে জেলা জেলায় জেলার প্রদেশ | ",
    "id": "kota provinsi kabupaten desa kecamatan ibukota ibu+kota kelurahan pulau negara | | di dari ke dekat",
    "ms": "bandar bandaraya negeri daerah kampung ibu+kota pulau negara | | di dari ke dekat",
    "vi": "thành+phố tỉnh huyện quận thị+xã làng thủ+đô tp đảo | | ở tại từ đến",
    "sw": "mji+wa jiji+la mkoa+wa kijiji+cha wilaya+ya | | ",
    "ko": " | 시 도 군 구 | ",
    "zh": " | 市 省 县 縣 区 區 镇 鎮 村 州 | 在 于 至 从 到",
    "ja": " | 市 県 府 町 村 州 省 区 都 | ",
    "th": "จังหวัด เมือง อำเภอ ตำบล ประเทศ กรุง | | ใน ที่",
}

_NONE = Cues(frozenset(), frozenset(), frozenset())

# The longest cue has three words (hlavní město, city of): so many words before a name are looked at.
MAX_CUE_WORDS = 3


@cache
def cues(language: str) -> Cues:
    """Return the cue words of a language; there are none for one that is not in the table."""
    row = _TABLE.get({"no": "nb", "sh": "hr"}.get(language, language))
    if row is None:
        return _NONE
    return Cues(*(frozenset(name_key(cue.replace("+", " ")) for cue in cell.split()) for cell in row.split("|")))
