from schemas.document import Document
from schemas.stages import LanguageDetection, NormalizedText
from schemas.text import EncodingSource, Normalization, SentenceSpan
from workers.stages.detect_language import detect_language
from workers.state import State


def detection(text: str, *, hint: str | None = None, declared: str | None = None) -> LanguageDetection:
    normalized = NormalizedText(
        engine="none",
        engine_version="0",
        text=text,
        language_hint=declared,
        normalization=Normalization(media_type="text/plain", encoding_source=EncodingSource.TEXT),
        sentences=(SentenceSpan(start=0, end=len(text)),) if text else (),
    )
    state = State(Document(text=text, language_hint=hint)).with_output(normalized)
    (output,) = detect_language.run((state,))
    assert isinstance(output, LanguageDetection)
    return output


def test_the_stage_reads_the_normalized_text_and_writes_the_language():
    assert detect_language.reads == (NormalizedText,)
    assert detect_language.writes is LanguageDetection
    assert detection("وصل الوفد إلى المدينة مساء أمس.").language.tag == "ar"


def test_the_engine_and_its_weights_stand_in_the_output():
    output = detection("The delegation arrived yesterday evening.")
    assert output.engine == "cascade"
    assert output.model_sha256 is not None
    assert len(output.model_sha256) == 64


def test_the_hint_of_the_producer_comes_before_that_of_the_document():
    assert detection("chat", hint="en", declared="fr").language.tag == "en"
    assert detection("chat", declared="fr").language.tag == "fr"


def test_an_empty_text_has_no_linguistic_content():
    output = detection("")
    assert output.language.tag == "zxx"
    assert output.language.segments == ()
