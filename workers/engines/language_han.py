"""Han signs: simplified or traditional, Chinese or Japanese, told by the national character sets.

A sign of GB 2312 (mainland China) that Big5 (Taiwan) lacks is simplified, the reverse is traditional, and a sign of
JIS X 0208 that both lack is Japanese. The three sets come with Python, so there is no list to keep.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from workers.engines.language_scripts import LETTERS_KEPT, script_of


@dataclass(frozen=True, slots=True)
class HanSigns:
    """How many signs of a text are only simplified, only traditional, only Japanese, and how many never Japanese."""

    simplified: int = 0
    traditional: int = 0
    japanese: int = 0
    chinese: int = 0

    @property
    def script(self) -> str:
        """`Hans` or `Hant`; `Hani` where no sign tells, or as many tell the one as the other."""
        if self.simplified == self.traditional:
            return "Hani"
        return "Hans" if self.simplified > self.traditional else "Hant"

    @property
    def are_japanese(self) -> bool:
        """True where there are more signs that only Japan writes than signs that it never does."""
        return self.japanese > self.chinese


def han_signs(text: str) -> HanSigns:
    """Count the telling Han signs of a text."""
    counts: Counter[str] = Counter()
    for sign, count in Counter(text).items():
        if script_of(sign) == "Hani":
            for kind in _kinds(sign):
                counts[kind] += count
    return HanSigns(**counts)


def hinted_han_script(hint: str | None) -> str | None:
    """Return the script that a declared language such as `zh-TW` or `zh-Hans` implies, None where it leaves it open."""
    subtags = frozenset((hint or "").replace("_", "-").lower().split("-"))
    if subtags & {"hant", "tw", "hk", "mo"}:
        return "Hant"
    return "Hans" if subtags & {"hans", "cn", "sg", "my"} else None


@lru_cache(maxsize=LETTERS_KEPT)
def _kinds(sign: str) -> tuple[str, ...]:
    mainland, taiwan, japan = (_has(sign, charset=charset) for charset in ("gb2312", "big5", "euc_jp"))
    kinds = {
        "simplified": mainland and not taiwan,
        "traditional": taiwan and not mainland,
        "japanese": japan and not mainland and not taiwan,
        "chinese": (mainland or taiwan) and not japan,
    }
    return tuple(kind for kind, holds in kinds.items() if holds)


def _has(sign: str, *, charset: str) -> bool:
    try:
        # Three bytes in EUC-JP are JIS X 0212, the supplement of rare signs.
        return len(sign.encode(charset)) == 2
    except UnicodeEncodeError:
        return False
