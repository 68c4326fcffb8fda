"""Estonian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="et",
    abbreviations=words(
        "ca dir dots dr e.m.a hr ins kand lk m.a.j mag n-ö nn nt näit pr prl prof s.h s.t sh st tlk toim u vrd vt"
    ),
    closing=words("as e.kr ekr jpt m.a.j oü pkr vms"),
    final=words("jt"),
    numeric=words("apr aug dets jaan joon juul juun kl lk märts nov nr okt ptk sept tel veebr"),
    starters=words(
        "aastal aga ei enne et ja ka kes kui kus meie mina mis nad need nii ning oli oma on pärast seda see selle "
        "siis sina ta teie või"
    ),
    ordinal_period=True,
)
