"""A model is written and read unchanged, but for the rounding of its weights; what is broken is named."""

from pathlib import Path

import numpy as np
import pytest

from workers.engines import tagger_model
from workers.engines.tagger_model import languages, load_model, write
from workers.errors import EngineUnavailable

TAGS = ("O", "B-PER", "I-PER")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tagger_model, "FOLDER", tmp_path)
    load_model.cache_clear()
    return tmp_path


def test_weights_are_found_by_feature_and_unknown_features_count_nothing(folder: Path) -> None:
    weights = {7: np.array([0.0, 2.0, -1.0]), 4_000_000_000: np.array([1.0, 0.0, 0.0]), 9: np.zeros(3)}
    transitions = np.arange(9.0).reshape(3, 3)
    write(folder / "tagger_xx.bin", tags=TAGS, weights=weights, transitions=transitions, calibration={"PER": (2, 1)})
    model = load_model("xx")
    rows = model.scores(np.array([7, 8, 4_000_000_000], np.uint32))
    assert rows == pytest.approx(np.array([[0, 2, -1], [0, 0, 0], [1, 0, 0]]), abs=0.01)
    assert (model.tags, model.calibration, len(model.fingerprints)) == (TAGS, {"PER": (2.0, 1.0)}, 2)
    assert model.transitions == pytest.approx(transitions)
    assert languages() == {"xx"}


@pytest.mark.parametrize("content", [b"", b"something else", b"warraqT1\xff\xff\x00\x00{}"])
def test_a_file_that_is_no_model_is_named(folder: Path, content: bytes) -> None:
    (folder / "tagger_xx.bin").write_bytes(content)
    with pytest.raises(EngineUnavailable, match=r"tagger_xx\.bin"):
        load_model("xx")
