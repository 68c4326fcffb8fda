"""Token classification through ONNX Runtime: `pip install 'warraq[onnx]'` and an exported Hugging Face model.

The folder is what `optimum-cli export onnx --task token-classification` writes: `model.onnx`, `tokenizer.json` and
`config.json`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from itertools import groupby
from pathlib import Path
from typing import Any

from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.foreign_labels import our_label
from workers.engines.text_windows import windows
from workers.errors import EngineUnavailable

NAME = "onnx"
FILES = ("model.onnx", "tokenizer.json", "config.json")

# Most models take 512 tokens; some 1,200 characters of European text, of which what is longer is cut by the tokenizer.
_MAX_CHARACTERS = 1_200
_MAX_TOKENS = 512


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the model judged it: its span, the prefix of its tag (B, I, …), the name of its type, the probability."""

    start: int
    end: int
    prefix: str
    type: str
    probability: float


@dataclass(frozen=True, slots=True)
class OnnxExtractor:
    """Proposes what a token classifier finds; a word has the tag of its first token."""

    session: Any
    tokenizer: Any
    tags: Mapping[int, str]
    info: EngineInfo

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the entities of each text whose labels are ours."""
        return [list(self._candidates(reading)) for reading in readings]

    def _candidates(self, reading: Reading) -> Iterator[Candidate]:
        for start, end in windows(reading, max_characters=_MAX_CHARACTERS):
            encoded = self.tokenizer.encode(reading.text[start:end])
            for part in (encoded, *encoded.overflowing):
                yield from joined(list(self._words(part, start)))

    def _words(self, encoding: Any, offset: int) -> Iterator[Word]:
        probabilities = self._probabilities(encoding)
        numbered = [(word, at) for at, word in enumerate(encoding.word_ids) if word is not None]
        for _, tokens in groupby(numbered, key=lambda pair: pair[0]):
            places = [at for _, at in tokens]
            best = int(probabilities[places[0]].argmax())
            prefix, _, name = self.tags[best].rpartition("-")
            start, end = encoding.offsets[places[0]][0], encoding.offsets[places[-1]][1]
            yield Word(offset + start, offset + end, prefix, name, float(probabilities[places[0]][best]))

    def _probabilities(self, encoding: Any) -> Any:
        import numpy as np

        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        inputs = {one.name: np.array([given[one.name]], dtype=np.int64) for one in self.session.get_inputs()}
        logits = self.session.run(None, inputs)[0][0]
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return powers / powers.sum(axis=-1, keepdims=True)


def joined(words: Sequence[Word]) -> Iterator[Candidate]:
    """Yield one candidate for each run of words of one type; B and S begin a new one, in IO, BIO and BIOES alike."""
    run: list[Word] = []
    for word in words:
        if run and (word.type != run[-1].type or word.prefix in ("B", "S")):
            yield from _candidate(run)
            run = []
        run.append(word)
    yield from _candidate(run)


def _candidate(run: Sequence[Word]) -> Iterator[Candidate]:
    label = our_label(run[0].type) if run else None
    if label is not None:
        score = sum(word.probability for word in run) / len(run)
        yield Candidate(run[0].start, run[-1].end, label, score, NAME)


def load(folder: str) -> OnnxExtractor:
    """Return the extractor of an exported model; raises EngineUnavailable with what is missing."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise EngineUnavailable("ONNX Runtime is not installed; pip install 'warraq[onnx]'") from error
    path = Path(folder)
    if missing := [name for name in FILES if not (path / name).is_file()]:
        raise EngineUnavailable(
            f"{path} has no {', '.join(missing)}; export the model with optimum-cli, task token-classification"
        )
    options = onnxruntime.SessionOptions()
    # A process does one thing at a time, and threads that were started before a fork are not there after it.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path / "model.onnx", options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
    config = json.loads((path / "config.json").read_text(encoding="utf-8"))
    tokenizer.enable_truncation(min(config.get("max_position_embeddings", _MAX_TOKENS), _MAX_TOKENS))
    tokenizer.no_padding()
    with (path / "model.onnx").open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    tags = {int(number): str(name) for number, name in config["id2label"].items()}
    return OnnxExtractor(session, tokenizer, tags, EngineInfo(name=NAME, version=path.name, model_sha256=digest))
