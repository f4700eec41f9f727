"""What is in a language that is not read yet is stored, and read when it can be."""

import json
from dataclasses import replace

import pytest
from ingesting import NOON, exported, take

from invented_articles import ARTICLES, write_articles
from talks.codebook import load_codebook
from talks.ingest import Intake
from talks.store import open_store, verify
from talks.store.shelf import list_shelf

UKRAINIAN = "Делегації двох країн зустрілися в Кастрелі й обговорили обмін полоненими. " * 4
GERMAN = "Die Delegationen trafen sich in Castrel und sprachen lange über den Austausch der Gefangenen. " * 3


@pytest.fixture
def mixed(tmp_path):
    folder = write_articles(tmp_path / "in")
    (folder / "uk.txt").write_text(UKRAINIAN, encoding="utf-8")
    (folder / "de.txt").write_text(GERMAN, encoding="utf-8")
    return folder


def test_it_is_stored_with_its_text_and_counted_and_nothing_is_read_from_it(store, mixed):
    tally = take(store, mixed)
    assert (tally.new, dict(tally.unread), tally.set_aside) == (5, {"de": 1, "uk": 1}, [])
    [found] = store.articles(language="uk")
    assert found.text == UKRAINIAN.strip()
    assert store.extraction(found.id).mentions == store.extraction(found.id).statements == ()
    assert list(verify(store)) == []


def test_it_is_listed_as_such(store, mixed):
    take(store, mixed)
    listed = {article.path: article for article in list_shelf(store)}
    assert {path: a.language for path, a in listed.items() if a.language != "en"} == {
        "in/uk.txt": "uk",
        "in/de.txt": "de",
    }
    read = [a for a in listed.values() if a.language == "en"]
    assert all(a.mentions and a.dossier == "norland-sudria" for a in read)
    assert [a.id for a in list_shelf(store, language=("uk", "de"))] == [
        a.id for a in listed.values() if a.language != "en"
    ]


def test_the_listing_is_by_date_and_keeps_to_what_is_asked(store, mixed):
    take(store, mixed)
    days = [a.published.date for a in list_shelf(store)]
    assert days == [*sorted(day for day in days if day), None, None]
    assert [a.outlet for a in list_shelf(store, outlet="Polder Post", since=None)] == ["Polder Post"]
    assert [a.path for a in list_shelf(store, since=NOON.date())] == []


def test_the_others_are_read_as_if_it_were_not_there(store, mixed, tmp_path):
    take(store, mixed)
    with open_store(tmp_path / "other.db", mode="create") as other:
        take(other, *(mixed / name for name in ARTICLES))
        foreign = {article.id for article in store.articles(language=("uk", "de"))}
        rows = [line for line in exported(store).splitlines() if json.loads(line)["id"] not in foreign]
        assert rows == exported(other).splitlines()


def test_the_same_again_changes_nothing(store, mixed):
    take(store, mixed)
    again = take(store, mixed)
    assert (again.new, again.known, again.reread, again.unread.total()) == (0, 5, 0, 0)


def test_it_is_read_again_when_its_language_can_be(store, mixed):
    take(store, mixed)
    german = replace(load_codebook(), language="de")
    tally = Intake(store, german, "two", clock=lambda: NOON).run([])
    assert tally.reread == 5
    assert not store.unextracted("two")
