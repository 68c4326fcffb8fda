"""HTML and XML: main content, and pages that are made to hurt."""

import json
import logging
from datetime import UTC, datetime

import pytest

from schemas.document import Document
from schemas.text import EncodingSource
from workers.decoders.markup import strip_markup, unescape
from workers.decoders.table import decode

PARAGRAPHS = "".join(
    f"<p>On day {day} the train arrived at dawn, and {day + 2} men left it with bags that were heavy, as always.</p>"
    for day in range(6)
)
PAGE = (
    '<!doctype html><html lang="ar-SY"><head><title>The train &amp; rain | Site</title>'
    '<meta property="og:title" content="The train &amp; rain"><script>var a = 1 < 2;</script></head>'
    "<body><nav><ul><li><a href=/>Home</a></li><li><a href=/x>News</a></li></ul></nav>"
    f"<article><h1>The train came</h1>{PARAGRAPHS}<ul><li>one thing</li><li>two things</li></ul>"
    "<table><tr><th>City</th><th>People</th></tr><tr><td>Homs</td><td>800,000</td></tr></table></article>"
    "<footer><a href=/imprint>Imprint</a> and all rights of the site reserved for ever</footer></body></html>"
)


def html(page, **fields):
    kind = {"text": page} if isinstance(page, str) else {"content": page}
    return decode(Document(media_type="text/html", **kind, **fields))


def test_main_content_is_kept_and_the_rest_is_named():
    decoded = html(PAGE)
    lines = decoded.text.split("\n")
    assert lines[0] == "The train came"
    assert sum(line.startswith("On day") for line in lines) == 6
    assert {"- one thing", "- two things", "City\tPeople", "Homs\t800,000"} <= set(lines)
    assert "Imprint" not in decoded.text
    assert "var a" not in decoded.text
    assert decoded.dropped == ("boilerplate", "scripts")


def test_title_and_language_are_those_of_the_page():
    decoded = html(PAGE)
    assert (decoded.title, decoded.language) == ("The train & rain", "ar-SY")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title> A\n <b>title</b> </title>x", "A title"),
        ("<title>unclosed", None),
        ("<p>none", None),
        ("<meta content='Shared' property='og:title'><title>Other</title>", "Shared"),
        ("<meta property=og:title content=''><title>Other</title>", "Other"),
    ],
)
def test_titles(page, title):
    assert html(page).title == title


@pytest.mark.parametrize(
    ("page", "language"),
    [("<html lang=fr>", "fr"), ("<HTML class=x LANG='zh_Hant'>", "zh-Hant"), ("<html lang=''>", None), ("<p>", None)],
)
def test_languages(page, language):
    assert html(page).language == language


def linked(**fields):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


@pytest.mark.parametrize(
    ("page", "author"),
    [
        ("<meta name=author content='Rita  Levi'>", "Rita Levi"),
        ("<meta name='article:author' content='https://x.example/rita'><meta name=byl content=Rita>", "Rita"),
        (linked(author={"@type": "Person", "name": "ريتا ليفي"}), "ريتا ليفي"),
        (linked(author=[{"name": "A"}, "B", {"name": "A"}]), "A, B"),
        (linked(**{"@graph": [{"@id": "#p", "name": "Zoë"}], "author": {"@id": "#p"}}), "Zoë"),
        (linked(author={"name": None}) + "<meta name=author content=Rita>", "Rita"),
        ("<meta name=author content='" + "a" * 300 + "'>", None),
        ("<p>by nobody", None),
    ],
)
def test_authors(page, author):
    assert html(page).author == author


@pytest.mark.parametrize(
    ("page", "moment"),
    [
        ("<meta property='article:published_time' content='2022-02-06'>", datetime.fromisoformat("2022-02-06")),
        ("<meta content='2022-02-06T10:00:00Z' itemprop=datePublished>", datetime(2022, 2, 6, 10, tzinfo=UTC)),
        ("<meta name=date content='Sun, 06 Feb 2022 10:00:00 +0000'>", datetime(2022, 2, 6, 10, tzinfo=UTC)),
        (linked(datePublished="2022-02-06T10:00:00+00:00"), datetime(2022, 2, 6, 10, tzinfo=UTC)),
        (linked(datePublished="soon") + "<meta name=date content=2022-02-06>", datetime.fromisoformat("2022-02-06")),
        ("<meta name=date content='6.2.22'>", None),
    ],
)
def test_days_of_publication(page, moment):
    assert html(page).published_at == moment


@pytest.mark.parametrize(
    "block",
    [
        "{",
        "[" * 100_000,
        '{"@type": 1}',
        '{"@type": "NewsArticle", "author": 5, "datePublished": []}',
        '"' + "a" * 300_000,
    ],
    ids=["open", "deep", "number", "odd values", "long"],
)
def test_linked_data_that_is_broken_says_nothing(block):
    decoded = html(f"<script type='application/ld+json'>{block}</script><p>x")
    assert (decoded.author, decoded.published_at, decoded.text) == (None, None, "x")


LEAD = "A train from the north came late because of the snow, and hundreds of people waited for it in the cold."


def test_the_lead_that_the_description_repeats_is_kept():
    page = PAGE.replace("<script>", f'<meta name=description content="{LEAD[:70]}…"><script>')
    page = page.replace("<article>", f'<div class="teaser"><p><b>A train</b>{LEAD[7:]}</p></div><article>')
    assert html(page).text.split("\n")[0] == LEAD


def test_a_description_that_stands_nowhere_on_the_page_is_no_text():
    page = PAGE.replace("<script>", f'<meta name=description content="{LEAD}"><script>')
    assert html(page).text == html(PAGE).text


def test_an_article_in_several_containers_is_read_to_its_end():
    half = PARAGRAPHS.replace("dawn", "noon")
    parts = "".join(f"<div class='advert'>Ad</div><div class='part'>{text}</div>" for text in (PARAGRAPHS, half, half))
    text = html(f"<html><body><main><h1>The train</h1>{parts}</main></body></html>").text
    assert (text.count("at dawn"), text.count("at noon")) == (6, 12)


def test_an_article_that_is_only_in_the_linked_data_is_read():
    page = f"<html><body><div id=app>Loading</div>{linked(articleBody=PARAGRAPHS * 2)}</body></html>"
    assert html(page).text.count("On day") == 12


def test_share_buttons_within_the_article_are_left_out():
    page = PAGE.replace("<ul><li>one thing", "<p>Share on Facebook</p><ul><li>one thing")
    assert "Facebook" not in html(page).text


@pytest.mark.parametrize("end", ["-->", "--!>", ">"])
def test_comments_end_where_browsers_end_them(end):
    start = "<!--" if end == ">" else "<!-- <p>hidden</p> "
    assert html(f"<p>a</p>{start}{end}<p>b</p>").text == "a\nb"


@pytest.mark.parametrize(
    "page",
    [
        b"<meta charset=windows-1256><p>%s</p>",
        b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'><p>%s</p>",
        b"<?xml version='1.0' encoding='windows-1256'?><html><body><p>%s</p></body></html>",
    ],
)
def test_a_page_declares_its_charset(page):
    decoded = html(page % "مرحبا".encode("cp1256"))
    assert (decoded.text, decoded.encoding.source) == ("مرحبا", EncodingSource.DECLARED)


def test_the_charset_of_the_document_wins_over_that_of_the_page():
    decoded = html(b"<meta charset=windows-1252><p>" + "مرحبا".encode("cp1256"), charset="cp1256")
    assert decoded.text == "مرحبا"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("plain words only", "plain words only"),
        ("<p>hi", "hi"),
        ("<html><script>alert(1)</script><style>p{}</style></html>", ""),
        ("<frameset><frame src=a><noframes>No frames here</noframes></frameset>", "No frames here"),
        ("a\x00b <b>c</b>", "ab c"),
        ("\ud83d\ude00 \ud83d x", "\U0001f600 \ufffd x"),
        ("&#xD800; &lt;p&gt; &amp;amp;", "\ufffd <p> &amp;"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\t\tb\nc\t\td"),
    ],
)
def test_small_and_strange_pages_have_an_answer(page, text):
    assert html(page).text.replace("\t\t", "\t") == text.replace("\t\t", "\t")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "<b>" * 20_000 + "</i>" * 20_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "<ul><li>" * 5_000 + "deep",
        "<b><p>" * 5_000 + "deep",
        "deep<br>" * 30_000,
        "<!--x-->" * 30_000 + "deep",
        "deep<script>" + "x<y;" * 100_000,
        "deep " + "<" * 500_000,
        "deep" + "<a " * 200_000,
        "<p>" + "deep" * 750_000,
        "deep &#" + "9" * 100_000 + ";",
        "<title>" * 30_000 + "</title>deep",
        "<meta " * 30_000 + ">deep",
        "<html " * 30_000 + ">deep",
        "deep" + "<!--" * 200_000,
        "deep" + "<script " * 200_000,
        "deep<p x='>' " + "a/" * 100_000 + ">",
        "deep" + "<script type=ld+json" * 20_000,
        "deep" + "<script type=ld+json>" * 20_000,
        "deep" + "<meta name='" * 20_000,
        "\x00" * 100_000 + "deep",
    ],
    ids=lambda page: page[:12].replace("\x00", "0"),
)
@pytest.mark.timeout(20)
def test_pages_made_to_hurt_are_read(page):
    assert html(page).text.startswith("deep")


def test_a_page_beyond_all_limits_is_stripped_with_a_warning():
    decoded = html("<div>" * 2_000 + "deep")
    assert [warning.code for warning in decoded.warnings] == ["main_content_not_found"]


def test_a_long_page_still_loses_its_menu():
    long = PAGE.replace(PARAGRAPHS, PARAGRAPHS * 2_000)
    decoded = html(long)
    assert len(decoded.text) > 1_000_000
    assert "boilerplate" in decoded.dropped


def test_log_lines_never_show_the_page(caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        html("<p>secret words")
        html(PAGE.replace("train", "secret"))
    output = capsys.readouterr()
    assert "secret" not in caplog.text + output.out + output.err


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a<b>b</b> c</p>\n<p>d\ne</p>", "ab c\nd e"),
        ("a < b and <3 <é>", "a < b and <3 <é>"),
        ("a<!-- <p>x</p> -->b", "ab"),
        ("a<!-- never closed", "a"),
        ("a<SCRIPT>x</script>b<style>y</STYLE>c", "abc"),
        ("a<br/>b<hr>c", "a\nb\nc"),
        ("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a\tb\nc"),
        ("a<p", "a"),
        ("İ<script>x</script>y", "İy"),
    ],
)
def test_markup_is_stripped_by_a_scan(markup, text):
    assert strip_markup(markup, is_html=True) == text


def test_references_of_any_length_are_resolved():
    assert unescape("&eacute;&#233;&#xe9;&#" + "9" * 10_000 + ";&#x" + "f" * 10_000) == "ééé\ufffd\ufffd"


def test_feeds_are_read_with_their_escaped_html():
    feed = (
        b"<?xml version='1.0' encoding='windows-1256'?><rss><title>A</title><item><d>&lt;p&gt;Hello &amp;amp; "
        b"bye&lt;/p&gt;</d><x><![CDATA[<p>In <b>data</b></p>]]></x></item></rss>"
    )
    assert decode(Document(content=feed, media_type="text/xml")).text.split("\n") == ["A", "Hello & bye", "In data"]


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert "lol lol" not in decode(Document(text=bomb, media_type="application/xml")).text
