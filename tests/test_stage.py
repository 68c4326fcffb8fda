"""A stage is a function whose signature is its contract."""

from weakref import ref

from schemas import Document, LanguageDetection, StageOutput
from workers.errors import CorruptFile, EngineFailed, MemoryLimitExceeded
from workers.stage import stage, unexpected
from workers.state import State


class Count(StageOutput):
    """How many characters there are."""

    characters: int


@stage
def count(document: Document, detection: LanguageDetection | None) -> Count:
    text = document.text or ""
    if text == "corrupt":
        raise CorruptFile("not readable")
    if text == "secret":
        raise RuntimeError(text)
    return Count(engine="test", engine_version="1", characters=len(text))


def run(*texts: str) -> list[object]:
    return list(count.run([State(Document(text=text)) for text in texts]))


def test_the_signature_says_what_is_read_and_written() -> None:
    assert (count.name, count.reads, count.uses, count.writes) == ("count", (), (LanguageDetection,), Count)


def test_an_error_of_one_document_leaves_its_neighbours_alone() -> None:
    first, second, third = run("one", "corrupt", "three")
    assert isinstance(first, Count)
    assert isinstance(second, CorruptFile)
    assert isinstance(third, Count)


def test_an_error_that_nobody_foresaw_is_typed_and_quotes_nothing() -> None:
    (error,) = run("secret")
    assert isinstance(error, EngineFailed)
    assert "secret" not in str(error)
    assert "RuntimeError" in str(error)


def test_what_ran_out_of_memory_gives_back_what_it_held() -> None:
    class Large:
        pass

    held = list[ref[Large]]()

    def run_out() -> None:
        large = Large()
        held.append(ref(large))
        raise MemoryError

    try:
        run_out()
    except MemoryError as error:
        failure = unexpected(error)
        assert held[0]() is None
    assert isinstance(failure, MemoryLimitExceeded)
    assert isinstance(failure.__cause__, MemoryError)
