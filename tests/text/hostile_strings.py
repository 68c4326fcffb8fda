"""Strings as hostile as a queue may bring: repairs of every kind, torn and nested."""

from hypothesis import strategies as st

_PIECES = st.sampled_from(
    [
        "word", "Capital", "a", "É", "e\u0301", "ﻟﻠﻘﻮﺍﺕ", "ـ", "العربية", "د.", "Dr.", "...", "3.", "14", "!", "؟", "。",
        " ", "  ", "\t", "\xa0", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x00", "\x85", "\ud800", "\udc00", "\ud83d\ude00",
        "\u200c", "\u200d", "\u200b", "\ufeff", "\u202e", "\u00ad", "\ufe0f", "❤", "👩", "🏴", "\U000e0067", "\U000e007f",
        "می", "क", "्", "ไทย", "日本", "\u1100", "\u1161", "\u0344", "\u0958", "\ufdfa", "\ufe76", "\ufffe", "|", "»", "«",
        "Ã©", "â€™", "ط§ظ„ط³ظ„ط§ظ…", "Ã", "Â", "Çá", "Çáã", "ð\x9f", "\x80",
        "\u0301" * 31, "İ", "ß", "ﬁ", "½",
    ]
)  # fmt: skip

any_text = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join))
# `st.text` leaves surrogates out; bodies of documents do not.
torn_text = st.one_of(any_text, st.text(st.characters(codec=None), max_size=40))
