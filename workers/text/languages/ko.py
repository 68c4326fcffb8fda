"""Korean."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ko",
    abbreviations=words("dr mr mrs ms no prof st vol"),
    numeric=words("no p pp vol"),
    starters=words(
        "그 그가 그녀는 그는 그들은 그래서 그러나 그런데 그리고 나는 다만 따라서 또 또한 많은 모든 반면 우리는 이 이날 이는 이를 이번 이에 이와 이후 있다 저는 지난 특히 하지만 한편 현재"
    ),
)
