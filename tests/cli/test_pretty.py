import unicodedata
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from schemas import (
    AddressValue,
    Attachment,
    Calendar,
    DatePrecision,
    DateValue,
    Entity,
    FailureCode,
    Highlight,
    Label,
    Language,
    LanguageSegment,
    Link,
    Mention,
    MoneyValue,
    Normalization,
    Provenance,
    QuantityValue,
    Repair,
    Result,
    ResultError,
    StageProvenance,
    Status,
    Summary,
    Warning,
)
from workers.cli.pretty import SHOWN_CHARACTERS, SHOWN_ENTITIES, render
from workers.cli.pretty_bidi import harmless, is_right_to_left
from workers.cli.pretty_languages import language_name
from workers.cli.pretty_words import value_words

PROVENANCE = Provenance(version="9.9")
RLI, LRI, PDI = "\u2067", "\u2066", "\u2069"


def shown(*, width=100, colours=False, full=False, **fields):
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colours,
        color_system="truecolor" if colours else None,
        legacy_windows=False,
    )
    result = Result(**{"id": "a:1", "status": Status.COMPLETED, "provenance": PROVENANCE} | fields)
    render(result, console=console, full=full)
    return stream.getvalue()


def entity(text, name, label=Label.LOC, **more):
    start = text.index(name)
    mention = Mention(start=start, end=start + len(name), text=name, score=1.0, source="test")
    return Entity(id=name, label=label, canonical=name, mentions=(mention,), **more)


def test_an_almost_empty_result_shows_its_id_and_status():
    view = shown()
    assert "a:1" in view
    assert "completed" in view
    assert "Summary" not in view
    assert "Entities" not in view


def test_everything_that_a_result_has_is_shown():
    text = "The council met in Orsova on 5 August 2018."
    link = Link(scheme="geonames", id="671768", name="Orșova", country="RO", score=0.9)
    date = DateValue(edtf="2018-08-05", precision=DatePrecision.DAY)
    view = shown(
        title="A meeting",
        text=text,
        source="https://example.org/1",
        batch="monday",
        revision=2,
        language=Language(tag="en", script="Latn", confidence=0.987),
        entities=(entity(text, "Orsova", links=(link,)), entity(text, "5 August 2018", Label.DATE, value=date)),
        summary=Summary(text=text, method="whole", headline=Highlight(start=0, end=11, text="The council")),
        warnings=(Warning(code="short", stage="summarize", message="the text is short"),),
        normalization=Normalization(
            media_type="text/html",
            encoding="utf-8",
            encoding_source="declared",
            repairs=(Repair(kind="mojibake", count=1234),),
            dropped=("menu",),
            attachments=(Attachment(name="map.png", media_type="image/png", size_bytes=3),),
            pages=2,
        ),
        provenance=Provenance(
            version="9.9",
            stages=(StageProvenance(name="normalize", engine="own", engine_version="1", duration_ms=3.21, attempts=2),),
        ),
    )
    for words in (
        "A meeting",
        "a:1 (revision 2)",
        "https://example.org/1",
        "monday",
        "English (en, Latn, 99%)",
        "summarize: the text is short (short)",
        "The council met in Orsova",
        "Entities (2)",
        "Orșova, RO (geonames 671768)",
        "2018-08-05",
        "text/html, utf-8 (declared), 2 pages",
        "mojibake ×1,234",
        "left out: menu",
        "attached, not read: map.png",
        "Made by warraq 9.9",
        "normalize: own 1, 3.2 ms, 2 attempts",
    ):
        assert words in view


@pytest.mark.parametrize("code", list(FailureCode))
@pytest.mark.parametrize(("retry_helps", "advice"), [(True, "may help"), (False, "does not help")])
def test_a_failure_is_told_in_words_for_each_code(code, retry_helps, advice):
    error = ResultError(code=code, stage="normalize", message="12 bytes cannot be read.", retry_helps=retry_helps)
    view = shown(width=300, status=Status.FAILED, error=error)
    assert "failed" in view
    assert "(in normalize): 12 bytes cannot be read. Sending it again" in view
    assert advice in view


def test_escape_sequences_of_a_document_do_not_reach_the_terminal():
    evil = "a\x1b[2Jb\x9b31mc\x07d\x00e\u202egnp.exe\u2066f\x7f\rg"
    text = f"{evil} in Orsova"
    view = shown(
        title=evil,
        text=text,
        source=evil,
        summary=Summary(text=evil, method="whole", headline=Highlight(start=0, end=1, text=evil)),
        entities=(entity(text, evil, links=(Link(scheme="list", id=evil, name=evil, score=1.0),)),),
        normalization=Normalization(media_type="text/plain", encoding_source="text", dropped=(evil,)),
        warnings=(Warning(code="x", stage="y", message=evil),),
        width=400,
    )
    assert not set(view) & {"\x1b", "\x9b", "\x07", "\x00", "\u202e", "\u2066", "\x7f", "\r"}
    assert "a␛[2Jb" in view


def test_markup_in_a_document_is_shown_as_it_stands():
    assert "[red]no colour[/red] :smile:" in shown(text="[red]no colour[/red] :smile:")


ARABIC = "عقد مجلس المدينة اجتماعا طويلا لبحث أزمة المياه في الأحياء الشرقية."


def test_each_row_of_right_to_left_text_is_isolated_and_ends_at_the_right():
    rows = [row for row in shown(text=ARABIC, width=40).splitlines() if RLI in row]
    assert len(rows) == 2
    assert all(row.count(RLI) == row.count(PDI) == 1 for row in rows)
    assert all(row.rstrip().endswith(PDI) and cell_len(row.rstrip()) == 40 for row in rows)
    joined = " ".join(row.strip().strip(RLI + PDI) for row in rows)
    assert joined == ARABIC


def test_left_to_right_rows_with_arabic_words_are_isolated_too_and_plain_ones_are_not():
    view = shown(text=f"The word درعا is a name.\nPlain line.\n{ARABIC}")
    assert f"{LRI}The word درعا is a name.{PDI}" in view
    assert "  Plain line." in view
    assert f"{RLI}{ARABIC}{PDI}" in view


def test_names_in_the_table_are_isolated():
    assert f"{RLI}المدينة{PDI}" in shown(text=ARABIC, entities=(entity(ARABIC, "المدينة"),))


def test_colours_do_not_break_a_word_and_a_legend_explains_them():
    view = shown(text=ARABIC, entities=(entity(ARABIC, "المدينة", Label.ORG),), colours=True)
    assert "\x1b[1;35mالمدينة\x1b[0m" in view
    assert "\x1b[1;35mORG\x1b[0m" in view


def test_without_a_terminal_there_are_no_colours_and_no_legend():
    view = shown(text="Orsova is small.", entities=(entity("Orsova is small.", "Orsova"),))
    assert "\x1b" not in view
    assert view.count("LOC") == 1


def test_wide_characters_keep_within_the_width():
    view = shown(text="东京都政府星期日举行了会议讨论供水问题。" * 5, width=40)
    assert max(cell_len(row) for row in view.splitlines()) <= 40


def test_long_texts_and_lists_are_shortened_unless_full():
    text = "word " * 2_000 + "end"
    entities = tuple(entity(text, "word").model_copy(update={"id": str(n)}) for n in range(SHOWN_ENTITIES + 5))
    short, full = (shown(text=text, entities=entities, full=flag) for flag in (False, True))
    assert f"… {len(text) - SHOWN_CHARACTERS:,} more characters" in short
    assert "… 5 more" in short
    assert "end" not in short.split("Entities")[0]
    assert "more" not in full
    assert "end" in full


def test_parts_in_other_languages_are_named():
    segments = (
        LanguageSegment(start=0, end=75, tag="ar", confidence=1),
        LanguageSegment(start=75, end=100, tag="fr", confidence=1),
    )
    assert "Arabic (ar, 90%), with French 25%" in shown(language=Language(tag="ar", confidence=0.9, segments=segments))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "Arabic"),
        ("pt-BR", "Portuguese"),
        ("zh-Hant", "Traditional Chinese"),
        ("und", "undetermined"),
        ("qqq", "qqq"),
    ],
)
def test_tags_have_english_names(tag, name):
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (
            DateValue(edtf="1440-01", precision="month", calendar=Calendar.HIJRI, approximate=True),
            "about 1440-01 (hijri)",
        ),
        (QuantityValue(number=12000, unit="km"), "12,000 km"),
        (QuantityValue(number=7), "7"),
        (MoneyValue(amount=2.5, currency="EUR"), "2.5 EUR"),
        (AddressValue(address="a@example.org"), "a@example.org"),
    ],
)
def test_values_read_as_one_writes_them(value, words):
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("text", "answer"), [(ARABIC, True), ("שלום", True), ("hello درعا", False), ("123", False), ("", False)]
)
def test_direction_is_that_of_most_letters(text, answer):
    assert is_right_to_left(text) is answer


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl"]), max_size=60))
def test_harmless_text_keeps_its_length_and_has_no_control_characters(text):
    safe = harmless(text)
    assert len(safe) == len(text)
    assert all(
        character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in safe
    )
    safe.encode()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.integers(20, 60))
def test_any_text_with_any_mention_is_shown_with_balanced_isolates(text, start, end, width):
    mention = Mention(start=start, end=end, text="x", score=1.0, source="test")
    thing = Entity(id="1", label=Label.PER, canonical=text, mentions=(mention,))
    for row in shown(text=text, title=text, entities=(thing,), width=width).splitlines():
        assert row.count(RLI) + row.count(LRI) == row.count(PDI)
