"""English names of languages, after CLDR, for the readable view."""

_NAMES = """\
af Afrikaans|am Amharic|ar Arabic|ary Moroccan Arabic|arz Egyptian Arabic|as Assamese|az Azerbaijani|ba Bashkir|be Belarusian
bg Bulgarian|bn Bangla|bo Tibetan|bs Bosnian|ca Catalan|ceb Cebuano|ckb Central Kurdish|cs Czech|cy Welsh|da Danish|de German
dv Divehi|el Greek|en English|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fil Filipino|fo Faroese
fr French|fy Western Frisian|ga Irish|gd Scottish Gaelic|gl Galician|gu Gujarati|ha Hausa|haw Hawaiian|he Hebrew|hi Hindi
hr Croatian|ht Haitian Creole|hu Hungarian|hy Armenian|id Indonesian|ig Igbo|is Icelandic|it Italian|ja Japanese|jv Javanese
ka Georgian|kk Kazakh|km Khmer|kn Kannada|ko Korean|ku Kurdish|ky Kyrgyz|la Latin|lb Luxembourgish|lg Ganda|lo Lao
lt Lithuanian|lv Latvian|mg Malagasy|mi Māori|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese
my Burmese|nb Norwegian Bokmål|ne Nepali|nl Dutch|nn Norwegian Nynorsk|no Norwegian|ny Nyanja|oc Occitan|om Oromo|or Odia
pa Punjabi|pl Polish|ps Pashto|pt Portuguese|qu Quechua|ro Romanian|ru Russian|rw Kinyarwanda|sa Sanskrit|sd Sindhi|si Sinhala
sk Slovak|sl Slovenian|sm Samoan|sn Shona|so Somali|sq Albanian|sr Serbian|st Southern Sotho|su Sundanese|sv Swedish|sw Swahili
ta Tamil|te Telugu|tg Tajik|th Thai|ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|tr Turkish|ts Tsonga|tt Tatar|ug Uyghur
uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|wo Wolof|xh Xhosa|yi Yiddish|yo Yoruba|yue Cantonese|zh Chinese
zh-Hans Simplified Chinese|zh-Hant Traditional Chinese|zu Zulu|und undetermined|zxx no language"""

LANGUAGE_NAMES = dict(entry.split(" ", 1) for line in _NAMES.splitlines() for entry in line.split("|"))


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, that of its language alone where needed, or the tag itself."""
    return LANGUAGE_NAMES.get(tag) or LANGUAGE_NAMES.get(tag.split("-", 1)[0].lower()) or tag
