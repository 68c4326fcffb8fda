import mmap
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.gazetteer import PATH, Gazetteer, Kind, load_gazetteer
from workers.engines.place_words import name_key
from workers.errors import EngineUnavailable


def places_named(name):
    gazetteer = load_gazetteer()
    form = gazetteer.find(name_key(name))
    return [gazetteer.place(index) for index in form.places] if form else []


@pytest.mark.parametrize(
    ("name", "identifier", "country"),
    [
        ("درعا", 170905, "SY"),
        ("سوريا", 163843, "SY"),
        ("سورية", 163843, "SY"),
        ("روسيا", 2017370, "RU"),
        ("Дамаск", 170654, "SY"),
        ("القاهرة", 360630, "EG"),
        ("東京", 1850147, "JP"),
        ("Moskau", 524901, "RU"),
        ("Londres", 2643743, "GB"),
        ("Deutschland", 2921044, "DE"),
        ("대한민국", 1835841, "KR"),
        ("दिल्ली", 1273294, "IN"),
        ("ירושלים", 281184, "IL"),
        ("Αθήνα", 264371, "GR"),
        ("თბილისი", 611717, "GE"),
        ("New York", 5128581, "US"),
        ("Washington, D.C.", 4140963, "US"),
        ("California", 5332921, "US"),
        ("Scotland", 2638360, "GB"),
        ("أفريقيا", 6255146, ""),
    ],
)
def test_a_name_in_any_script_leads_to_its_likeliest_place(name, identifier, country):
    first = places_named(name)[0]
    assert (first.id, first.country) == (identifier, country)


@pytest.mark.parametrize(
    ("name", "link_id", "country"),
    [
        ("خوزستان", "127082", "IR"),
        ("Брянская область", "571473", "RU"),
        ("Herefordshire", "2647071", "GB"),
        ("Sachsen", "2842566", "DE"),
        ("Thames", "Q19686", "GB"),
        ("النيل", "Q3392", ""),
        ("Волга", "Q626", "RU"),
        ("Elbe", "Q1644", ""),
        ("Sicilia", "Q4951156", "IT"),
    ],
)
def test_regions_and_features_have_records_to_link_to(name, link_id, country):
    assert (link_id, country) in [(place.link_id, place.country) for place in places_named(name)]


def test_a_name_of_several_places_has_them_by_size():
    populations = [place.population for place in places_named("London") if place.kind == Kind.CITY]
    assert populations == sorted(populations, reverse=True)


def test_every_territory_lies_where_its_people_are():
    (syria,) = places_named("سوريا")[:1]
    assert 32 < syria.latitude < 38
    assert 35 < syria.longitude < 43
    (fiji,) = places_named("Fiji")[:1]
    assert abs(fiji.longitude) > 170


def test_beginnings_of_names_are_known_as_such():
    form = load_gazetteer().find("united")
    assert form.is_prefix
    assert load_gazetteer().find("united states").is_name


@pytest.mark.parametrize(
    ("name", "language"), [("العلم", "ar"), ("السلمية", "ar"), ("كان", "ar"), ("Reading", "en"), ("Nice", "en")]
)
def test_ordinary_words_are_marked_as_common(name, language):
    assert load_gazetteer().find(name_key(name)).is_common_in(language)


def test_a_common_word_of_one_language_is_a_name_in_another():
    island = load_gazetteer().find("island")
    assert island.is_common_in("en")
    assert load_gazetteer().find("polska").is_common_in("pl") is False


@given(st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_key_can_be_looked_up(key):
    form = load_gazetteer().find(key)
    assert form is None or all(load_gazetteer().place(index).name for index in form.places)


def test_a_lone_surrogate_is_no_name():
    assert load_gazetteer().find("\ud800") is None


def test_every_record_can_be_read():
    gazetteer = load_gazetteer()
    step = 37
    for index in range(0, len(gazetteer), step):
        place = gazetteer.place(index)
        assert place.name
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


def test_a_file_of_another_format_is_refused(tmp_path: Path):
    other = tmp_path / "gazetteer.bin"
    other.write_bytes(struct.pack("<8s6I", b"othermgk", *([0] * 6)) + bytes(64))
    with (
        other.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        pytest.raises(EngineUnavailable, match="format"),
    ):
        Gazetteer(data)


def test_the_card_names_the_digest_of_the_shipped_file():
    assert load_gazetteer().sha256 in (PATH.parent / "MODELS.md").read_text(encoding="utf-8")


def test_the_shipped_file_stays_small():
    assert PATH.stat().st_size < 25_000_000
