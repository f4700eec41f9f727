"""A feed says what is new, is valid by RFC 4287, and names its entries for good."""

import datetime as dt
import re
from typing import Any
from xml.etree import ElementTree

import feedparser
import hostile_records
import pytest
from exports import exported_text

from talks.exporters import Wanted
from talks.store import Store
from talks.views.timeline import Asked

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:talks\.invalid,2025:(changes|event/m\w+)")


def read(store: Store, **asked: Any) -> feedparser.FeedParserDict:
    found = feedparser.parse(exported_text(store, "atom", Wanted(asked=Asked(**asked))).encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_reader_of_feeds_reads_it(news: Store):
    found = read(news)
    assert len(found.entries) == len(list(news.events()))
    assert found.feed.title == "Talks: what is new"
    assert all(entry.title and entry.content[0].value and entry.updated_parsed for entry in found.entries)
    assert found.feed.updated == max(entry.updated for entry in found.entries)


def test_it_has_all_that_the_standard_demands(news: Store, hostile: Store):
    for store in (news, hostile):
        feed = ElementTree.fromstring(exported_text(store, "atom"))  # noqa: S314 - it is our own
        assert feed.tag == f"{ATOM}feed"
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        ids = []
        for element in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                (found,) = element.findall(f"{ATOM}{name}")
                assert found.text
            ids.append(element.findtext(f"{ATOM}id") or "")
            dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
            links = element.findall(f"{ATOM}link")
            assert sum(link.get("rel") == "alternate" for link in links) <= 1
        assert all(TAG.fullmatch(key) for key in ids)
        assert len(ids) == len(set(ids))
        for entry in feed.iter(f"{ATOM}entry"):
            assert len(entry.findall(f"{ATOM}content")) == 1


def test_only_what_is_new_since_a_day_is_told(news: Store):
    found = read(news, since=dt.date(2024, 6, 13))
    whole = {entry.id: entry for entry in read(news).entries}
    assert 0 < len(found.entries) < len(whole)
    assert all(entry.updated >= "2024-06-13" for entry in found.entries)
    assert all(entry.updated == whole[entry.id].updated for entry in found.entries)
    told = "\n".join(entry.content[0].value for entry in found.entries)
    assert "date: June 2024 → 21 Jun 2024, according to Ostwind Online" in told


def test_what_was_published_later_is_left_out_if_that_is_asked(news: Store):
    early = read(news, until=dt.date(2024, 6, 12))
    assert 0 < len(early.entries) < len(read(news).entries)


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ({"kinds": ("talks",)}, {"talks"}),
        ({"statuses": ("held",)}, {"held"}),
        ({"places": ("Castrel",)}, {"talks"}),
    ],
)
def test_what_is_asked_for_is_all_there_is(news: Store, asked, terms):
    entries = read(news, **asked).entries
    assert entries
    assert all(terms & {tag.term for tag in entry.tags} for entry in entries)


def test_words_of_an_article_stay_words(hostile: Store):
    entries = read(hostile).entries
    assert {entry.content[0].type for entry in entries} == {"text/plain"}
    told = "\n".join(entry.content[0].value for entry in entries)
    assert hostile_records.MARKUP in told
    assert hostile_records.COMMANDS in told
    (links,) = {tuple(link.href for link in entry.links) for entry in entries}
    assert len(links) == 1
    assert links[0].startswith("https://example.org/a%20b%28c%29%3Cd%3E")
