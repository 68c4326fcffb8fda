import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import SentenceSpan, Span, SummaryOptions
from workers.engines import Reading
from workers.engines.summary_extractive import load
from workers.engines.summary_scripts import unwrapped

SUMMARIZER = load()

options_of_any_kind = st.builds(
    lambda sentences, characters, query, sort_by: SummaryOptions(
        sentences=None if characters else sentences, max_characters=characters, query=query, sort_by=sort_by
    ),
    st.none() | st.integers(1, 20),
    st.none() | st.integers(20, 400),
    st.none() | st.text(min_size=1, max_size=20),
    st.sampled_from(["offset", "rank"]),
)
texts = st.text(
    st.sampled_from("ab أب،.«»\"'()!?\n\t。的😀\u200d\u0301") | st.characters(exclude_categories=["Cs"]), max_size=300
)
pairs = st.lists(st.tuples(st.integers(0, 320), st.integers(0, 60)), max_size=25)


@settings(max_examples=300, deadline=None)
@given(texts, pairs, pairs, options_of_any_kind, st.sampled_from(["und", "ar", "en", "zh-Hans", "th", "xx"]))
def test_any_sentences_give_verbatim_disjoint_spans_within_the_limits(text, sentences, junk, options, language):
    reading = Reading(
        text=text,
        sentences=tuple(SentenceSpan(start=start, end=start + length) for start, length in sentences),
        junk=tuple(Span(start=start, end=start + length) for start, length in junk),
        language=language,
    )
    found = SUMMARIZER.summarize(reading, entities=(), options=options)
    if found is None:
        return
    spans = found.sentences
    assert spans
    assert len(spans) <= (options.sentence_limit or len(spans))
    assert options.max_characters is None or len(found.text) <= options.max_characters
    assert sorted(span.rank for span in spans) == list(range(1, len(spans) + 1))
    assert all(math.isfinite(span.score) and 0 <= span.score <= 1 for span in spans)
    in_order = sorted(spans, key=lambda span: span.start)
    assert all(left.end <= right.start for left, right in pairwise(in_order))
    assert list(spans) == (in_order if options.sort_by == "offset" else sorted(spans, key=lambda span: span.rank))
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert unwrapped(text[span.start : span.end]) in found.text
    if found.headline is not None:
        assert text[found.headline.start : found.headline.end] == found.headline.text
