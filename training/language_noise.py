"""Strings in no language, made by chance: what the detector must learn to refuse.

Fingers on keyboards, codes, formulas, encoded data, invented syllables. The set in `benchmarks/quality/data/noise` was
written by hand by somebody else and is the test.
"""

import random
import string
from collections.abc import Callable, Iterator

_LAYOUTS = {
    "Latn": ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "qwertzuiop", "yxcvbnm"),
    "Cyrl": ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    "Arab": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ"),
    "Hebr": ("קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
}
_CONSONANTS, _VOWELS = "bcdfghjklmnpqrstvwxz", "aeiouy"
_ELEMENTS = ["H", "C", "N", "O", "Na", "Cl", "Fe", "Ca", "K", "S", "Mg", "Al", "Si", "P", "Cu", "Zn", "Ag", "Mn"]
_UNITS = ["kg", "mm", "cm", "dB", "kHz", "MHz", "GB", "mA", "kW", "ml", "nm", "rpm", "psi", "Nm", "lx", "px", "dpi"]
_CHORDS = ["Am", "C", "Dm7", "G", "F", "Em", "Bb", "Cmaj7", "E7", "Gsus4", "Fm", "Ebdim", "F#m"]
_STITCHES = ["k2", "p2", "k2tog", "ssk", "yo", "sl1", "psso", "k", "p", "m1", "kfb", "rep", "inc", "dec"]
_MNEMONICS = ["mov", "eax", "ebx", "jmp", "cmp", "ret", "xor", "push", "pop", "lea", "rsp", "rdi", "nop", "jne"]

Dice = random.Random


def noise(count: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Yield strings with their scripts."""
    dice = random.Random(seed)
    kinds: list[Callable[[Dice], str]] = [
        _mash, _mash, _roll, _consonants, _syllables, _encoded, _hexadecimal, _formula, _parts, _chess, _chords,
        _genome, _knitting, _assembler, _measures, _plates, _password, _initials,
    ]  # fmt: skip
    for number in range(count):
        if number % 12 == 0:
            script = dice.choice(["Cyrl", "Arab", "Hebr"])
            yield _keyboard(dice, _LAYOUTS[script]), script
        else:
            yield dice.choice(kinds)(dice), "Latn"


def _words(dice: Dice, one: Callable[[], str], *, least: int = 1, most: int = 7) -> str:
    return " ".join(one() for _ in range(dice.randint(least, most)))


def _mash(dice: Dice) -> str:
    return _keyboard(dice, _LAYOUTS["Latn"][:3])


def _keyboard(dice: Dice, rows: tuple[str, ...]) -> str:
    def walk() -> str:
        row = dice.choice(rows)
        start, length = dice.randrange(len(row) - 2), dice.randint(3, 9)
        if dice.random() < 0.4:
            return (row[start:] + row[::-1])[:length]
        return "".join(dice.choice(row[start : start + 5]) for _ in range(length))

    return _words(dice, walk)


def _roll(dice: Dice) -> str:
    row = dice.choice(_LAYOUTS["Latn"])
    piece = row[: dice.randint(3, len(row))]
    return dice.choice([piece * 2, piece + piece[::-1], f"{piece} {piece}", f"{piece} {piece[::-1]}"])


def _consonants(dice: Dice) -> str:
    return _words(dice, lambda: "".join(dice.choices(_CONSONANTS, k=dice.randint(3, 8))))


def _syllables(dice: Dice) -> str:
    def word() -> str:
        parts = (
            "".join((dice.choice(_CONSONANTS), dice.choice(_VOWELS), dice.choice(["", "", *_CONSONANTS])))
            for _ in range(dice.randint(1, 4))
        )
        return "".join(parts)

    return _words(dice, word, least=2)


def _encoded(dice: Dice) -> str:
    return "".join(dice.choices(string.ascii_letters + "+/", k=dice.randint(12, 80)))


def _hexadecimal(dice: Dice) -> str:
    return _words(dice, lambda: "".join(dice.choices("abcdef", k=dice.randint(2, 8))), most=10)


def _formula(dice: Dice) -> str:
    return _words(dice, lambda: "".join(dice.choices(_ELEMENTS, k=dice.randint(1, 4))), least=2)


def _parts(dice: Dice) -> str:
    def number() -> str:
        return "-".join("".join(dice.choices(string.ascii_uppercase, k=dice.randint(1, 4))) for _ in range(3))

    return _words(dice, number, most=3)


def _chess(dice: Dice) -> str:
    return _words(
        dice, lambda: dice.choice("KQRBN") + dice.choice(["x", ""]) + dice.choice("abcdefgh"), least=4, most=16
    )


def _chords(dice: Dice) -> str:
    return _words(dice, lambda: dice.choice(_CHORDS), least=4, most=16)


def _genome(dice: Dice) -> str:
    return _words(dice, lambda: "".join(dice.choices("ACGT", k=dice.randint(6, 30))), most=4)


def _knitting(dice: Dice) -> str:
    return _words(dice, lambda: dice.choice(_STITCHES), least=4, most=14)


def _assembler(dice: Dice) -> str:
    return _words(dice, lambda: dice.choice(_MNEMONICS), least=3, most=12)


def _measures(dice: Dice) -> str:
    return _words(dice, lambda: dice.choice(_UNITS), least=2, most=8)


def _plates(dice: Dice) -> str:
    return _words(dice, lambda: "".join(dice.choices(string.ascii_uppercase, k=dice.randint(1, 3))), least=2, most=6)


def _password(dice: Dice) -> str:
    return "".join(dice.choices(string.ascii_letters, k=dice.randint(8, 20)))


def _initials(dice: Dice) -> str:
    return " ".join(dice.choices(string.ascii_letters, k=dice.randint(3, 12)))
