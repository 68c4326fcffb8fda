"""Vietnamese."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="vi",
    abbreviations=words("bs cn gs k/g ks nxb p pgs q st t.t ths tp ts tt ttnd vd đ/c"),
    closing=words("cp cty scn tnhh tr.cn"),
    final=words("v.v"),
    numeric=words("ch p q số t tr"),
    starters=words(
        "anh bà cho chúng chị các có cũng của họ khi không là một ngày người như nhưng những này năm nếu sau sẽ theo "
        "trong trước tôi tại từ và vì với ông đang đã đó được đến để ở"
    ),
)
