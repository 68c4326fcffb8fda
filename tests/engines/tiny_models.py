"""Models small enough to be made in a test: an ONNX token classifier that knows a few words, and a spaCy pipeline."""

import json
from pathlib import Path

import pytest

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "B-ORG", "I-ORG", "B-DATE"]
WORDS = {"Ada": "B-PER", "Lovelace": "I-PER", "London": "B-LOC", "مؤسسة": "B-ORG", "الغيث": "I-ORG", "Monday": "B-DATE"}
# How much the tiny model prefers the tag of a word to all others, in logits.
MARGIN = 4.0


def write_onnx(folder: Path) -> Path:
    """Write what an export would: one embedding row for each word, which is its logits."""
    onnx = pytest.importorskip("onnx", reason="make test installs it")
    numpy = pytest.importorskip("numpy")
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2} | {word: at for at, word in enumerate(WORDS, 3)}
    table = numpy.zeros((len(vocabulary), len(TAGS)), numpy.float32)
    for word, at in vocabulary.items():
        table[at, TAGS.index(WORDS.get(word, "O"))] = MARGIN
    helper, kind = onnx.helper, onnx.TensorProto
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["logits"])],
        "tiny",
        [helper.make_tensor_value_info("input_ids", kind.INT64, ["batch", "length"])],
        [helper.make_tensor_value_info("logits", kind.FLOAT, ["batch", "length", len(TAGS)])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, folder / "model.onnx")
    _write_tokenizer(folder, vocabulary)
    config = {"id2label": dict(enumerate(TAGS)), "max_position_embeddings": 64}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def _write_tokenizer(folder: Path, vocabulary: dict[str, int]) -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="make test installs it")
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))


def write_spacy(folder: Path) -> Path:
    """Write a pipeline whose recognizer is a list of patterns."""
    spacy = pytest.importorskip("spacy", reason="make test installs it")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Ada Lovelace"},
            {"label": "GPE", "pattern": "London"},
            {"label": "CARDINAL", "pattern": "two"},
        ]
    )
    pipeline.to_disk(folder)
    return folder
