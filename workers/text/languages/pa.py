"""Punjabi."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="pa",
    abbreviations=words("ਈ ਐਮ ਐਮ.ਏ ਕਿ.ਮੀ ਗਿ ਡਾ ਨੰ ਪ੍ਰਿੰ ਪ੍ਰੋ ਪੰ ਬਿ ਬੀ.ਏ ਮਿ ਮਿ.ਮੀ ਰੁ ਲਿ ਸ ਸੈ.ਮੀ ਸ੍ਰ ਸ੍ਰੀ ਸ੍ਰੀਮਤੀ"),
    starters=words(
        "ਅਤੇ ਅੱਜ ਆਪਣੇ ਇਕ ਇਸ ਇਹ ਇੱਕ ਉਨ੍ਹਾਂ ਉਸ ਉਹ ਉੱਤੇ ਕਰ ਕਰਨ ਕਿ ਕਿਉਂਕਿ ਕੀਤਾ ਕੋਈ ਗਿਆ ਜਦੋਂ ਜੇ ਜੋ ਤਾਂ ਤੇ ਤੋਂ ਦਾ ਦੀ ਦੇ "
        "ਨਹੀਂ ਨਾਲ ਨੂੰ ਨੇ ਪਰ ਫਿਰ ਬਹੁਤ ਬਾਅਦ ਭਾਵੇਂ ਮੈਂ ਲਈ ਵਿਚ ਵਿੱਚ ਵੀ ਸਨ ਸੀ ਹਨ ਹੀ ਹੈ ਹੋਏ ਹੋਰ"
    ),
)
