from schemas import Entity, Label, LanguageSegment, Mention
from workers.engines import Reading
from workers.engines.summary_candidates import Candidate
from workers.engines.summary_choice import Context
from workers.engines.summary_scripts import word_count
from workers.engines.summary_selection import Burden


def sentence(text, *, start=0):
    return Candidate(start, start + len(text), text, 4, word_count(text))


def test_the_language_of_the_segment_decides_about_openings():
    segments = (
        LanguageSegment(start=0, end=50, tag="en", confidence=1.0),
        LanguageSegment(start=50, end=100, tag="de", confidence=1.0),
    )
    context = Context(Reading("", language="en", segments=segments), ())
    assert context.burden(sentence("Er vertieft den Hafen.", start=60)).alone > 0
    assert context.burden(sentence("Er vertieft den Hafen.", start=10)) == Burden()


def test_a_connective_before_a_name_is_no_burden_and_a_pronoun_is_the_heavier_one():
    text = "But Ilona Marek agreed."
    mention = Mention(start=4, end=15, text="Ilona Marek", score=1.0, source="test")
    person = Entity(id="1", label=Label.PER, canonical="Ilona Marek", mentions=(mention,))
    reading = Reading(text, language="en")
    assert Context(reading, (person,)).burden(sentence(text)) == Burden()
    connective, pronoun = (
        Context(reading, ()).burden(sentence(each)).alone for each in (text, "She agreed to all of it.")
    )
    assert 0 < connective < pronoun


def test_a_torn_sentence_is_a_burden_wherever_it_stands():
    burden = Context(Reading("", language="en"), ()).burden(sentence("“Ilona Marek agreed."))
    assert burden.always > 0
    assert burden.alone == 0
