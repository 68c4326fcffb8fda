"""The particles that Korean writes together with the word before them."""

from collections.abc import Iterator

from workers.text.languages.facts import words

# A word of one syllable before a particle is as often the beginning of a noun: 국가 is no 국 with a 가.
_SHORTEST_STEM = 2

# By what they follow: any syllable, one with a final consonant, one without (로 follows ㄹ as well).
_AFTER_ANY = words(
    "에서부터 으로부터 로부터 에서는 에서도 에게서 이라고 이라는 라고는 한테서 에서 에게 에는 에도 부터 까지 처럼 보다 마다 조차 마저 밖에 "
    "한테 께서 라고 라는 들은 들이 들을 들의 들과 들도 들에게 의 에 도 만"
)
_AFTER_CONSONANT = words("이라며 이라도 이지만 으로서 으로써 으로는 으로도 으로 이며 이나 이란 이랑 은 이 을 과")
_AFTER_VOWEL = words("라며 라도 지만 로서 로써 로는 로도 로 며 나 란 랑 는 가 를 와")
_LONGEST_PARTICLE = max(map(len, (*_AFTER_ANY, *_AFTER_CONSONANT, *_AFTER_VOWEL)))

# Nouns that end like a particle: meetings, roads, provinces and islands.
_KEPT = tuple(
    words(
        "회의 정의 주의 합의 논의 협의 동의 문의 강의 결의 심의 도로 경로 통로 진로 종로 선로 제주도 경기도 강원도 충청도 전라도 경상도 "
        "황해도 평안도 함경도 남도 북도 정도 속도 온도 제도 태도 보도 지도 불만 국가 평가 허가 추가 증가 결과 효과 성과 학과 아이 나이 차이"
    )
)
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8


def particle_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the longest particle at the end of the word `text[start:end]` begins, if it has one."""
    word = text[start:end]
    if word.endswith(_KEPT):
        return
    for length in range(min(_LONGEST_PARTICLE, len(word) - _SHORTEST_STEM), 0, -1):
        if _follows(word[-length:], word[-length - 1]):
            yield end - length
            return


def _follows(particle: str, syllable: str) -> bool:
    if not _FIRST_SYLLABLE <= ord(syllable) <= _LAST_SYLLABLE:
        return False
    final = (ord(syllable) - _FIRST_SYLLABLE) % _FINALS
    if particle in _AFTER_ANY:
        return True
    if particle in _AFTER_CONSONANT:
        return final > 0
    return particle in _AFTER_VOWEL and (final == 0 or (particle[0] == "로" and final == _RIEUL))
