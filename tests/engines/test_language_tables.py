import numpy as np
import pytest

from workers.engines import language_distinctions, language_ngrams
from workers.engines.language_tables import Table, read_table, sha256_of, write_table
from workers.engines.language_weights import load_weights


def test_a_table_is_read_as_it_was_written(tmp_path):
    table = Table({"languages": ["en", "中"]}, {"a": np.arange(7, dtype=np.uint16), "b": np.zeros((3, 5), np.int8)})
    write_table(tmp_path / "table.bin", table)
    read = read_table(tmp_path / "table.bin")
    assert dict(read.facts) == dict(table.facts)
    assert [(name, array.dtype, array.tolist()) for name, array in read.arrays.items()] == [
        (name, array.dtype, array.tolist()) for name, array in table.arrays.items()
    ]


def test_a_table_cannot_be_written_to(tmp_path):
    write_table(tmp_path / "table.bin", Table({}, {"a": np.arange(7)}))
    with pytest.raises(ValueError, match="read-only"):
        read_table(tmp_path / "table.bin").arrays["a"][0] = 1


@pytest.mark.parametrize("file", [language_ngrams.FILE, language_distinctions.FILE], ids=lambda file: file.stem)
def test_the_weights_were_fitted_with_the_tables_that_ship(file):
    assert load_weights().tables[file.name] == sha256_of(file)


def test_both_tables_have_the_same_languages():
    tables = [read_table(file) for file in (language_ngrams.FILE, language_distinctions.FILE)]
    assert tables[0].facts["languages"] == tables[1].facts["languages"]
