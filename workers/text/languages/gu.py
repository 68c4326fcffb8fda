"""Gujarati."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="gu",
    abbreviations=words("ઈ.સ એ એમ એમ.એ કિ.મી કુ ડૉ ડો તા નં પૃ પ્રો બી.એ મિ મિ.મી મિસ રૂ લિ વિ.સં શ્રી સે.મી સ્વ"),
    numeric=words("તા નં પૃ રૂ"),
    starters=words(
        "અને અહીં આ આવી આવે આવ્યો એ એક એમ ઓ કરી કરે કહ્યું કે કોઈ છું છે જે તે તેઓ તેથી તેના તેમણે તો ત્યારે થયો નથી "
        "ના પછી પણ પર બે માં માટે મારા રહ્યા વખતે સાથે હતા હતી હતું હવે હું હોય"
    ),
)
