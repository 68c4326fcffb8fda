"""What the charset guess knows: the encodings that are still met, in which languages, and common ideographs."""

from dataclasses import dataclass

LATIN_WEST = ("en", "de", "fr", "es", "pt", "it", "ca", "nl", "sv", "da", "nb", "fi", "is", "ga", "sq")
LATIN_EAST = ("pl", "cs", "sk", "hu", "ro", "hr", "sl", "sq", "de")
LATIN_MAC = ("en", "fr", "de", "es", "pt", "it", "sv", "da", "nb", "fi", "nl")
LATIN = dict.fromkeys((*LATIN_WEST, *LATIN_EAST, "tr", "lt", "lv", "et", "vi"))
CYRILLIC = ("ru", "uk", "bg", "sr", "be", "mk")


@dataclass(frozen=True, slots=True)
class SingleByte:
    """An encoding of one byte a letter; `cost` in nats is how much rarer it is met than the Windows code pages."""

    name: str
    codec: str
    languages: tuple[str, ...]
    cost: float = 0.0


# Of encodings that make the same text the first one names it.
SINGLE_BYTE: tuple[SingleByte, ...] = (
    SingleByte("windows-1252", "cp1252", LATIN_WEST),
    SingleByte("windows-1256", "cp1256", ("ar", "fa", "ur")),
    SingleByte("windows-1251", "cp1251", CYRILLIC),
    SingleByte("windows-1253", "cp1253", ("el",)),
    SingleByte("windows-1255", "cp1255", ("he",)),
    SingleByte("windows-1254", "cp1254", ("tr",)),
    SingleByte("windows-1250", "cp1250", LATIN_EAST),
    SingleByte("windows-1257", "cp1257", ("lt", "lv", "et")),
    SingleByte("windows-1258", "cp1258", ("vi",)),
    SingleByte("windows-874", "cp874", ("th",)),
    SingleByte("iso-8859-6", "iso8859_6", ("ar",), 1.0),
    SingleByte("iso-8859-2", "iso8859_2", LATIN_EAST, 1.0),
    SingleByte("iso-8859-5", "iso8859_5", CYRILLIC, 4.0),
    SingleByte("iso-8859-7", "iso8859_7", ("el",), 1.0),
    SingleByte("iso-8859-8", "iso8859_8", ("he",), 1.0),
    SingleByte("iso-8859-9", "iso8859_9", ("tr",), 1.0),
    SingleByte("iso-8859-13", "iso8859_13", ("lt", "lv"), 2.0),
    SingleByte("iso-8859-4", "iso8859_4", ("lv", "lt", "et"), 4.0),
    SingleByte("iso-8859-16", "iso8859_16", ("ro",), 4.0),
    SingleByte("iso-8859-15", "iso8859_15", ("fr", "fi", "et", "de", "es"), 3.0),
    SingleByte("koi8-r", "koi8_r", ("ru",), 1.0),
    SingleByte("koi8-u", "koi8_u", ("uk",), 1.5),
    SingleByte("ibm866", "cp866", ("ru", "uk"), 4.0),
    SingleByte("x-mac-cyrillic", "mac_cyrillic", ("ru", "uk", "bg"), 5.0),
    SingleByte("macintosh", "mac_roman", LATIN_MAC, 5.0),
    SingleByte("x-mac-centraleurroman", "mac_latin2", ("pl", "cs", "hu", "sk"), 6.0),
    SingleByte("ibm850", "cp850", (*LATIN_MAC, "ca"), 5.0),
    SingleByte("ibm852", "cp852", LATIN_EAST, 5.0),
    SingleByte("ibm737", "cp737", ("el",), 5.0),
    SingleByte("ibm857", "cp857", ("tr",), 5.0),
    SingleByte("ibm862", "cp862", ("he",), 5.0),
    SingleByte("ibm720", "cp720", ("ar",), 5.0),
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
    """An encoding of two bytes a letter: its commonest letters, and the set in which its everyday ones stand."""

    name: str
    codec: str
    common: frozenset[str]
    everyday: tuple[tuple[str, range], ...]
    has_kana: bool = False
    cost: float = 0.0


# The first levels of the national sets, by lead byte: GB 2312, Big5, JIS X 0208, and the syllables of KS X 1001.
_GB, _BIG5 = ("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7))
_JIS, _KS = ("euc_jp", range(0xB0, 0xD0)), ("euc_kr", range(0xB0, 0xC9))
_ALL = frozenset(_SIMPLIFIED + _TRADITIONAL + _KANJI + _HANGUL)

MULTI_BYTE: tuple[MultiByte, ...] = (
    MultiByte("gb18030", "gb18030", frozenset(_SIMPLIFIED + _TRADITIONAL), (_GB, _BIG5), cost=1.0),
    MultiByte("big5", "big5hkscs", frozenset(_TRADITIONAL), (_BIG5,), cost=1.0),
    MultiByte("shift_jis", "cp932", frozenset(_KANJI), (_JIS,), has_kana=True, cost=1.0),
    MultiByte("euc-jp", "euc_jp", frozenset(_KANJI), (_JIS,), has_kana=True, cost=1.0),
    MultiByte("euc-kr", "cp949", frozenset(_HANGUL), (_KS,), cost=1.0),
    MultiByte("johab", "johab", frozenset(_HANGUL), (_KS,), cost=6.0),
)
UNITS: tuple[MultiByte, ...] = (
    MultiByte("utf-16-le", "utf-16-le", _ALL, (_GB, _BIG5, _JIS, _KS), has_kana=True, cost=4.0),
    MultiByte("utf-16-be", "utf-16-be", _ALL, (_GB, _BIG5, _JIS, _KS), has_kana=True, cost=5.0),
)
