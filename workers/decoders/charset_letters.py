"""What the charset guess knows: letters by frequency, and the encodings in which each language is met.

The orders of frequency are rough, written by hand; the guess only needs to tell a common letter from a rare one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Lower-case letters beyond ASCII, most frequent first; in a Latin one they stand among ASCII letters."""

    letters: str
    is_latin: bool


def _latin(letters: str) -> Alphabet:
    return Alphabet(letters, is_latin=True)


def _other(letters: str) -> Alphabet:
    return Alphabet(letters, is_latin=False)


ALPHABETS: dict[str, Alphabet] = {
    "de": _latin("üäößé"),
    "fr": _latin("éàèêçîôûùâëïœüæ"),
    "es": _latin("óíáéñúü"),
    "pt": _latin("ãçéáõíêóâúàôü"),
    "it": _latin("èàùòìé"),
    "ca": _latin("àéèòíóúçï·ü"),
    "nl": _latin("ëéïöüè"),
    "sv": _latin("äåöé"),
    "da": _latin("øåæéö"),
    "is": _latin("ðáíþóöæúýé"),
    "sq": _latin("ëç"),
    "et": _latin("äõüöšž"),
    "tr": _latin("ıüşğöçİâî"),
    "pl": _latin("łąężóśćńź"),
    "cs": _latin("íáěéřčžšýůúďťňó"),
    "sk": _latin("áíéčžšýúľťôóňäďŕĺ"),
    "hu": _latin("áéöóőíüúű"),
    "ro": _latin("ăîţâşșț"),
    "hr": _latin("čšžćđ"),
    "lt": _latin("ėšžąųįūčę"),
    "lv": _latin("āīšēņūļžčģķ"),
    "ru": _other("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    "uk": _other("оанівиертслкдмпузяьбгйчхїцжєюшщфґ"),
    "be": _other("анікерсоыльтдвпуямгзбўяйчцхжшюэфё"),
    "bg": _other("аиоентрсвлкдпмзябъугчцйхжшщюфьѝ"),
    "sr": _other("аоиенрсјтувкдмплзбгчшжњхцљћђфџ"),
    "el": _other("αοιετσνηυρπκμλςίόάγέδήωχθύφβξώζψϊϋΐΰ"),
    "he": _other("יוהלאתרבמשנעםדקחפכטגזסצןךףץ"),
    "ar": _other("الينمورتبةعدفسهكقحجأشصىخطذءزضئغثإآظؤًّــٌٍَُِْ"),
    "fa": _other("اینردهمتوسبشکلزفگخقجپعحصطچضغذثظآژئيكءأةى"),
    "ur": _other("ایکرےنوہمتسلبںدپجھئگعشقحفصٹخچزضظطڈآغثذڑؤأة"),
    "th": _other("านรกอเงม่ยลวด้ทสตะปบคหแจพชขใไัิีึืุูโำณซผถศธภญษฟๆฉฎฏฐฆฌฮ์็"),
}

LATIN_WEST = ("de", "fr", "es", "pt", "it", "ca", "nl", "sv", "da", "is", "sq")
LATIN_EAST = ("pl", "cs", "sk", "hu", "ro", "hr", "de")


@dataclass(frozen=True, slots=True)
class SingleByte:
    """An encoding of one byte a letter; `cost` in nats is how much rarer it is met than the Windows code pages."""

    name: str
    codec: str
    languages: tuple[str, ...]
    cost: float = 0.0


SINGLE_BYTE: tuple[SingleByte, ...] = (
    SingleByte("windows-1252", "cp1252", LATIN_WEST),
    SingleByte("windows-1256", "cp1256", ("ar", "fa", "ur")),
    SingleByte("windows-1251", "cp1251", ("ru", "uk", "bg", "sr", "be")),
    SingleByte("windows-1253", "cp1253", ("el",)),
    SingleByte("windows-1255", "cp1255", ("he",)),
    SingleByte("windows-1254", "cp1254", ("tr",)),
    SingleByte("windows-1250", "cp1250", LATIN_EAST),
    SingleByte("windows-1257", "cp1257", ("lt", "lv", "et")),
    SingleByte("windows-874", "cp874", ("th",)),
    SingleByte("iso-8859-6", "iso8859_6", ("ar",), 1.0),
    SingleByte("iso-8859-2", "iso8859_2", LATIN_EAST, 1.0),
    SingleByte("iso-8859-5", "iso8859_5", ("ru", "uk", "bg", "sr"), 4.0),
    SingleByte("iso-8859-7", "iso8859_7", ("el",), 1.0),
    SingleByte("iso-8859-8", "iso8859_8", ("he",), 1.0),
    SingleByte("iso-8859-9", "iso8859_9", ("tr",), 1.0),
    SingleByte("iso-8859-13", "iso8859_13", ("lt", "lv"), 2.0),
    SingleByte("iso-8859-15", "iso8859_15", ("fr", "de", "es"), 3.0),
    SingleByte("koi8-r", "koi8_r", ("ru",), 1.0),
    SingleByte("koi8-u", "koi8_u", ("uk",), 1.5),
    SingleByte("ibm866", "cp866", ("ru", "uk"), 4.0),
    SingleByte("x-mac-cyrillic", "mac_cyrillic", ("ru", "uk"), 5.0),
    SingleByte("macintosh", "mac_roman", ("fr", "de", "es", "pt", "sv"), 5.0),
    SingleByte("ibm850", "cp850", ("de", "fr", "es", "pt", "sv"), 5.0),
    SingleByte("ibm864", "cp864", ("ar",), 6.0),
)

_SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡"
    "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實"
    "日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政"
)
_KANJI = (
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名"
    "川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨村道夜朝昨私彼思言会社自分手当的発事者地業方新"
)
_HANGUL = (
    "이다는에을의가고지를하한로서은도사나기리아어자시인그일있정으해대들것수전제라게스부구여보주조과원상우관안"
    "비장경었성마면소공니동말없오치실적만선진무신내며미생위러해유까할저연김세년했교간음국물발회문중계각용집"
)


@dataclass(frozen=True, slots=True)
class MultiByte:
    """An encoding of two bytes a letter; `leads` are the lead bytes of its everyday characters."""

    name: str
    codec: str
    common: str
    leads: range
    has_kana: bool = False


MULTI_BYTE: tuple[MultiByte, ...] = (
    MultiByte("gb18030", "gb18030", _SIMPLIFIED, range(0xB0, 0xD8)),
    MultiByte("big5", "big5hkscs", _TRADITIONAL, range(0xA4, 0xC7)),
    MultiByte("shift_jis", "cp932", _KANJI, range(0x88, 0x99), has_kana=True),
    MultiByte("euc-jp", "euc_jp", _KANJI, range(0xB0, 0xD0), has_kana=True),
    MultiByte("euc-kr", "cp949", _HANGUL, range(0xB0, 0xC9)),
)
