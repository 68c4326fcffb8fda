"""What the tagger sees of a word by itself: its key, ends, shape, clitics and what name lists say of it."""

from dataclasses import dataclass
from zlib import crc32

from workers.engines.clitics import without_clitics
from workers.engines.tagger_names import NameFlags
from workers.text.folding import search_key

# Ends of this many characters tell inflection and kinds of names (-ov, -stan, -bank); longer ones are words.
_LONGEST_END = 4
# Two readings without clitics are enough: وللجيش is الجيش and جيش.
_MOST_READINGS = 2
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class WordFacts:
    """The facts of a word type that features are made of; `full`, `near` and `far` are those of its own place and others."""

    key: str
    shape: str
    flags: str
    ending: str
    full: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]


def word_facts(word: str, *, names: NameFlags) -> WordFacts:
    """Return the facts of a word as written; the same function serves training and tagging."""
    key, shape = search_key(word)[:_LONGEST_KEY], shape_of(word)
    readings = [rest for rest, _ in without_clitics(key)][:_MOST_READINGS]
    flags, inner = names.of(key), "".join(sorted({flag for rest in readings for flag in names.of(rest)}))
    ending = key[-3:]
    ends = [f"p{size}={key[:size]}" for size in range(1, _LONGEST_END + 1) if len(key) > size]
    ends += [f"s{size}={key[-size:]}" for size in range(1, _LONGEST_END + 1) if len(key) > size]
    peeled = [f"c={rest}" for rest in readings]
    seen = [f"h={shape}", f"f={flags}", f"cf={inner}"]
    return WordFacts(
        key=key,
        shape=shape,
        flags=flags or inner.lower(),
        ending=ending,
        full=(f"w={key}", *peeled, *ends, *seen, f"hf={shape}|{flags}"),
        near=(f"w={key}", *peeled[:1], f"s3={ending}", *seen),
        far=(f"w={key}", *seen[:2]),
    )


def shape_of(word: str) -> str:
    """Return the letters as X, x, a (without case), d and other marks as they are, runs cut to two: Beirut is Xxx."""
    shape = ""
    for character in word:
        if character.isupper():
            kind = "X"
        elif character.islower():
            kind = "x"
        elif character.isalpha():
            kind = "a"
        elif character.isdigit():
            kind = "d"
        else:
            kind = character
        if shape[-2:] != kind * 2:
            shape += kind
    return shape


def fingerprint(feature: str) -> int:
    """Return 32 bits of a feature: of 300,000 in a model, one foreign feature in 14,000 is taken for a known one."""
    return crc32(feature.encode("utf-8", "surrogatepass"))
