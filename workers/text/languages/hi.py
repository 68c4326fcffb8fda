"""Hindi."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="hi",
    abbreviations=words("आर ई.पू.पू ए एन एम एल एस कि.मी किमी कु के जी जे टी डी डॉ पं पी प्रो बी मि मो वी सी से"),
    closing=words("ई ई.पू प्रा लि"),
    numeric=words("क्र खं नं पृ रु सं"),
    starters=words(
        "अगर इस उन्होंने उस एक और कर का कि किया की के को गया जब जो तक था थी थे नहीं ने पर बाद भी में यह लिए लेकिन वह साथ से है हैं हो"
    ),
)
