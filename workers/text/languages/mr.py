"""Marathi."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="mr",
    abbreviations=words("अॅड एम.ए कु कै क्र चि डॉ ता पं पृ प्रा प्रो बी.ए मा मि.मी रा श्री श्रीम स.का से.मी सौ ॲड"),
    closing=words("इ.स कि.मी रु लि"),
    final=words("इ"),
    numeric=words("इ.स क्र ता पृ रु"),
    starters=words(
        "अशी असे आज आणि आता आपल्या आम्ही आहे आहेत एक एका का काही किंवा की कोणत्याही गेला जर जे झाला झाली तर तसेच ते "
        "तेव्हा त्या त्यांना त्यांनी त्याने त्यामुळे नाही पण परंतु मग मात्र मी म्हणाले म्हणून या यांनी येथील हा ही हे "
        "होता होती होते"
    ),
)
