"""Reading `training/corpus/`: bracketed text to spans and back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
LABELS = ("PER", "LOC", "ORG")
# The folder of the second annotator's marks, one file for each language.
SECOND = "second"

_MENTION = re.compile(rf"\[({'|'.join(LABELS)}) ([^\[\]]+)\]")
_BRACKET = re.compile(r"[\[\]]")


class CorpusError(ValueError):
    """A file of the corpus is not in its form; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence; half-open code points."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the corpus without its marks, and the marks as spans; `passage` counts within the file."""

    file: str
    line: int
    passage: int
    text: str
    mentions: tuple[Mention, ...]

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (label, words as written) of each mention."""
        for mention in self.mentions:
            yield mention.label, self.text[mention.start : mention.end]


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a file; raises CorpusError for a mark that is none."""
    sentences: list[Sentence] = []
    passage = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            passage += 1
            continue
        text, mentions = parse(line.strip(), where=f"{path.name}:{number}")
        sentences.append(Sentence(path.name, number, passage, text, mentions))
    return sentences


def parse(line: str, *, where: str) -> tuple[str, tuple[Mention, ...]]:
    """Return bare text and mentions of a bracketed line."""
    parts: list[str] = []
    mentions: list[Mention] = []
    length = position = 0
    for match in _MENTION.finditer(line):
        before, words = line[position : match.start()], match[2]
        start = length + len(before)
        length = start + len(words)
        parts += [before, words]
        mentions.append(Mention(start, length, match[1]))
        position = match.end()
    text = "".join([*parts, line[position:]])
    if _BRACKET.search(text):
        raise CorpusError(f"{where}: a bracket that is no mark; marks look like [PER …], [LOC …], [ORG …]")
    for mention in mentions:
        _check_boundaries(text, mention, where)
    return text, tuple(mentions)


def languages() -> list[str]:
    """Return the languages that have text."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != SECOND)


def files(language: str) -> list[Path]:
    """Return the files of a language."""
    return sorted((FOLDER / language).glob("*.txt"))


def _check_boundaries(text: str, mention: Mention, where: str) -> None:
    words = text[mention.start : mention.end]
    if words != words.strip():
        raise CorpusError(f"{where}: “{words}” begins or ends with a space")
    before = text[mention.start - 1 : mention.start]
    after = text[mention.end : mention.end + 1]
    if (before and before.isalnum()) or (after and after.isalnum()):
        raise CorpusError(f"{where}: “{words}” cuts a written word; attached words belong to the mention")
